'use client';

import { CircleCheck, StickyNote, UserRound } from 'lucide-react';
import { type ReactNode, useActionState } from 'react';
import { BulkResult } from '@/components/refunds/bulk-result';
import type { BulkState } from '@/components/refunds/bulk-state';
import { sumsOf } from '@/components/refunds/sums';
import { MoneyText } from '@/components/transactions/money-text';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, Select, Textarea } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
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

/** What can be done with the chosen exceptions; it rises from the bottom while any is chosen. */
export function ExceptionBulkBar({ chosen, people, actions, clear }: Props) {
  const [assigned, assign, isAssigning] = useActionState(actions.assign, null);
  const [noted, addNotes, isNoting] = useActionState(actions.addNotes, null);
  const [resolved, resolve, isResolving] = useActionState(actions.resolve, null);
  const ids = chosen.map(({ id }) => id);
  const stakes = chosen.map(({ amount, currency }) => (amount === null ? null : { amount, currency }));
  return (
    <>
      {[assigned, noted, resolved].map((state, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three places that never move
        <BulkResult key={at} state={state} subject="Exception" hrefOf={exceptionHref} onClose={clear} />
      ))}
      {chosen.length > 0 && (
        <section
          aria-label="Selected exceptions"
          className="fixed inset-x-3 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100vw-1.5rem)] flex-wrap items-center gap-2 rounded-xl border border-line-strong bg-surface px-3 py-2 shadow-lg max-md:bottom-20"
        >
          <p className="flex flex-wrap items-baseline gap-x-3 px-1 text-body">
            <span className="font-medium">{formatCount(chosen.length)} selected</span>
            {sumsOf(stakes).map((sum) => (
              <MoneyText key={sum.currency} money={sum} className="text-xs" />
            ))}
          </p>
          <AssignPanel ids={ids} people={people} state={assigned} run={assign} isRunning={isAssigning} />
          <NotePanel ids={ids} state={noted} run={addNotes} isRunning={isNoting} />
          <ResolvePanel ids={ids} state={resolved} run={resolve} isRunning={isResolving} />
          <Button look="ghost" size="small" onClick={clear}>
            Clear
          </Button>
        </section>
      )}
    </>
  );
}

type FormProps = {
  readonly ids: readonly string[];
  readonly state: BulkState;
  readonly run: (data: FormData) => void;
  readonly isRunning: boolean;
};

function AssignPanel({ people, ...form }: FormProps & Pick<Props, 'people'>) {
  return (
    <Panel
      {...form}
      name="Assign to…"
      icon={<UserRound aria-hidden />}
      label="Assign the selected exceptions"
      submit={form.isRunning ? 'Assigning…' : `Assign ${formatCount(form.ids.length)}`}
    >
      <Field label="New owner">
        <Select name="owner" defaultValue={people[0] ?? ''}>
          {people.map((email) => (
            <option key={email} value={email}>
              {email}
            </option>
          ))}
          <option value="">Nobody</option>
        </Select>
      </Field>
    </Panel>
  );
}

function NotePanel(form: FormProps) {
  return (
    <Panel
      {...form}
      name="Add note…"
      icon={<StickyNote aria-hidden />}
      label="Add a note to the selected exceptions"
      submit={form.isRunning ? 'Adding…' : `Add to ${formatCount(form.ids.length)}`}
    >
      <Field label="Note" hint="The same note on each of them. Notes are kept for good.">
        <Textarea name="text" rows={3} required maxLength={LONGEST_NOTE} />
      </Field>
    </Panel>
  );
}

function ResolvePanel(form: FormProps) {
  return (
    <Panel
      {...form}
      name="Resolve…"
      icon={<CircleCheck aria-hidden />}
      label="Resolve the selected exceptions"
      submit={form.isRunning ? 'Resolving…' : `Resolve ${formatCount(form.ids.length)}`}
    >
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
    </Panel>
  );
}

type PanelProps = FormProps & {
  readonly name: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly submit: string;
  readonly children: ReactNode;
};

/** A button of the bar and the form it opens. */
function Panel({ name, icon, label, submit, isRunning, ids, state, run, children }: PanelProps) {
  return (
    <Popover
      label={label}
      className="w-80 p-3"
      triggerClassName={buttonClass({ size: 'small' })}
      trigger={
        <>
          {icon} {name}
        </>
      }
    >
      <form action={run} className="space-y-3">
        {state && 'error' in state && (
          <Alert role="alert" tone="negative">
            {state.error}
          </Alert>
        )}
        {ids.map((id) => (
          <input key={id} type="hidden" name="id" value={id} />
        ))}
        {children}
        <Button type="submit" look="primary" size="small" className="w-full" disabled={isRunning}>
          {submit}
        </Button>
      </form>
    </Popover>
  );
}
