import { createHash } from 'node:crypto';

/**
 * When somebody who keeps failing to sign in has to wait: by account, by address, and by account for the codes of the
 * second step. Pure.
 */

export type Failures = {
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly lockedUntil: Date | null;
};

type Rule = {
  /** Failures that are free of waiting; the last of them locks. */
  readonly allowed: number;
  readonly firstSeconds: number;
  readonly longestSeconds: number;
  /** After so long without a try all is forgotten. */
  readonly forgottenAfterSeconds: number;
};

const HOUR_SECONDS = 60 * 60;
const DOUBLING = { firstSeconds: 60, longestSeconds: HOUR_SECONDS, forgottenAfterSeconds: 24 * HOUR_SECONDS } as const;

/** An address may be a whole office behind one router, so it is given more than a person is. */
export const LOCK_OUT = {
  account: { allowed: 5, ...DOUBLING },
  code: { allowed: 5, ...DOUBLING },
  address: { allowed: 50, ...DOUBLING },
} as const satisfies Record<string, Rule>;

/** What failures are counted of: `account:<sha256>`, `code:<person's id>` or `address:<network>`. */
export type Subject = { readonly kind: keyof typeof LOCK_OUT; readonly key: string };

/** The account of an e-mail, whether there is one or not: the count tells nobody which e-mails are known. */
export function accountSubject(email: string): Subject {
  return { kind: 'account', key: `account:${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}` };
}

export function codeSubject(personId: string): Subject {
  return { kind: 'code', key: `code:${personId}` };
}

/** Whoever has one IPv6 address has its whole /64, so that is what counts. */
export function addressSubject(address: string | null): Subject {
  return { kind: 'address', key: `address:${address === null ? 'unknown' : networkOf(address)}` };
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const first = tail === undefined ? groups : [...groups, '0', '0', '0', '0'];
  return `${first
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** Until when this must wait, or `null` where it need not. */
export function waitsUntil(failures: Failures | null, now: Date): Date | null {
  const until = failures?.lockedUntil ?? null;
  return until !== null && until > now ? until : null;
}

/** The count with one more failure, and the wait it brings: a minute, doubling with each further one up to an hour. */
export function afterFailure(before: Failures | null, kind: Subject['kind'], now: Date): Failures {
  const rule = LOCK_OUT[kind];
  const isForgotten = before === null || +now - +before.lastAt > rule.forgottenAfterSeconds * 1000;
  const count = isForgotten ? 1 : before.count + 1;
  const firstAt = isForgotten ? now : before.firstAt;
  const beyond = count - rule.allowed;
  if (beyond < 0) return { count, firstAt, lastAt: now, lockedUntil: null };
  const seconds = Math.min(rule.firstSeconds * 2 ** Math.min(beyond, 30), rule.longestSeconds);
  return { count, firstAt, lastAt: now, lockedUntil: new Date(+now + seconds * 1000) };
}
