import { useTranslations } from 'next-intl';
import { shortenId } from '@/lib/format';
import type { FoundId } from '@/lib/statements/found-ids';
import { markIds } from './mark-ids';

/** A line's text with the ids in it marked by kind, and those from fields of their own after it. */
export function MarkedText({ text, ids }: { readonly text: string; readonly ids: readonly FoundId[] }) {
  const { pieces, elsewhere } = markIds(text, ids);
  return (
    <>
      <span className="[overflow-wrap:anywhere]">
        {pieces.map(({ text: piece, id }, i) =>
          id ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
            <Marked key={i} id={id}>
              {piece}
            </Marked>
          ) : (
            piece
          ),
        )}
      </span>
      {elsewhere.length > 0 && (
        <span className="mt-0.5 flex flex-wrap gap-1">
          {elsewhere.map((id) => (
            <Marked key={`${id.kind} ${id.key}`} id={id}>
              {shortenId(id.value)}
            </Marked>
          ))}
        </span>
      )}
    </>
  );
}

function Marked({ id, children }: { readonly id: FoundId; readonly children: string }) {
  const t = useTranslations('statements');
  return (
    <mark
      title={`${t(`found.${id.kind}`)}: ${id.value}`}
      className="rounded-sm bg-accent-soft box-decoration-clone px-0.5 text-ink"
    >
      <span className="mr-1 text-2xs font-semibold text-accent">{t(`mark.${id.kind}`)}</span>
      <span className="font-mono text-[0.92em]">{children}</span>
    </mark>
  );
}
