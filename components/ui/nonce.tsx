'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';

const Nonce = createContext<string | undefined>(undefined);

/**
 * The nonce of the document's policy, for style elements. The document keeps the policy it came with, so it is the first
 * one for good: a later answer brings another, which this document would refuse.
 */
export function NonceProvider({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }) {
  const [first] = useState(nonce);
  return <Nonce value={first}>{children}</Nonce>;
}

export const useNonce = (): string | undefined => useContext(Nonce);
