export type ValueMatch = { readonly value: string; readonly isExact: boolean };

/** All of an exact value is marked; of one that is near, the part that was typed. */
export function MarkedValue({
  match: { value, isExact },
  typed,
}: {
  readonly match: ValueMatch;
  readonly typed: string;
}) {
  const at = isExact ? 0 : value.toLowerCase().indexOf(typed.trim().toLowerCase());
  const end = isExact ? value.length : at < 0 ? 0 : at + typed.trim().length;
  return (
    <span className="min-w-0 font-mono break-all text-ink">
      {value.slice(0, Math.max(at, 0))}
      {end > 0 && (
        <mark className="rounded-xs bg-accent-soft px-0.5 font-medium text-ink ring-1 ring-accent/30">
          {value.slice(at, end)}
        </mark>
      )}
      {value.slice(end)}
    </span>
  );
}
