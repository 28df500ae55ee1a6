'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Puts the cursor on the first link inside, once: with a single exact hit, Enter opens it. */
export function FocusFirstLink({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector('a')?.focus({ preventScroll: true });
  }, []);
  return <div ref={place}>{children}</div>;
}
