import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { classNames } from '@/components/ui/class-names';
import type { CriterionView } from '@/lib/reconciliation/view';
import { criterionSentence, criterionText, isWorthTelling, VERDICT_LOOKS } from './criteria-words';

/** What agrees, what is near and what does not, criterion by criterion. */
export function CriteriaStrip({ criteria }: { readonly criteria: readonly CriterionView[] }) {
  const t = useTranslations('workbench');
  const reader = useReader();
  const told = criteria.filter(isWorthTelling);
  if (told.length === 0) return null;
  return (
    <ul aria-label={t('criteria')} className="flex flex-wrap gap-1">
      {told.map((criterion) => (
        <li
          key={criterion.criterion}
          title={criterionSentence(criterion, t, reader)}
          className={classNames(
            'inline-flex h-5 items-center rounded-sm border px-1 text-2xs font-medium whitespace-nowrap',
            VERDICT_LOOKS[criterion.verdict].className,
          )}
        >
          <span aria-hidden>{criterionText(criterion, t, reader)}</span>
          <span className="sr-only">{criterionSentence(criterion, t, reader)}</span>
        </li>
      ))}
    </ul>
  );
}
