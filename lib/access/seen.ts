import { keptSaid, keptText, type Said } from '@/lib/language/said';
import { maskValue, personalKind } from './masking';
import { fieldKind } from './masking-fields';
import { maskBody } from './masking-json';
import { maskTextAbout } from './masking-text';
import { maskLineText } from './masking-words';
import type { Sight } from './rights';

/**
 * What a reader gives to somebody: the value itself, or one of the same type in which everything personal is masked.
 * Every verb and store whose answer may hold personal data ends with it, so that a new screen gets it for free. Members
 * are known by their names, ids by the kind beside them, and all other texts are looked through for ids and for the
 * names that stand near them. Pure.
 */
export function seen<T>(sight: Sight, value: T): T {
  return sight === 'clear' ? value : (walk(value, '', {}, null) as T);
}

/** Names near a text; `null` while nobody has looked for them yet. */
type Names = readonly string[] | null;
type Members = Readonly<Record<string, unknown>>;

/** Of more names than these, as in a list, each row looks for its own. */
const MOST_NAMES = 12;

function walk(value: unknown, name: string, parent: Members, names: Names): unknown {
  if (typeof value === 'string') return maskMember(value, name, parent, names ?? []);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (value instanceof Uint8Array) return /hash|digest/i.test(name) ? value : maskBody(value);
  const near = names ?? namesIn(value);
  if (Array.isArray(value)) return value.map((one) => walk(one, name, parent, near));
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, walk(one, String(key), {}, near)]));
  if (value instanceof Set) return new Set([...value].map((one) => walk(one, name, parent, near)));
  if (isSaid(value)) return saidWith(value, near);
  return isPlain(value) ? walkMembers(value as Members, near) : value;
}

/** A sentence that is data: which message it is names nobody, what goes into it may. */
function isSaid(value: object): value is Said {
  const { key, values = {}, ...others } = value as Members;
  if (typeof key !== 'string' || typeof values !== 'object' || Object.keys(others).length > 0) return false;
  return /^[a-zA-Z]+(?:\.(?!\w*\d\d)\w+)+$/.test(key);
}

function saidWith({ key, values }: Said, names: Names): Said {
  return values === undefined ? { key } : { key, values: walk(values, '', {}, names) as NonNullable<Said['values']> };
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function walkMembers(members: Members, names: Names): Members {
  const { kind, value } = members;
  const personal = typeof kind === 'string' && typeof value === 'string' ? kind : null;
  if (personal !== null && personalKind(personal)) {
    const masked = maskValue(personal, value as string);
    const { value: _, key, ...others } = members;
    return { ...walkMembers(others, names), value: masked, ...(key !== undefined && { key: masked }) };
  }
  const isLinesWords = personal === 'text';
  return Object.fromEntries(
    Object.entries(members).map(([name, one]) => {
      if (personal !== null && name === 'value')
        return [name, isLinesWords ? maskLineText(String(one), names ?? []) : one];
      return [name, walk(one, name, members, names)];
    }),
  );
}

function maskMember(text: string, name: string, parent: Members, names: readonly string[]): string {
  if (text === '') return text;
  const kind = fieldKind(name, parent);
  if (kind === 'clear') return text;
  if (kind === 'hidden') return '•••';
  if (kind === 'line_text') return maskLineText(text, names);
  if (kind !== 'text') return maskValue(kind, text);
  const kept = keptSaid(text);
  return typeof kept === 'string' || !isSaid(kept) ? maskTextAbout(text, names) : keptText(saidWith(kept, names));
}

/** The names in a value; `null` where they are so many that each part of it has to look for its own. */
function namesIn(value: unknown): Names {
  const found = new Set<string>();
  const isFew = collect(value, '', {}, found);
  return isFew ? [...found] : null;
}

function collect(value: unknown, name: string, parent: Members, found: Set<string>): boolean {
  if (typeof value === 'string') {
    if (value !== '' && fieldKind(name, parent) === 'name') found.add(value);
    return found.size <= MOST_NAMES;
  }
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.every((one) => collect(one, name, parent, found));
  if (value instanceof Map || value instanceof Set)
    return [...value.values()].every((one) => collect(one, '', {}, found));
  const members = value as Members;
  if (typeof members.kind === 'string' && typeof members.value === 'string' && personalKind(members.kind) === 'name')
    found.add(members.value);
  return Object.entries(members).every(([key, one]) => collect(one, key, members, found));
}
