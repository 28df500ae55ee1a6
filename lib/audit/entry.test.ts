import { expect, test } from 'vitest';
import { walk } from './check';
import { ACTIONS, AUDIT_GENESIS, type AuditEntry, auditHash, isAuditAction } from './entry';
import { LEFT_OUT, withoutIds, withoutPersonal } from './free-text';

const entry = (seq: bigint, more: Partial<AuditEntry> = {}): Omit<AuditEntry, 'hash'> => ({
  seq,
  at: new Date('2026-03-01T12:00:00.123Z'),
  actor: 'ana@example.com',
  action: 'match_made',
  objectKind: 'match',
  objectId: '7',
  address: '10.0.0.1',
  detail: { lines: ['1', '2'], legs: ['a'] },
  ...more,
});

function chain(count: number): AuditEntry[] {
  let before = AUDIT_GENESIS;
  return Array.from({ length: count }, (_, i) => {
    const one = entry(BigInt(i + 1), { objectId: String(i) });
    before = auditHash(before, one);
    return { ...one, hash: before };
  });
}

const START = { seq: 0n, hash: AUDIT_GENESIS };

test.each([
  ['number', { seq: 2n }],
  ['time', { at: new Date('2026-03-01T12:00:00.124Z') }],
  ['actor', { actor: 'bea@example.com' }],
  ['action', { action: 'match_undone' }],
  ['kind of object', { objectKind: 'line' }],
  ['object', { objectId: '8' }],
  ['address', { address: null }],
  ['detail', { detail: { lines: ['1'], legs: ['a', '2'] } }],
] as const)('another %s is another hash', (_, more) => {
  const own = auditHash(AUDIT_GENESIS, entry(1n));
  expect(auditHash(AUDIT_GENESIS, entry(1n, more as Partial<AuditEntry>))).not.toEqual(own);
  expect(auditHash(own, entry(1n))).not.toEqual(own);
});

test('what moves from one field into the next is another hash, and the order of JSON is none', () => {
  const hash = (more: Partial<AuditEntry>) => auditHash(AUDIT_GENESIS, entry(1n, more));
  expect(hash({ objectKind: 'ab', objectId: 'c' })).not.toEqual(hash({ objectKind: 'a', objectId: 'bc' }));
  expect(hash({ detail: { a: 1, b: { c: 2, d: [3] } } })).toEqual(hash({ detail: { b: { d: [3], c: 2 }, a: 1 } }));
});

test('a chain holds to its end, and the first number that is missing or changed is named', () => {
  const whole = chain(5);
  expect(walk(START, whole)).toEqual({ held: { seq: 5n, hash: whole[4]?.hash }, flaw: null });
  expect(walk(START, whole.toSpliced(2, 1))).toMatchObject({ held: { seq: 2n }, flaw: { seq: 3n, what: 'missing' } });
  const changed = whole.map((one) => (one.seq === 4n ? { ...one, actor: 'eve@example.com' } : one));
  expect(walk(START, changed)).toMatchObject({ held: { seq: 3n }, flaw: { seq: 4n, what: 'changed' } });
  expect(walk(START, [])).toEqual({ held: START, flaw: null });
});

test('an action is known by its word only', () => {
  expect(ACTIONS.every(isAuditAction)).toBe(true);
  expect(isAuditAction('toString')).toBe(false);
});

test.each([
  ['CPF 123.456.789-09 asked', `CPF ${LEFT_OUT} asked`],
  ['cnpj 12.345.678/0001-95', `cnpj ${LEFT_OUT}`],
  ['CUIT 20-12345678-3.', `CUIT ${LEFT_OUT}.`],
  ['clabe 646180110400000007', `clabe ${LEFT_OUT}`],
  ['clabe 646 180 1104 0000 0007', `clabe ${LEFT_OUT}`],
  ['wrote maria@example.com today', `wrote ${LEFT_OUT} today`],
  ['RFC VECJ880326XXX', `RFC ${LEFT_OUT}`],
  ['call +55 11 91234-5678', `call ${LEFT_OUT}`],
  ['fee of 1,234.50 on 2026-03-31, ticket 12345', 'fee of 1,234.50 on 2026-03-31, ticket 12345'],
])('what names a person is left out of what people type: %s', (text, clean) => {
  expect(withoutIds(text)).toBe(clean);
});

test('only what people type is cleaned: ids of ours stay whole', () => {
  const detail = {
    legs: ['juno:issuance:95a4df41-d2c2-414a-a28a-1eda4bddb92b'],
    seq: '1234567890',
    remark: '12345678901',
  };
  expect(withoutPersonal(detail)).toEqual({ ...detail, remark: LEFT_OUT });
});
