'use client';

import { createContext, type ReactNode, use, useState } from 'react';

type Letters = readonly [areOn: boolean, set: (areOn: boolean) => void];

const LettersContext = createContext<Letters>([true, () => undefined]);

type Props = {
  readonly areOn: boolean;
  readonly keep: (areOn: boolean) => Promise<void>;
  readonly children: ReactNode;
};

/** Knows for the whole desk whether one-letter keys work for this person, and keeps a change. */
export function LettersProvider({ areOn: keptAreOn, keep, children }: Props) {
  const [areOn, setAreOn] = useState(keptAreOn);
  const set = (next: boolean) => {
    setAreOn(next);
    // What could not be kept comes back as it is kept.
    keep(next).catch(() => setAreOn(!next));
  };
  return <LettersContext value={[areOn, set]}>{children}</LettersContext>;
}

/** Whether one-letter keys work for this person, and a way to change it. */
export function useLetters(): Letters {
  return use(LettersContext);
}
