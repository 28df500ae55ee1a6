import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/ui/card';

/** What each identifier looks like; all of them invented. */
const SHAPES = [
  ['reference', 'ORDER-2026-000481'],
  ['e2e', 'E18236120202603141502s0123456789'],
  ['clave', '85904471900334060001'],
  ['clabe', '646180157000000004'],
  ['cbu', '0000003100010000000001'],
  ['taxId', '20-12345678-6'],
  ['chain', '0x5f3c…'],
  ['bitso', '6555a80fbf6c1c3200ae68fdfe6b42ce'],
  ['provider', '95a4df41-d2c2-414a-a28a-1eda4bddb92b'],
] as const;

/** What can be searched for, by example. */
export function SearchHelp() {
  const t = useTranslations('identifiers.shapes');
  return (
    <SectionCard title={t('title')} description={t('description')} bodyClassName="p-0">
      <dl className="divide-y divide-line">
        {SHAPES.map(([name, example]) => (
          <div
            key={name}
            className="grid gap-x-6 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[11rem_minmax(0,22rem)_minmax(0,1fr)]"
          >
            <dt className="text-body font-medium text-ink">{t(`${name}.name`)}</dt>
            <dd className="font-mono text-xs leading-5 break-all text-ink">{example}</dd>
            <dd className="text-xs leading-5 text-ink-2 max-lg:sm:col-start-2">{t(`${name}.note`)}</dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  );
}
