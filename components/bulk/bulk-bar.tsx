'use client';

import { StickyNote, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState } from 'react';
import { MoneyText } from '@/components/transactions/money-text';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, Select, Textarea } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import type { Money } from '@/lib/money';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import { BulkResult } from './bulk-result';
import type { BulkAction, BulkState } from './bulk-state';
import { sumsOf } from './sums';

/** What a bulk action is about: rows by their ids, or everything that matches a filter, which the server resolves. */
export type Chosen = { readonly ids: readonly string[] } | { readonly filter: string; readonly count: number };

export function countOf(chosen: Chosen): number {
  return 'ids' in chosen ? chosen.ids.length : chosen.count;
}

type BarProps = {
  readonly chosen: Chosen;
  /** Plural: "refunds". */
  readonly noun: string;
  /** Of the chosen rows, as far as they are known here. */
  readonly amounts: readonly (Money | null)[];
  readonly clear: () => void;
  readonly children: ReactNode;
};

/** What can be done with what is chosen; it rises from the bottom while anything is. */
export function BulkBar({ chosen, noun, amounts, clear, children }: BarProps) {
  const t = useTranslations('bulk');
  return (
    <section
      aria-label={t('region', { noun })}
      className="fixed inset-x-3 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100vw-1.5rem)] flex-wrap items-center gap-2 rounded-xl border border-line-strong bg-surface px-3 py-2 shadow-lg max-md:bottom-20"
    >
      <p className="flex flex-wrap items-baseline gap-x-3 px-1 text-body">
        <span className="font-medium">{t('selected', { count: countOf(chosen) })}</span>
        {sumsOf(amounts).map((sum) => (
          <MoneyText key={sum.currency} money={sum} className="text-xs" />
        ))}
      </p>
      {children}
      <Button look="ghost" size="small" onClick={clear}>
        {t('clear')}
      </Button>
    </section>
  );
}

/** A bulk action, and what came of it, which is told in a dialog of its own. */
export type Bulk = { readonly state: BulkState; readonly run: (data: FormData) => void; readonly isRunning: boolean };

export function useBulk(action: BulkAction): Bulk {
  const [state, run, isRunning] = useActionState(action, null);
  return { state, run, isRunning };
}

type ResultsProps = {
  readonly bulks: readonly Bulk[];
  /** Singular, with a capital: "Transaction". */
  readonly subject: string;
  readonly hrefOf: (id: string) => string;
  readonly clear: () => void;
};

/** What became of each row, one dialog per action: only the last one opens. */
export function BulkResults({ bulks, subject, hrefOf, clear }: ResultsProps) {
  return bulks.map(({ state }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: places that never move
    <BulkResult key={at} state={state} subject={subject} hrefOf={hrefOf} onClose={clear} />
  ));
}

type FormProps = { readonly bulk: Bulk; readonly chosen: Chosen; readonly noun: string };

export function AssignPanel({ people, ...form }: FormProps & { readonly people: readonly string[] }) {
  const t = useTranslations('bulk');
  const { bulk, chosen, noun } = form;
  return (
    <BulkPanel
      {...form}
      name={t('assign.open')}
      icon={<UserRound aria-hidden />}
      label={t('assign.label', { noun })}
      submit={bulk.isRunning ? t('assign.busy') : t('assign.submit', { count: countOf(chosen) })}
    >
      <Field label={t('assign.owner')}>
        <Select name="owner" defaultValue={people[0] ?? ''}>
          {people.map((email) => (
            <option key={email} value={email}>
              {email}
            </option>
          ))}
          <option value="">{t('assign.nobody')}</option>
        </Select>
      </Field>
    </BulkPanel>
  );
}

export function NotePanel(form: FormProps) {
  const t = useTranslations('bulk');
  const { bulk, chosen, noun } = form;
  return (
    <BulkPanel
      {...form}
      name={t('note.open')}
      icon={<StickyNote aria-hidden />}
      label={t('note.label', { noun })}
      submit={bulk.isRunning ? t('note.busy') : t('note.submit', { count: countOf(chosen) })}
    >
      <Field label={t('note.text')} hint={t('note.hint')}>
        <Textarea name="text" rows={3} required maxLength={LONGEST_NOTE} />
      </Field>
    </BulkPanel>
  );
}

type PanelProps = FormProps & {
  readonly name: string;
  readonly icon: ReactNode;
  readonly label: string;
  /** With the number of rows in it: pressing it is the confirmation. */
  readonly submit: string;
  readonly children: ReactNode;
};

/** A button of the bar and the form it opens. */
export function BulkPanel({ name, icon, label, submit, bulk, chosen, children }: PanelProps) {
  const { state, run, isRunning } = bulk;
  return (
    <Popover
      label={label}
      className="w-80 p-3"
      triggerClassName={buttonClass({ size: 'small' })}
      trigger={
        <>
          {icon} {name}
        </>
      }
    >
      <form action={run} className="space-y-3">
        {state && 'error' in state && (
          <Alert role="alert" tone="negative">
            {state.error}
          </Alert>
        )}
        {'ids' in chosen ? (
          chosen.ids.map((id) => <input key={id} type="hidden" name="id" value={id} />)
        ) : (
          <input type="hidden" name="filter" value={chosen.filter} />
        )}
        {children}
        <Button type="submit" look="primary" size="small" className="w-full" disabled={isRunning}>
          {submit}
        </Button>
      </form>
    </Popover>
  );
}
