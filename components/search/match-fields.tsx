import { Says } from '@/components/language/says';
import { fieldName, type SearchField } from '@/lib/search-field';

type ValueMatch = { readonly value: string; readonly isExact: boolean };
type FieldMatch = ValueMatch & { readonly kind: SearchField };

/** The fields that hit, each with what was typed marked in its value. */
export function MatchFields({ matches, typed }: { readonly matches: readonly FieldMatch[]; readonly typed: string }) {
  return (
    <span className="flex flex-col gap-0.5 text-xs">
      {matches.map((match) => (
        <span key={`${match.kind} ${match.value}`} className="flex flex-wrap gap-x-2">
          <span className="text-ink-2">
            <Says said={fieldName(match.kind)} />
          </span>
          <MarkedValue match={match} typed={typed} />
        </span>
      ))}
    </span>
  );
}

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
