'use client';

import { Download } from 'lucide-react';
import { useId } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import { EXPORT_LISTS, type ExportListName, JOB_ROWS } from '@/lib/exports/export';
import { FORMAT_NAMES, FORMATS, PRESET_NAMES, PRESETS } from '@/lib/exports/file-format';
import { formatCount } from '@/lib/format';

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
  const { noun } = EXPORT_LISTS[list];
  return (
    <Popover
      label="Export"
      align="end"
      trigger={
        <>
          <Download aria-hidden /> Export
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
          announce('The file is on its way');
          const panel = event.currentTarget.closest<HTMLElement>('[popover]');
          setTimeout(() => panel?.hidePopover(), 0); // after the form is gone: a hidden one is not sent
        }}
      >
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="query" value={query} />
        <div>
          <h2 id={heading} className="text-sm font-semibold">
            Export this filter
          </h2>
          <p className="mt-0.5 text-xs text-ink-2">{told(count, noun)}</p>
        </div>
        {shown && (
          <fieldset>
            <legend className="mb-1 text-xs font-medium text-ink-2">Columns</legend>
            <ColumnChoice value={shown.join(',')} isDefault>
              As on screen ({formatCount(shown.length)})
            </ColumnChoice>
            <ColumnChoice value="all">All there are</ColumnChoice>
          </fieldset>
        )}
        <Field label="Format">
          <Select name="format">
            {FORMAT_NAMES.map((format) => (
              <option key={format} value={format}>
                {FORMATS[format].label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Spreadsheet of" hint="How a CSV parts its cells and writes its decimals.">
          <Select name="preset">
            {PRESET_NAMES.map((preset) => (
              <option key={preset} value={preset}>
                {PRESETS[preset].label} (1{PRESETS[preset].decimal}50 {PRESETS[preset].separator} 2
                {PRESETS[preset].decimal}00)
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex items-center justify-between gap-2 pt-1">
          <a href="/exports" className="text-xs text-accent hover:underline">
            Files so far
          </a>
          <Button type="submit" look="primary">
            <Download aria-hidden /> Export
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

function told(count: number | null, noun: string): string {
  if (count === 0) return `No ${noun} match: the file would only have its heads.`;
  if (count === null) return `All ${noun} that match, in this order.`;
  const rows = `${formatCount(count)} ${count === 1 ? noun.replace(/s$/, '') : noun}, in this order`;
  return count < JOB_ROWS ? `${rows}; downloaded at once.` : `${rows}; written in the background, kept for a week.`;
}
