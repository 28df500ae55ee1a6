import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { MoneyText } from '@/components/transactions/money-text';
import { Alert } from '@/components/ui/alert';
import { spoken } from '@/lib/language/said';
import type { Beginning } from '@/lib/statements/beginning';
import { placeText } from '@/lib/statements/place';
import { Day } from './day';
import { MarkedText } from './marked-text';

/** The first lines as they are read now. */
export function FirstLines({ beginning, currency }: { readonly beginning: Beginning; readonly currency: string }) {
  const t = useTranslations('statements');
  const reader = useReader();
  const { lines, unreadable, problem } = beginning;
  return (
    <section aria-label={t('first.title')} className="space-y-2">
      <h3 className="text-xs font-medium text-ink-2">{t('first.title')}</h3>
      {problem && (
        <Alert role="alert" tone="negative" title={t('first.cannot')}>
          {spoken(problem, reader)}
        </Alert>
      )}
      {!problem && lines.length === 0 && unreadable.length === 0 && (
        <Alert role="alert" tone="caution">
          {t('first.noLine')}
        </Alert>
      )}
      {unreadable.map(({ place, reason, text }) => (
        <Alert
          key={place}
          tone="caution"
          title={t('first.unreadable', { place: placeText(place, reader), reason: spoken(reason, reader) })}
        >
          <span className="font-mono text-xs [overflow-wrap:anywhere]">{text}</span>
        </Alert>
      ))}
      <ol className="space-y-2">
        {lines.map((line) => (
          <li key={line.place} className="rounded-lg border border-line px-3 py-2 text-body">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">
                <Day day={line.bookedOn} />
              </span>
              <MoneyText
                money={{ amount: line.amount, currency: line.currency ?? currency }}
                className="font-medium text-ink"
              />
            </p>
            <MarkedText text={line.text} ids={line.ids} />
            <p className="text-xs [overflow-wrap:anywhere] text-ink-2">
              {[
                placeText(line.place, reader),
                line.counterparty.name,
                line.bankReference && t('first.reference', { reference: line.bankReference }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
