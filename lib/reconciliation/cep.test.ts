import { expect, test } from 'vitest';
import { cepFieldsOf } from './cep';
import { legId } from './leg-ids';

const LEG = {
  rail: 'spei' as const,
  localDay: '2026-03-14',
  money: { amount: '101.50', currency: 'MXN' },
  ids: [legId('reference', 'order-1'), legId('clave_rastreo', 'MBAN01002603140000123456')],
};

test('a SPEI payment gives what Banxico asks for, its banks by their codes', () => {
  expect(cepFieldsOf(LEG, { senderClabe: '012180015005499990', receiverClabe: '710969000000351123' })).toEqual({
    day: '14-03-2026',
    clave: 'MBAN01002603140000123456',
    sender: { name: 'BBVA México', banxicoCode: '40012' },
    receiver: { name: 'NVIO', banxicoCode: '90710' },
    account: '710969000000351123',
    amount: '101.50',
  });
});

test('what nobody told is left empty, and a bank without a known code stays unnamed', () => {
  const fields = cepFieldsOf(
    { ...LEG, ids: [], money: null },
    { senderClabe: null, receiverClabe: '999000000000000001' },
  );
  expect(fields).toMatchObject({ clave: null, sender: null, amount: null });
  expect(fields?.receiver).toEqual({ name: null, banxicoCode: null });
});

test('a payment that is not on SPEI has no such receipt', () => {
  expect(cepFieldsOf({ ...LEG, rail: 'pix' }, { senderClabe: null, receiverClabe: null })).toBeNull();
});
