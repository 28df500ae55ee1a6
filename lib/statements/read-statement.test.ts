import { describe, expect, test } from 'vitest';
import type { Format } from './profile';
import { bodyOf, fixture, headOf, lineOf, OWN, read } from './read-made';
import { UnreadableFile } from './statement';

const refused = (content: string, format: Format, why: RegExp) => {
  const reading = read(content, format, 'br');
  return Promise.all([expect(reading).rejects.toBeInstanceOf(UnreadableFile), expect(reading).rejects.toThrow(why)]);
};

describe('OFX', () => {
  test('SGML without end tags, in Windows-1252, with points and commas', async () => {
    const parts = await read(fixture('sgml.ofx'), 'ofx', 'br');
    expect(headOf(parts)).toEqual({
      account: '987654-3',
      bank: '0999',
      currency: 'BRL',
      from: '2026-03-01',
      to: '2026-03-15',
      closing: '12345678901231207.39',
    });
    expect(bodyOf(parts)).toEqual([
      'line 40 · 2026-03-01 · – · 0.00 · balance · –',
      'line 47 · 2026-03-14 · 00:15:02 · 12345678901234467.79 · payment · – · !reference 987 · e2e E00416968202603150015aB3dE6gH9jK',
      'line 56 · 2026-03-15 · – · -1250.50 · payment · MARIA SOUZA · masked_tax_id ***123456** · e2e E18236120202603151209s0123456789',
      'line 64 · 2026-03-15 · 13:00:00 · -9.90 · fee · –',
      'line 71 · unreadable: TRNAMT “-1.250” may mean two different amounts',
      'line 78 · 2026-03-20 · – · -2000.00 · payment · –',
    ]);
    expect(lineOf(parts, 1)?.text).toBe('PIX RECEBIDO E00416968202603150015aB3dE6gH9jK JOÃO & FILHOS');
    expect(lineOf(parts, 1)?.bankReference).toBe('20260314001');
  });

  test('XML of a credit card, with CDATA, entities, a payee and a currency of its own', async () => {
    const parts = await read(fixture('card.ofx'), 'ofx', 'mx');
    expect(bodyOf(parts)).toEqual([
      `line 13 · 2026-03-10 · 00:30:00 · -1800.00 · payment · Peña & Asociados · !clave_rastreo MBAN01002603100012345678 · !reference MBAN01002603100012345678 · !clabe 072320000987654326`,
    ]);
    expect(lineOf(parts, 0)).toMatchObject({
      currency: 'USD',
      valueOn: '2026-03-11',
      text: 'Peña & Asociados · Pago <urgente> folio 7',
    });
    // A balance of another day than the last one of the statement closes nothing.
    expect(headOf(parts).closing).toBeUndefined();
  });

  test('one account only, and an end', async () => {
    const statement = (account: string) =>
      `<STMTTRNRS><STMTRS><CURDEF>BRL<BANKACCTFROM><ACCTID>${account}</BANKACCTFROM></STMTRS></STMTTRNRS>`;
    const file = (...accounts: string[]) =>
      `<OFX><BANKMSGSRSV1>${accounts.map(statement).join('')}</BANKMSGSRSV1></OFX>`;
    await refused(file('11', '22'), 'ofx', /several accounts: 11, 22/);
    expect(headOf(await read(file('11', '11'), 'ofx', 'br')).account).toBe('11');
    await refused('<OFX><BANKMSGSRSV1>', 'ofx', /cut off: <BANKMSGSRSV1> of line 1/);
    await refused('<OFX></OFX>', 'ofx', /no statement/);
    await refused('nothing', 'ofx', /no <OFX>/);
    await refused('<OFX><STMTTRN><STMTTRN></OFX>', 'ofx', /has no end/);
  });
});

describe('camt.053', () => {
  test('version 02: two days of one account, newest first, a return and a pending entry', async () => {
    const parts = await read(fixture('camt053-02.xml'), 'camt053', 'mx');
    expect(headOf(parts)).toMatchObject({
      account: OWN,
      currency: 'MXN',
      from: '2026-03-14',
      to: '2026-03-15',
      opening: '-100.00',
      closing: '12345678901234702.79',
    });
    expect(bodyOf(parts)).toEqual([
      'Stmt 2, Ntry 1 · 2026-03-14 · 16:11:12 · 12345678901234467.79 · payment · ACME & HIJOS SA · !clave_rastreo 202603149071015060000005610295 · !reference 202603149071015060000005610295 · !tax_id ACM010203AB1 · !clabe 072320000987654326',
      'Stmt 2, Ntry 2 · 2026-03-14 · – · 350.00 · payment · JUAN PEREZ · !clave_rastreo BNET01002603140001234567 · !reference BNET01002603140001234567',
      'Stmt 2, Ntry 3 · note Not booked (PDNG): RETENIDO · 9.00',
      'Stmt 1, Ntry 1 · 2026-03-15 · – · -15.00 · fee · –',
    ]);
    expect(lineOf(parts, 1)?.text).toBe('Return AC01 · CUENTA INEXISTENTE · Reversal');
    expect(lineOf(parts, 2)?.text).toBe('Comisión SPEI');
  });

  test('version 08: a batch is split where it adds up, and kept whole where it does not', async () => {
    const parts = await read(fixture('camt053-08.xml'), 'camt053', 'br');
    expect(headOf(parts)).toMatchObject({ bank: 'Banco Exemplo', opening: '10.00', closing: '40.00' });
    expect(bodyOf(parts)).toEqual([
      'Ntry 1, TxDtls 1 · 2026-03-14 · 00:30:00 · 30.25 · payment · MARIA SOUZA · !e2e E00416968202603150015aB3dE6gH9jK · !reference 7f3a2c10-4b5d-4e6f-8a9b-0c1d2e3f4a5b · !tax_id 52998224725',
      'Ntry 1, TxDtls 2 · 2026-03-14 · 00:30:00 · 19.75 · payment · – · !reference INV-9 · !reference RF18000000000539007547034',
      'Ntry 2 · 2026-03-15 · 02:30:00 · -20.00 · payment · – · !e2e E18236120202603160209s0123456789 · !e2e E18236120202603160210s0123456789',
      'Ntry 2 · note The amounts of its 2 transactions do not',
      'Ntry 3 · unreadable: Amt “1,50” is no amount',
    ]);
    expect(lineOf(parts, 0)?.bankReference).toBe('N-1');
    expect(lineOf(parts, 1)?.bankReference).toBe('T-2');
  });

  test('another account, another message or another file is refused', async () => {
    const statement = (account: string) => `<Stmt><Acct><Id><IBAN>${account}</IBAN></Id></Acct></Stmt>`;
    const file = (inner: string) => `<Document><BkToCstmrStmt>${inner}</BkToCstmrStmt></Document>`;
    await refused(file(statement('A1') + statement('B2')), 'camt053', /several accounts: A1, B2/);
    await refused(file(''), 'camt053', /no camt.053|no statement/);
    await refused('<Document><BkToCstmrAcctRpt><x/></BkToCstmrAcctRpt></Document>', 'camt053', /camt.052/);
    const broken = '<Stmt><Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="MXN">1,5</Amt></Bal></Stmt>';
    await refused(file(broken), 'camt053', /balance OPBD/);
  });
});

describe('PIX API', () => {
  test('payments come in, returns go out with both ids, and the day is that of São Paulo', async () => {
    const parts = await read(fixture('pix.json'), 'pix_api', 'br');
    expect(headOf(parts)).toEqual({ currency: 'BRL', from: '2026-03-14', to: '2026-03-15' });
    expect(bodyOf(parts)).toEqual([
      'pix 1 · 2026-03-14 · 00:15:02 · 12345678901234467.79 · payment · MARIA SOUZA · !e2e E00416968202603150015aB3dE6gH9jK · !reference fatura2026031400000000000012345 · !tax_id 52998224725 · reference 778',
      'pix 1, devolucao 1 · 2026-03-15 · 02:30:01 · -10.1 · payment · MARIA SOUZA · !pix_return D99999999202603151130zYxWvU98765 · !e2e E00416968202603150015aB3dE6gH9jK · !reference dev1 · !tax_id 52998224725',
      'pix 1, devolucao 2 · note A return that did not move money: NAO_RE',
      'pix 2 · 2026-03-15 · 12:09:00 · 7.00 · payment · ACME LTDA · !e2e E18236120202603151209s0123456789 · !tax_id 12345678000195',
      'pix 3 · unreadable: valor is no amount above zero',
    ]);
  });

  test('one payment per line, the last one cut off', async () => {
    expect(bodyOf(await read(fixture('pix.jsonl'), 'pix_api', 'br'))).toEqual([
      'line 1 · 2026-03-14 · 00:15:02 · 1.10 · payment · – · !e2e E00416968202603150015aB3dE6gH9jK',
      'line 2 · note',
      'line 3 · 2026-03-15 · 12:09:00 · 2.20 · payment · – · !e2e E18236120202603151209s0123456789',
      'line 4 · unreadable: This line is no whole JSON object',
    ]);
  });

  test('a bare list is read, numbers keep their digits, other JSON is refused', async () => {
    const one =
      '{"endToEndId":"E18236120202603151209s0123456789","horario":"2026-03-15T12:09:00Z","valor":12345678901234467.790}';
    expect(lineOf(await read(`[${one}]`, 'pix_api', 'br'), 0)?.amount).toBe('12345678901234467.790');
    await refused('{"pix":5}', 'pix_api', /no list/);
    await refused('{"pix":[', 'pix_api', /cut off/);
    await refused('['.repeat(100_000), 'pix_api', /no JSON/);
  });
});

describe('CEP', () => {
  test('the side follows from the account, the clave from the attribute or the signed chain', async () => {
    const parts = await read(fixture('cep.xml'), 'cep', 'mx');
    expect(bodyOf(parts)).toEqual([
      'CEP 1 · 2026-03-14 · 02:11:12 · 12345678901234467.79 · payment · ACME & HIJOS · !clave_rastreo 202603149064615060000005610295 · !clabe 646180115400230775',
      'CEP 2 · 2026-03-14 · – · -350.00 · payment · JUAN PEREZ · !clave_rastreo MBAN01002603140012345678 · !tax_id PEGJ800101AB1 · !clabe 072320000987654326',
      'CEP 3 · unreadable: Neither account of this CEP is 012180001234567899',
    ]);
    // At night the operating day is the next one: the chain tells when the money came.
    expect(lineOf(parts, 0)?.bookedAt).toBe('2026-03-14T02:11:12.000Z');
  });

  test('without the account nothing says which way the money went', async () => {
    const parts = await read(fixture('cep.xml'), 'cep', 'mx', null);
    expect(bodyOf(parts)).toHaveLength(3);
    expect(bodyOf(parts).every((part) => part.includes('give the account its CLABE first'))).toBe(true);
  });
});
