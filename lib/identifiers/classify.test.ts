import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inEnglish, readerOf } from '@/lib/language/translator';
import { classify, READING_KINDS } from './classify';
import { factsOf } from './spoken';

const kinds = (text: string) => classify(text).map((reading) => reading.kind);
/** Of the likeliest reading, in English. */
const warning = (text: string) => {
  const said = classify(text)[0]?.warning;
  return said && inEnglish(said);
};
const facts = (text: string) => {
  const reading = classify(text)[0];
  return reading && Object.fromEntries(factsOf(reading, readerOf('en', 'UTC')).map(({ label, text }) => [label, text]));
};

describe('every id of the provider documents is told', () => {
  test.each([
    ['d441f9db-e2df-4ca5-9dab-7526efdcea86', ['uuid']],
    ['a12bc3d4-5e6f-7890-ab12-cd34ef567890', ['uuid']],
    ['646180115400230775', ['clabe', 'clave_rastreo']],
    ['710969000000431628', ['clabe', 'clave_rastreo']],
    ['TESTSPEI671271752263456670', ['clave_rastreo']],
    ['202508049071015060000005610295', ['clave_rastreo']],
    ['0179c64216044d0573e24bb9e4531616', ['bitso_id', 'uuid']],
    ['52b57799cf03fe5b728c842b4b3a0389', ['bitso_id', 'uuid']],
    ['0xfb98c58faf63d17ce0fd5d41e82c3ae2f9b3721f2c1e369c17b379b4b59fe062', ['evm_tx']],
    ['0xc0ffee254729296a45a3885639AC7E10F9d54979', ['evm_address']],
    ['0000465160000000100092', ['cvu']],
    ['2850590940090418135201', ['cbu']],
    ['E05491616202502170009052554e019a', ['pix_e2e', 'bitso_id', 'uuid']],
    ['E1823612020260314150200zzzzzzzz1', ['pix_e2e']],
    ['D12345678202009091000xyzde123456', ['pix_return']],
    ['529.982.247-25', ['cpf']],
    ['11.222.333/0001-81', ['cnpj']],
    ['12.ABC.345/01DE-35', ['cnpj']],
    ['20-26756539-3', ['cuit']],
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', ['tron_address']],
    ['fb98c58faf63d17ce0fd5d41e82c3ae2f9b3721f2c1e369c17b379b4b59fe062', ['evm_tx', 'tron_tx']],
    ['juno:issuance:d441f9db-e2df-4ca5-9dab-7526efdcea86', ['transaction_id']],
    ['ripio:8142b065-79c4-4f48-9e33-11b17bc658d4', ['transaction_id']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
    expect(kinds(`  ${text}\n`)).toEqual(expected);
    expect(warning(text)).toBe(
      kinds(text)[0] === 'evm_tx' && !text.startsWith('0x') ? 'Written without 0x in front.' : undefined,
    );
  });
});

describe("the providers' own samples that fail their check digits are warned about, not refused", () => {
  test.each([
    ['710969123456324311', 'clabe', 'As a CLABE its last digit should be 8.'],
    ['012180001234567890', 'clabe', 'As a CLABE its last digit should be 9.'],
    ['20388003629', 'cuit', 'As a CUIT its last digit should be 7.'],
    ['0000465160000000013331', 'cvu', 'As a CVU the last digit should be 0.'],
  ])('%s', (text, kind, says) => {
    expect(classify(text)[0]).toMatchObject({ kind });
    expect(warning(text)).toBe(says);
  });

  test('0100000000000000000001 names each wrong digit', () => {
    expect(classify('0100000000000000000001')[0]).toMatchObject({ kind: 'cbu' });
    expect(warning('0100000000000000000001')).toMatch(/8th digit/);
  });

  test('a mistyped address', () => {
    expect(classify('0xC0ffee254729296a45a3885639AC7E10F9d54979')[0]).toMatchObject({
      kind: 'evm_address',
      warning: { key: 'identifiers.warning.addressCase' },
    });
  });
});

describe('facts', () => {
  test('a PIX id tells institution and moment', () => {
    expect(facts('E1823612020260314150200zzzzzzzz1')).toEqual({
      Institution: 'Nubank (18236120)',
      Moment: '2026-03-14 15:02 UTC',
    });
  });

  test('a CLABE tells its bank, a clave its day and sender', () => {
    expect(facts('646180115400230775')).toEqual({ Bank: 'STP', 'Banxico code': '90646' });
    expect(facts('202508049071015060000005610295')).toEqual({
      'Operation date': '2025-08-04',
      'Sent by': 'NVIO',
    });
  });

  test('a CVU tells its payment provider', () => {
    expect(facts('0000003100000000000001')).toEqual({ 'Payment provider': 'Mercado Pago' });
  });
});

describe('two-way readings', () => {
  test('18 digits that begin with a date are a clave first', () => {
    expect(kinds('202508049071015060')).toEqual(['clave_rastreo', 'clabe']);
  });

  test('11 bare digits are what their check digits say, the other reading second and warned about', () => {
    expect(classify('52998224725')).toMatchObject([{ kind: 'cpf' }]);
    const [first, second] = classify('20267565393');
    expect(first).toMatchObject({ kind: 'cuit' });
    expect(facts('20267565393')).toEqual({ Written: '20-26756539-3', Holder: 'person' });
    expect(second).toMatchObject({ kind: 'cpf', warning: { key: 'identifiers.warning.lastDigits' } });
  });

  test('a small e in front of a moment may be a PIX id badly copied', () => {
    const readings = classify('e05491616202502170009052554e019a');
    expect(readings.map((reading) => reading.kind)).toEqual(['bitso_id', 'uuid', 'pix_e2e']);
    expect(readings[2]).toMatchObject({
      value: 'E05491616202502170009052554e019a',
      warning: { key: 'identifiers.warning.pixCapital' },
    });
  });
});

test('what has no shape we know is nobody’s: no reading', () => {
  for (const text of ['', '  ', 'user-ref-12345', 'Cliente de Prueba', 'x'.repeat(5000)])
    expect(classify(text)).toEqual([]);
});

test('any text gives readings, each of a known kind, none twice', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[0-9a-fA-F ./-]{1,70}$/),
    fc.stringMatching(/^\d{11,22}$/),
  );
  fc.assert(
    fc.property(text, (value) => {
      const readings = classify(value);
      for (const reading of readings) expect(READING_KINDS).toContain(reading.kind);
      expect(new Set(readings.map((reading) => reading.kind)).size).toBe(readings.length);
    }),
    { numRuns: 2000 },
  );
});
