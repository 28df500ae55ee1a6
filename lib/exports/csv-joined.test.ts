import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvWriter } from './csv';
import { JOINT, joinedCsvWriter } from './csv-joined';
import { type Cell, type FileShape, PRESET_NAMES } from './file-format';

const COLUMNS: FileShape['columns'] = [
  { name: 'id', kind: 'id' },
  { name: 'amount', kind: 'amount' },
  { name: 'text', kind: 'text' },
  { name: 'occurred_at', kind: 'instant' },
];

/** As the database joins them. */
const joinedRow = (row: readonly Cell[]) => row.map((cell) => cell ?? '').join(JOINT);
const textOf = (bytes: Uint8Array | null) =>
  bytes && new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);

/** What a file could stumble over, at either end of a text and inside. PostgreSQL has no text with NUL. */
const HOSTILE = [
  ...['"', ',', ';', '\r', '\n', '\r\n', ' ', '\t', '=', '+', '-', '@', '＝', '＋', '－', '＠', "'", '\ufeff'],
  ...['\u001e', '\u001d', 'ç', '日', '😀', '\u2028', '\\', 'a', '0', '1', '.'],
];
const calm = fc.stringMatching(/^[a-z0-9:. ]{0,8}[a-z0-9]?$/);
const hostile = fc.array(fc.constantFrom(...HOSTILE), { maxLength: 5 }).map((parts) => parts.join(''));
const amount = fc.constantFrom('12.50', '-12.50', '0', '646180157000000004', '-1', '1e5');
const cell = fc.oneof(
  { weight: 6, arbitrary: calm },
  { weight: 1, arbitrary: hostile },
  { weight: 3, arbitrary: amount },
  { weight: 1, arbitrary: fc.constant(null) },
);
const rowsOf = (one: fc.Arbitrary<Cell>) =>
  fc.array(fc.array(one, { minLength: COLUMNS.length, maxLength: COLUMNS.length }), { maxLength: 6 });
const shape = fc.record({
  format: fc.constantFrom('csv' as const, 'csv_protected' as const),
  preset: fc.constantFrom(...PRESET_NAMES),
  columns: fc.constantFrom(COLUMNS, COLUMNS.slice(0, 1), COLUMNS.slice(2)),
});

test.each([
  ['hostile', rowsOf(cell)],
  ['calm', rowsOf(calm)],
])('joined lines with %s cells become the bytes that the writer of cells writes', (_, rows) => {
  fc.assert(
    fc.property(shape, rows, (whole, given) => {
      const own = given.map((row) => row.slice(0, whole.columns.length));
      expect(textOf(joinedCsvWriter(whole)(own.map(joinedRow)))).toBe(csvWriter(whole)(own));
    }),
    { numRuns: 2_000 },
  );
});

test('rows of which a cell has a joint of its own are not written, wherever it stands', () => {
  const withJoint = fc.tuple(fc.oneof(calm, hostile), fc.oneof(calm, hostile)).map((ends) => ends.join(JOINT));
  fc.assert(
    fc.property(shape, rowsOf(cell), withJoint, fc.nat(), (whole, before, text, place) => {
      const row = whole.columns.map((_, at) => (at === place % whole.columns.length ? text : 'a'));
      const own = [...before.map((one) => one.slice(0, whole.columns.length)), row];
      expect(joinedCsvWriter(whole)(own.map(joinedRow))).toBeNull();
    }),
  );
});
