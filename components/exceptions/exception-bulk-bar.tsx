'use client';

import { CircleCheck } from 'lucide-react';
import { AssignPanel, BulkBar, BulkPanel, BulkResults, NotePanel, useBulk } from '@/components/bulk/bulk-bar';
import { Field, Select, Textarea } from '@/components/ui/field';
import { formatCount } from '@/lib/format';
import { BULK_RESOLUTIONS } from '@/lib/reconciliation/exception-work';
import { RESOLUTIONS } from '@/lib/reconciliation/reason';
import type { ExceptionRow } from '@/lib/reconciliation/view';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import { exceptionHref } from './exception-links';
import type { ExceptionActions } from './exception-list';

type Props = {
  readonly chosen: readonly ExceptionRow[];
  /** Whom exceptions may be given to, by e-mail address. */
  readonly people: readonly string[];
  readonly actions: ExceptionActions;
  readonly clear: () => void;
};

const NOUN = 'exceptions';

/** What can be done with the chosen exceptions. */
export function ExceptionBulkBar({ chosen: rows, people, actions, clear }: Props) {
  const assigned = useBulk(actions.assign);
  const noted = useBulk(actions.addNotes);
  const resolved = useBulk(actions.resolve);
  const chosen = { ids: rows.map(({ id }) => id) };
  const stakes = rows.map(({ amount, currency }) => (amount === null ? null : { amount, currency }));
  return (
    <>
      <BulkResults bulks={[assigned, noted, resolved]} subject="Exception" hrefOf={exceptionHref} clear={clear} />
      {rows.length > 0 && (
        <BulkBar chosen={chosen} noun={NOUN} amounts={stakes} clear={clear}>
          <AssignPanel bulk={assigned} chosen={chosen} noun={NOUN} people={people} />
          <NotePanel bulk={noted} chosen={chosen} noun={NOUN} />
          <BulkPanel
            bulk={resolved}
            chosen={chosen}
            noun={NOUN}
            name="Resolve…"
            icon={<CircleCheck aria-hidden />}
            label="Resolve the selected exceptions"
            submit={resolved.isRunning ? 'Resolving…' : `Resolve ${formatCount(rows.length)}`}
          >
            <ResolveFields />
          </BulkPanel>
        </BulkBar>
      )}
    </>
  );
}

function ResolveFields() {
  return (
    <>
      <Field label="Why" hint="Each is closed by exactly what is at stake in it.">
        <Select name="resolution" required defaultValue="">
          <option value="" disabled>
            Choose a reason
          </option>
          {BULK_RESOLUTIONS.map((resolution) => (
            <option key={resolution} value={resolution}>
              {RESOLUTIONS[resolution]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Remark" hint="Why this is right. It comes back if its values change.">
        <Textarea name="remark" rows={3} required maxLength={LONGEST_NOTE} />
      </Field>
    </>
  );
}
