'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type RefObject, useId } from 'react';
import { Button } from '@/components/ui/button';
import { DIALOG } from '@/components/ui/dialog';
import { Field, Input, Select } from '@/components/ui/field';
import { LONGEST_REMARK } from '@/lib/reconciliation/running-sum';
import { MARKS, type Marking, type MarkKind } from './deed';

const KINDS: readonly MarkKind[] = Object.values(MARKS).flat();

type Props = {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly marking: Marking;
  readonly mark: (seqs: readonly string[], kind: MarkKind, remark: string) => void;
};

/** Asks what lines are that are no payments, and why; kept with them for good. */
export function MarkDialog({ dialog, marking: { seqs, as }, mark }: Props) {
  const t = useTranslations('workbench');
  const words = useTranslations('words');
  const heading = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const kind = KINDS.find((known) => known === data.get('kind'));
    const remark = String(data.get('remark') ?? '').trim();
    if (!kind || remark === '') return;
    dialog.current?.close();
    event.currentTarget.reset();
    mark(seqs, kind, remark);
  };
  return (
    <dialog ref={dialog} aria-labelledby={heading} className={DIALOG}>
      <form key={as} onSubmit={submit} className="space-y-3 p-4">
        <h2 id={heading} className="text-base font-semibold">
          {as === 'b' ? t('mark.titleFee') : t('mark.titleInternal')}
        </h2>
        <p className="text-body text-ink-2">{t('mark.about', { count: seqs.length })}</p>
        {as === 'b' ? (
          <Field label={t('mark.what')}>
            <Select name="kind" required defaultValue="fee">
              {MARKS.b.map((kind) => (
                <option key={kind} value={kind}>
                  {words(`lineKind.${kind}`)}
                </option>
              ))}
            </Select>
          </Field>
        ) : (
          <input type="hidden" name="kind" value="internal" />
        )}
        <Field label={t('remark')}>
          <Input name="remark" required maxLength={LONGEST_REMARK} autoComplete="off" placeholder={t('mark.example')} />
        </Field>
        <div className="flex justify-end gap-2">
          <Button look="ghost" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary">
            {t('mark.do')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
