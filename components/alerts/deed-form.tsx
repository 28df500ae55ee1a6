'use client';

import { type ReactNode, useActionState } from 'react';
import { useFormStatus } from 'react-dom';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { keptSubmit } from '@/components/ui/kept-form';

/** What came of a deed, in the words of the person's language; `null` before anything was done. */
export type DeedState = { readonly isDone: boolean; readonly message: string; readonly secret?: string } | null;
export type DeedAction = (before: DeedState, data: FormData) => Promise<DeedState>;

type Props = {
  readonly action: DeedAction;
  /** What the action is told beside what is filled in. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** What was filled in stays until the page is drawn anew; for forms of more than a button. */
  readonly isKept?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A form that does one thing and says what came of it. A plain form without script. */
export function DeedForm({ action, hidden = {}, isKept = false, className, children }: Props) {
  const [state, run] = useActionState(action, null);
  return (
    <form action={run} onSubmit={isKept ? keptSubmit(run) : undefined} className={className}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {state && (
        <Alert
          tone={state.isDone ? 'positive' : 'negative'}
          role={state.isDone ? 'status' : 'alert'}
          className="mt-2 basis-full"
        >
          {state.message}
          {state.secret && (
            <code className="mt-1 block rounded-md bg-sunken px-2 py-1 font-mono text-xs break-all text-ink select-all">
              {state.secret}
            </code>
          )}
        </Alert>
      )}
    </form>
  );
}

type ButtonProps = {
  readonly look?: 'primary' | 'secondary' | 'ghost';
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** Submits the form it stands in; not twice. */
export function DeedButton({ look = 'secondary', label, className, children }: ButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      look={look}
      size="small"
      disabled={pending}
      aria-label={label}
      className={classNames(className)}
    >
      {children}
    </Button>
  );
}
