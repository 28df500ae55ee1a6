import { Badge } from '@/components/ui/badge';
import { formatCount } from '@/lib/format';
import { CLASSES, type RowClass, rowsOf, type Tallies } from '@/lib/statements/imported';
import { CLASS_WORDS } from './class-words';

/** How many rows of a file are what. They add up to the rows of the file, and say so. */
export function TallyList({ tallies }: { readonly tallies: Tallies }) {
  const classes = (Object.keys(CLASSES) as RowClass[]).filter((name) => tallies[name] > 0 || name === 'accepted');
  return (
    <dl className="flex flex-wrap items-end gap-x-6 gap-y-3" aria-label="Rows of the file">
      {classes.map((name) => {
        const { tone, icon, explanation } = CLASS_WORDS[name];
        return (
          <div key={name} title={explanation}>
            <dt>
              <Badge tone={tone} icon={icon}>
                {CLASSES[name]}
              </Badge>
            </dt>
            <dd className="mt-1 pl-1 text-lg font-semibold text-ink tabular-nums">{formatCount(tallies[name])}</dd>
          </div>
        );
      })}
      <div className="border-l border-line pl-6">
        <dt className="text-xs text-ink-2">= rows of the file</dt>
        <dd className="mt-1 text-lg font-semibold text-ink tabular-nums">{formatCount(rowsOf(tallies))}</dd>
      </div>
    </dl>
  );
}
