import { Says } from '@/components/language/says';
import { fieldName, type SearchField } from '@/lib/search-field';
import { MarkedValue, type ValueMatch } from './marked-value';

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
