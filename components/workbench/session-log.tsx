import { History } from 'lucide-react';
import { MoneyText } from '@/components/transactions/money-text';
import { Button, buttonClass } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { formatInstant } from '@/lib/format';
import type { LoggedDeed, Undo } from '@/lib/reconciliation/workbench-view';
import type { TimeZone } from '@/lib/time-zones';

type Props = {
  readonly entries: readonly LoggedDeed[];
  readonly zone: TimeZone;
  readonly undo: (what: Undo) => void;
  readonly isBusy: boolean;
};

const DONE = {
  confirmed: 'Matched',
  refused: 'Dismissed',
  undone: 'Undone',
  reconsidered: 'Considered again',
  corrected: 'Corrected',
  uncorrected: 'Correction undone',
} as const satisfies Record<LoggedDeed['kind'], string>;

/** What this person did today, the latest first. Undo takes one thing back and none of the others. */
export function SessionLog({ entries, zone, undo, isBusy }: Props) {
  return (
    <Popover
      label="What you did today"
      align="end"
      className="w-96"
      triggerClassName={buttonClass({ size: 'small' })}
      trigger={
        <>
          <History aria-hidden /> Today · {entries.length}
        </>
      }
    >
      <div className="p-3">
        <h2 className="text-body font-semibold">What you did today</h2>
        {entries.length === 0 && <p className="mt-1 text-xs text-ink-2">Nothing yet.</p>}
        <ol className="mt-1 divide-y divide-line">
          {entries.map(({ undo: what, ...entry }) => (
            <li key={entry.key} className="flex items-start justify-between gap-3 py-2">
              <Entry entry={entry} zone={zone} />
              {what && (
                <Button size="small" disabled={isBusy} onClick={() => undo(what)}>
                  Undo
                </Button>
              )}
            </li>
          ))}
        </ol>
      </div>
    </Popover>
  );
}

type EntryProps = { readonly entry: Omit<LoggedDeed, 'undo'>; readonly zone: TimeZone };

function Entry({ entry, zone }: EntryProps) {
  const { kind, lines, legCount, reason, madeAt } = entry;
  return (
    <div className="min-w-0 text-xs">
      <p>
        <span className="font-medium">{DONE[kind]}</span>
        <span className="text-ink-2">
          {' '}
          {formatInstant(madeAt, zone).time.slice(0, 5)} · {lines.length} {lines.length === 1 ? 'line' : 'lines'}
          {legCount > 0 && `, ${legCount} ${legCount === 1 ? 'payment' : 'payments'}`}
        </span>
      </p>
      {lines.map((line) => (
        <p key={line.seq} className="flex gap-2">
          <MoneyText money={line} />
          <span className="truncate text-ink-2">{line.text}</span>
        </p>
      ))}
      {reason && <p className="text-ink-2">{reason}</p>}
    </div>
  );
}
