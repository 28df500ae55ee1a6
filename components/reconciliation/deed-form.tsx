'use client';

import { type ReactNode, useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';

/** What came of it; `null` before. */
export type DeedState = { readonly error: string | null } | null;
export type DeedAction = (before: DeedState, data: FormData) => Promise<DeedState>;

type Props = {
  readonly action: DeedAction;
  /** What it is about, by the names that the action reads. */
  readonly about: Readonly<Record<string, string>>;
  /** The words of the button. */
  readonly children: ReactNode;
};

/** One button that does one thing about what the page shows, and says why where it could not. */
export function DeedForm({ action, about, children }: Props) {
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <form action={submit} className="space-y-2">
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" size="small" disabled={isPending}>
        {children}
      </Button>
      {state?.error && (
        <Alert role="alert" tone="negative" className="max-w-prose">
          {state.error}
        </Alert>
      )}
    </form>
  );
}
