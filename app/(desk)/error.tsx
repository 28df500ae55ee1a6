'use client';

import { CouldNotLoad, type ErrorProps } from '@/components/layout/could-not-load';

/** The frame stays, so that other pages can still be reached. */
export default function DeskError(props: ErrorProps) {
  return <CouldNotLoad {...props} />;
}
