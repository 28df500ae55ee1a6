import { describe, expect, test } from 'vitest';
import { readClaveRastreo } from './clave-rastreo';

describe('clave de rastreo', () => {
  test('date, Banxico code and sequence are told apart', () => {
    expect(readClaveRastreo('202508049071015060000005610295')).toEqual({
      clave: '202508049071015060000005610295',
      isKnownShape: true,
      operationDate: '2025-08-04',
      banxicoCode: '90710',
      bank: 'NVIO',
    });
    expect(readClaveRastreo('202402149071040080000323032815')?.operationDate).toBe('2024-02-14');
  });

  test('an impossible date is not read out of digits', () => {
    expect(readClaveRastreo('202513049071015060000005610295')).toMatchObject({
      isKnownShape: false,
      operationDate: null,
    });
  });

  test.each(['TESTSPEI671271752263456670', 'MBAN01002405210012345678', '8846APR2202405211234567890'])(
    '%s is a shape banks use',
    (clave) => expect(readClaveRastreo(clave)?.isKnownShape).toBe(true),
  );

  test('leading zeros stay, blanks go, letters become capitals', () => {
    expect(readClaveRastreo(' 00 45 mban 12 ')?.clave).toBe('0045MBAN12');
  });

  test('what is too long, punctuated or a mere word is none', () => {
    for (const text of ['1'.repeat(31), 'user-ref-12345', 'payment', 'abc123', ''])
      expect(readClaveRastreo(text)).toBeNull();
  });
});
