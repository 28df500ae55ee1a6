import { ArrowRight, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { MoneyText } from '@/components/transactions/money-text';
import { classNames } from '@/components/ui/class-names';
import { TONE_TEXT, type Tone } from '@/components/ui/tone';
import { formatCount } from '@/lib/format';

export type CardSum = {
  readonly currency: string | null;
  readonly sum: string | null;
  readonly count: number;
  readonly unknown: number;
};

type Props = {
  readonly href: string;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly count: number;
  /** What is counted, after the figure. */
  readonly noun: string;
  readonly explanation: string;
  readonly sums?: readonly CardSum[];
};

/** One group of money at risk; the whole card opens its list. */
export function RiskCard({ href, title, icon: Icon, tone, count, noun, explanation, sums = [] }: Props) {
  const t = useTranslations('home');
  const region = useRegion();
  const known = sums.filter(({ sum }) => sum !== null);
  const unknown = sums.reduce((total, sum) => total + sum.unknown, 0);
  return (
    <Link
      href={href}
      className="group relative flex min-w-0 flex-col rounded-xl border border-line bg-surface p-4 shadow-xs transition-colors hover:border-line-strong"
    >
      <h2 className="flex items-center gap-2 text-body font-medium text-ink-2">
        <Icon aria-hidden className={classNames('size-4 shrink-0', count > 0 ? TONE_TEXT[tone] : 'text-ink-3')} />
        <span className="min-w-0 flex-1">{title}</span>
        <ArrowRight
          aria-hidden
          className="absolute top-4 right-3 size-4 text-ink-3 opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
        />
      </h2>
      <p className="mt-2 flex items-baseline gap-2">
        <span className={classNames('text-figure font-semibold tracking-tight', count === 0 && 'text-ink-3')}>
          {formatCount(count, region)}
        </span>
        <span className="text-xs text-ink-2">{noun}</span>
      </p>
      {count === 0 || (known.length === 0 && unknown === 0) ? (
        <p className="mt-1.5 text-xs text-ink-2">{count === 0 ? t('risk.none') : explanation}</p>
      ) : (
        <ul className="mt-1.5 columns-[8rem] gap-x-3 text-body leading-5.5">
          {known.map(({ currency, sum }) => (
            <li key={currency}>
              <MoneyText money={{ amount: sum ?? '0', currency }} />
            </li>
          ))}
          {unknown > 0 && <li className="text-xs text-ink-2 italic">{t('risk.unknown', { count: unknown })}</li>}
        </ul>
      )}
    </Link>
  );
}
