import { said } from '@/lib/language/said';
import { compare, toUnits } from '@/lib/money';
import { quoted, type ReadDecimal, readDecimal } from './decimal';
import type { Profile } from './profile';
import { type Cell, cellText, isFiller, type TableRow } from './table-cell';
import { type Layout, plain } from './table-columns';

/** The amount of a row: exact text, why not, or `null` where its cells are empty. */
export type RowAmount = ReadDecimal | null;

/** The amount in one cell; `null` for an empty one. */
export function cellAmount(cell: Cell | undefined, decimal: Profile['decimal']): RowAmount {
  const text = cellText(cell);
  if (isFiller(text)) return null;
  if (typeof cell !== 'object') return readDecimal(text, decimal);
  if (cell.kind === 'date') return { reason: said('parsing.amount.dateForAmount', { text: quoted(text) }) };
  if (cell.hasLostDigits) return { reason: said('parsing.amount.workbookDigits', { text: quoted(text) }) };
  return { amount: cell.text };
}

/** The cell of a column that a layout may not have. */
export function cellAt(row: TableRow, at: number | undefined): Cell | undefined {
  return at === undefined ? undefined : row.cells[at];
}

/** What a row moved: money that went out is negative, whichever way the bank writes it. */
export function rowAmount(row: TableRow, { at }: Layout, profile: Profile): RowAmount {
  if (at.amount === undefined) return amountOfTwo(row, at, profile);
  const amount = cellAmount(row.cells[at.amount], profile.decimal);
  if (!amount || amount.amount === undefined || at.direction === undefined) return amount;
  return directed(amount.amount, cellText(cellAt(row, at.direction)), profile);
}

/** Two columns without signs; some banks put a minus before what went out all the same. */
function amountOfTwo(row: TableRow, at: Layout['at'], profile: Profile): RowAmount {
  const incoming = cellAmount(cellAt(row, at.incoming), profile.decimal);
  const outgoing = cellAmount(cellAt(row, at.outgoing), profile.decimal);
  if (incoming?.reason !== undefined) return incoming;
  if (outgoing?.reason !== undefined) return outgoing;
  if (!incoming && !outgoing) return null;
  const into = incoming?.amount ?? '0';
  const out = outgoing?.amount ?? '0';
  if (toUnits(into) !== 0n && toUnits(out) !== 0n) {
    return { reason: said('parsing.amount.both', { incoming: { amount: into }, outgoing: { amount: out } }) };
  }
  if (compare(into, '0') < 0) return { reason: said('parsing.amount.negativeIn', { amount: { amount: into } }) };
  if (toUnits(into) !== 0n || !outgoing) return { amount: into };
  return { amount: compare(out, '0') > 0 ? `-${out}` : out };
}

function directed(amount: string, word: string, profile: Profile): ReadDecimal {
  if (isFiller(word)) return { reason: said('parsing.amount.noDirection') };
  const isOut = (profile.columns?.outgoingWords ?? []).some((outgoing) => plain(outgoing) === plain(word));
  const sign = compare(amount, '0');
  if (isOut) return { amount: sign > 0 ? `-${amount}` : amount };
  return sign < 0
    ? { reason: said('parsing.amount.contradicts', { amount: { amount }, word: quoted(word) }) }
    : { amount };
}
