import { useTranslations } from 'next-intl';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
import type { Remark } from '@/lib/remarks/remark';
import type { TimeZone } from '@/lib/time-zones';
import { NoteForm } from './note-form';
import { OwnerForm } from './owner-form';
import type { RemarkAction } from './remark-state';

type Props = {
  readonly transactionId: string;
  /** Oldest first. */
  readonly remarks: readonly Remark[];
  readonly people: readonly string[];
  readonly zone: TimeZone;
  readonly assign: RemarkAction;
  readonly addNote: RemarkAction;
};

/** Who looks after a payment, and what people wrote about it. */
export function RemarkCard({ transactionId, remarks, people, zone, assign, addNote }: Props) {
  const t = useTranslations('remarks');
  const assignee = remarks.findLast(({ kind }) => kind === 'assignment')?.assignee ?? null;
  return (
    <SectionCard title={t('title')} bodyClassName="space-y-4">
      <OwnerForm id={transactionId} assignee={assignee} people={people} action={assign} />
      {remarks.length > 0 && (
        <ol aria-label={t('list')} className="list-none space-y-3">
          {remarks.toReversed().map((remark) => (
            <li key={remark.seq} className="border-l-2 border-line pl-3 text-body">
              <p className="text-xs [overflow-wrap:anywhere] text-ink-2">
                {remark.madeBy} · <Instant at={remark.madeAt} zone={zone} />
              </p>
              {remark.kind === 'note' ? (
                <p className="[overflow-wrap:anywhere] whitespace-pre-wrap text-ink">{remark.text}</p>
              ) : (
                <p className="[overflow-wrap:anywhere] text-ink-2 italic">
                  {remark.assignee === null ? t('taken') : t('given', { owner: remark.assignee })}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      <NoteForm id={transactionId} action={addNote} />
    </SectionCard>
  );
}
