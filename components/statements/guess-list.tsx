import { MoveRight } from 'lucide-react';
import type { Guess } from '@/lib/statements/detect-values';
import { DATE_ORDER_LABELS, DECIMAL_LABELS, DELIMITER_LABELS, ENCODING_LABELS } from './profile-words';

const SETTINGS = {
  encoding: 'Encoding',
  delimiter: 'Delimiter',
  decimal: 'Decimal sign',
  dateOrder: 'Order of dates',
  preamble: 'Rows before the headings',
  columns: 'Columns',
} as const satisfies Record<Guess['setting'], string>;

const VALUES: Readonly<Partial<Record<Guess['setting'], Readonly<Record<string, string>>>>> = {
  encoding: ENCODING_LABELS,
  delimiter: DELIMITER_LABELS,
  decimal: DECIMAL_LABELS,
  dateOrder: DATE_ORDER_LABELS,
};

/** What was detected, each with values from the file before and after it is applied. */
export function GuessList({ guesses }: { readonly guesses: readonly Guess[] }) {
  if (guesses.length === 0) return null;
  return (
    <dl aria-label="What was detected" className="grid gap-x-4 gap-y-3 text-body sm:grid-cols-2">
      {guesses.map(({ setting, value, samples }) => (
        <div
          key={setting}
          className={`min-w-0 border-l-2 border-line pl-3 ${setting === 'delimiter' ? 'sm:col-span-2' : ''}`}
        >
          <dt className="text-xs text-ink-2">{SETTINGS[setting]}</dt>
          <dd className="font-medium text-ink">{VALUES[setting]?.[value] ?? value}</dd>
          {samples.map(({ before, after }) => (
            <dd key={before} className="flex flex-wrap items-center gap-x-1.5 font-mono text-xs leading-5 text-ink-2">
              <span className="[overflow-wrap:anywhere] whitespace-pre-wrap">{before}</span>
              <MoveRight aria-label="becomes" className="size-3 shrink-0" />
              <span className="[overflow-wrap:anywhere] text-ink">{after}</span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
