'use client';

import { type RefObject, useId } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';

export const DIALOG =
  'm-auto w-[min(28rem,calc(100vw-2rem))] rounded-xl border border-line-strong bg-surface p-0 text-ink shadow-lg backdrop:bg-black/40';

const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['←', '→'], does: 'Change side' },
  { keys: ['↑', '↓', 'j', 'k'], does: 'Move' },
  { keys: ['Space'], does: 'Select, or take back' },
  { keys: ['m'], does: 'Match; with a remainder it asks why' },
  { keys: ['d'], does: 'The pair does not belong together' },
  { keys: ['u'], does: 'Undo your last match' },
  { keys: ['w'], does: 'Why not?' },
  { keys: ['s'], does: 'Skip to the next line' },
  { keys: ['?'], does: 'This sheet' },
];

type Props = {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly areLettersOn: boolean;
  readonly setAreLettersOn: (areOn: boolean) => void;
};

/** What each key does, and the switch for those of one letter. */
export function KeySheet({ dialog, areLettersOn, setAreLettersOn }: Props) {
  const heading = useId();
  return (
    <dialog ref={dialog} aria-labelledby={heading} className={DIALOG}>
      <div className="space-y-3 p-4">
        <h2 id={heading} className="text-base font-semibold">
          Keys of the workbench
        </h2>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-body">
          {KEYS.map(({ keys, does }) => (
            <div key={does} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd className="text-ink-2">{does}</dd>
            </div>
          ))}
        </dl>
        <Checkbox
          checked={areLettersOn}
          onChange={(event) => setAreLettersOn(event.target.checked)}
          className="-mx-2 border-t border-line"
        >
          One-letter keys
        </Checkbox>
        <p className="text-xs text-ink-2">No key does anything while you type. The arrows and Space always work.</p>
        <form method="dialog" className="text-right">
          <Button type="submit" look="primary" size="small">
            Close
          </Button>
        </form>
      </div>
    </dialog>
  );
}
