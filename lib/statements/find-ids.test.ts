import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifierKey } from '@/lib/identifiers/keys';
import { fieldId, findIds, readText, referenceIds, unique } from './find-ids';
import { FOUND_KINDS } from './found-ids';

const E2E = 'E00416968202603141502aB3dE6gH9jK';
const E2E_TWO = 'E18236120202603150209s0123456789';
const RETURN = 'D60701190202603161130zYxWvU98765';
const CLABE = '012180001234567899';
const CLABE_TWO = '072320000987654326';
const DATED = '202603149071015060000005610295';
const HASH = `0x${'3f9a'.repeat(16)}`;
const TRON = 'b7c1'.repeat(16);
const UUID = '7f3a2c10-4b5d-4e6f-8a9b-0c1d2e3f4a5b';
const CBU = '0070999000045678901235';
const CVU = '0000003100000000000420';

/** Made-up texts in the manner of the banks, and what stands in them as "kind key". */
const GOLDEN: [text: string, ...found: string[]][] = [
  // BBVA and other Mexican banks
  ['SPEI RECIBIDOSTP 0180612345 MBAN01002603140012345678', 'clave_rastreo MBAN01002603140012345678'],
  [
    `SPEI ENVIADO BANORTE\n${CLABE_TWO}\nBNET01002603140001234567`,
    `clave_rastreo ${CLABE_TWO}`,
    `clabe ${CLABE_TWO}`,
    'clave_rastreo BNET01002603140001234567',
  ],
  ['SPEI ENVIADO STP REF. 1234567', 'reference 1234567'],
  [`PAGO CUENTA DE TERCERO CTA: ${CLABE}`, `clabe ${CLABE}`],
  ['PAGO CUENTA DE TERCERO 0012345678 BMOV'],
  // Banorte, incoming and outgoing
  [
    `SPEI RECIBIDO, BCO:0012 BBVA MEXICO HR LIQ: 10:11:12 DEL CLIENTE ACME SA DE LA CLABE ${CLABE} CON RFC ACM010203AB1 CONCEPTO: PAGO 5 REFERENCIA: 1234567 CVE RAST: BNET01002603140001234567`,
    `clabe ${CLABE}`,
    'tax_id ACM010203AB1',
    'reference 1234567',
    'clave_rastreo BNET01002603140001234567',
  ],
  [
    `COMPRA ORDEN DE PAGO SPEI 0000001 CTA/CLABE: ${CLABE_TWO}, BEM SPEI BCO:072 BENEF:JUAN PEREZ CVE RASTREO: 8846APR2202603141234567890 RFC: ND IVA: 000.00 HORA LIQ: 16:05:09`,
    `clabe ${CLABE_TWO}`,
    'clave_rastreo 8846APR2202603141234567890',
  ],
  ['CVE RAST: 8846APR22026 03141234567890 RFC: ND', 'clave_rastreo 8846APR2202603141234567890'],
  ['CVE RAST: 8846AP R2202603 141234567890', 'clave_rastreo 8846APR2202603141234567890'],
  ['CVE RAST: 20260314907 1015060000005610295 REFERENCIA: 0000042', `clave_rastreo ${DATED}`, 'reference 0000042'],
  ['CVE RASTREO: MBAN 0100 2603 1400 12345678 HORA LIQ: 10:00:00', 'clave_rastreo MBAN01002603140012345678'],
  [`CVE RASTREO: ${DATED} 7654321`, `clave_rastreo ${DATED}`],
  [
    'CVE RAST: BNET01002603140001 1234567',
    'clave_rastreo BNET01002603140001',
    'clave_rastreo BNET010026031400011234567',
  ],
  ['CVE RAST: 085901234567 REFERENCIA: 7', 'clave_rastreo 085901234567'],
  ['CVE RAST: 085901234567 1234', 'clave_rastreo 085901234567'],
  // Santander, Banregio, Mifel, HSBC
  [
    `ABONO TRANSFERENCIA SPEI HORA 10:11:12 RECIBIDO DE STP CLAVE DE RASTREO ${DATED} REF 0000123`,
    `clave_rastreo ${DATED}`,
    'reference 0000123',
  ],
  ['CLAVE DE RASTREO: TESTSPEI671271752263456670', 'clave_rastreo TESTSPEI671271752263456670'],
  ['Clave de rastreo revo01234567890abc', 'clave_rastreo REVO01234567890ABC'],
  ['NÚMERO DE RASTREO NO. HSBC001234', 'clave_rastreo HSBC001234'],
  ['RASTREO8846001234 BBVA', 'clave_rastreo 8846001234'],
  [
    `(BE) TRASPASO. 0123. BBVA MEXICO. ${CLABE}. ACME SA. MBAN01002603140012345678. 1234567. PAGO`,
    `clabe ${CLABE}`,
    'clave_rastreo MBAN01002603140012345678',
  ],
  [`0001. STP. ${CLABE}. ACME S.A. DE C.V.. 058AB0123456. 42. PAGO. 7`, `clabe ${CLABE}`, 'clave_rastreo 058AB0123456'],
  [`0001. STP. ${CLABE}. ACME SA. PAGO MARZO`, `clave_rastreo ${CLABE}`, `clabe ${CLABE}`],
  ['TRANSFERENCIA SPEI - No aplica - -'],
  ['CLABE 646 180 11540023077 5', 'clabe 646180115400230775'],
  ['CLABE ORDENANTE: 012180001234567890', 'clabe 012180001234567890'],
  [`CLABE${CLABE} SALDO`, `clabe ${CLABE}`],
  ['CLABE interbancaria del beneficiario: 710969123456324311', 'clabe 710969123456324311'],
  ['FOLIO 012180001234567890', 'clave_rastreo 012180001234567890'],
  [`CLAVE DE RASTREO ${CLABE}`, `clave_rastreo ${CLABE}`, `clabe ${CLABE}`],
  ['CLAVE DE RASTREO pendiente'],
  ['RFC XAXX010101000 PUBLICO EN GENERAL'],
  ['RFC: PEGJ800101AB1', 'tax_id PEGJ800101AB1'],
  ['20261340907101506'],
  // Brazil
  [`PIX RECEBIDO ${E2E} JOAO DA SILVA`, `e2e ${E2E}`],
  [`Pix enviado: ${E2E}; devolvido: ${RETURN}`, `e2e ${E2E}`, `pix_return ${RETURN}`],
  [`DEV PIX ${RETURN} REF ${E2E}`, `pix_return ${RETURN}`, `e2e ${E2E}`],
  [E2E.toLowerCase()],
  [`PIX${E2E}00000012550`, `e2e ${E2E}`],
  [`3410001300001A${E2E}${E2E_TWO}20260314`, `e2e ${E2E}`, `e2e ${E2E_TWO}`],
  ['E0041696820261399996099aB3dE6gH9jK'],
  [
    'Transferência recebida pelo Pix - MARIA SOUZA - •••.123.456-•• - NU PAGAMENTOS (0260)',
    'masked_tax_id ***123456**',
  ],
  ['Transferência enviada pelo Pix - JOÃO - ***.987.654-** - ITAÚ', 'masked_tax_id ***987654**'],
  [`PIX ${'X'.repeat(3)}.555.444-XX`, 'masked_tax_id ***555444**'],
  ['PIX ***123456** ANA', 'masked_tax_id ***123456**'],
  ['PIX ***.***.***-** ANA'],
  [
    'Transferência recebida - ACME LTDA - 12.345.678/0001-95 - INTER Agência: 1 Conta: 12345-6',
    'tax_id 12345678000195',
  ],
  ['PIX RECEBIDO ACME 12345678/0001-95', 'tax_id 12345678000195'],
  ['PIX QRS ACME 12345678000195', 'tax_id 12345678000195'],
  ['TED 237.0001ACME 45ABC123000114', 'tax_id 45ABC123000114'],
  ['CNPJ: 45.ABC.123/0001-14', 'tax_id 45ABC123000114'],
  ['CNPJ 45abc123000114', 'tax_id 45ABC123000114'],
  ['CNPJ 11 222 333 0001 99', 'tax_id 11222333000199'],
  ['CPF 123.456.789-00', 'tax_id 12345678900'],
  ['PIX 314.159.265-90 CARLOS', 'tax_id 31415926590'],
  ['CPF12345678901', 'tax_id 12345678901'],
  ['CPF/CNPJ: 98765432199', 'tax_id 98765432199'],
  ['PIX 98765432100', 'tax_id 98765432100'],
  ['PIX 98765432199'],
  ['02/01 20:25 JOSE 111.111.111-11', 'tax_id 11111111111'],
  ['SALDO 1.529.982.247-25'],
  ['TXID fatura2026031400000000000012345', 'reference fatura2026031400000000000012345'],
  // Argentina
  [`TRANSFERENCIA CBU ${CBU}`, `cbu ${CBU}`],
  [`CREDITO INMEDIATO ${CVU} VARIOS`, `cbu ${CVU}`],
  ['CVU: 0000465160000000013331', 'cbu 0000465160000000013331'],
  ['TRANSF 0000465160000000013331'],
  ['CBU 0070999 0 0004567890123 5', `cbu ${CBU}`],
  ['BIP DB TR 20123456786 N:PEREZ JUAN', 'tax_id 20123456786'],
  ['TRANSFERENCIA DE TERCEROS 30-71234567-1 ACME SA', 'tax_id 30712345671'],
  ['CUIT: 20388003629', 'tax_id 20388003629'],
  ['CUIL 27 98765432 0', 'tax_id 27987654320'],
  ['COMPROBANTE 11-12345678-1'],
  ['IMPUESTO LEY 25.413 DEBITO 0,6%'],
  // Chains and references
  [`Payout ${HASH.toUpperCase().replace('0X', '0x')}`, `tx_hash ${HASH}`],
  [`TXID: ${HASH}`, `tx_hash ${HASH}`],
  [`USDT TRC20 ${TRON}`, `tx_hash ${TRON}`],
  [`CODE ${'12'.repeat(32)}`],
  [`pago ${UUID} gracias`, `reference ${UUID}`],
  [`REFERENCIA: ${UUID}`, `reference ${UUID}`],
  ['Ref.: INV-2026_0042', 'reference INV-2026_0042'],
  ['Referencia: pendiente'],
  [''],
];

describe('ids in bank text', () => {
  test.each(GOLDEN)('%s', (text, ...found) => {
    expect(findIds(text).map(({ kind, key }) => `${kind} ${key}`)).toEqual(found);
  });

  test('the table has at least sixty texts', () => expect(GOLDEN.length).toBeGreaterThanOrEqual(60));

  test('a value is as written without blanks, and what was found in text says so', () => {
    expect(findIds('CUIT 30-71234567-1')).toEqual([
      { kind: 'tax_id', value: '30-71234567-1', key: '30712345671', from: 'text' },
    ]);
    expect(findIds('CVE RAST: 8846apr22026 03141234567890')[0]?.value).toBe('8846apr2202603141234567890');
    expect(findIds(`PIX ${E2E.slice(0, 9)}\u200b${E2E.slice(9)}`)[0]?.value).toBe(E2E);
  });

  test('keys are those under which transactions store the same value', () => {
    expect(fieldId('clave_rastreo', ' mban 01002603 ')?.key).toBe(identifierKey('clave_rastreo', 'MBAN01002603'));
    expect(fieldId('clabe', CLABE)?.key).toBe(identifierKey('sender_clabe', CLABE));
    expect(fieldId('cbu', '0070999-0 0004567890123-5')?.key).toBe(identifierKey('origin_account', CBU));
    expect(fieldId('tax_id', '12.345.678/0001-95')?.key).toBe(identifierKey('tax_id', '12345678000195'));
    expect(fieldId('tx_hash', HASH.toUpperCase())?.key).toBe(identifierKey('tx_hash', HASH));
    expect(fieldId('reference', UUID.toUpperCase())?.key).toBe(identifierKey('external_ref', UUID));
  });
});

describe('ids in fields', () => {
  test('the field says the kind, and a return id or a masked CPF keeps its own', () => {
    expect(fieldId('e2e', RETURN)).toEqual({ kind: 'pix_return', value: RETURN, key: RETURN, from: 'field' });
    expect(fieldId('tax_id', '•••.123.456-••')).toMatchObject({ kind: 'masked_tax_id', key: '***123456**' });
    expect(fieldId('reference', ' - ')).toBeNull();
  });

  test('a field for whatever the bank likes gives every reading', () => {
    expect(referenceIds(E2E, 'America/Mexico_City').map(({ kind }) => kind)).toEqual(['e2e']);
    expect(referenceIds('8846001234', 'America/Mexico_City').map(({ kind }) => kind)).toEqual([
      'clave_rastreo',
      'reference',
    ]);
    expect(referenceIds('8846001234', 'America/Sao_Paulo').map(({ kind }) => kind)).toEqual(['reference']);
    expect(referenceIds('INV-7', 'America/Mexico_City').map(({ kind }) => kind)).toEqual(['reference']);
    expect(referenceIds('NOTPROVIDED', 'America/Mexico_City')).toEqual([]);
  });

  test('each id is kept once, as the field has it', () => {
    const twice = [...findIds(`x ${E2E}`), ...referenceIds(E2E, 'UTC'), ...findIds(E2E)];
    expect(unique(twice)).toEqual([{ kind: 'e2e', value: E2E, key: E2E, from: 'field' }]);
  });
});

describe('hostile text', () => {
  const PIECES = [
    'CLABE ',
    'RASTREO ',
    'CVE RAST: ',
    'CUIT ',
    'REF ',
    'E',
    'D',
    '0',
    '1 ',
    '12.',
    '-',
    '*',
    '•',
    'X',
    '20260314',
    '9071',
    E2E,
    CLABE,
    ' ',
    '_',
    'ff',
    '0x',
    'Ñ',
    '\n',
  ];

  test('the work grows with the length of the text, never with its square', () => {
    const hostile = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(hostile, (pieces) => {
        const text = pieces
          .join('')
          .repeat(Math.ceil(100_000 / pieces.join('').length))
          .slice(0, 100_000);
        expect(readText(text).reads).toBeLessThan(60 * text.length + 1000);
      }),
      { numRuns: 60, seed: 20_260_314 },
    );
  }, 60_000);

  test('any text is read, and every id has a kind, a value and a key', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' }))), (pieces) => {
        for (const { kind, value, key } of findIds(pieces.join(''))) {
          expect(FOUND_KINDS).toContain(kind);
          expect(value).not.toBe('');
          expect(key).not.toBe('');
        }
      }),
      { numRuns: 1000, seed: 5 },
    );
  });
});
