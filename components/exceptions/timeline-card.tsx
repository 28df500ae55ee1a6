import { useTranslations } from 'next-intl';
import { useReader } from '@/components/language/reader';
import { NoteForm } from '@/components/remarks/note-form';
import { OwnerForm } from '@/components/remarks/owner-form';
import type { RemarkAction } from '@/components/remarks/remark-state';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
import { spokenKept } from '@/lib/language/said';
import type { ExceptionDetail, ExceptionNote } from '@/lib/reconciliation/view';
import type { TimeZone } from '@/lib/time-zones';

type Props = {
  readonly detail: ExceptionDetail;
  readonly people: readonly string[];
  readonly zone: TimeZone;
  readonly assign: RemarkAction;
  readonly addNote: RemarkAction;
};

/** Who has it, what was done about it, newest first, and what people wrote. */
export function ExceptionTimeline({ detail: { exception, notes }, people, zone, assign, addNote }: Props) {
  const t = useTranslations('exceptions');
  return (
    <SectionCard title={t('timeline.title')} bodyClassName="space-y-4">
      {exception.state !== 'resolved' && (
        <OwnerForm id={exception.id} assignee={exception.owner} people={people} action={assign} />
      )}
      <ol aria-label={t('timeline.label')} className="list-none space-y-3">
        {notes.toReversed().map((note) => (
          <li key={note.seq} className="border-l-2 border-line pl-3 text-body">
            <p className="text-xs [overflow-wrap:anywhere] text-ink-2">
              {note.madeBy ?? t('timeline.desk')} · <Instant at={note.madeAt} zone={zone} />
            </p>
            <Words note={note} />
          </li>
        ))}
        <li className="border-l-2 border-line pl-3 text-body">
          <p className="text-xs text-ink-2">
            {t('timeline.desk')} · <Instant at={exception.openedAt} zone={zone} />
          </p>
          <p className="text-ink-2 italic">{t('timeline.opened')}</p>
        </li>
      </ol>
      <NoteForm id={exception.id} action={addNote} />
    </SectionCard>
  );
}

const DEEDS = {
  opened: 'opened',
  note: null,
  state: 'putAside',
  resolved: 'resolved',
  reopened: 'reopened',
} as const satisfies Record<Exclude<ExceptionNote['kind'], 'owner'>, string | null>;

function Words({ note: { kind, text } }: { readonly note: ExceptionNote }) {
  const t = useTranslations('exceptions');
  const reader = useReader();
  if (kind === 'owner')
    return (
      <p className="[overflow-wrap:anywhere] text-ink-2 italic">
        {text === null ? t('timeline.taken') : t('timeline.given', { owner: text })}
      </p>
    );
  const deed = DEEDS[kind];
  return (
    <>
      {deed && <p className="text-ink-2 italic">{t(`timeline.${deed}`)}</p>}
      {text && <p className="[overflow-wrap:anywhere] whitespace-pre-wrap text-ink">{spokenKept(text, reader)}</p>}
    </>
  );
}
