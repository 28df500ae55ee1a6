'use client';

import { CouldNotLoad, type ErrorProps } from '@/components/layout/could-not-load';

export default function RootError(props: ErrorProps) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <CouldNotLoad {...props} />
    </main>
  );
}
