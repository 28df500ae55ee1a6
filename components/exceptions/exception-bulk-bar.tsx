'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AssignPanel, BulkBar, BulkPanel, BulkResults, NotePanel, useBulk } from '@/components/bulk/bulk-bar';
import { Field, Select, Textarea } from '@/components/ui/field';
import { BULK_RESOLUTIONS } from '@/lib/reconciliation/exception-work';
import type { ExceptionRow } from '@/lib/reconciliation/view';
import { LONGEST_NOTE } from '@/lib/remarks/remark';
import { exceptionHref } from './exception-links';
import type { ExceptionActions } from './exception-list';

type Props = {
  readonly chosen: readonly ExceptionRow[];
  /** Whom exceptions may be given to, by e-mail address. */
  readonly people: readonly string[];
  readonly actions: ExceptionActions;
  readonly clear: () => void;
};

/** What can be done with the chosen exceptions. */
export function ExceptionBulkBar({ chosen: rows, people, actions, clear }: Props) {
  const t = useTranslations('exceptions');
  const noun = t('bulk.noun');
  const assigned = useBulk(actions.assign);
  const noted = useBulk(actions.addNotes);
  const resolved = useBulk(actions.resolve);
  const chosen = { ids: rows.map(({ id }) => id) };
  const stakes = rows.map(({ amount, currency }) => (amount === null ? null : { amount, currency }));
  return (
    <>
      <BulkResults bulks={[assigned, noted, resolved]} subject={t('one')} hrefOf={exceptionHref} clear={clear} />
      {rows.length > 0 && (
        <BulkBar chosen={chosen} noun={noun} amounts={stakes} clear={clear}>
          <AssignPanel bulk={assigned} chosen={chosen} noun={noun} people={people} />
          <NotePanel bulk={noted} chosen={chosen} noun={noun} />
          <BulkPanel
            bulk={resolved}
            chosen={chosen}
            noun={noun}
            name={t('bulk.resolve')}
            icon={<CircleCheck aria-hidden />}
            label={t('bulk.resolveLabel')}
            submit={resolved.isRunning ? t('bulk.resolving') : t('bulk.resolveCount', { count: rows.length })}
          >
            <ResolveFields />
          </BulkPanel>
        </BulkBar>
      )}
    </>
  );
}

function ResolveFields() {
  const t = useTranslations('exceptions');
  const says = useTranslations('reasons');
  return (
    <>
      <Field label={t('bulk.why')} hint={t('bulk.whyHint')}>
        <Select name="resolution" required defaultValue="">
          <option value="" disabled>
            {t('bulk.chooseReason')}
          </option>
          {BULK_RESOLUTIONS.map((resolution) => (
            <option key={resolution} value={resolution}>
              {says(`resolution.${resolution}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('bulk.remark')} hint={t('bulk.remarkHint')}>
        <Textarea name="remark" rows={3} required maxLength={LONGEST_NOTE} />
      </Field>
    </>
  );
}
