import { IDENTIFIER_LABELS } from '@/lib/events/event';
import { FOUND_KINDS } from '@/lib/statements/found-ids';

/** The name of a field that hit; payments, lines and exceptions have their own. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  ...FOUND_KINDS,
  ...IDENTIFIER_LABELS,
  transaction: 'Id at this desk',
  event: 'Event id',
  text: 'Text of the bank',
};

export function fieldLabel(kind: string): string {
  return FIELD_LABELS[kind] ?? kind;
}

type FieldMatch = { readonly kind: string; readonly value: string; readonly isExact: boolean };

/** The fields that hit, each with what was typed marked in its value. */
export function MatchFields({ matches, typed }: { readonly matches: readonly FieldMatch[]; readonly typed: string }) {
  return (
    <span className="flex flex-col gap-0.5 text-xs">
      {matches.map((match) => (
        <span key={`${match.kind} ${match.value}`} className="flex flex-wrap gap-x-2">
          <span className="text-ink-2">{fieldLabel(match.kind)}</span>
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
  readonly match: FieldMatch;
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
