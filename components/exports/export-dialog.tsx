'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import { type ExportListName, JOB_ROWS } from '@/lib/exports/export';
import { FORMAT_NAMES, PRESET_NAMES, PRESETS } from '@/lib/exports/file-format';
import type { Translator } from '@/lib/language/catalogue';

type Props = {
  readonly list: ExportListName;
  /** The list's query string, as its own writer writes it. */
  readonly query: string;
  /** How many rows match; `null` where they were not counted. */
  readonly count: number | null;
  /** The file’s columns for what the table shows, from left to right; absent where there is no choice. */
  readonly shown?: readonly string[];
};

/**
 * Asks which file of a list: a plain form, which works before and without scripts. A small file is downloaded at once, a
 * large one is made in the background, and the answer then is its page.
 */
export function ExportDialog({ list, query, count, shown }: Props) {
  const heading = useId();
  const t = useTranslations('exports');
  return (
    <Popover
      label={t('dialog.export')}
      align="end"
      trigger={
        <>
          <Download aria-hidden /> {t('dialog.export')}
        </>
      }
      triggerClassName={buttonClass()}
      triggerData={{ 'data-key-export': '' }}
      className="w-88 p-4"
    >
      <form
        method="post"
        action="/exports/start"
        aria-labelledby={heading}
        className="space-y-3"
        onSubmit={(event) => {
          announce(t('dialog.onItsWay'));
          const panel = event.currentTarget.closest<HTMLElement>('[popover]');
          setTimeout(() => panel?.hidePopover(), 0); // after the form is gone: a hidden one is not sent
        }}
      >
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="query" value={query} />
        <div>
          <h2 id={heading} className="text-sm font-semibold">
            {t('dialog.title')}
          </h2>
          <p className="mt-0.5 text-xs text-ink-2">{told(count, list, t)}</p>
        </div>
        {shown && (
          <fieldset>
            <legend className="mb-1 text-xs font-medium text-ink-2">{t('dialog.columns')}</legend>
            <ColumnChoice value={shown.join(',')} isDefault>
              {t('dialog.asOnScreen', { count: shown.length })}
            </ColumnChoice>
            <ColumnChoice value="all">{t('dialog.allColumns')}</ColumnChoice>
          </fieldset>
        )}
        <Field label={t('dialog.format')}>
          <Select name="format">
            {FORMAT_NAMES.map((format) => (
              <option key={format} value={format}>
                {t(`format.${format}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('dialog.preset')} hint={t('dialog.presetHint')}>
          <Select name="preset">
            {PRESET_NAMES.map((preset) => (
              <option key={preset} value={preset}>
                {t('dialog.presetOption', {
                  name: t(`preset.${preset}`),
                  decimal: PRESETS[preset].decimal,
                  separator: PRESETS[preset].separator,
                })}
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex items-center justify-between gap-2 pt-1">
          <a href="/exports" className="text-xs text-accent hover:underline">
            {t('dialog.soFar')}
          </a>
          <Button type="submit" look="primary">
            <Download aria-hidden /> {t('dialog.export')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}

type ChoiceProps = { readonly value: string; readonly isDefault?: boolean; readonly children: React.ReactNode };

function ColumnChoice({ value, isDefault = false, children }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 text-body hover:bg-sunken">
      <input type="radio" name="columns" value={value} defaultChecked={isDefault} className="size-4 accent-accent" />
      <span>{children}</span>
    </label>
  );
}

function told(count: number | null, list: ExportListName, t: Translator<'exports'>): string {
  if (count === 0) return t(`dialog.none.${list}`);
  if (count === null) return t(`dialog.uncounted.${list}`);
  const rows = t(`dialog.rows.${list}`, { count });
  return count < JOB_ROWS ? t('dialog.atOnce', { rows }) : t('dialog.later', { rows });
}
