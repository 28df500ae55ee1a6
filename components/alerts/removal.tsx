import { Trash2 } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { type DeedAction, DeedButton, DeedForm } from './deed-form';

type Props = {
  readonly id: string;
  readonly remove: DeedAction;
  /** What opens it, what then happens, and the word that does it. */
  readonly words: { readonly open: string; readonly about: string; readonly does: string };
};

/** Takes a rule or a channel away, after saying what that means. */
export function Removal({ id, remove, words }: Props) {
  return (
    <details className="min-w-0 open:basis-full">
      <summary
        className={buttonClass({ size: 'small', look: 'ghost' }, 'list-none [&::-webkit-details-marker]:hidden')}
      >
        <Trash2 aria-hidden /> {words.open}
      </summary>
      <DeedForm action={remove} hidden={{ id }} className="mt-2 space-y-2">
        <p className="max-w-64 text-xs text-ink-2">{words.about}</p>
        <DeedButton>{words.does}</DeedButton>
      </DeedForm>
    </details>
  );
}
