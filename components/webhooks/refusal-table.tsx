import { Instant } from '@/components/transactions/instant';
import type { ListedRefusal } from '@/lib/events/received';
import type { TimeZone } from '@/lib/time-zones';
import { formatBytes } from './byte-text';

/** What the door turned away, newest first. */
export function RefusalTable({
  refusals,
  zone,
}: {
  readonly refusals: readonly ListedRefusal[];
  readonly zone: TimeZone;
}) {
  return (
    <table className="w-full min-w-3xl border-collapse text-body">
      <caption className="sr-only">Deliveries refused, newest first</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-2 [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium [&>th]:first:pl-4 [&>th]:last:pr-4">
          <th scope="col">Received</th>
          <th scope="col">Path</th>
          <th scope="col">Why</th>
          <th scope="col">From</th>
          <th scope="col" className="text-right">
            Size
          </th>
          <th scope="col" className="text-right">
            Answer
          </th>
        </tr>
      </thead>
      <tbody>
        {refusals.map((refusal) => (
          <tr
            key={refusal.seq}
            className="border-b border-line last:border-0 hover:bg-canvas [&>td]:h-10 [&>td]:px-3 [&>td]:py-1.5 [&>td]:first:pl-4 [&>td]:last:pr-4"
          >
            <td>
              <Instant at={refusal.receivedAt} zone={zone} />
            </td>
            <td className="font-mono text-xs break-all">{refusal.path}</td>
            <td className="min-w-60 [overflow-wrap:anywhere]">{refusal.reason}</td>
            <td className="font-mono text-xs whitespace-nowrap">{refusal.sourceAddress}</td>
            <td className="text-right whitespace-nowrap tabular-nums">{formatBytes(refusal.sizeBytes)}</td>
            <td className="text-right tabular-nums">{refusal.answerStatus}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
