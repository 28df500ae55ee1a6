import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCbu, withCbuCheckDigits } from './cbu';

describe('CBU and CVU', () => {
  test('a CVU names its payment provider', () => {
    const cvu = { form: 'CVU', bankCode: null, isValid: true };
    expect(readCbu('0000465160000000100092')).toMatchObject({ ...cvu, pspCode: '0465', institution: null });
    expect(readCbu('0000003100000000000000')).toMatchObject({ ...cvu, pspCode: '0003', institution: 'Mercado Pago' });
  });

  test('a CBU names its bank', () => {
    expect(readCbu('28505909 40090418135201')).toMatchObject({
      form: 'CBU',
      bankCode: '285',
      pspCode: null,
      institution: 'Banco Macro',
      isValid: true,
    });
  });

  test.each(['0000465160000000013331', '0100000000000000000001'])(
    "Ripio's own sample %s is read, and said to be wrong",
    (digits) => {
      expect(readCbu(digits)).toMatchObject({ digits, isValid: false });
    },
  );

  test('the placeholder of many public samples has a right first block and a wrong second', () => {
    expect(readCbu('0000003100000000000001')).toMatchObject({ isValid: false, checkDigits: ['1', '0'] });
  });

  test('another shape is neither', () => {
    for (const text of ['', '000046516000000010009', '00004651600000001000922', 'mi.alias.cvu'])
      expect(readCbu(text)).toBeNull();
    expect(() => withCbuCheckDigits('123', '4')).toThrow();
  });

  test('any single changed digit is noticed', () => {
    const bodies = fc.tuple(fc.stringMatching(/^\d{7}$/), fc.stringMatching(/^\d{13}$/));
    fc.assert(
      fc.property(bodies, fc.nat(21), fc.integer({ min: 1, max: 9 }), ([branch, account], at, step) => {
        const cbu = withCbuCheckDigits(branch, account);
        const changed = `${cbu.slice(0, at)}${(Number(cbu[at]) + step) % 10}${cbu.slice(at + 1)}`;
        expect(readCbu(cbu)?.isValid).toBe(true);
        expect(readCbu(changed)?.isValid).toBe(false);
      }),
    );
  });
});
