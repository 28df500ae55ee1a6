'use client';

import { FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, type DragEvent, type FormEvent, useRef, useState } from 'react';
import { useRegion } from '@/components/language/reader';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { formatBytes } from '@/components/webhooks/byte-text';
import type { Translator } from '@/lib/language/catalogue';
import { LARGEST_FILE_BYTES } from '@/lib/statements/upload';
import { IMPORT_PATH } from './import-query';

type State =
  | { readonly step: 'ready' }
  | { readonly step: 'sending'; readonly name: string; readonly size: number }
  | { readonly step: 'failed'; readonly message: string };

type Props = { readonly account: string; readonly accountName: string };

/** Takes a file by dropping or choosing it and sends it as it is. A plain form without script. */
export function UploadForm({ account, accountName }: Props) {
  const t = useTranslations('statements');
  const region = useRegion();
  const [state, setState] = useState<State>({ step: 'ready' });
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const send = async (file: File | undefined) => {
    if (!file || state.step === 'sending') return;
    setState({ step: 'sending', name: file.name, size: file.size });
    const answer = await sent(file, account, t);
    if (answer.message === null) return router.push(answer.next);
    setState({ step: 'failed', message: answer.message });
    if (input.current) input.current.value = '';
  };
  const drag = (event: DragEvent, isNowOver: boolean) => {
    event.preventDefault();
    setIsOver(isNowOver);
  };
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`${IMPORT_PATH}/upload?${new URLSearchParams({ account })}`}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send(input.current?.files?.[0]);
      }}
      className="space-y-3"
    >
      {state.step === 'failed' && (
        <Alert role="alert" tone="negative">
          {state.message}
        </Alert>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse’s way to what the button below does */}
      <div
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          void send(event.dataTransfer.files[0]);
        }}
        className={classNames(
          'space-y-3 rounded-lg border border-dashed border-line-strong px-4 py-6 text-center transition-colors',
          isOver && 'border-accent bg-accent-soft',
        )}
      >
        <FileUp aria-hidden className="mx-auto size-6 text-ink-2" />
        <p className="text-body text-ink-2">
          {t.rich('upload.drop', {
            name: accountName,
            account: (chunks) => <span className="font-medium text-ink">{chunks}</span>,
          })}
        </p>
        <label className="mx-auto block max-w-sm text-left">
          <span className="mb-1 block text-xs font-medium text-ink-2">{t('upload.file')}</span>
          <input
            ref={input}
            type="file"
            name="file"
            required
            onChange={({ target }: ChangeEvent<HTMLInputElement>) => void send(target.files?.[0])}
            className="block w-full min-w-0 cursor-pointer rounded-lg border border-line-strong bg-surface p-1 text-body text-ink-2 shadow-xs file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-sunken file:px-3 file:py-1 file:text-xs file:font-medium file:text-ink"
          />
        </label>
        <noscript>
          <Button type="submit">{t('upload.send')}</Button>
        </noscript>
        <p role="status" className="text-xs text-ink-2 empty:hidden">
          {state.step === 'sending'
            ? t('upload.sending', { name: state.name, size: formatBytes(state.size, region) })
            : ''}
        </p>
      </div>
    </form>
  );
}

type Answer = { readonly message: string } | { readonly message: null; readonly next: string };

async function sent(file: File, account: string, t: Translator<'statements'>): Promise<Answer> {
  if (file.size > LARGEST_FILE_BYTES) return { message: t('refused.too_large') };
  if (file.size === 0) return { message: t('refused.empty') };
  try {
    const search = new URLSearchParams({ account, file: file.name });
    const response = await fetch(`${IMPORT_PATH}/upload?${search}`, {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'application/octet-stream' },
    });
    const answer = (await response.json()) as { next?: unknown; detail?: unknown };
    if (response.ok && typeof answer.next === 'string') return { message: null, next: answer.next };
    return { message: typeof answer.detail === 'string' ? answer.detail : t('upload.notTaken') };
  } catch {
    return { message: t('upload.noAnswer') };
  }
}
