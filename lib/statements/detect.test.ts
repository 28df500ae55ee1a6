import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { readCsv } from './csv';
import { type Detection, detect, detectFile } from './detect';
import { profileSchema } from './profile';
import { PROFILES } from './profiles';
import { UnreadableFile } from './statement';
import { allOf, madeFile, madeProfile } from './table-made';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const told = ({ doubts }: Detection) => doubts.map(inEnglish);

describe('the layout is told by what is in the file', () => {
  test.each([
    ['OFXHEADER:100\nDATA:OFXSGML\n', 'ofx'],
    ['<?xml version="1.0"?><OFX><BANKMSGSRSV1>', 'ofx'],
    ['<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">', 'camt053'],
    ['<SPEI_Tercero FechaOperacion="2026-01-05" claveRastreo="X">', 'cep'],
    ['{"parametros":{},"pix":[{"endToEndId":"E1"}]}', 'pix_api'],
    [`${'0'.repeat(240)}\r\n${'1'.repeat(240)}\r\n`, 'cnab'],
    [`${'0'.repeat(750)}\n`, 'cnab'],
    [`11${' '.repeat(33)}260105260106200000001000000484\r\n22\r\n`, 'cuaderno_43'],
    ['Fecha,Concepto\n', 'csv'],
    ['<html><table>', null],
    ['{"other":1}', null],
    ['', null],
    ['\u0001\u0000\u0000\u0007', null],
  ] as const)('%j is %s', (text, format) => {
    const detection = detect('file.txt', bytes(text));
    expect(detection.format).toBe(format);
    expect(detection.profile === null).toBe(format === null);
    if (format === null) expect(detection.doubts).toHaveLength(1);
  });

  test('and a name that says something else is a doubt', () => {
    expect(told(detect('a.csv', bytes('OFXHEADER:100')))).toEqual(['The name ends in .csv, and OFX is in it']);
  });
});

const table = (dates: readonly string[], amounts: readonly string[]) =>
  `Fecha;Concepto;Importe\n${dates.map((date, i) => `${date};ñandú;${amounts[i % amounts.length]}`).join('\n')}\n`;
const doubtsOf = (dates: readonly string[], amounts: readonly string[]) => {
  const detection = detect('a.csv', bytes(table(dates, amounts)));
  const { profile, guesses } = detection;
  return { decimal: profile?.decimal, dateOrder: profile?.dateOrder, doubts: told(detection), guesses };
};

describe('decimal sign and date order come from all values', () => {
  test('one value that allows only one reading decides', () => {
    expect(doubtsOf(['01/02/2026', '13/02/2026'], ['1.234', '1,5'])).toMatchObject({
      decimal: ',',
      dateOrder: 'dmy',
      doubts: [],
    });
    expect(doubtsOf(['01/02/2026', '02/13/2026'], ['1,234', '1.5'])).toMatchObject({
      decimal: '.',
      dateOrder: 'mdy',
      doubts: [],
    });
    expect(doubtsOf(['2026-02-01'], ['1.234.567'])).toMatchObject({ decimal: ',', dateOrder: 'ymd', doubts: [] });
  });

  test('values that allow two are said, with the reason', () => {
    const { doubts } = doubtsOf(['01/02/2026', '03/04/2026'], ['1.234', '100']);
    expect(doubts).toEqual([
      '“1.234” may have a decimal point or a decimal comma; “,” is taken',
      '“01/02/2026” may be 2026-02-01 or 2026-01-02, and no other date of the sample decides; the day is taken to come first',
    ]);
  });

  test('values that contradict each other are said', () => {
    const { doubts } = doubtsOf(['13/02/2026', '02/13/2026', '14/02/2026'], ['1,50', '1.50']);
    expect(doubts).toEqual([
      'Some amounts have a decimal point (“1.50”) and some a decimal comma (“1,50”)',
      '1 of 3 dates do not fit, such as “02/13/2026”',
    ]);
  });

  test('each guess shows what it makes of up to three values', () => {
    const { guesses } = doubtsOf(['13/02/2026', '14/02/2026', '15/02/2026', '16/02/2026'], ['1.234,50']);
    const samplesOf = (setting: string) => guesses.find((guess) => guess.setting === setting)?.samples;
    expect(samplesOf('decimal')).toEqual([{ before: '1.234,50', after: '1234.50' }]);
    expect(samplesOf('dateOrder')).toHaveLength(3);
    expect(samplesOf('dateOrder')?.[0]).toEqual({ before: '13/02/2026', after: '2026-02-13' });
    expect(samplesOf('encoding')).toEqual([{ before: 'Ã±andÃº', after: 'ñandú' }]);
  });
});

test('headings of no shipped bank are taken by their words, with the doubt', () => {
  const text = 'Extracto\n\nFecha Valor,Fecha Operación,Hora,Detalle,Debe,Haber,Saldo,Clave de Rastreo,RFC\n';
  const detection = detect('a.csv', bytes(`${text}05/01/2026,13/01/2026,10:00,x,1.00,,9.00,ABC1234567,X\n`));
  const { profile, shipped } = detection;
  expect(shipped).toBeNull();
  expect(profile).toMatchObject({ preamble: 2, zone: 'America/Mexico_City' });
  expect(profile?.columns).toEqual({
    date: 'Fecha Operación',
    time: 'Hora',
    incoming: 'Haber',
    outgoing: 'Debe',
    balance: 'Saldo',
    taxId: 'RFC',
    text: ['Detalle'],
    outgoingWords: [],
    ids: { clave_rastreo: 'Clave de Rastreo' },
  });
  expect(told(detection)).toEqual([expect.stringContaining('No bank that ships with the desk')]);
});

test('a bank that left a column away is still recognised', () => {
  const text = 'FECHA,DESCRIPCIÓN,CARGO,ABONO,SALDO\n13/01/2026,x,1.00,,9.00\n';
  const detection = detect('a.csv', bytes(text, 'latin1'));
  const { shipped, profile } = detection;
  expect({ id: shipped?.id, encoding: profile?.encoding, reference: profile?.columns?.reference }).toEqual({
    id: 'mx-bbva',
    encoding: 'windows-1252',
    reference: undefined,
  });
  expect(told(detection)).toEqual([
    'The text is not UTF-8; Windows-1252 is taken',
    'BBVA México has a column “REFERENCIA”, which this file has not',
  ]);
});

test('a workbook’s columns are found inside of it; a broken one says why', async () => {
  const rows = [['Banco'], ['Fecha', 'Concepto', 'Cargo', 'Abono', 'Saldo'], ['13/01/2026', 'x', null, 5, 5]];
  const whole = await writeXlsx({ sheets: [{ name: 'A', rows }] });
  expect(detect('a.xlsx', whole).format).toBe('xlsx');
  expect(await detectFile(madeFile(whole, 'a.xlsx'))).toMatchObject({
    format: 'xlsx',
    shipped: { id: 'mx-generic' },
    profile: { format: 'xlsx', preamble: 1, dateOrder: 'dmy' },
  });
  const broken = await detectFile(madeFile(whole.subarray(0, 300), 'a.xlsx'));
  expect(broken).toMatchObject({ format: null, profile: null });
  expect(told(broken)).toEqual([expect.stringContaining('no workbook')]);
});

describe('whatever is in a file', () => {
  const pieces = fc.constantFrom(
    'Fecha',
    'Data',
    'Concepto',
    'Importe',
    'Valor',
    'Saldo',
    'Abono',
    'Cargo',
    'date',
    'amount',
    'currency',
    'reference',
    'text',
    ',',
    ';',
    '|',
    '\t',
    '\n',
    '\r\n',
    '"',
    '""',
    '01/02/2026',
    '2026-01-05',
    '00/00/0000',
    '1.234,56',
    '1,234.56',
    '(5)',
    'Total',
    ' ',
    '\ufeff',
    '•••',
  );
  const tables = fc.array(pieces, { maxLength: 120 }).map((all) => Buffer.from(all.join('')));
  const anything = fc.oneof(
    tables,
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
  );

  test('detecting never throws, and a proposal is a profile', () => {
    fc.assert(
      fc.property(anything, (content) => {
        const { format, profile, guesses } = detect('file.csv', content);
        expect(profile === null).toBe(format === null);
        if (profile) expect(profileSchema.parse(profile)).toEqual(profile);
        for (const { samples } of guesses) expect(samples.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  test('reading throws nothing but UnreadableFile, under any profile', async () => {
    const profiles = [madeProfile(), ...PROFILES.map(({ profile }) => profile)];
    const anyProfile = fc.nat(profiles.length).map((at) => profiles[at]);
    await fc.assert(
      fc.asyncProperty(anything, anyProfile, fc.integer({ min: 1, max: 50 }), async (content, chosen, piece) => {
        const profile = chosen ?? detect('file.csv', content).profile ?? madeProfile();
        const outcome = await allOf(readCsv(madeFile(content, 'x', piece), profile)).catch((error: unknown) => error);
        expect(Array.isArray(outcome) || outcome instanceof UnreadableFile ? 'fine' : outcome).toBe('fine');
      }),
      { numRuns: 2000 },
    );
  }, 60_000);
});
