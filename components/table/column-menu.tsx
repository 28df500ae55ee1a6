'use client';

import { ArrowDown, ArrowUp, PanelLeft, PanelRight, SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Checkbox, Input } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import { DENSITIES } from '@/lib/views/layout';
import type { ColumnShape } from './column';
import { useTableLayout } from './layout-provider';
import { fromLeft, looksLike, pinned, regionOf, settled, shifted, shown } from './layout-state';

type Props = { readonly columns: readonly ColumnShape[]; readonly start: readonly string[] };

/** Which columns a table has, in which order, kept at which end, and how dense its rows are; all of it by keys too. */
export function ColumnMenu({ columns, start }: Props) {
  const t = useTranslations('table');
  const { layout: kept, change } = useTableLayout();
  const [sought, setSought] = useState('');
  const layout = settled(kept, columns, start);
  const byId = new Map(columns.map((column) => [column.id, column]));
  const matching = fromLeft(layout).flatMap((id) => byId.get(id) ?? []);
  const found = matching.filter(({ label }) => label.toLowerCase().includes(sought.trim().toLowerCase()));
  const isAsAtFirst = looksLike(layout, settled(null, columns, start));
  return (
    <Popover
      label={t('columns.title')}
      align="end"
      trigger={
        <>
          <SlidersHorizontal aria-hidden /> {t('columns.title')}
        </>
      }
      triggerClassName={buttonClass({ size: 'small' })}
      className="w-88 p-0"
    >
      <div className="sticky top-0 z-10 border-b border-line bg-surface p-2">
        <Input
          type="search"
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
          aria-label={t('columns.find')}
          placeholder={t('columns.find')}
          className="h-8"
        />
      </div>
      <ul aria-label={t('columns.list')} className="p-2">
        {found.map((column) => (
          <ColumnLine key={column.id} column={column} layout={layout} change={change} />
        ))}
        {found.length === 0 && <li className="px-2 py-3 text-xs text-ink-2">{t('columns.none')}</li>}
      </ul>
      <div className="sticky bottom-0 flex flex-wrap items-center justify-between gap-2 border-t border-line bg-surface p-2">
        <fieldset className="flex items-center gap-1">
          <legend className="sr-only">{t('columns.height')}</legend>
          {DENSITIES.map((density) => (
            <label
              key={density}
              className={classNames(
                'cursor-pointer rounded-md px-2 py-1 text-xs text-ink-2 has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2',
              )}
            >
              <input
                type="radio"
                name="density"
                className="sr-only"
                checked={layout.density === density}
                onChange={() => change({ ...layout, density })}
              />
              {t(`columns.density.${density}`)}
            </label>
          ))}
        </fieldset>
        <Button size="small" aria-disabled={isAsAtFirst} onClick={() => !isAsAtFirst && change(null)}>
          {t('columns.reset')}
        </Button>
      </div>
    </Popover>
  );
}

type LineProps = {
  readonly column: ColumnShape;
  readonly layout: ReturnType<typeof settled>;
  readonly change: (layout: ReturnType<typeof settled>) => void;
};

function ColumnLine({ column: { id, label }, layout, change }: LineProps) {
  const t = useTranslations('table');
  const isShown = !layout.hidden.includes(id);
  const isLast = isShown && layout.order.length - layout.hidden.length === 1;
  const region = regionOf(layout, id);
  const pin = (side: 'start' | 'end') => change(pinned(layout, id, region === side ? 'middle' : side));
  return (
    <li className="flex items-center gap-0.5">
      <Checkbox
        checked={isShown}
        disabled={isLast}
        onChange={(event) => change(shown(layout, id, event.currentTarget.checked))}
        className="min-w-0 flex-1 py-1"
      >
        {label}
      </Checkbox>
      <Tool label={t('columns.left', { label })} does={() => change(shifted(layout, id, -1))}>
        <ArrowUp aria-hidden />
      </Tool>
      <Tool label={t('columns.right', { label })} does={() => change(shifted(layout, id, 1))}>
        <ArrowDown aria-hidden />
      </Tool>
      <Tool label={t('columns.pinLeft', { label })} isOn={region === 'start'} does={() => pin('start')}>
        <PanelLeft aria-hidden />
      </Tool>
      <Tool label={t('columns.pinRight', { label })} isOn={region === 'end'} does={() => pin('end')}>
        <PanelRight aria-hidden />
      </Tool>
    </li>
  );
}

type ToolProps = {
  readonly label: string;
  readonly does: () => void;
  /** Of a tool that is on or off. */
  readonly isOn?: boolean;
  readonly children: ReactNode;
};

function Tool({ label, does, isOn, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isOn}
      title={label}
      onClick={does}
      className={classNames(
        'grid size-6.5 shrink-0 cursor-pointer place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink [&_svg]:size-3.5',
        isOn && 'bg-accent-soft text-accent hover:text-accent',
      )}
    >
      {children}
    </button>
  );
}
