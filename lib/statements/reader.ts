import { fieldId } from './find-ids';
import type { FoundId } from './found-ids';
import type { Profile } from './profile';
import type { LineKind, StatementFile, StatementPart } from './statement';
import { beginsWith, plain } from './table-columns';

/**
 * Reads the files of one layout. `account` is the number of the account whose statement it is, where it is known; only
 * layouts that do not say which way the money went ask for it. Throws UnreadableFile, and nothing else.
 */
export type Reader = (file: StatementFile, profile: Profile, account: string | null) => AsyncIterable<StatementPart>;

/** What the beginning of a text makes of a line, by the profile's own lists; `null` where it says nothing. */
export function kindByText(text: string, profile: Profile): LineKind | null {
  const start = plain(text);
  const begins = (beginnings: readonly string[]) => beginnings.some((words) => beginsWith(start, plain(words)));
  if (begins(profile.balanceTexts)) return 'balance';
  if (begins(profile.taxTexts)) return 'tax';
  if (begins(profile.feeTexts)) return 'fee';
  return null;
}

/** The id that an account number is: a CLABE or a CBU by its length. Shorter ones are unique within a bank only. */
export function accountIds(account: string | null): FoundId[] {
  const digits = account?.replace(/[\s-]/g, '') ?? '';
  const kind = /^\d{18}$/.test(digits) ? 'clabe' : /^\d{22}$/.test(digits) ? 'cbu' : null;
  const id = kind && fieldId(kind, digits);
  return id ? [id] : [];
}

/** Three capitals, as ISO 4217 has them. */
export function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

/** The beginning of a text, for people who look for it in the file. */
export function beginning(text: string): string {
  const line = text.slice(0, 400).replace(/\s+/g, ' ').trim();
  return (line.length > 200 ? `${line.slice(0, 200)}…` : line).toWellFormed();
}

/** Pieces of text on one line each, the empty and the repeated ones left out. */
export function joinTexts(pieces: readonly (string | null)[]): string {
  const texts = pieces.map((piece) => piece?.replace(/\s+/g, ' ').trim() ?? '').filter(Boolean);
  return [...new Set(texts)].join(' · ');
}
