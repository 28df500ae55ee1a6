'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input } from '@/components/ui/field';
import { closePopover } from '@/components/ui/popover';
import type { TableLayout } from '@/lib/views/layout';
import { LONGEST_VIEW_NAME, type SavedView } from '@/lib/views/view';

/** What came of it; `null` before, and after what went well, which shows by itself. */
export type ViewState = { readonly error: string } | null;
export type ViewAction = (before: ViewState, data: FormData) => Promise<ViewState>;
export type ViewActions = { readonly save: ViewAction; readonly drop: ViewAction };

type Content = {
  /** The list as it is now. */
  readonly content: string;
  readonly layout: TableLayout | null;
};

/** Saves the list as it is now under a new name. */
export function SaveAsForm({ action, content, layout }: Content & { readonly action: ViewAction }) {
  const t = useTranslations('views');
  return (
    <ViewForm action={action} submit={t('form.saveView')} busy={t('form.saving')}>
      <Held content={content} layout={layout} />
      <NameField />
      <TeamBox />
    </ViewForm>
  );
}

/** Puts the list as it is now in the place of what a view held. */
export function SaveForm({ action, view, content, layout }: Content & { action: ViewAction; view: SavedView }) {
  const t = useTranslations('views');
  return (
    <ViewForm action={action} submit={t('form.save')} busy={t('form.saving')}>
      <input type="hidden" name="id" value={view.id} />
      <Held content={content} layout={layout} />
    </ViewForm>
  );
}

/** Another name, and who sees it. */
export function RenameForm({ action, view }: { readonly action: ViewAction; readonly view: SavedView }) {
  const t = useTranslations('views');
  return (
    <ViewForm action={action} submit={t('form.change')} busy={t('form.changing')}>
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="part" value="name" />
      <NameField name={view.name} />
      <TeamBox isTeam={view.isTeam} />
    </ViewForm>
  );
}

export function DeleteForm({ action, view }: { readonly action: ViewAction; readonly view: SavedView }) {
  const t = useTranslations('views');
  return (
    <ViewForm action={action} submit={t('form.delete', { name: view.name })} busy={t('form.deleting')}>
      <input type="hidden" name="id" value={view.id} />
      <p className="text-xs text-ink-2">{view.isTeam ? t('form.goneForAll') : t('form.goneForGood')}</p>
    </ViewForm>
  );
}

function Held({ content, layout }: Content) {
  return (
    <>
      <input type="hidden" name="query" value={content} />
      <input type="hidden" name="layout" value={layout === null ? '' : JSON.stringify(layout)} />
    </>
  );
}

function NameField({ name }: { readonly name?: string }) {
  const t = useTranslations('views');
  return (
    <Field label={t('form.name')}>
      <Input name="name" required maxLength={LONGEST_VIEW_NAME} defaultValue={name} autoComplete="off" />
    </Field>
  );
}

function TeamBox({ isTeam }: { readonly isTeam?: boolean }) {
  const t = useTranslations('views');
  return (
    <Checkbox name="isTeam" value="true" defaultChecked={isTeam} className="-mx-2">
      {t('form.forTeam')}
    </Checkbox>
  );
}

type FormProps = {
  readonly action: ViewAction;
  readonly submit: string;
  readonly busy: string;
  readonly children: ReactNode;
};

function ViewForm({ action, submit, busy, children }: FormProps) {
  const [state, run, isPending] = useActionState(action, null);
  const form = useRef<HTMLFormElement>(null);
  const wasPending = useRef(false);
  useEffect(() => {
    // What went well is seen in the list; the panel makes room for it.
    if (wasPending.current && !isPending && !state) closePopover(form.current);
    wasPending.current = isPending;
  }, [isPending, state]);
  return (
    <form ref={form} action={run} className="space-y-3">
      {state && (
        <Alert role="alert" tone="negative">
          {state.error}
        </Alert>
      )}
      {children}
      <Button type="submit" look="primary" size="small" className="w-full" disabled={isPending}>
        {isPending ? busy : submit}
      </Button>
    </form>
  );
}
