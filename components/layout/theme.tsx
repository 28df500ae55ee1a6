'use client';

import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import { useNonce } from '@/components/ui/nonce';

/** Light or dark. Its script runs before anything is drawn, and its style stops transitions: both by the nonce. */
export function Theme({ children }: { readonly children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={useNonce()}>
      {children}
    </ThemeProvider>
  );
}
