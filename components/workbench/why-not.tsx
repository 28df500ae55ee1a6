import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Says } from '@/components/language/says';
import { KindLabel } from '@/components/transactions/kind-label';
import { MoneyText } from '@/components/transactions/money-text';
import type { Said } from '@/lib/language/said';
import type { BenchCandidate } from '@/lib/reconciliation/workbench-view';

type Props = {
  readonly candidates: readonly BenchCandidate[];
  /** Where nothing is near. */
  readonly sentences: readonly Said[];
  readonly isOpen: boolean;
  readonly setIsOpen: (isOpen: boolean) => void;
};

/** Why no pass took the line: the nearest payments, and the criterion that each of them failed. */
export function WhyNot({ candidates, sentences, isOpen, setIsOpen }: Props) {
  const t = useTranslations('workbench');
  const told = candidates.filter(({ whyNot }) => whyNot.length > 0);
  if (told.length === 0 && sentences.length === 0) return null;
  return (
    <details
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      className="border-t border-line px-4 py-2.5"
    >
      <summary className="inline-flex cursor-pointer items-center gap-1 rounded-md py-0.5 text-xs font-semibold text-ink select-none">
        <ChevronRight aria-hidden className="size-3.5 transition-transform [details[open]>summary>&]:rotate-90" />
        {t('pane.whyNot')}
      </summary>
      <ul className="mt-1 space-y-2 pl-4.5 text-xs text-ink-2">
        {sentences.map((sentence) => (
          <li key={sentence.key}>
            <Says said={sentence} />
          </li>
        ))}
        {told.map(({ leg, whyNot }) => (
          <li key={leg.id}>
            <span className="flex flex-wrap gap-x-2">
              <KindLabel provider={leg.provider} kind={leg.kind} />
              <MoneyText money={leg.money} className="text-ink" />
            </span>
            {whyNot.map((sentence) => (
              <span key={sentence.key} className="block">
                <Says said={sentence} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
