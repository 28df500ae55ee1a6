import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withCbuCheckDigits } from '@/lib/identifiers/cbu';
import { clabeCheckDigit } from '@/lib/identifiers/clabe';
import { cnpjCheckDigits, cpfCheckDigits, cuitCheckDigit } from '@/lib/identifiers/tax-ids';
import { maskValue } from './masking';
import { maskText, maskTextAbout } from './masking-text';

test.each([
  ['sender_clabe', '646180115400230775', '646•••0775'],
  ['clabe', '646 180 11540023077 5', '646•••0775'],
  ['origin_account', '0000465160000000100092', '0000465•••0092'],
  ['cbu', '2850590940090418135201', '285•••5201'],
  ['account', '12345-6', '•••56'],
  ['account', '1234', '•••'],
  ['tax_id', '529.982.247-25', '•••.982.247-••'],
  ['tax_id', '52998224725', '•••.982.247-••'],
  ['tax_id', '20-26756539-3', '20-•••••539-•'],
  ['tax_id', '20388003629', '20-•••••362-•'],
  ['tax_id', '11.222.333/0001-81', '11.•••.•••/0001-••'],
  ['tax_id', '12.ABC.345/01DE-35', '12.•••.•••/01DE-••'],
  ['tax_id', 'NOS010203AB1', 'N•••'],
  ['masked_tax_id', '•••.123.456-••', '•••.123.456-••'],
  ['sender_name', 'María García', 'M••• G•••'],
  ['email', 'maria@example.com', 'm•••@example.com'],
  ['pix_key', '+5511912345678', '•••78'],
  ['pix_key', '8c1a7a52-0000-4000-8000-00000000abcd', '8c1a•••'],
  ['external_ref', '646180115400230775', '646180115400230775'],
  ['clave_rastreo', '202603149064615060', '202603149064615060'],
  ['e2e', 'E00416968202603150015aB3dE6gH9jK', 'E00416968202603150015aB3dE6gH9jK'],
])('%s %s → %s', (kind, value, masked) => {
  expect(maskValue(kind, value)).toBe(masked);
});

test.each([
  ['CLABE 646180115400230775, RFC NOS010203AB1', 'CLABE 646•••0775, RFC N•••'],
  ['a CLABE in pieces: 646 180 11540023077 5.', 'a CLABE in pieces: 646•••0775.'],
  ['CTA/CLABE:646180000000000009', 'CTA/CLABE:646•••0009'],
  ['•••.123.456-•• Conta: 1234-5 52998224725', '•••.123.456-•• Conta: 1234-5 •••.982.247-••'],
  ['CNPJ 11.222.333/0001-81 e CPF 529.982.247-25', 'CNPJ 11.•••.•••/0001-•• e CPF •••.982.247-••'],
  ['write to maria.garcia+x@example.com.mx', 'write to m•••@example.com.mx'],
  ['call +52 55 1234 5678 or (11) 91234-5678', 'call •••78 or •••78'],
  ['20-26756539-3 0000003100000000000001', '20-•••••539-• 0000003•••0001'],
  ['1234567890.55 MXN on 2026-03-14T15:02:33.123456Z', '1234567890.55 MXN on 2026-03-14T15:02:33.123456Z'],
  [
    'E00416968202603150015aB3dE6gH9jK of 8c1a7a52-0000-4000-8000-000000000001',
    'E00416968202603150015aB3dE6gH9jK of 8c1a7a52-0000-4000-8000-000000000001',
  ],
  ['CVE RAST: 2026010240014BMOV0000123456789', 'CVE RAST: 2026010240014BMOV0000123456789'],
  ['INV-2041, order 4711', 'INV-2041, order 4711'],
])('%s', (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

test('names that a text is about are masked in it in any case', () => {
  expect(maskTextAbout('Paid to MARÍA garcía.', ['María García'])).toBe('Paid to M••• g•••.');
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const IDS = fc.oneof(
  digits(17).map((body) => ({ id: body + clabeCheckDigit(body), most: 7 })),
  fc.tuple(digits(7), digits(13)).map(([bank, account]) => ({ id: withCbuCheckDigits(bank, account), most: 11 })),
  digits(9).map((body) => ({ id: body + cpfCheckDigits(body), most: 6 })),
  digits(10).map((body) => ({ id: body + cuitCheckDigit(body), most: 6 })),
  digits(12).map((body) => ({ id: body + cnpjCheckDigits(body), most: 6 })),
);
const WORDS = fc.array(
  fc.constantFrom('SPEI', 'RECIBIDO', '-', 'CLABE:', 'de', '(', '/', 'ref', '•••', '2026-03-14', '1.5'),
  { maxLength: 4 },
);

test('however an id stands in a text, no more of its digits come through than its mask allows', () => {
  fc.assert(
    fc.property(IDS, WORDS, WORDS, ({ id, most }, before, after) => {
      const around = maskText([...before, ...after].join(' ')).match(/\d/g)?.length ?? 0;
      const masked = maskText([...before, id, ...after].join(' '));
      expect(masked).not.toContain(id);
      expect((masked.match(/\d/g)?.length ?? 0) - around).toBeLessThanOrEqual(most);
    }),
    { seed: 7, numRuns: 2000 },
  );
});

test('what is masked stays as it is, and no text grows beyond measure', () => {
  const piece = fc.oneof(
    IDS.map(({ id }) => id),
    fc.string({ maxLength: 12 }),
    fc.constantFrom(' ', '-', '.', 'a@b.co', '+52', 'CTA'),
    digits(11),
    digits(16),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join(' ');
      const once = maskText(text);
      expect(maskText(once)).toBe(once);
      expect(once.length).toBeLessThanOrEqual(text.length * 2 + 12);
    }),
    { seed: 7, numRuns: 5000 },
  );
  for (const kind of ['name', 'clabe', 'account', 'tax_id', 'email', 'phone', 'pix_key']) {
    fc.assert(
      fc.property(fc.oneof(piece, fc.string({ maxLength: 40 })), (value) => {
        const once = maskValue(kind, value);
        expect([kind, maskValue(kind, once)]).toEqual([kind, once]);
      }),
      { seed: 7, numRuns: 1000 },
    );
  }
});
