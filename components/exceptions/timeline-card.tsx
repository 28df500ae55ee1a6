import { NoteForm } from '@/components/remarks/note-form';
import { OwnerForm } from '@/components/remarks/owner-form';
import type { RemarkAction } from '@/components/remarks/remark-state';
import { Instant } from '@/components/transactions/instant';
import { SectionCard } from '@/components/ui/card';
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
  return (
    <SectionCard title="Timeline and notes" bodyClassName="space-y-4">
      {exception.state !== 'resolved' && (
        <OwnerForm id={exception.id} assignee={exception.owner} people={people} action={assign} />
      )}
      <ol aria-label="What was done, newest first" className="list-none space-y-3">
        {notes.toReversed().map((note) => (
          <li key={note.seq} className="border-l-2 border-line pl-3 text-body">
            <p className="text-xs [overflow-wrap:anywhere] text-ink-2">
              {note.madeBy ?? 'The desk itself'} · <Instant at={note.madeAt} zone={zone} />
            </p>
            <Words note={note} />
          </li>
        ))}
        <li className="border-l-2 border-line pl-3 text-body">
          <p className="text-xs text-ink-2">
            The desk itself · <Instant at={exception.openedAt} zone={zone} />
          </p>
          <p className="text-ink-2 italic">Opened</p>
        </li>
      </ol>
      <NoteForm id={exception.id} action={addNote} />
    </SectionCard>
  );
}

const DEEDS = {
  opened: 'Opened',
  note: null,
  owner: null,
  state: 'Put aside',
  resolved: 'Resolved',
  reopened: 'Opened again',
} as const satisfies Record<ExceptionNote['kind'], string | null>;

function Words({ note: { kind, text } }: { readonly note: ExceptionNote }) {
  if (kind === 'owner')
    return (
      <p className="[overflow-wrap:anywhere] text-ink-2 italic">
        {text === null ? 'Taken from everybody' : `Given to ${text}`}
      </p>
    );
  const deed = DEEDS[kind];
  return (
    <>
      {deed && <p className="text-ink-2 italic">{deed}</p>}
      {text && <p className="[overflow-wrap:anywhere] whitespace-pre-wrap text-ink">{text}</p>}
    </>
  );
}
