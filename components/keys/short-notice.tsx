'use client';

import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';

const SHOWN_MS = 1_800;

/** A word about what a key just did where nothing else on the page shows it. Screen readers are told by the announcer. */
export function useShortNotice() {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => setText(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const notice = text && (
    <p
      aria-hidden
      className="fixed bottom-6 left-1/2 z-40 flex max-w-[calc(100vw-2rem)] -translate-x-1/2 items-center gap-2 rounded-lg border border-line-strong bg-surface px-3 py-2 text-body shadow-lg max-md:bottom-20"
    >
      <Check className="size-4 shrink-0 text-positive" />
      <span className="truncate">{text}</span>
    </p>
  );
  return { notice, say: setText };
}
