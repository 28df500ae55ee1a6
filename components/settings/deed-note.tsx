import { Alert } from '@/components/ui/alert';
import type { DeedState } from './deed';

/** What came of a form, above it; nothing before it was sent. */
export function DeedNote({ state, id }: { readonly state: DeedState; readonly id?: string }) {
  if (!state) return null;
  return (
    <Alert role={state.tone === 'negative' ? 'alert' : 'status'} tone={state.tone}>
      <span id={id} className="text-ink">
        {state.message}
      </span>
    </Alert>
  );
}
