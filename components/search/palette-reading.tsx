import { ScanText, TriangleAlert } from 'lucide-react';
import type { Reading } from '@/lib/identifiers/classify';
import { PaletteGroup, PaletteItem } from './palette-item';

type Props = { readonly readings: readonly Reading[]; readonly as: string | null };

/** How the text was read, in one line, and what makes it look mistyped. */
export function PaletteReading({ readings, as }: Props) {
  const read = readings.find(({ kind }) => kind === as) ?? readings[0];
  const facts = Object.entries(read?.facts ?? {}).map(([name, fact]) => `${name}: ${fact}`);
  return (
    <div className="border-b border-line px-4 py-2 text-xs text-ink-2">
      <p>
        {as === null ? 'Read as ' : 'Searched only as '}
        <strong className="font-semibold text-ink">{read?.label ?? 'somebody’s reference'}</strong>
        {facts.length > 0 && ` · ${facts.join(' · ')}`}
      </p>
      {read?.warning && (
        <p className="mt-0.5 flex items-start gap-1.5 text-caution">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {read.warning}
        </p>
      )}
    </div>
  );
}

/** The other readings, each to be searched for alone, and the way back to all of them. */
export function OtherReadings({ readings, as, choose }: Props & { readonly choose: (kind: string | null) => void }) {
  if (readings.length < 2) return null;
  const others = as === null ? readings : readings.filter(({ kind }) => kind !== as);
  return (
    <PaletteGroup heading="It could be either">
      {others.map(({ kind, label }) => (
        <PaletteItem key={kind} value={`as ${kind}`} icon={ScanText} onSelect={() => choose(kind)}>
          Search only as {label}
        </PaletteItem>
      ))}
      {as !== null && (
        <PaletteItem value="as any" icon={ScanText} onSelect={() => choose(null)}>
          Search all readings
        </PaletteItem>
      )}
    </PaletteGroup>
  );
}
