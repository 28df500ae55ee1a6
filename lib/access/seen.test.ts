import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keptText, said } from '@/lib/language/said';
import { shownReadings } from '@/lib/search-readings';
import { maskBody } from './masking-json';
import { maskLineText } from './masking-words';
import { seen } from './seen';

const PROVIDERS = path.resolve(import.meta.dirname, '../providers');
const PERSONAL =
  /clabe|sender_name|holder_name|holder_id|account_identifier|taxid|pixkey|accountnumber|beneficiary_fiat_account/i;

const fixtures = ['juno', 'ripio', 'brla'].flatMap((provider) =>
  readdirSync(path.join(PROVIDERS, provider, 'fixtures')).map((file) => [
    `${provider}/${file}`,
    readFileSync(path.join(PROVIDERS, provider, 'fixtures', file), 'utf8'),
  ]),
);

/** Texts and numbers of a payload by the name of their member. */
function leaves(value: unknown, name = ''): [string, string][] {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value !== 'object') return [[name, String(value)]];
  if (Array.isArray(value)) return value.flatMap((one) => leaves(one, name));
  return Object.entries(value).flatMap(([key, one]) => leaves(one, key));
}

test.each(fixtures)('%s: of its personal values none comes through, and all others do', (_, text = '') => {
  const shown = new TextDecoder().decode(maskBody(new TextEncoder().encode(text)));
  for (const [name, value] of leaves(JSON.parse(text))) {
    if (PERSONAL.test(name)) expect([name, shown.includes(value)]).toEqual([name, false]);
    else if (!/^(name|message|failure_?reason|reason|branchCode)$/i.test(name))
      expect([name, value, shown.includes(value)]).toEqual([name, value, true]);
  }
  expect(new TextDecoder().decode(maskBody(new TextEncoder().encode(shown)))).toBe(shown);
});

test('what is no JSON is not shown at all', () => {
  expect(new TextDecoder().decode(maskBody(new TextEncoder().encode('María 646180115400230775')))).toBe('•••');
});

test.each([
  [
    'Transferência recebida pelo Pix - JOÃO DA SILVA - •••.123.456-•• - BCO EXEMPLO S.A. (0000) Agência: 1 Conta: 1234-5',
    'Transferência recebida pelo Pix - J••• DA S••• - •••.123.456-•• - BCO E••• S.A. (0000) Agência: 1 Conta: 1234-5',
  ],
  [
    'SPEI RECIBIDO DEL CLIENTE MARIA GARCIA DE LA CLABE 014180000000000000 CVE RAST: 2026010240014BMOV0000123456789',
    'SPEI RECIBIDO DEL CLIENTE M••• G••• DE LA CLABE 014•••0000 CVE RAST: 2026010240014BMOV0000123456789',
  ],
])('%s', (text, masked) => {
  expect(maskLineText(text)).toBe(masked);
  expect(maskLineText(masked)).toBe(masked);
});

const VALUE = {
  transaction: {
    id: 'juno:issuance:8c1a7a52-0000-4000-8000-000000000001',
    amount: { amount: '12345678901', currency: 'MXN' },
    externalRef: '646180115400230775',
    failure: { message: 'MARÍA GARCÍA of 646180115400230775 is unknown' },
    identifiers: [
      { kind: 'sender_clabe', value: '646180115400230775' },
      { kind: 'clave_rastreo', value: '646180115400230775' },
    ],
    details: { sender_name: 'María García' },
  },
  line: {
    bookedOn: '2026-03-14',
    text: 'SPEI RECIBIDO M GARCIA',
    name: 'María García',
    taxId: 'NOS010203AB1',
    account: '646180115400230775',
    bankReference: '1',
  },
  remarks: [{ text: 'She writes from maria@example.com', madeBy: 'ana@example.test', madeAt: new Date(0) }],
  bodies: new Map([['7', new TextEncoder().encode('{"clabe":"646180115400230775"}')]]),
};

test('what may be seen clear is the same object', () => {
  expect(seen('clear', VALUE)).toBe(VALUE);
});

test('what is seen masked has the same members, references and our own people clear, and is masked once', () => {
  const masked = seen('masked', VALUE);
  expect(masked.transaction).toEqual({
    ...VALUE.transaction,
    failure: { message: 'M••• G••• of 646•••0775 is unknown' },
    identifiers: [
      { kind: 'sender_clabe', value: '646•••0775' },
      { kind: 'clave_rastreo', value: '646180115400230775' },
    ],
    details: { sender_name: 'M••• G•••' },
  });
  expect(masked.line).toMatchObject({
    text: 'SPEI RECIBIDO M G•••',
    name: 'M••• G•••',
    taxId: 'N•••',
    account: '646•••0775',
  });
  expect(masked.remarks).toEqual([{ ...VALUE.remarks[0], text: 'She writes from m•••@example.com' }]);
  expect(new TextDecoder().decode(masked.bodies.get('7'))).toBe('{"clabe":"646•••0775"}');
  expect(seen('masked', masked)).toEqual(masked);
});

test('what stands beside a personal value is looked through too, and no reading of a typed number tells it', () => {
  for (const typed of ['77712345694', '646180115407771237', 'ZAXO770712QX7', '27765432192']) {
    const shown = JSON.stringify(shownReadings('masked', typed));
    expect(shown.replaceAll(/[.\-/ ]/g, '')).not.toContain(typed);
    expect(JSON.stringify(shownReadings('clear', typed))).toContain(typed);
  }
});

test('a sentence that is data stays one, with what is personal in its values masked', () => {
  const sentence = said('reasons.kept.approved', { what: 'CLABE 646180115400230775', who: 'ana@example.com' });
  const about = {
    line: { bookedOn: '2026-02-10', name: 'Kept Reasons SA' },
    note: { text: keptText(sentence) },
    sentence,
  };
  const masked = seen('masked', about);
  const shown = said('reasons.kept.approved', { what: 'CLABE 646•••0775', who: 'a•••@example.com' });
  expect(masked.note.text).toBe(keptText(shown));
  expect(masked.sentence).toEqual(shown);
  expect(seen('masked', masked)).toEqual(masked);
});

test('what somebody typed in the form of a sentence is masked as any text', () => {
  const { text } = seen('masked', { text: '{"key":"646180115400230775"}' });
  expect(text).not.toContain('646180115400230775');
});
