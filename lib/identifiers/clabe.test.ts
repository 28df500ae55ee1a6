import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankByBanxicoCode, clabeCheckDigit, readClabe } from './clabe';

describe('CLABE', () => {
  test.each([
    ['646180115400230775', 'STP', '90646'],
    ['710969000000431628', 'NVIO', '90710'],
    ['032180000118359719', null, null],
  ])('%s is right', (digits, bank, banxicoCode) => {
    expect(readClabe(digits)).toMatchObject({ digits, bank, banxicoCode, isValid: true });
  });

  test.each([
    ['710969123456324311', '8'],
    ['012180001234567890', '9'],
  ])("Juno's own sample %s is read, and said to end wrongly", (digits, checkDigit) => {
    expect(readClabe(digits)).toMatchObject({ digits, isValid: false, checkDigit });
  });

  test('punctuation means nothing', () => {
    expect(readClabe(' 646 180 1154-0023.0775 ')?.digits).toBe('646180115400230775');
  });

  test('another shape is not a CLABE', () => {
    for (const text of ['', '64618011540023077', '6461801154002307755', '64618011540023077A']) {
      expect(readClabe(text)).toBeNull();
    }
    expect(() => clabeCheckDigit('123')).toThrow();
  });

  test('any single changed digit is noticed', () => {
    const body = fc.stringMatching(/^\d{17}$/);
    fc.assert(
      fc.property(body, fc.nat(16), fc.integer({ min: 1, max: 9 }), (digits, at, step) => {
        const clabe = digits + clabeCheckDigit(digits);
        const changed = `${clabe.slice(0, at)}${(Number(clabe[at]) + step) % 10}${clabe.slice(at + 1)}`;
        expect(readClabe(clabe)?.isValid).toBe(true);
        expect(readClabe(changed)?.isValid).toBe(false);
      }),
    );
  });

  test('the Banxico code names the same bank', () => {
    expect(bankByBanxicoCode('90710')).toBe('NVIO');
    expect(bankByBanxicoCode('99999')).toBeNull();
  });
});
