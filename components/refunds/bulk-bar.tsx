'use client';

import { StickyNote, UserRound } from 'lucide-react';
import { useActionState, useId } from 'react';
import { MoneyText } from '@/components/transactions/money-text';
import { transactionHref } from '@/components/transactions/transaction-href';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { CopyTextButton } from '@/components/ui/copy-button';
import { Field, Select, Textarea } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import { formatCount } from '@/lib/format';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import type { RefundRow } from '@/lib/refunds/board';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import { BulkResult } from './bulk-result';
import type { BulkAction, BulkState } from './bulk-state';
import { providerMessages } from './provider-message';
import { sumsOf } from './sums';

type Props = {
  readonly chosen: readonly RefundRow[];
  /** Whom refunds may be given to, by e-mail address. */
  readonly people: readonly string[];
  readonly assign: BulkAction;
  readonly addNotes: BulkAction;
  readonly clear: () => void;
};

/** What can be done with the chosen refunds; it rises from the bottom while any is chosen. */
export function BulkBar({ chosen, people, assign, addNotes, clear }: Props) {
  const [assigned, runAssign, isAssigning] = useActionState(assign, null);
  const [noted, runNote, isNoting] = useActionState(addNotes, null);
  const ids = chosen.map(({ transactionId }) => transactionId);
  return (
    <>
      <BulkResult state={assigned} subject="Transaction" hrefOf={transactionHref} onClose={clear} />
      <BulkResult state={noted} subject="Transaction" hrefOf={transactionHref} onClose={clear} />
      {chosen.length > 0 && (
        <section
          aria-label="Selected refunds"
          className="fixed inset-x-3 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100vw-1.5rem)] flex-wrap items-center gap-2 rounded-xl border border-line-strong bg-surface px-3 py-2 shadow-lg max-md:bottom-20"
        >
          <p className="flex flex-wrap items-baseline gap-x-3 px-1 text-body">
            <span className="font-medium">{formatCount(chosen.length)} selected</span>
            {sumsOf(chosen.map(({ amount }) => amount)).map((sum) => (
              <MoneyText key={sum.currency} money={sum} className="text-xs" />
            ))}
          </p>
          <AssignPanel ids={ids} people={people} run={runAssign} state={assigned} isRunning={isAssigning} />
          <NotePanel ids={ids} run={runNote} state={noted} isRunning={isNoting} />
          {providerMessages(chosen).map(({ provider, text }) => (
            <CopyTextButton key={provider} value={text} label={`message for ${PROVIDER_LABELS[provider]}`} />
          ))}
          <Button look="ghost" size="small" onClick={clear}>
            Clear
          </Button>
        </section>
      )}
    </>
  );
}

type PanelProps = {
  readonly ids: readonly string[];
  readonly run: (data: FormData) => void;
  readonly state: BulkState;
  readonly isRunning: boolean;
};

function AssignPanel({ ids, people, run, state, isRunning }: PanelProps & Pick<Props, 'people'>) {
  return (
    <Popover
      label="Assign the selected refunds"
      className="w-72 p-3"
      triggerClassName={buttonClass({ size: 'small' })}
      trigger={
        <>
          <UserRound aria-hidden /> Assign to…
        </>
      }
    >
      <form action={run} className="space-y-3">
        <Refused state={state} />
        <Ids ids={ids} />
        <Field label="New owner">
          <Select name="assignee" defaultValue={people[0] ?? ''}>
            {people.map((email) => (
              <option key={email} value={email}>
                {email}
              </option>
            ))}
            <option value="">Nobody</option>
          </Select>
        </Field>
        <Button type="submit" look="primary" size="small" className="w-full" disabled={isRunning}>
          {isRunning ? 'Assigning…' : `Assign ${formatCount(ids.length)}`}
        </Button>
      </form>
    </Popover>
  );
}

function NotePanel({ ids, run, state, isRunning }: PanelProps) {
  const hint = useId();
  return (
    <Popover
      label="Add a note to the selected refunds"
      className="w-80 p-3"
      triggerClassName={buttonClass({ size: 'small' })}
      trigger={
        <>
          <StickyNote aria-hidden /> Add note…
        </>
      }
    >
      <form action={run} className="space-y-3">
        <Refused state={state} />
        <Ids ids={ids} />
        <Textarea name="text" aria-label="Note" aria-describedby={hint} rows={3} required maxLength={LONGEST_NOTE} />
        <p id={hint} className="text-xs text-ink-2">
          The same note on each of them. Notes are kept for good.
        </p>
        <Button type="submit" look="primary" size="small" className="w-full" disabled={isRunning}>
          {isRunning ? 'Adding…' : `Add to ${formatCount(ids.length)}`}
        </Button>
      </form>
    </Popover>
  );
}

function Ids({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id) => <input key={id} type="hidden" name="id" value={id} />);
}

function Refused({ state }: { readonly state: BulkState }) {
  if (!state || !('error' in state)) return null;
  return (
    <Alert role="alert" tone="negative">
      {state.error}
    </Alert>
  );
}
