import { formatLag } from '@/lib/format';

/** How long after it happened a message reached us. */
export function LagText({ occurredAt, receivedAt }: { readonly occurredAt: string | null; readonly receivedAt: Date }) {
  if (occurredAt === null) {
    return (
      <span className="text-ink-3">
        <span aria-hidden>–</span>
        <span className="sr-only">not known</span>
      </span>
    );
  }
  const lag = receivedAt.getTime() - Date.parse(occurredAt);
  return (
    <span
      className="whitespace-nowrap tabular-nums"
      title={lag < 0 ? 'It reached us before it happened: the clocks differ' : undefined}
    >
      {formatLag(lag)}
    </span>
  );
}
