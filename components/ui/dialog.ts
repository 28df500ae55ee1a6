/** The platform's own dialog in the middle of the page. */
export const DIALOG =
  'm-auto w-[min(28rem,calc(100vw-2rem))] rounded-xl border border-line-strong bg-surface p-0 text-ink shadow-lg backdrop:bg-black/40';
