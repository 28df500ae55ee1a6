import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inEnglish } from '@/lib/language/translator';
import type { TimeZone } from '@/lib/time-zones';
import { type Format, profileSchema } from './profile';
import { readStatement } from './read-statement';
import type { StatementHead, StatementPart } from './statement';
import { allOf, madeFile } from './table-made';

/** For tests: the account whose statements the fixtures are. */
export const OWN = '012180001234567899';
const ZONES: Readonly<Record<'mx' | 'br', TimeZone>> = { mx: 'America/Mexico_City', br: 'America/Sao_Paulo' };
/** For tests: the bytes of a fixture. */
export const fixture = (name: string) => new Uint8Array(readFileSync(path.join(import.meta.dirname, 'fixtures', name)));

/** For tests: all parts of a file. */
export function read(content: string | Uint8Array, format: Format, zone: 'mx' | 'br', account: string | null = OWN) {
  const profile = profileSchema.parse({ format, zone: ZONES[zone] });
  return allOf(readStatement(madeFile(content, 'statement', 97), profile, account));
}

/** A part in a few words; a line with its ids, those of a field marked "!". */
function short(part: StatementPart): string {
  if (part.part === 'head') return 'head';
  if (part.part === 'note')
    return `${part.place} · note ${(part.reason ? inEnglish(part.reason) : part.text).slice(0, 40)}`.trim();
  if (part.part === 'unreadable') return `${part.place} · unreadable: ${inEnglish(part.reason)}`;
  const { place, bookedOn, bookedAt, amount, kind, counterparty, ids } = part.line;
  const found = ids.map((id) => `${id.from === 'field' ? '!' : ''}${id.kind} ${id.key}`);
  return [place, bookedOn, bookedAt?.slice(11, 19) ?? '–', amount, kind, counterparty.name ?? '–', ...found].join(
    ' · ',
  );
}

/** For tests: everything the heads of a file told, later over earlier. */
export const headOf = (parts: readonly StatementPart[]): Partial<StatementHead> =>
  Object.assign({}, ...parts.map((part) => (part.part === 'head' ? part.head : {})));
/** For tests: all parts but the heads, in a few words. */
export const bodyOf = (parts: readonly StatementPart[]) => parts.filter(({ part }) => part !== 'head').map(short);
/** For tests: the i-th line. */
export const lineOf = (parts: readonly StatementPart[], i: number) => {
  const part = parts.filter(({ part }) => part === 'line')[i];
  return part?.part === 'line' ? part.line : null;
};
