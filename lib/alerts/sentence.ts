import { formatLag, moneyText } from '@/lib/format';
import type { Reader } from '@/lib/language/said';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { REASON_NAMES } from '@/lib/reconciliation/reason';
import type { Alert } from './alert';

type Said = Pick<Alert, 'kind' | 'subject' | 'detail'>;

/** What an alert says, in one sentence: ids, amounts, counts and times, and nothing about a person. */
export function alertSentence(reader: Reader, alert: Alert, now: Date): string {
  const { kind, subject, detail } = alert;
  const since = (instant: string) => formatLag(Math.max(60_000, +now - Date.parse(instant)), reader.region);
  switch (kind) {
    case 'refunds':
      return reader.t('alerts.sentence.refunds', {
        provider: PROVIDER_LABELS[detail.provider],
        subject,
        state: detail.state,
        money: moneyIn(reader, detail),
        age: since(detail.since),
      });
    case 'unacknowledged':
      return reader.t('alerts.sentence.unacknowledged', {
        feed: subject,
        count: detail.count,
        age: since(detail.oldestAt),
      });
    case 'silence': {
      const said = { provider: labelOf(subject), age: since(detail.lastAt), weeks: detail.weeks };
      if (detail.usual === null) return reader.t('alerts.sentence.silenceThin', said);
      return reader.t('alerts.sentence.silence', { ...said, usual: detail.usual });
    }
    case 'exceptions':
      return reader.t('alerts.sentence.exceptions', {
        subject,
        reason: reasonIn(reader, detail.reason),
        money: moneyIn(reader, detail),
        age: since(detail.since),
      });
    case 'backlog':
      return reader.t('alerts.sentence.backlog', { count: detail.count, age: since(detail.oldestAt) });
  }
}

/** What it is about, as a word or an id, for the text of a link. */
export function subjectText({ kind, subject }: Said): string {
  return kind === 'silence' ? labelOf(subject) : subject;
}

function moneyIn(
  reader: Reader,
  { amount, currency }: { readonly amount: string | null; readonly currency: string | null },
): string {
  return amount === null ? reader.t('alerts.unknownAmount') : moneyText({ amount, currency }, reader.region);
}

function labelOf(subject: string): string {
  return Object.entries(PROVIDER_LABELS).find(([name]) => name === subject)?.[1] ?? subject;
}

function reasonIn(reader: Reader, reason: string): string {
  const known = REASON_NAMES.find((name) => name === reason);
  return known ? reader.t(`reasons.reason.${known}.label`) : reason;
}
