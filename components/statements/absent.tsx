/** What a file does not tell: a dash for the eye, words for a screen reader. */
export function Absent({ words = 'not told' }: { readonly words?: string }) {
  return (
    <span className="text-ink-3" title={words}>
      <span aria-hidden>–</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
