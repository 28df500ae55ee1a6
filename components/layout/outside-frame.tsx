import type { ReactNode } from 'react';
import { BrandMark } from './brand';
import { LanguageBar } from './language-switch';

type Props = {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  /** A line below the card. */
  readonly note?: ReactNode;
  /** Remembers a language: whoever stands before the door cannot read the settings yet. */
  readonly chooseLanguage: (data: FormData) => Promise<void>;
  readonly children: ReactNode;
};

/**
 * A page for whoever is not signed in: the mark, one heading, one card. They hang from above: what is centred moves up
 * while the rest of the page still comes.
 */
export function OutsideFrame({ title, about, note, chooseLanguage, children }: Props) {
  return (
    <main className="grid min-h-dvh content-start justify-items-center px-4 pt-[min(16dvh,9rem)] pb-10">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex flex-col items-center text-center">
          <BrandMark className="size-11" />
          <h1 className="mt-4 text-xl font-semibold tracking-tight">{title}</h1>
          {about && <p className="mt-1 text-sm text-ink-2">{about}</p>}
        </div>
        <div className="rounded-xl border border-line bg-surface p-5 shadow-xs">{children}</div>
        {note && <p className="mt-4 text-center text-xs text-ink-2">{note}</p>}
        <LanguageBar choose={chooseLanguage} className="mt-5" />
      </div>
    </main>
  );
}
