import { ScanText, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AnsweredReading } from '@/lib/search-answer';
import { PaletteGroup, PaletteItem } from './palette-item';

type Props = { readonly readings: readonly AnsweredReading[]; readonly as: string | null };

/** How the text was read, in one line, and what makes it look mistyped. */
export function PaletteReading({ readings, as }: Props) {
  const read = readings.find(({ kind }) => kind === as) ?? readings[0];
  const facts = (read?.facts ?? []).map((fact) => `${fact.label}: ${fact.text}`);
  const t = useTranslations('search.reading');
  const said = { reading: read?.label ?? '', strong };
  return (
    <div className="border-b border-line px-4 py-2 text-xs text-ink-2">
      <p>
        {read ? (as === null ? t.rich('as', said) : t.rich('onlyAs', said)) : t.rich('reference', { strong })}
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

const strong = (words: ReactNode) => <strong className="font-semibold text-ink">{words}</strong>;

/** The other readings, each to be searched for alone, and the way back to all of them. */
export function OtherReadings({ readings, as, choose }: Props & { readonly choose: (kind: string | null) => void }) {
  const t = useTranslations('search.reading');
  if (readings.length < 2) return null;
  const others = as === null ? readings : readings.filter(({ kind }) => kind !== as);
  return (
    <PaletteGroup heading={t('either')}>
      {others.map(({ kind, label }) => (
        <PaletteItem key={kind} value={`as ${kind}`} icon={ScanText} onSelect={() => choose(kind)}>
          {t('only', { reading: label })}
        </PaletteItem>
      ))}
      {as !== null && (
        <PaletteItem value="as any" icon={ScanText} onSelect={() => choose(null)}>
          {t('any')}
        </PaletteItem>
      )}
    </PaletteGroup>
  );
}
