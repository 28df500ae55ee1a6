'use client';

import { copyAloud } from './copy-button';

/** Copies the address of what is on screen, whole, for somebody else. */
export function CopyLink() {
  return (
    <button
      type="button"
      onClick={() => void copyAloud(location.href, 'link')}
      className="cursor-pointer rounded-md px-1.5 py-1 text-xs font-medium whitespace-nowrap text-accent hover:underline"
    >
      Copy link
    </button>
  );
}
