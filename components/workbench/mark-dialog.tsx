'use client';

import { type FormEvent, type RefObject, useId } from 'react';
import { Button } from '@/components/ui/button';
import { DIALOG } from '@/components/ui/dialog';
import { Field, Input, Select } from '@/components/ui/field';
import { LONGEST_REMARK } from '@/lib/reconciliation/running-sum';
import { LINE_KIND_WORDS } from '@/lib/statements/statement';
import { MARKS, type Marking, type MarkKind } from './deed';

const TITLES = { b: 'Mark as bank fee or tax', i: 'Mark as internal transfer' } as const satisfies Record<
  Marking['as'],
  string
>;
const KINDS: readonly MarkKind[] = Object.values(MARKS).flat();

type Props = {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly marking: Marking;
  readonly mark: (seqs: readonly string[], kind: MarkKind, remark: string) => void;
};

/** Asks what lines are that are no payments, and why; kept with them for good. */
export function MarkDialog({ dialog, marking: { seqs, as }, mark }: Props) {
  const heading = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const kind = KINDS.find((known) => known === data.get('kind'));
    const remark = String(data.get('remark') ?? '').trim();
    if (!kind || remark === '') return;
    dialog.current?.close();
    event.currentTarget.reset();
    mark(seqs, kind, remark);
  };
  return (
    <dialog ref={dialog} aria-labelledby={heading} className={DIALOG}>
      <form key={as} onSubmit={submit} className="space-y-3 p-4">
        <h2 id={heading} className="text-base font-semibold">
          {TITLES[as]}
        </h2>
        <p className="text-body text-ink-2">
          {seqs.length === 1 ? '1 line leaves' : `${seqs.length} lines leave`} the workbench: no payment is looked for
          any more, and open exceptions about {seqs.length === 1 ? 'it' : 'them'} are closed. What the bank said stays
          as it is.
        </p>
        {as === 'b' ? (
          <Field label="What it is">
            <Select name="kind" required defaultValue="fee">
              {MARKS.b.map((kind) => (
                <option key={kind} value={kind}>
                  {LINE_KIND_WORDS[kind]}
                </option>
              ))}
            </Select>
          </Field>
        ) : (
          <input type="hidden" name="kind" value="internal" />
        )}
        <Field label="Remark">
          <Input name="remark" required maxLength={LONGEST_REMARK} autoComplete="off" placeholder="How you know" />
        </Field>
        <div className="flex justify-end gap-2">
          <Button look="ghost" onClick={() => dialog.current?.close()}>
            Cancel
          </Button>
          <Button type="submit" look="primary">
            Mark
          </Button>
        </div>
      </form>
    </dialog>
  );
}
