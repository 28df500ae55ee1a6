import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { Reading } from '@/lib/identifiers/classify';
import { type Mistyped, mistypedIn } from '@/lib/support/mistyped';

/** Nothing carries the value: how it was read, and which digit may be wrong. */
export function NothingFound({ readings }: { readonly readings: readonly Reading[] }) {
  const t = useTranslations('support');
  const flaws = readings.flatMap(mistypedIn);
  const kinds = readings.map(({ kind }) => t(`reading.${kind}`)).join(' / ');
  const flawText = ({ kind, place, digits }: Mistyped) => {
    const reading = t(`reading.${kind}`);
    if (place === 'last') return t('none.lastDigits', { reading, digits });
    return place === 'eighth' ? t('none.eighthDigit', { reading, digits }) : t('none.notFitting', { reading });
  };
  return (
    <Card>
      <EmptyState icon={SearchX} title={t('none.title')} className="py-10">
        <p>{kinds === '' ? t('none.readAsReference') : t('none.readAs', { reading: kinds })}</p>
        <ul className="mx-auto mt-3 max-w-md list-disc space-y-1 pl-5 text-left">
          {flaws.map((flaw) => (
            <li key={`${flaw.kind} ${flaw.place}`}>
              <strong className="font-semibold text-ink">{t('none.mistyped')}</strong> {flawText(flaw)}
            </li>
          ))}
          {flaws.length === 0 && <li>{t('none.compare')}</li>}
          <li>{t('none.other')}</li>
        </ul>
      </EmptyState>
    </Card>
  );
}
