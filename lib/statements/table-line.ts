import { type Said, said } from '@/lib/language/said';
import { dayIn, instantOf, isZeroDate, readDate, readTime } from './calendar';
import { quoted } from './decimal';
import { fieldId, findIds, unique } from './find-ids';
import type { FoundId } from './found-ids';
import type { Profile } from './profile';
import type { LineKind, StatementLine } from './statement';
import { cellAmount, cellAt, rowAmount } from './table-amount';
import { cellText, isFiller, type TableRow } from './table-cell';
import { beginsWith, type Layout, plain } from './table-columns';
import { isSaid } from './words';

/** What a row is: a line; a balance without a day of its own; no day and no amount, so perhaps a footer; or unreadable. */
export type ReadRow =
  | { readonly row: 'line'; readonly line: StatementLine }
  | { readonly row: 'undated_balance'; readonly on: (day: string) => StatementLine }
  | { readonly row: 'undated' }
  | { readonly row: 'unreadable'; readonly reason: Said };

type Day = { readonly on: string; readonly at: string | null };
/** The beginnings of texts by what they make of a row, as they are compared. */
export type KindTexts = readonly { readonly kind: LineKind; readonly beginnings: readonly string[] }[];

/** The texts of a profile, made ready once for all rows. */
export function kindTexts({ balanceTexts, feeTexts, taxTexts }: Profile): KindTexts {
  const ready = (texts: readonly string[]) => texts.map(plain).filter(Boolean);
  return [
    { kind: 'balance', beginnings: ready(balanceTexts) },
    { kind: 'tax', beginnings: ready(taxTexts) },
    { kind: 'fee', beginnings: ready(feeTexts) },
  ];
}

/** One row under the headings. Total: what cannot be read says why. */
export function readRow(row: TableRow, layout: Layout, profile: Profile, texts: KindTexts, isRagged: boolean): ReadRow {
  const unreadable = (reason: Said): ReadRow => ({ row: 'unreadable', reason });
  if (row.problem) return unreadable(row.problem);
  const dateText = cellText(row.cells[layout.at.date]).trim();
  const amount = rowAmount(row, layout, profile);
  const kind = isZeroDate(dateText) ? 'balance' : kindOf(row, layout, texts);
  const day = isFiller(dateText) || isZeroDate(dateText) ? null : dayOf(row, layout, profile);
  if (kind === 'balance' && (day === null || isSaid(day))) return undatedBalance(row, layout, profile);
  if (day && isSaid(day) && amount === null) return { row: 'undated' };
  if (day === null && (amount === null || isSum(row, layout))) return { row: 'undated' };
  const width = isRagged ? null : widthProblem(row, layout);
  if (width) return unreadable(width);
  if (day === null) return unreadable(said('parsing.table.noDate'));
  if (isSaid(day)) return unreadable(day);
  if (kind === 'balance') return balanceLine(row, layout, profile, day);
  if (amount === null) return unreadable(said('parsing.table.noAmount'));
  if (amount.reason !== undefined) return unreadable(amount.reason);
  const balance = cellAmount(cellAt(row, layout.at.balance), profile.decimal);
  if (balance?.reason !== undefined) return unreadable(said('parsing.table.balance', { reason: balance.reason }));
  const ids = idsOf(row, layout);
  if (isSaid(ids)) return unreadable(ids);
  const line = { ...plainLine(row, layout, profile, day), amount: amount.amount, balance: balance?.amount ?? null };
  return { row: 'line', line: { ...line, kind, ids } };
}

function widthProblem(row: TableRow, { width }: Layout): Said | null {
  const cells = row.cells.length;
  const problem = () => said('parsing.table.cells', { cells, width });
  if (cells < width) return problem();
  const hasMore = row.cells.slice(width).some((cell) => cellText(cell).trim() !== '');
  return hasMore ? problem() : null;
}

/** By the row's first text: a name further on may begin like a tax. */
function kindOf(row: TableRow, layout: Layout, texts: KindTexts): LineKind {
  const first = firstText(row, layout);
  return texts.find(({ beginnings }) => beginnings.some((words) => beginsWith(first, words)))?.kind ?? 'payment';
}

function firstText(row: TableRow, layout: Layout): string {
  return layout.text.map((at) => plain(cellText(row.cells[at]))).find((text) => !isFiller(text)) ?? '';
}

/** Sums that banks put below the last line. */
const SUMS = ['total', 'totales', 'totais', 'subtotal', 'suma', 'soma'];

function isSum(row: TableRow, layout: Layout): boolean {
  const first = firstText(row, layout);
  return SUMS.some((word) => beginsWith(first, word));
}

/** The row's day and instant, or why there is none. An offset in the file is turned to the bank's own day. */
function dayOf(row: TableRow, { at }: Layout, profile: Profile): Day | Said {
  const cell = row.cells[at.date];
  if (typeof cell === 'object' && cell.kind === 'number')
    return said('parsing.table.numberForDate', { text: quoted(cell.text) });
  const read = cellDate(row, at.date, profile);
  if (read.reason !== undefined) return read.reason;
  const apart = cellText(cellAt(row, at.time)).trim();
  const time = isFiller(apart) ? read.time : readTime(apart);
  if (time === null && !isFiller(apart)) return said('parsing.table.noTime', { text: quoted(apart) });
  if (time === null) return { on: read.date, at: null };
  const instant = instantOf(read.date, time, profile.zone, read.offset);
  return { on: instant && read.offset ? dayIn(instant, profile.zone) : read.date, at: instant };
}

function cellDate(row: TableRow, at: number, { dateOrder }: Profile) {
  const cell = row.cells[at];
  if (typeof cell !== 'object' || cell.kind !== 'date') return readDate(cellText(cell), dateOrder);
  if (cell.date === null) return { reason: said('parsing.table.timeForDate', { text: quoted(cellText(cell)) }) };
  return { date: cell.date, time: cell.time, offset: null };
}

function undatedBalance(row: TableRow, layout: Layout, profile: Profile): ReadRow {
  const read = balanceLine(row, layout, profile, { on: '', at: null });
  return read.row === 'line' ? { row: 'undated_balance', on: (bookedOn) => ({ ...read.line, bookedOn }) } : read;
}

/** A balance moves nothing: its amount is 0. Banks without a column for balances put it where amounts stand. */
function balanceLine(row: TableRow, layout: Layout, profile: Profile, day: Day): ReadRow {
  const { at } = layout;
  const own = cellAmount(cellAt(row, at.balance), profile.decimal);
  const balance = own ?? balanceAmongAmounts(row, layout, profile);
  if (balance?.reason !== undefined)
    return { row: 'unreadable', reason: said('parsing.table.balance', { reason: balance.reason }) };
  const line = { ...plainLine(row, layout, profile, day), amount: '0', balance: balance?.amount ?? null };
  return { row: 'line', line: { ...line, kind: 'balance', ids: [] } };
}

function balanceAmongAmounts(row: TableRow, layout: Layout, profile: Profile) {
  const amount = layout.at.amount === undefined ? undefined : cellAmount(row.cells[layout.at.amount], profile.decimal);
  return amount === undefined ? rowAmount(row, layout, profile) : amount;
}

function plainLine(row: TableRow, layout: Layout, profile: Profile, day: Day) {
  const { at, text } = layout;
  const told = (index: number | undefined) => {
    const value = cellText(cellAt(row, index)).replace(/\s+/g, ' ').trim();
    return isFiller(value) ? null : value;
  };
  const currency = told(at.currency)?.toUpperCase() ?? null;
  const value = at.valueDate === undefined ? null : cellDate(row, at.valueDate, profile);
  return {
    place: row.place,
    bookedOn: day.on,
    bookedAt: day.at,
    valueOn: value?.date ?? null,
    currency: currency && /^[A-Z0-9]{3,6}$/.test(currency) ? currency : null,
    text: text.map(told).filter(Boolean).join(' · '),
    counterparty: { name: told(at.name), account: told(at.account), taxId: told(at.taxId) },
    bankReference: told(at.reference),
  };
}

/** The ids of a row's fields and texts, or why one of them cannot be told. */
function idsOf(row: TableRow, { at, text, ids }: Layout): FoundId[] | Said {
  const fields = [...ids.map((id) => id.at), at.account, at.taxId];
  const lost = fields.map((index) => cellAt(row, index)).find((cell) => typeof cell === 'object' && hasLost(cell));
  if (lost) return said('parsing.table.lostDigits', { id: quoted(cellText(lost)) });
  const found: FoundId[] = [];
  for (const { kind, at: index } of ids) {
    const value = cellText(row.cells[index]);
    const id = isFiller(value) ? null : fieldId(kind, value);
    if (id) found.push(id);
  }
  for (const index of [at.account, at.taxId]) {
    const value = cellText(cellAt(row, index));
    if (!isFiller(value)) found.push(...findIds(value).map((id): FoundId => ({ ...id, from: 'field' })));
  }
  for (const index of text) {
    const cell = row.cells[index];
    if (cell !== undefined && !hasLost(cell)) found.push(...findIds(cellText(cell)));
  }
  return unique(found);
}

function hasLost(cell: TableRow['cells'][number]): boolean {
  return typeof cell === 'object' && cell.kind === 'number' && cell.hasLostDigits;
}
