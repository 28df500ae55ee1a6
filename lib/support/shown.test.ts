import { expect, test } from 'vitest';
import { referenceOf, tracesOf } from './shown';

test('a reference is shown, and an account number or tax id in its place is not', () => {
  const shown = (externalRef: string | null) => referenceOf({ externalRef });
  expect(['INV-2041', '8c1a7a52-0000-4000-8000-00000000abcd'].map(shown)).not.toContain(null);
  expect(['646180115400230775', '529.982.247-25', '20-12345678-6', null].map(shown)).toEqual([null, null, null, null]);
});

test('of the identifiers only those of the rail are shown', () => {
  const identifiers = [
    { kind: 'e2e', value: 'E1' },
    { kind: 'receiver_clabe', value: '646180115400230775' },
    { kind: 'tax_id', value: '52998224725' },
    { kind: 'clave_rastreo', value: 'C1' },
  ] as const;
  expect(tracesOf({ identifiers }).map(({ value }) => value)).toEqual(['E1', 'C1']);
});
