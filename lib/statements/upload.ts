import type { Profile } from './profile';

/** A file that waits between the steps of its import, so that nothing is uploaded twice. */
export type Upload = {
  readonly id: string;
  /** Whose it is; nobody else sees it. */
  readonly owner: string;
  readonly name: string;
  readonly size: number;
  /** SHA-256, in hex. */
  readonly hash: string;
  readonly receivedAt: string;
  /** How it shall be read, once somebody has said so. */
  readonly profile: Profile | null;
};

const MIB = 1024 * 1024;
export const LARGEST_FILE_BYTES = 200 * MIB;
/** A plain form, without script, is held in memory whole. */
export const LARGEST_FORM_BYTES = 20 * MIB;
export const MOST_WAITING = 20;
export const WAITS_HOURS = 24;

/** Why a file is not kept. */
const UPLOAD_REFUSALS = ['empty', 'too_large', 'too_many'] as const;
export type UploadRefusal = (typeof UPLOAD_REFUSALS)[number];

export function isUploadRefusal(word: string | null): word is UploadRefusal {
  return UPLOAD_REFUSALS.some((known) => known === word);
}

/** A file's name as it may be kept and shown: no folders, no control characters, not longer than 200. */
export function shownFileName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replace(/\p{Cc}/gu, '\ufffd')
      .trim()
      .slice(0, 200) || 'statement'
  );
}
