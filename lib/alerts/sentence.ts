import { formatLag, moneyText } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { REASONS } from '@/lib/reconciliation/reason';
import type { Alert } from './alert';

type Said = Pick<Alert, 'kind' | 'subject' | 'detail'>;

/** What an alert says, in one sentence: ids, amounts, counts and times, and nothing about a person. */
export function alertSentence(t: Translator<'alerts'>, alert: Alert, now: Date): string {
  const { kind, subject, detail } = alert;
  const since = (instant: string) => formatLag(Math.max(60_000, +now - Date.parse(instant)));
  switch (kind) {
    case 'refunds':
      return t('sentence.refunds', {
        provider: PROVIDER_LABELS[detail.provider],
        subject,
        state: detail.state,
        money: moneyIn(t, detail),
        age: since(detail.since),
      });
    case 'unacknowledged':
      return t('sentence.unacknowledged', { feed: subject, count: detail.count, age: since(detail.oldestAt) });
    case 'silence': {
      const said = { provider: labelOf(subject), age: since(detail.lastAt), weeks: detail.weeks };
      if (detail.usual === null) return t('sentence.silenceThin', said);
      return t('sentence.silence', { ...said, usual: detail.usual });
    }
    case 'exceptions':
      return t('sentence.exceptions', {
        subject,
        reason: reasonIn(detail.reason),
        money: moneyIn(t, detail),
        age: since(detail.since),
      });
    case 'backlog':
      return t('sentence.backlog', { count: detail.count, age: since(detail.oldestAt) });
  }
}

/** What it is about, as a word or an id, for the text of a link. */
export function subjectText({ kind, subject }: Said): string {
  return kind === 'silence' ? labelOf(subject) : subject;
}

function moneyIn(
  t: Translator<'alerts'>,
  { amount, currency }: { readonly amount: string | null; readonly currency: string | null },
): string {
  return amount === null ? t('unknownAmount') : moneyText({ amount, currency });
}

function labelOf(subject: string): string {
  return Object.entries(PROVIDER_LABELS).find(([name]) => name === subject)?.[1] ?? subject;
}

function reasonIn(reason: string): string {
  return Object.entries(REASONS).find(([name]) => name === reason)?.[1].label ?? reason;
}
