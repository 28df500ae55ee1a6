import { describe, expect, test } from 'vitest';
import type { Format } from './profile';
import { bodyOf, fixture, headOf, lineOf, read } from './read-made';
import { UnreadableFile } from './statement';

const refused = (content: string, format: Format, why: RegExp) => {
  const reading = read(content, format, 'br');
  return Promise.all([expect(reading).rejects.toBeInstanceOf(UnreadableFile), expect(reading).rejects.toThrow(why)]);
};

describe('CNAB', () => {
  test('240, statement: segment E, a wrong date, a short line, balances of the lot', async () => {
    const parts = await read(fixture('statement-240.ret'), 'cnab', 'br');
    expect(headOf(parts)).toMatchObject({
      account: '9876543',
      opening: '-100.00',
      closing: '123346.89',
      to: '2026-03-14',
    });
    const body = bodyOf(parts);
    expect(body).toHaveLength(8);
    expect(body.slice(2, 6)).toEqual([
      'line 3 · 2026-03-14 · – · 123456.79 · payment · – · e2e E00416968202603141502aB3dE6gH9jK',
      'line 4 · 2026-03-14 · – · -9.90 · fee · –',
      'line 5 · unreadable: Positions 143 to 150, “31022026”, are no date',
      'line 6 · unreadable: The line has 12 characters instead of 240',
    ]);
  });

  test('240, payments: what was paid with its later segments, and what was not', async () => {
    const parts = await read(fixture('payments-240.ret'), 'cnab', 'br');
    const body = bodyOf(parts);
    expect(body).toHaveLength(12);
    expect(body[2]).toBe(
      'line 3 · 2026-03-15 · – · -1250.50 · payment · MARIA SOUZA · !reference PAG-0001 · !tax_id 52998224725 · e2e E18236120202603151209s0123456789',
    );
    expect(body[5]).toBe('line 6 · note Not paid (AG): PAGAMENTO RECUSADO');
    expect(body[7]).toBe('line 8 · 2026-03-15 · – · -100.00 · payment · FORNECEDOR LTDA · !reference PAG-0003');
    expect(body[9]).toMatch(/^line 10 · unreadable: Segment T/);
  });

  test('750, version 002: what was received is read, a charge is no movement, and what is out of place is told', async () => {
    const parts = await read(fixture('pix-750.ret'), 'cnab', 'br');
    expect(headOf(parts)).toMatchObject({ account: '9876543', bank: '99999999', currency: 'BRL' });
    const body = bodyOf(parts);
    expect(body).toHaveLength(10);
    expect(body.filter((text) => !text.includes(' · note'))).toEqual([
      'line 4 · 2026-03-14 · 00:15:02 · 125.50 · payment · MARIA SOUZA · !e2e E00416968202603150015aB3dE6gH9jK · !reference fatura2026031400000000000012345 · !tax_id 52998224725',
      'line 6 · 2026-03-15 · 12:09:00 · 12345678901.23 · payment · ACME LTDA · !e2e E18236120202603151209s0123456789 · !tax_id 12345678000195',
      'line 7 · unreadable: “E18236120202603151210s01” is no end-to-end id. Found in it: E18236120202603151210s0123456789',
      'line 9 · unreadable: The amount that was paid, “00000000000000000”, is none. Found in it: E18236120202603151310s0123456789',
    ]);
    expect(lineOf(parts, 0)).toMatchObject({
      text: 'Pedido 778',
      currency: 'BRL',
      bankReference: 'E00416968202603150015aB3dE6gH9jK',
    });
    expect(body[7]).toBe('line 8 · note Charge cancelled: cancelada0000000000000');
  });

  test('750, version 001: the payment stands in the record of its charge, without a time of day', async () => {
    const parts = await read(fixture('pix-750-001.ret'), 'cnab', 'br');
    expect(bodyOf(parts).slice(1, 4)).toEqual([
      'line 2 · note Charge issued: fatura1',
      'line 3 · 2026-03-14 · – · 125.50 · payment · MARIA SOUZA · !e2e E00416968202603150015aB3dE6gH9jK · !reference fatura1 · !tax_id 52998224725',
      'line 4 · unreadable: The day of the movement, “20260230”, is no date. Found in it: E18236120202603151209s0123456789',
    ]);
  });

  test('750: a payment in a record that its version does not have is told, never passed over', async () => {
    const [, ...records] = Buffer.from(fixture('pix-750-001.ret')).toString().split('\r\n');
    const [header] = Buffer.from(fixture('pix-750.ret')).toString().split('\r\n');
    const body = bodyOf(await read([header, ...records].join('\r\n'), 'cnab', 'br'));
    expect(body[1]).toMatch(/^line 2 · note/);
    expect(body[2]).toBe(
      'line 3 · unreadable: Record type “1” is not known at this place. Found in it: E00416968202603150015aB3dE6gH9jK',
    );
  });

  test('a file of orders, another width or no end is refused', async () => {
    await refused('x'.repeat(400), 'cnab', /no header record/);
    await refused(`02REMESSA`.padEnd(750).replace('02', '01'), 'cnab', /orders to the bank/);
    await refused('02RETORNO'.padEnd(750), 'cnab', /cut off/);
  });
});

describe('Cuaderno 43', () => {
  test('movements with their texts, which go on from record to record, and both balances', async () => {
    const parts = await read(fixture('mx-banorte.txt'), 'cuaderno_43', 'mx');
    expect(headOf(parts)).toEqual({
      account: '123456789',
      currency: 'MXN',
      from: '2026-01-05',
      to: '2026-01-06',
      opening: '10000.00',
      closing: '11496.75',
    });
    const body = bodyOf(parts);
    expect(body).toHaveLength(12);
    expect(body.filter((text) => !text.includes(' · note'))).toEqual([
      'line 2 · 2026-01-05 · – · 2500.00 · payment · – · clabe 014180000000000000 · reference 0000001 · clave_rastreo 202601059071015060000005610295',
      'line 6 · 2026-01-06 · – · -1000.25 · payment · – · clabe 646180000000000009 · clave_rastreo 8846CAP2202601060123456789',
      'line 9 · 2026-01-06 · – · -3.00 · payment · –',
      'line 10 · unreadable: Positions 11 to 16, “261306”, are no date',
    ]);
    expect(lineOf(parts, 0)).toMatchObject({ bankReference: '101', valueOn: '2026-01-05' });
    expect(lineOf(parts, 0)?.text).toContain('CLIENTE EJEMPLO DE LA CLABE');
  });

  test('one account, an end, and a record of the account that is built as the bank builds it', async () => {
    const [head = '', ...rest] = Buffer.from(fixture('mx-banorte.txt')).toString().split('\r\n');
    const end = rest.find((record) => record.startsWith('33')) ?? '';
    await refused([head, ...rest.slice(0, 4)].join('\n'), 'cuaderno_43', /cut off: its closing balance/);
    await refused([head, end, head.replace('123456789', '999999999')].join('\n'), 'cuaderno_43', /several accounts/);
    await refused([head, end, rest[0]].join('\n'), 'cuaderno_43', /Line 3 is a movement outside/);
    await refused(head.replace('260105', '991399'), 'cuaderno_43', /are no two days/);
    await refused('nothing', 'cuaderno_43', /no record 11/);
    await refused('', 'cuaderno_43', /empty/);
  });
});
