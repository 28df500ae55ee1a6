import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifierKey, searchKeys } from './keys';

const HEX_KINDS = [
  'tx_hash',
  'replaced_tx_hash',
  'source_address',
  'destination_address',
  'token_address',
  'refund_step_id',
];
const ACCOUNT_KINDS = ['sender_clabe', 'receiver_clabe', 'origin_account', 'tax_id'];
const REFERENCE_KINDS = [
  'external_ref',
  'provider_id',
  'end_user_id',
  'account_id',
  'quote_id',
  'deposit_id',
  'anything_new',
];
const ALL_KINDS = [
  ...HEX_KINDS,
  ...ACCOUNT_KINDS,
  ...REFERENCE_KINDS,
  'clave_rastreo',
  'e2e',
  'constructor',
  '__proto__',
];

const hex = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-fA-F]{${digits}}$`));
const uuid = fc.uuid();
const reference = fc.oneof(uuid, fc.stringMatching(/^[\w:.-]{1,40}$/), fc.string({ minLength: 1, unit: 'binary' }));
const account = fc.oneof(fc.stringMatching(/^\d{11}$|^\d{18}$|^\d{22}$/), fc.stringMatching(/^[0-9A-Z]{12}\d{2}$/));
const e2e = fc.stringMatching(/^[ED][0-9A-Z]{8}\d{12}[a-zA-Z0-9]{11}$/);
const clave = fc.stringMatching(/^[0-9A-Z]{1,30}$/);
const chainValue = fc.oneof(
  hex(64).map((digits) => `0x${digits}`),
  hex(40).map((digits) => `0x${digits}`),
  hex(32),
  hex(64),
  fc.stringMatching(/^T[1-9A-HJ-NP-Za-km-z]{33}$/),
);

/** Puts separators between characters, at places the seed chooses. */
const punctuated = (value: string, seeds: readonly number[], marks: readonly string[]) =>
  [...value]
    .map(
      (c, i) =>
        c + (seeds.length && (seeds[i % seeds.length] as number) === 0 ? (marks[i % marks.length] as string) : ''),
    )
    .join('');
const recased = (value: string, seeds: readonly number[]) =>
  [...value]
    .map((c, i) => (seeds.length && (seeds[i % seeds.length] as number) > 3 ? c.toUpperCase() : c.toLowerCase()))
    .join('');
const seeds = fc.array(fc.nat(6), { maxLength: 9 });
const MARKS = [' ', '-', '\u00a0', '.', '\u200b', '/', '\u2013'];
const BLANKS = [' ', '\u00a0', '\n', '\u200b'];

const finds = (kind: string, stored: string, typed: string): void => {
  expect(searchKeys(typed)).toContain(identifierKey(kind, stored));
};

describe('searchKeys hold the key an identifier is stored under', () => {
  test('for every kind and any text, as it was stored or with blanks around it', () => {
    const values = fc
      .oneof(reference, account, e2e, clave, chainValue)
      .filter((value) => identifierKey('e2e', value) !== '');
    fc.assert(
      fc.property(fc.constantFrom(...ALL_KINDS), values, (kind, value) => {
        if (identifierKey(kind, value) === '') return;
        finds(kind, value, value);
        finds(kind, value, ` \u200b${value}\n`);
      }),
      { numRuns: 3000 },
    );
  });

  test('for hashes, addresses and step ids in any case, broken by blanks or dashes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HEX_KINDS), chainValue, seeds, seeds, (kind, value, marks, cases) => {
        const typed = value.startsWith('T') ? value : recased(value, cases);
        finds(kind, value, punctuated(typed, marks, MARKS));
      }),
    );
  });

  test('for hashes and addresses with and without 0x', () => {
    const digits = fc.oneof(hex(64), hex(40));
    fc.assert(
      fc.property(digits, (value) => {
        finds('tx_hash', `0x${value}`, value);
        finds('tx_hash', value, `0x${value}`);
      }),
    );
  });

  test('for accounts and tax ids however they are punctuated', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACCOUNT_KINDS), account, seeds, seeds, (kind, value, marks, cases) => {
        finds(kind, value, punctuated(recased(value, cases), marks, MARKS));
      }),
    );
  });

  test('for claves in any case, broken by blanks or dashes', () => {
    fc.assert(
      fc.property(clave, seeds, seeds, (value, marks, cases) =>
        finds('clave_rastreo', value, punctuated(recased(value, cases), marks, MARKS)),
      ),
    );
  });

  test('for end-to-end ids broken by blanks', () => {
    fc.assert(fc.property(e2e, seeds, (value, marks) => finds('e2e', value, punctuated(value, marks, BLANKS))));
  });

  test('for uuids in any case, with or without dashes, in braces or as urn', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REFERENCE_KINDS), uuid, seeds, seeds, (kind, value, marks, cases) => {
        const typed = recased(value, cases);
        finds(kind, value, typed);
        finds(kind, typed, value);
        finds(kind, value, typed.replaceAll('-', ''));
        finds(kind, value, punctuated(typed, marks, MARKS));
        finds(kind, value, `{${typed}}`);
        finds(kind, value, `urn:uuid:${typed}`);
      }),
    );
  });
});

describe('identifierKey', () => {
  test('is stable: the key of a key is the key', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL_KINDS), fc.oneof(reference, account, e2e, chainValue), (kind, value) => {
        const key = identifierKey(kind, value);
        expect(identifierKey(kind, key)).toBe(key);
      }),
    );
  });

  test.each([
    ['tx_hash', ' 0xAB12 ', '0xab12'],
    ['destination_address', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
    ['refund_step_id', '52B57799CF03FE5B728C842B4B3A0389', '52b57799cf03fe5b728c842b4b3a0389'],
    ['clave_rastreo', ' 00 45mban12', '0045MBAN12'],
    ['sender_clabe', '646 180 115400230775', '646180115400230775'],
    ['tax_id', '12.abc.345/01de-35', '12ABC34501DE35'],
    ['e2e', ' E05491616202502170009052554e019a ', 'E05491616202502170009052554e019a'],
    ['external_ref', ' Order 15/A ', 'Order 15/A'],
    ['external_ref', 'AC243840-AC04-4B3A-9EFB-176554D4A029', 'ac243840-ac04-4b3a-9efb-176554d4a029'],
    ['end_user_id', 'customer_10', 'customer_10'],
  ])('of %s %s', (kind, value, key) => expect(identifierKey(kind, value)).toBe(key));

  test('two end-to-end ids that differ in case stay two', () => {
    const upper = 'E05491616202502170009052554E019A';
    expect(searchKeys('E05491616202502170009052554e019a')[0]).toBe('E05491616202502170009052554e019a');
    expect(identifierKey('e2e', upper)).toBe(upper);
  });
});

describe('searchKeys', () => {
  test('are empty for blank text and hold no key twice', () => {
    expect(searchKeys(' \u200b\n')).toEqual([]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const keys = searchKeys(text);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).not.toContain('');
      }),
    );
  });

  test('of our own transaction id hold the provider id inside it', () => {
    const id = 'd441f9db-e2df-4ca5-9dab-7526efdcea86';
    expect(searchKeys(`JUNO:issuance:${id.toUpperCase()}`)).toEqual(
      expect.arrayContaining([`juno:issuance:${id}`, id]),
    );
    expect(searchKeys(`ripio:${id}`)).toEqual(expect.arrayContaining([`ripio:${id}`, id]));
  });
});
