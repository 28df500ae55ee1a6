import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cnpjCheckDigits, cpfCheckDigits, cuitCheckDigit, readCnpj, readCpf, readCuit } from './tax-ids';

describe('CPF', () => {
  test.each(['529.982.247-25', '111.444.777-35', '52998224725'])('%s is right', (text) => {
    expect(readCpf(text)?.isValid).toBe(true);
  });

  test('a wrong one is read, with the digits it should have', () => {
    expect(readCpf('529.982.247-24')).toMatchObject({ digits: '52998224724', isValid: false, checkDigits: '25' });
  });

  test('equal digits fit the arithmetic and are not valid', () => {
    expect(readCpf('111.111.111-11')).toMatchObject({ isValid: false, checkDigits: '11' });
  });

  test('any body gets digits that make it right', () => {
    const body = fc.stringMatching(/^\d{9}$/).filter((digits) => new Set(digits).size > 1);
    fc.assert(
      fc.property(body, (digits) => {
        expect(readCpf(digits + cpfCheckDigits(digits))?.isValid).toBe(true);
      }),
    );
  });
});

describe('CNPJ', () => {
  test.each(['11.222.333/0001-81', '00.000.000/0001-91', '12.ABC.345/01DE-35', '12abc34501de35'])(
    '%s is right',
    (text) => {
      expect(readCnpj(text)?.isValid).toBe(true);
    },
  );

  test('it is printed as its papers print it', () => {
    expect(readCnpj('12abc34501de35')).toMatchObject({ digits: '12ABC34501DE35', formatted: '12.ABC.345/01DE-35' });
  });

  test('a wrong one is read, with the digits it should have', () => {
    expect(readCnpj('11222333000180')).toMatchObject({ isValid: false, checkDigits: '81' });
    expect(readCnpj('12ABC34501DEX5')).toBeNull();
  });

  test('any body gets digits that make it right', () => {
    const body = fc.stringMatching(/^[0-9A-Z]{12}$/).filter((digits) => new Set(digits).size > 1);
    fc.assert(
      fc.property(body, (digits) => {
        expect(readCnpj(digits + cnpjCheckDigits(digits))?.isValid).toBe(true);
      }),
    );
  });
});

describe('CUIT', () => {
  test('20-26756539-3 is a person', () => {
    expect(readCuit('20-26756539-3')).toMatchObject({ digits: '20267565393', isValid: true, holder: 'person' });
  });

  test("Ripio's own sample is read, and said to end wrongly", () => {
    expect(readCuit('20388003629')).toMatchObject({ isValid: false, checkDigits: '7', formatted: '20-38800362-9' });
  });

  test('a prefix nobody has is not valid', () => {
    expect(readCuit('00000000000')).toMatchObject({ isValid: false, holder: null, checkDigits: '0' });
  });

  test('sums that leave 0 or 1 give 0 and 9', () => {
    expect(cuitCheckDigit('0000000000')).toBe('0');
    // 2 × 6 = 12, remainder 1.
    expect(cuitCheckDigit('0000020000')).toBe('9');
    expect(() => cuitCheckDigit('1')).toThrow();
  });
});
