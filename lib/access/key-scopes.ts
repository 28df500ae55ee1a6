import { RIGHT_NAMES, type Right } from './rights';

/** What an API key may be given, and the bundles that are offered. Pure. */

/** What only a person can do: to be asked for a reason, to be the second person, to manage people. */
const ONLY_PEOPLE: readonly Right[] = ['reveal', 'approve', 'administer', 'audit'];

export const KEY_SCOPES: readonly Right[] = RIGHT_NAMES.filter((right) => !ONLY_PEOPLE.includes(right));

export const KEY_PRESETS = {
  read: ['ask', 'browse'],
  readClear: ['ask', 'browse', 'personal'],
  export: ['ask', 'browse', 'export'],
  reconcile: ['ask', 'browse', 'reconcile'],
} as const satisfies Record<string, readonly Right[]>;
export type KeyPreset = keyof typeof KEY_PRESETS;

/** Days a key may live; `never` is for what somebody promises to look after. */
export const KEY_LIVES = ['30', '90', '365', 'never'] as const;
export type KeyLife = (typeof KEY_LIVES)[number];

export function isKeyLife(text: string): text is KeyLife {
  return KEY_LIVES.some((life) => life === text);
}

export type KeyState = 'valid' | 'expired' | 'revoked';

export function keyState(
  key: { readonly expiresAt: Date | null; readonly revokedAt: Date | null },
  now: Date,
): KeyState {
  if (key.revokedAt) return 'revoked';
  return key.expiresAt !== null && key.expiresAt <= now ? 'expired' : 'valid';
}
