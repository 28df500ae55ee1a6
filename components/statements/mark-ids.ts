import type { FoundId } from '@/lib/statements/found-ids';

export type Piece = { readonly text: string; readonly id: FoundId | null };

/** Ids are kept without the blanks and signs that a bank writes between their digits. */
const BETWEEN = '[\\s.\\-/]*';
const LONGEST_LOOKED_FOR = 100;

/**
 * A text in pieces, those that are an id with it; the longer of two that overlap wins. `elsewhere` are the ids that do
 * not stand in the text: they came from fields of their own.
 */
export function markIds(text: string, ids: readonly FoundId[]): { pieces: Piece[]; elsewhere: FoundId[] } {
  const found: { id: FoundId; at: number; end: number }[] = [];
  const elsewhere: FoundId[] = [];
  for (const id of [...ids].sort((a, b) => b.value.length - a.value.length)) {
    const match = patternOf(id.value)?.exec(text);
    const place = match && { id, at: match.index, end: match.index + match[0].length };
    if (place && !found.some(({ at, end }) => place.at < end && at < place.end)) found.push(place);
    else if (!place) elsewhere.push(id);
  }
  const pieces: Piece[] = [];
  let last = 0;
  for (const { id, at, end } of found.sort((a, b) => a.at - b.at)) {
    if (at > last) pieces.push({ text: text.slice(last, at), id: null });
    pieces.push({ text: text.slice(at, end), id });
    last = end;
  }
  if (last < text.length) pieces.push({ text: text.slice(last), id: null });
  return { pieces, elsewhere };
}

function patternOf(value: string): RegExp | null {
  const characters = [...value].filter((character) => !/[\s.\-/]/.test(character));
  if (characters.length === 0 || characters.length > LONGEST_LOOKED_FOR) return null;
  return new RegExp(characters.map((character) => character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join(BETWEEN), 'i');
}
