import { Disclosure } from '@/components/transactions/disclosure';
import { Instant } from '@/components/transactions/instant';
import { CopyButton } from '@/components/ui/copy-button';
import type { ListedAcknowledgement } from '@/lib/events/acknowledgement';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import { withVisibleControls } from './body-text';

const HEADS = ['Answered', 'Provider', 'Path', 'Answer', 'From', 'Sent by'];
type Props = { readonly rows: readonly ListedAcknowledgement[]; readonly zone: TimeZone };

/** Answers that a provider took for "delivered" without our having the bytes, newest first. */
export function AcknowledgementTable({ rows, zone }: Props) {
  return (
    <table className="w-full min-w-4xl border-collapse text-body">
      <caption className="sr-only">False acknowledgements, newest first</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2">
          {HEADS.map((head) => (
            <th
              key={head}
              scope="col"
              className={`px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4 ${head === 'Answer' ? 'text-right' : ''}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.id} className="border-b border-line last:border-0 hover:bg-canvas">
          <tr className="[&>td]:px-3 [&>td]:pt-2.5 [&>td]:first:pl-4 [&>td]:last:pr-4">
            <td className="font-medium">
              <Instant at={row.answeredAt} zone={zone} />
            </td>
            <td>
              {row.provider ? (
                <span title="By the address it was posted to">{PROVIDER_LABELS[row.provider]}</span>
              ) : (
                <span className="text-ink-2 italic">nobody’s address</span>
              )}
            </td>
            <td className="font-mono text-xs break-all">{withVisibleControls(row.path)}</td>
            <td className="text-right tabular-nums">{row.status}</td>
            <td className="font-mono text-xs whitespace-nowrap">{withVisibleControls(row.sourceAddress)}</td>
            <td className="text-xs [overflow-wrap:anywhere]">
              {row.userAgent ? withVisibleControls(row.userAgent) : <span className="text-ink-2 italic">not told</span>}
            </td>
          </tr>
          <tr>
            <td colSpan={HEADS.length} className="px-4 pt-0.5 pb-2">
              <Disclosure summary="Line of the log">
                <p className="flex items-start gap-1 rounded-lg border border-line bg-sunken p-2">
                  <code className="min-w-0 flex-1 font-mono text-xs break-all">{withVisibleControls(row.line)}</code>
                  <CopyButton value={row.line} label="the line" />
                </p>
              </Disclosure>
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}
