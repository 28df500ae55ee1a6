import type { Cell } from './table-cell';
import { attribute, type Token } from './xlsx-xml';

/** How a style shows numbers: as they are, as a day (perhaps with the time), or as a time of day alone. */
export type Shown = 'number' | 'date' | 'time';

const BUILT_IN = new Map<number, Shown>([
  ...[14, 15, 16, 17, 22].map((id) => [id, 'date'] as const),
  ...[18, 19, 20, 21, 45, 46, 47].map((id) => [id, 'time'] as const),
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date'] as const),
]);

/** What the styles of a workbook make of numbers, by their index. */
export async function readStyles(batches: AsyncIterable<readonly Token[]>): Promise<Shown[]> {
  const formats = new Map(BUILT_IN);
  const styles: Shown[] = [];
  let isInside = false;
  for await (const batch of batches) {
    for (const token of batch) {
      if (token.token === 'text') continue;
      if (token.name === 'cellXfs') isInside = token.token === 'open' && !token.isEmpty;
      if (token.token !== 'open') continue;
      if (token.name === 'numFmt') {
        formats.set(
          Number(attribute(token.attributes, 'numFmtId')),
          formatOf(attribute(token.attributes, 'formatCode') ?? ''),
        );
      }
      if (token.name === 'xf' && isInside) {
        styles.push(formats.get(Number(attribute(token.attributes, 'numFmtId'))) ?? 'number');
      }
    }
  }
  return styles;
}

/** A format of the workbook's own: letters of a date outside of quotes, brackets and escapes. */
function formatOf(code: string): Shown {
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\[(?![hms]+\])[^\]]*\]|\\.|_.|\*./gi, '').toLowerCase();
  if (/[yd]/.test(bare)) return 'date';
  if (/[hs]/.test(bare)) return 'time';
  return /m/.test(bare) ? 'date' : 'number';
}

const DAY_MILLISECONDS = 86_400_000;
/** Day 0 of the two calendars of workbooks; 1900's has a 29 February that never was, so that days before it are refused. */
const DAY_ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
const LAST_DAY = 2_958_466;

/** The day and time of a stored number; `null` where it is none. */
export function serialDate(raw: string, shown: Shown, calendar: 1900 | 1904): Cell | null {
  const serial = Number(raw);
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST_DAY) return null;
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  const isOnlyTime = day === 0 && shown === 'time';
  if (!isOnlyTime && calendar === 1900 && day < 61) return null;
  const moment = new Date(DAY_ZERO[calendar] + day * DAY_MILLISECONDS + (seconds % 86_400) * 1000).toISOString();
  const time = seconds % 86_400 === 0 && !isOnlyTime ? null : moment.slice(11, 19);
  return { kind: 'date', date: isOnlyTime ? null : moment.slice(0, 10), time };
}
