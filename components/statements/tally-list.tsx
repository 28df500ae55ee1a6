import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { Badge } from '@/components/ui/badge';
import { formatCount } from '@/lib/format';
import { CLASSES, type RowClass, rowsOf, type Tallies } from '@/lib/statements/imported';
import { CLASS_LOOKS } from './class-looks';

/** How many rows of a file are what. They add up to the rows of the file, and say so. */
export function TallyList({ tallies }: { readonly tallies: Tallies }) {
  const t = useTranslations('statements');
  const region = useRegion();
  const classes = (Object.keys(CLASSES) as RowClass[]).filter((name) => tallies[name] > 0 || name === 'accepted');
  return (
    <dl className="flex flex-wrap items-end gap-x-6 gap-y-3" aria-label={t('tally.label')}>
      {classes.map((name) => {
        const { tone, icon } = CLASS_LOOKS[name];
        return (
          <div key={name} title={t(`class.${name}.about`)}>
            <dt>
              <Badge tone={tone} icon={icon}>
                {t(`class.${name}.label`)}
              </Badge>
            </dt>
            <dd className="mt-1 pl-1 text-lg font-semibold text-ink tabular-nums">
              {formatCount(tallies[name], region)}
            </dd>
          </div>
        );
      })}
      <div className="border-l border-line pl-6">
        <dt className="text-xs text-ink-2">{t('tally.sum')}</dt>
        <dd className="mt-1 text-lg font-semibold text-ink tabular-nums">{formatCount(rowsOf(tallies), region)}</dd>
      </div>
    </dl>
  );
}
