import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { BalanceProof } from './balance-proof';
import { readCsv } from './csv';
import { detect } from './detect';
import { profileSchema } from './profile';
import { PROFILES } from './profiles';
import { allOf, madeFile, told } from './table-made';

const GOLDEN: Readonly<Record<string, readonly string[]>> = {
  'mx-bbva': [
    'line 2 · 2026-01-05 · 1800.00 · 11780.50 · payment · clave_rastreo 8846APR1202601050123456789',
    'line 3 · 2026-01-05 · -5.80 · 9980.50 · fee',
    'line 4 · 2026-01-04 · -13.70 · 9986.30 · payment',
  ],
  'mx-banorte': [
    'line 2 · 2026-01-02 · 2500.00 · 12500.00 · payment · clabe 014180000000000000 · reference 0000001 · clave_rastreo 2026010240014BMOV0000123456789',
    'line 3 · 2026-01-02 · -1000.25 · 11499.75 · payment · clabe 646180000000000009 · clave_rastreo 8846CAP2202601020123456789',
    'line 4 · 2026-01-02 · -3.00 · 11496.75 · fee',
  ],
  'mx-banregio': [
    'line 11 · 2026-01-03 · 0 · 5000.00 · balance',
    'line 12 · 2026-01-03 · 250.00 · 5250.00 · payment · clabe 646180000000000009 · clave_rastreo MIFEL260103000123',
    'line 13 · 2026-01-05 · -0.80 · 5249.20 · tax',
  ],
  'mx-mifel': [
    'line 2 · 2026-01-09 · -1200.10 · 8799.90 · payment · clave_rastreo MIFEL2601090000001',
    'line 3 · 2026-01-08 · 10000.00 · 10000.00 · payment',
  ],
  'mx-generic': [
    'line 2 · 2026-01-02 · 0 · 1000.00 · balance',
    'line 3 · 2026-01-02 · 500.50 · 1500.50 · payment',
    'line 4 · 2026-01-02 · 500.50 · 2001.00 · payment',
    'line 5 · 2026-01-03 · -1.00 · 2000.00 · payment',
  ],
  'br-nubank': [
    'line 2 · 2026-01-02 · 1500.00 · no balance · payment · masked_tax_id ***123456**',
    'line 3 · 2026-01-02 · -320.45 · no balance · payment · tax_id 11222333000181',
    'line 4 · 2026-01-03 · -1.10 · no balance · tax',
  ],
  'br-inter': [
    'line 7 · 2026-01-02 · 1500.00 · 1500.00 · payment · e2e E12345678202601021530abcdefGHIJ1',
    'line 8 · 2026-01-03 · -20.00 · 1480.00 · payment',
    'line 9 · 2026-01-03 · -0.45 · 1479.55 · fee',
  ],
  'br-bradesco': [
    'line 2 · 2026-01-01 · 0 · 10000.00 · balance',
    'line 3 · 2026-01-02 · 2345.67 · 12345.67 · payment',
    'line 4 · 2026-01-05 · -345.67 · 12000.00 · payment',
    'line 5 · 2026-01-05 · -10.00 · 11990.00 · fee',
  ],
  'br-banco-do-brasil': [
    'line 2 · 2025-12-30 · 0 · 1000.00 · balance',
    'line 3 · 2026-01-02 · 250.00 · no balance · payment',
    'line 4 · 2026-01-02 · -50.10 · no balance · payment',
    'line 5 · 2026-01-02 · 0 · 1199.90 · balance',
    'line 6 · 2026-01-05 · -1.00 · no balance · fee',
    'line 7 · 2026-01-05 · 0 · 1198.90 · balance',
  ],
  'br-pagbank': [
    'line 2 · 2026-01-02 · 1000.00 · no balance · payment',
    'line 3 · 2026-01-03 · -250.50 · no balance · payment',
  ],
  'br-flash': [
    'line 2 · 2026-01-06 · -630.06 · 138.24 · payment',
    'line 3 · 2026-01-06 · 50.00 · 768.30 · payment',
    'line 4 · 2026-01-05 · 718.30 · 718.30 · payment',
  ],
  'br-generic': ['line 2 · 2026-01-02 · 10.00 · 110.00 · payment', 'line 3 · 2026-01-03 · -5.50 · 104.50 · payment'],
  'ar-galicia': [
    'line 2 · 2026-01-06 · -6.00 · 10994.00 · tax',
    'line 3 · 2026-01-06 · 1000.00 · 11000.00 · payment · tax_id 30111111118 · cbu 0000003110000000000007',
    'line 4 · 2026-01-05 · -2500.50 · 10000.00 · payment · tax_id 20111111112',
  ],
  'ar-provincia': [
    'line 2 · 2026-01-05 · -1500.25 · no balance · payment · tax_id 20111111112',
    'line 3 · 2026-01-06 · 2000.00 · no balance · payment · tax_id 30111111118',
    'line 4 · 2026-01-06 · -9.00 · no balance · tax',
  ],
  'ar-mercado-pago': [
    'line 2 · 2026-01-05 · 0 · 500.00 · balance',
    'line 3 · 2026-01-06 · 1000.50 · no balance · payment · reference COELSA0000000000000001',
    'line 4 · 2026-01-06 · -250.25 · no balance · payment',
    'line 5 · 2026-01-06 · -1.25 · no balance · tax',
  ],
  'ar-generic': [
    'line 2 · 2026-01-05 · 0 · 1000.00 · balance',
    'line 3 · 2026-01-05 · 1234.56 · 2234.56 · payment · tax_id 20111111112',
    'line 4 · 2026-01-06 · -1.23 · 2233.33 · tax',
  ],
  ledger: [
    'line 2 · 2026-01-05 · 1500.00 · no balance · payment · reference INV-1001',
    'line 3 · 2026-01-06 · -250.2500 · no balance · payment · reference PAY-2001',
    'line 4 · 2026-01-06 · 12.000000000000000001 · no balance · payment · reference CHAIN-1',
  ],
};
/** Files without balances prove nothing. */
const WITHOUT_PROOF = ['br-nubank', 'br-pagbank', 'ar-provincia', 'ar-mercado-pago', 'ledger'];
const bytesOf = (id: string) => readFileSync(path.join(import.meta.dirname, 'fixtures', `${id}.csv`));

test('every shipped profile is one, has a name of its own and a file to prove it', () => {
  for (const { profile } of PROFILES) expect(profileSchema.parse(profile)).toEqual(profile);
  expect(PROFILES.map(({ id }) => id).sort()).toEqual(Object.keys(GOLDEN).sort());
  expect(new Set(PROFILES.map(({ label }) => (typeof label === 'string' ? label : inEnglish(label)))).size).toBe(
    PROFILES.length,
  );
});

describe.each(PROFILES)('$id', ({ id, profile }) => {
  const bytes = bytesOf(id);
  const read = () => readCsv(madeFile(bytes), profile);

  test('reads its file to the last line', async () => {
    expect((await allOf(read())).map(told).filter((text) => !text.endsWith(' · note'))).toEqual(GOLDEN[id]);
  });

  test('adds up, from balance to balance', async () => {
    const proof = new BalanceProof();
    for (const part of await allOf(read())) if (part.part === 'line') proof.take(part.line);
    expect(proof.result({})?.difference ?? 'no proof').toBe(WITHOUT_PROOF.includes(id) ? 'no proof' : '0');
    expect(proof.firstBreak).toBeNull();
  });

  test('is recognised by what is in the file, and reads it as proposed', async () => {
    const { shipped, profile: proposed, doubts } = detect(`${id}.csv`, bytes);
    expect({
      id: shipped?.id,
      doubts: doubts.map(inEnglish).filter((doubt) => doubt.includes('has a column')),
    }).toEqual({
      id,
      doubts: [],
    });
    if (!proposed) throw new Error('Nothing was proposed');
    expect(await allOf(readCsv(madeFile(bytes), proposed))).toEqual(await allOf(read()));
  });
});
