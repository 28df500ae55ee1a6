import { expect, test } from 'vitest';
import { parseGroupRoles, roleFromClaims } from './oidc';

test('groups and roles are read, with spaces and colons in a group', () => {
  expect(parseGroupRoles('finance:analyst, urn:acme:treasury : approver ,')).toEqual([
    { group: 'finance', role: 'analyst' },
    { group: 'urn:acme:treasury', role: 'approver' },
  ]);
});

test.each(['', 'finance', 'finance:', ':analyst', 'finance:emperor', 'finance:analyst,broken'])(
  '%j is refused as a whole',
  (text) => {
    expect(parseGroupRoles(text)).toBeNull();
  },
);

const MAPPING = parseGroupRoles('everybody:viewer,finance:analyst,bosses:admin') ?? [];

test.each([
  [{ groups: ['finance', 'everybody'] }, 'analyst'],
  [{ groups: 'bosses' }, 'admin'],
  [{ groups: ['gardeners'] }, null],
  [{ groups: [] }, null],
  [{ groups: [{ name: 'bosses' }, null, 7] }, null],
  [{}, null],
] as const)('%j gives %s', (claims, role) => {
  expect(roleFromClaims(claims, 'groups', MAPPING)).toBe(role);
});

test('a claim may stand inside another, or have a dot in its own name', () => {
  expect(roleFromClaims({ realm_access: { roles: ['finance'] } }, 'realm_access.roles', MAPPING)).toBe('analyst');
  expect(roleFromClaims({ 'https://acme.test/groups': ['finance'] }, 'https://acme.test/groups', MAPPING)).toBe(
    'analyst',
  );
});
