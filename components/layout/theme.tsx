'use client';

import { ThemeProvider } from 'next-themes';
import { type ReactNode, useState } from 'react';

/**
 * Light or dark. The document keeps the policy it came with, so the nonce is the first one for good: a later answer
 * brings another, which this document would refuse.
 */
export function Theme({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }) {
  const [first] = useState(nonce);
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={first}>
      {children}
    </ThemeProvider>
  );
}
