import { isLosslessNumber, type LosslessNumber, parse, stringify } from 'lossless-json';
import { DOTS, maskValue } from './masking';
import { fieldKind } from './masking-fields';
import { maskText, maskTextAbout } from './masking-text';

/** Masking of what providers sent, in their own words: by the names of its members, and by the ids in all other texts. Pure. */

type Members = Readonly<Record<string, unknown>>;

/** A payload as JSON with everything personal masked; numbers keep their digits. */
export function maskJson(payload: unknown): unknown {
  return masked(payload, '', {}, namesIn(payload, '', {}));
}

/** A body as it is shown to somebody who sees masked; what is no JSON cannot be told apart and is not shown. */
export function maskBody(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(body);
  return new TextEncoder().encode(maskBodyText(text));
}

/** The longest body that is looked into; longer ones are not shown masked. */
const LONGEST = 2_000_000;

export function maskBodyText(text: string): string {
  if (text.trim() === '') return '';
  const payload = text.length > LONGEST ? undefined : parsed(text);
  return payload === undefined ? DOTS : (stringify(maskJson(payload), undefined, indentOf(text)) ?? DOTS);
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined; // not JSON: nobody can say which of it is personal
  }
}

/** As it was written: in lines, or all in one. */
const indentOf = (text: string) => (/^\s*[[{]\s*\n/.test(text) ? 2 : undefined);

function masked(value: unknown, name: string, parent: Members, names: readonly string[]): unknown {
  if (typeof value === 'string') return maskMember(value, name, parent, names);
  if (isLosslessNumber(value)) return maskNumber(value, name, parent);
  if (Array.isArray(value)) return value.map((one) => masked(one, name, parent, names));
  if (value === null || typeof value !== 'object') return value;
  const members = value as Members;
  return Object.fromEntries(
    Object.entries(members).map(([key, one]) => [maskText(key), masked(one, key, members, names)]),
  );
}

function maskMember(text: string, name: string, parent: Members, names: readonly string[]): string {
  const kind = kindOf(name, parent);
  if (kind === 'clear' || text === '') return text;
  if (kind === 'hidden') return DOTS;
  return kind === 'text' || kind === 'line_text' ? maskTextAbout(text, names) : maskValue(kind, text);
}

/** A number that is an account or a person's is masked as text. */
function maskNumber(number: LosslessNumber, name: string, parent: Members): LosslessNumber | string {
  const kind = kindOf(name, parent);
  const { value } = number;
  if (kind === 'clear') return number;
  const shown =
    kind === 'text' || kind === 'line_text' ? maskText(value) : kind === 'hidden' ? DOTS : maskValue(kind, value);
  return shown === value ? number : shown;
}

/** In a payload a name is somebody's, whatever stands beside it, and so is an account; but amounts keep their names. */
function kindOf(name: string, parent: Members) {
  const plain = name.replace(/[_-]/g, '').toLowerCase();
  if (plain === 'name') return 'name';
  if (/amount|value|fee/.test(plain)) return 'clear';
  if (plain === 'account') return 'account';
  return fieldKind(name, parent);
}

function namesIn(value: unknown, name: string, parent: Members): string[] {
  if (typeof value === 'string') return value !== '' && kindOf(name, parent) === 'name' ? [value] : [];
  if (value === null || typeof value !== 'object' || isLosslessNumber(value)) return [];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, name, parent));
  return Object.entries(value).flatMap(([key, one]) => namesIn(one, key, value as Members));
}
