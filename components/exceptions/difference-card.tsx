import { SectionCard } from '@/components/ui/card';
import { REASONS } from '@/lib/reconciliation/reason';
import type { ExceptionDetail } from '@/lib/reconciliation/view';
import { differenceRows } from './difference-rows';

const HEADS = ['Field', 'Expected', 'Explained', 'Remainder', 'Actual'];

/** What differs, field by field; what the payload's own fees explain is taken off already. */
export function DifferenceCard({ detail }: { readonly detail: ExceptionDetail }) {
  return (
    <SectionCard title="What differs" description={REASONS[detail.exception.reason].help} bodyClassName="p-0">
      <section
        aria-label="What differs, field by field"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="relative overflow-x-auto -outline-offset-2"
      >
        <table className="w-full border-collapse text-body">
          <caption className="sr-only">Expected, explained and remainder add up to what the bank shows</caption>
          <thead>
            <tr className="border-b border-line text-left text-xs text-ink-2">
              {HEADS.map((head) => (
                <th key={head} scope="col" className="px-3 py-2 font-medium first:pl-4 last:pr-4">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differenceRows(detail).map(({ field, expected, actual, explained, remainder, isSame }) => (
              <tr key={field} className="border-b border-line align-top last:border-0">
                <th scope="row" className="px-3 py-2 pl-4 text-left text-xs font-normal whitespace-nowrap text-ink-2">
                  {field}
                </th>
                <Value text={expected} />
                <Value text={explained} />
                <Value text={remainder} isOther={!isSame} />
                <Value text={actual} isOther={!isSame} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </SectionCard>
  );
}

function Value({ text, isOther = false }: { readonly text: string | null; readonly isOther?: boolean }) {
  if (text === null)
    return (
      <td className="px-3 py-2 text-ink-3 last:pr-4">
        <span aria-hidden>–</span>
        <span className="sr-only">not told</span>
      </td>
    );
  return (
    <td
      className={`min-w-24 px-3 py-2 tabular-nums [overflow-wrap:anywhere] last:pr-4 ${isOther ? 'font-medium text-negative' : ''}`}
    >
      {text}
    </td>
  );
}
