'use client';

import { useTranslations } from 'next-intl';
import { createContext, type FormEvent, type ReactNode, useContext, useId, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import { useMay } from './rights';

/** The object that a masked value is part of. */
type Of = { readonly kind: 'transaction' | 'line'; readonly id: string };
/** A value that was asked for, or why it is not shown, in the person's language. */
export type Revealed = { readonly value: string } | { readonly problem: string };
type Reveal = (of: Of, field: string, reason: string) => Promise<Revealed>;

const RevealContext = createContext<Reveal | null>(null);

/** How the values below are revealed. */
export function RevealProvider({ reveal, children }: { readonly reveal: Reveal; readonly children: ReactNode }) {
  return <RevealContext value={reveal}>{children}</RevealContext>;
}

type Props = {
  /** The value as the page has it: masked, or clear for those who may see it. */
  readonly value: string;
  readonly of: Of;
  /** As `lib/reveal` names it: a kind of identifier or detail, or a field of a line. */
  readonly field: string;
  /** What it is, in the words of the page: "Sender CLABE". */
  readonly label: string;
  /** How the value is shown, masked or revealed; as plain text where nothing is said. */
  readonly children?: (value: string) => ReactNode;
};

const SHORTEST_REASON = 5;

/** A value that may be masked, with a way to see it for a reason. It stays shown until the page is left. */
export function Masked({ value, of, field, label, children = (text) => text }: Props) {
  const reveal = useContext(RevealContext);
  const may = useMay('reveal');
  const [shown, setShown] = useState<string | null>(null);
  if (shown !== null || !value.includes('•') || !reveal || !may) return children(shown ?? value);
  return (
    <span className="flex min-w-0 flex-wrap items-start gap-x-2 gap-y-1">
      <span className="min-w-0">{children(value)}</span>
      <AskToSee label={label} ask={(reason) => reveal(of, field, reason)} onShown={setShown} />
    </span>
  );
}

type AskProps = {
  readonly label: string;
  readonly ask: (reason: string) => Promise<Revealed>;
  readonly onShown: (value: string) => void;
};

function AskToSee({ label, ask, onShown }: AskProps) {
  const t = useTranslations('reveal');
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isWaiting, start] = useTransition();
  if (!isAsking)
    return (
      <Button size="small" look="ghost" aria-label={t('showWhat', { label })} onClick={() => setIsAsking(true)}>
        {t('show')}
      </Button>
    );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '');
    start(async () => {
      const answer = await ask(reason).catch(() => ({ problem: t('failed') }));
      if ('value' in answer) onShown(answer.value);
      else setProblem(answer.problem);
    });
  };
  return (
    <form onSubmit={submit} className="w-full min-w-0 rounded-lg border border-line bg-sunken p-2">
      <label htmlFor={id} className="mb-1 block text-xs text-ink-2">
        {t('why', { label })}
      </label>
      <span className="flex flex-wrap gap-2">
        <Input
          id={id}
          name="reason"
          required
          minLength={SHORTEST_REASON}
          maxLength={300}
          autoComplete="off"
          autoFocus
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          className="h-7 flex-1 basis-40 px-2"
        />
        <Button type="submit" size="small" look="primary" disabled={isWaiting}>
          {t('showIt')}
        </Button>
        <Button size="small" onClick={() => setIsAsking(false)}>
          {t('cancel')}
        </Button>
      </span>
      {problem !== null && (
        <span id={`${id}-problem`} role="alert" className="mt-1 block text-xs text-negative">
          {problem}
        </span>
      )}
    </form>
  );
}
