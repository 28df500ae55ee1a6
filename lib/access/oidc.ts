import { isRole, ROLES, type Role } from './rights';

/** Which role the groups of somebody's single sign-on give. Pure. */

export type GroupRole = { readonly group: string; readonly role: Role };

/** Reads `finance:analyst,treasury:approver`; `null` where it cannot be read. A group may contain colons, a role not. */
export function parseGroupRoles(text: string): GroupRole[] | null {
  const found: GroupRole[] = [];
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const [, group, role] = /^\s*(\S(?:.*\S)?)\s*:\s*([a-z]+)\s*$/.exec(part) ?? [];
    if (group === undefined || !isRole(role)) return null;
    found.push({ group, role });
  }
  return found.length > 0 ? found : null;
}

/**
 * The role that a claim gives: the one furthest down the list of roles of all the groups named in it; `null` where none
 * is. The claim is a text or a list, and its name may lead inwards: `realm_access.roles`.
 */
export function roleFromClaims(
  claims: Readonly<Record<string, unknown>>,
  claim: string,
  mapping: readonly GroupRole[],
): Role | null {
  const value = claims[claim] ?? claim.split('.').reduce<unknown>(within, claims);
  const groups = Array.isArray(value) ? value : [value];
  const roles = mapping.filter(({ group }) => groups.includes(group)).map(({ role }) => role);
  return roles.sort((a, b) => ROLES.indexOf(b) - ROLES.indexOf(a))[0] ?? null;
}

function within(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[name] : undefined;
}
