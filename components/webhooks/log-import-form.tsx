'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { type ImportReport, MAX_LOG_BYTES } from '@/lib/events/acknowledgement';
import type { Translator } from '@/lib/language/catalogue';
import { LogImportReport } from './log-import-report';

type State =
  | { readonly step: 'ready' }
  | { readonly step: 'reading' }
  | { readonly step: 'done'; readonly report: ImportReport }
  | { readonly step: 'failed'; readonly message: string };

const IMPORT_PATH = '/webhooks/acknowledgements/import';

/** Sends a log as it is, a file or pasted lines, and shows what was found in it. */
export function LogImportForm() {
  const t = useTranslations('acknowledgements');
  const [state, setState] = useState<State>({ step: 'ready' });
  const router = useRouter();
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const file = data.get('file');
    const log = file instanceof File && file.size > 0 ? file : String(data.get('lines') ?? '');
    setState({ step: 'reading' });
    const next = await send(log, t);
    setState(next);
    if (next.step === 'done') router.refresh();
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)} className="space-y-3">
      <div className="grid gap-3 lg:grid-cols-2">
        <Field label={t('import.file')} hint={t('import.fileHint')}>
          <input
            type="file"
            name="file"
            className="block w-full min-w-0 cursor-pointer rounded-lg border border-line-strong bg-surface p-1 text-body text-ink-2 shadow-xs file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-sunken file:px-3 file:py-1 file:text-xs file:font-medium file:text-ink"
          />
        </Field>
        <Field label={t('import.paste')} hint={t('import.pasteHint')}>
          <textarea
            name="lines"
            rows={3}
            spellCheck={false}
            autoComplete="off"
            className="block w-full min-w-0 rounded-lg border border-line-strong bg-surface px-3 py-2 font-mono text-xs text-ink shadow-xs"
          />
        </Field>
      </div>
      <Button type="submit" look="primary" disabled={state.step === 'reading'}>
        {state.step === 'reading' ? t('import.reading') : t('import.compare')}
      </Button>
      <noscript>
        <p className="text-xs text-ink-2">
          {t.rich('import.noScript', { code: (chunks) => <code className="font-mono">{chunks}</code> })}
        </p>
      </noscript>
      <div role="status" className="empty:hidden">
        {state.step === 'done' && <LogImportReport report={state.report} />}
      </div>
      {state.step === 'failed' && (
        <Alert role="alert" tone="negative">
          <span className="text-ink">{state.message}</span>
        </Alert>
      )}
    </form>
  );
}

async function send(log: File | string, t: Translator<'acknowledgements'>): Promise<State> {
  const failed = (message: string): State => ({ step: 'failed', message });
  if (typeof log === 'string' && log.trim() === '') return failed(t('import.error.nothing'));
  if (typeof log !== 'string' && log.size > MAX_LOG_BYTES) return failed(t('import.error.fileTooLarge'));
  try {
    const path = typeof log === 'string' ? IMPORT_PATH : `${IMPORT_PATH}?${new URLSearchParams({ file: log.name })}`;
    const response = await fetch(path, { method: 'POST', body: log, headers: { 'content-type': 'text/plain' } });
    const answer: unknown = await response.json();
    if (response.ok) return { step: 'done', report: answer as ImportReport };
    const { detail } = answer as { detail?: unknown };
    return failed(typeof detail === 'string' ? detail : t('import.error.unread'));
  } catch {
    return failed(t('import.error.noAnswer'));
  }
}
