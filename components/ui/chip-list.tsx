import { X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type Chip = {
  /** What is narrowed; absent where the value says it. */
  readonly field?: string;
  readonly value: string;
  /** How the two belong together, and the list that says the opposite, where there is one. */
  readonly operator?: { readonly word: string; readonly href: string | null };
  /** The same list without it. */
  readonly href: string;
};

type Props = { readonly chips: readonly Chip[]; readonly className?: string; readonly children?: ReactNode };

/** What a list is narrowed to: one chip per condition, each with its way out. */
export function ChipList({ chips, className, children }: Props) {
  const t = useTranslations('controls');
  return (
    <ul aria-label={t('chips.label')} className={classNames('flex flex-wrap items-center gap-1.5', className)}>
      {chips.map(({ field, operator, value, href }) => (
        <li
          key={`${field} ${operator?.word} ${value}`}
          className="inline-flex h-6.5 max-w-full items-center rounded-md border border-line bg-sunken pl-2 text-xs text-ink"
        >
          <span className="truncate">
            {field && <span className="text-ink-2">{field} </span>}
            {operator && <Operator {...operator} about={`${field} ${value}`} />}
            {value}
          </span>
          <Link
            href={href}
            scroll={false}
            prefetch={false}
            aria-label={t('chips.remove', { condition: [field, operator?.word, value].filter(Boolean).join(' ') })}
            className="ml-1 grid size-6 shrink-0 place-items-center rounded-md text-ink-2 hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
      {children && <li className="flex items-center">{children}</li>}
    </ul>
  );
}

function Operator({ word, href, about }: NonNullable<Chip['operator']> & { readonly about: string }) {
  const t = useTranslations('controls');
  if (href === null) return <span className="text-ink-2">{word} </span>;
  return (
    <>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        title={t('chips.turn')}
        className="rounded-sm text-ink-2 underline decoration-dotted underline-offset-3 hover:text-ink"
      >
        {word}
        <span className="sr-only"> {t('chips.turnThis', { condition: about })}</span>
      </Link>{' '}
    </>
  );
}

/** The way out of all conditions at once. */
export function ClearAll({ href }: { readonly href: string }) {
  const t = useTranslations('controls');
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      className="rounded-md px-1.5 py-1 text-xs font-medium whitespace-nowrap text-accent hover:underline"
    >
      {t('clearAll')}
    </Link>
  );
}
