import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './button';
import { classNames } from './class-names';
import { Checkbox } from './field';
import { Popover } from './popover';

type PanelProps = {
  readonly name: string;
  /** How many of its conditions are set. */
  readonly count: number;
  readonly className?: string;
  readonly children: ReactNode;
};

/** One filter: a pill that says whether it is set, and the panel it opens. */
export function FilterPanel({ name, count, className, children }: PanelProps) {
  const t = useTranslations('controls');
  return (
    <Popover
      label={t('filterBy', { name: name.toLowerCase() })}
      closesOnClick
      className={classNames('w-56 p-1.5', className)}
      triggerClassName={classNames(
        'inline-flex h-8 shrink-0 cursor-pointer items-center gap-1 rounded-lg border px-2.5 text-body font-medium whitespace-nowrap transition-colors',
        count > 0
          ? 'border-accent/30 bg-accent-soft text-accent'
          : 'border-line-strong bg-surface text-ink shadow-xs hover:bg-sunken',
      )}
      trigger={
        <>
          {name}
          {count > 0 && <span className="tabular-nums">· {count}</span>}
          <ChevronDown aria-hidden className="size-3.5 opacity-70" />
        </>
      }
    >
      {children}
      <div className="sticky -bottom-1.5 -mx-1.5 mt-1.5 -mb-1.5 border-t border-line bg-surface p-1.5">
        <Button type="submit" look="primary" size="small" className="w-full">
          {t('apply')}
        </Button>
      </div>
    </Popover>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly value: string;
  readonly chosen: readonly string[];
  readonly children: ReactNode;
};

/** One of the values a filter may have, several at once. */
export function FilterChoice({ name, value, chosen, children }: ChoiceProps) {
  return (
    <Checkbox name={name} value={value} defaultChecked={chosen.includes(value)}>
      {children}
    </Checkbox>
  );
}

/** Choices that belong together under a small heading; the first group has no line above it. */
export function FilterGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1">
      <legend className="sr-only">{title}</legend>
      <p aria-hidden className="px-2 pt-1 pb-0.5 text-xs font-medium text-ink-2">
        {title}
      </p>
      {children}
    </fieldset>
  );
}
