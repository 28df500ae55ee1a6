import { useTranslations } from 'next-intl';
import { valuesText } from '@/components/exceptions/exception-words';
import { useReader } from '@/components/language/reader';
import { Badge } from '@/components/ui/badge';
import type { Difference } from '@/lib/reconciliation/beside';
import type { Reason } from '@/lib/reconciliation/reason';

type Props = { readonly reason: Reason; readonly difference?: Pick<Difference, 'expected' | 'actual'> | undefined };

/** Why something does not agree, with the two values where there are two; the title is the help behind it. */
export function ReasonChip({ reason, difference }: Props) {
  const t = useTranslations('reasons');
  const reader = useReader();
  const values = difference && valuesText({ reason, ...difference }, reader);
  return (
    <span className="inline-flex max-w-full min-w-0 flex-col items-start gap-0.5">
      <Badge tone="caution" title={t(`reason.${reason}.help`)}>
        {t(`reason.${reason}.label`)}
      </Badge>
      {values && (
        <span className="max-w-72 text-xs text-ink-2 tabular-nums" title={values}>
          {values}
        </span>
      )}
    </span>
  );
}
