/**
 * Who may do what: the one matrix. Every page, route handler, action and API route names one of these rights at its
 * door, and `lib/access/doors.test.ts` fails where one does not.
 */

export const ROLES = ['viewer', 'support', 'analyst', 'approver', 'engineer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** The rights, and the roles that have each. */
export const RIGHTS = {
  /** To search, to see one payment, to keep one's own settings: what everybody signed in may. */
  ask: ['viewer', 'support', 'analyst', 'approver', 'engineer', 'admin'],
  /** Lists, boards, totals: the money of everybody. */
  browse: ['viewer', 'analyst', 'approver', 'engineer', 'admin'],
  /** To take files away. */
  export: ['viewer', 'analyst', 'approver', 'engineer', 'admin'],
  /** Names, tax ids and account numbers unmasked, without giving a reason each time. */
  personal: ['analyst', 'approver', 'engineer', 'admin'],
  /** To see one masked value for a reason, which is logged. */
  reveal: ['viewer', 'support', 'analyst', 'approver', 'engineer', 'admin'],
  /** Messages and statements byte for byte, as they came. */
  raw: ['analyst', 'approver', 'engineer', 'admin'],
  /** Notes, owners, team views. */
  remark: ['support', 'analyst', 'approver', 'engineer', 'admin'],
  /** To import statements, match, undo, explain, resolve. */
  reconcile: ['analyst', 'approver', 'admin'],
  /** To be the second person: forced matches and write-offs above the limit. */
  approve: ['approver', 'admin'],
  /** To fetch, apply and confirm what a provider was never told we have. */
  recover: ['analyst', 'approver', 'engineer', 'admin'],
  /** To admit refused messages, read messages again, run jobs, register with providers. */
  repair: ['engineer', 'admin'],
  /** Rules, time limits, own accounts, alerts. */
  configure: ['approver', 'engineer', 'admin'],
  /** The log of who did what. */
  audit: ['approver', 'admin'],
  /** People, invitations, API keys. */
  administer: ['admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Right = keyof typeof RIGHTS;
export const RIGHT_NAMES = Object.keys(RIGHTS) as Right[];

export function isRole(text: unknown): text is Role {
  return ROLES.some((role) => role === text);
}

export function isRight(text: unknown): text is Right {
  return RIGHT_NAMES.some((right) => right === text);
}

/** Whoever acts: a person by role, or an API key by the rights in its scope. */
export type Actor = { readonly role: Role } | { readonly scopes: readonly Right[] };

export function may<One extends Actor>(actor: One | null, right: Right): actor is One {
  if (actor === null) return false;
  const asked: Actor = actor;
  if ('scopes' in asked) return asked.scopes.includes(right);
  const holders: readonly Role[] = RIGHTS[right];
  return holders.includes(asked.role);
}

/** How much of a person's data somebody sees. */
export type Sight = 'clear' | 'masked';

export function sightOf(actor: Actor | null): Sight {
  return may(actor, 'personal') ? 'clear' : 'masked';
}
