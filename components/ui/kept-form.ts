import { type FormEvent, startTransition } from 'react';

/**
 * Submits a form to its action without the reset that follows an action: what was filled in stays, so that a refused
 * form need not be filled again. Before there is script, the form's own `action` does the work.
 */
export function keptSubmit(action: (data: FormData) => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => action(data));
  };
}
