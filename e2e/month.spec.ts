import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { startDesk } from '../scripts/desk.mjs';
import { allowAlone } from './approval-limit';
import { type Desk, deliver, expect, folded, payload, signIn, test } from './fixtures';

/** A person closes March: three statements from three countries, from the files to what is handed over. */

const CLAVES = ['MBAN01002603020000900001', 'MBAN01002603020000900002'] as const;
const END_TO_END = 'E99999999202603021200synthetic01';

const MEXICO = `Fecha,Concepto,Cargo,Abono,Saldo,Referencia
02/03/2026,SPEI RECIBIDO CLAVE DE RASTREO ${CLAVES[0]} CLIENTE,,100.00,"10,100.00",M1
03/03/2026,SPEI RECIBIDO CLAVE DE RASTREO ${CLAVES[1]} CLIENTE,,196.52,"10,296.52",M2
04/03/2026,PAGO EN DOS PARTES,999.75,,"9,296.77",M3
05/03/2026,PAGO POR DESHACER,77.10,,"9,219.67",M4
06/03/2026,DEPOSITO QUE NADIE CONOCE,,"7,531.40","16,751.07",M5
`;
const BRAZIL = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>BRL
<BANKACCTFROM><BANKID>0341<ACCTID>33333-3<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260301<DTEND>20260331
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260302120000[-3:BRT]<TRNAMT>-1499.25<FITID>B1<MEMO>PIX ENVIADO ${END_TO_END}</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>500.75<DTASOF>20260331</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`;
const ARGENTINA = `Fecha;Concepto;Débito;Crédito;Saldo
10/03/2026;TRANSFERENCIA RECIBIDA CVU 0000465100000000000017;;12.345,67;112.345,67
`;

/** What the providers told of that month. */
function messages(): [provider: string, body: string][] {
  return [
    ['juno', juno('issuance', 0, '100', { external_fiat_id: CLAVES[0] }, '2026-03-02')],
    ['juno', juno('issuance', 1, '200', { external_fiat_id: CLAVES[1] }, '2026-03-03')],
    ['juno', juno('redemption', 2, '250.25', { receiver_account: undefined }, '2026-03-04')],
    ['juno', juno('redemption', 3, '749.50', { receiver_account: undefined }, '2026-03-04')],
    ['juno', juno('redemption', 4, '77.10', { receiver_account: undefined }, '2026-03-05')],
    ...['burn-queued', 'burn-success', 'money-transfer-success'].map((name): [string, string] => [
      'brla',
      payload('brla', name),
    ]),
    ['ripio', payload('ripio', 'fiat-deposit-completed').replaceAll('2026-02-10', '2026-03-10')],
  ];
}

function juno(kind: 'issuance' | 'redemption', at: number, amount: string, told: object, day: string): string {
  const message = JSON.parse(payload('juno', `${kind}-complete`));
  Object.assign(message.payload, {
    id: `00000000-0000-4000-8000-00000000010${at}`,
    external_ref: `march-${at}`,
    created_at: `${day}T16:00:00Z`,
    updated_at: `${day}T16:00:30Z`,
  });
  Object.assign(message.payload[kind], { amount, ...told });
  return JSON.stringify(message);
}

let desk: Desk;
let stop: () => Promise<void>;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const started = await startDesk({ port: 'free', throwAway: true, sampleData: false });
  desk = started as Desk;
  stop = started.stop;
  for (const [provider, body] of messages()) await deliver(desk, provider, body);
  await folded(desk);
  await allowAlone(desk, 'MXN', '10');
});
test.afterAll(() => stop());

async function importStatement(page: Page, account: string, rail: string, file: string, text: string) {
  await page.goto(`${desk.url}/reconciliation/statements/import`);
  const other = page.getByText('Another account', { exact: true });
  if (!(await page.getByLabel('Name').isVisible())) await other.click();
  await page.getByLabel('Name').fill(account);
  await page.getByLabel('Rail').selectOption(rail);
  await page.getByRole('button', { name: 'Add the account' }).click();
  await expect(page.getByText(`Into ${account}`)).toBeVisible();
  await page
    .getByLabel('Statement file')
    .setInputFiles({ name: file, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Continue to the preview' }).click();
  await page.getByRole('link', { name: 'Continue', exact: true }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText(/lines? imported/)).toBeVisible();
}

const lineOf = (page: Page, text: string) => page.getByRole('checkbox', { name: new RegExp(`^Select ${text}`) });
const paymentOf = (page: Page, at: number) =>
  page.getByRole('checkbox', { name: new RegExp(`^Select payment juno:redemption:.*10${at}#`) });
const matchButton = (page: Page) =>
  page.getByRole('region', { name: 'Running sum' }).getByRole('button', { name: 'Match', exact: true });

/** The legs of a rail that stand in a state, this month. */
async function legsOf(page: Page, rail: string, state: string) {
  await page.goto(`${desk.url}/reconciliation/rails/${rail}?from=2026-03-01&to=2026-03-31&state=${state}`);
  return page.getByRole('region', { name: 'Legs', exact: true }).getByRole('row');
}

test('from three statements to a month that is handed over', async ({ page }) => {
  await signIn(page, desk);
  await importStatement(page, 'Pesos de México', 'spei', 'marzo.csv', MEXICO);
  await importStatement(page, 'Reais', 'pix', 'marco.ofx', BRAZIL);
  await importStatement(page, 'Pesos argentinos', 'ars', 'marzo-ar.csv', ARGENTINA);

  await test.step('what carries an id, or is alone with its account, is matched by the run', async () => {
    await page.goto(`${desk.url}/reconciliation`);
    await page.getByRole('button', { name: 'Run now' }).click();
    await expect(page).toHaveURL(/rules\/runs\/\d+/);
    await expect(await legsOf(page, 'spei', 'matched')).toHaveCount(2);
    await expect(await legsOf(page, 'pix', 'matched')).toHaveCount(2);
    await expect(await legsOf(page, 'ars', 'matched')).toHaveCount(2);
  });

  await test.step('the fee that BRLA told explains its line to the last digit', async () => {
    await (await legsOf(page, 'pix', 'matched')).nth(1).getByRole('link').first().click();
    await expect(page.getByRole('table', { name: 'How it adds up' })).toContainText(/Bank shows\s*-1,499\.25 BRL/);
    await expect(page.getByRole('table', { name: 'How it adds up' })).toContainText(/Unexplained\s*0\.00 BRL/);
  });

  await test.step('what is not matched says why', async () => {
    for (const [text, day, why] of [
      ['NADIE', '6 Mar', /Nothing near it shares an id, an account or an amount/],
      ['DESHACER', '5 Mar', /Same amount and day; no rail id, account or tax id is the same/],
    ] as const) {
      await page.goto(`${desk.url}/reconciliation/rails/spei/lines?q=${text}`);
      await page.getByRole('link', { name: new RegExp(`${day} 2026`) }).click();
      await expect(page.getByRole('heading', { name: 'Why not?' })).toBeVisible();
      await expect(page.getByText(why).first()).toBeVisible();
    }
  });

  await test.step('one line is matched by hand with two payments', async () => {
    await page.goto(`${desk.url}/reconciliation/workbench`);
    await lineOf(page, 'PAGO EN DOS PARTES').check();
    const search = page.getByRole('textbox', { name: 'Search all free payments' });
    for (const [at, ref] of [
      [2, 'march-2'],
      [3, 'march-3'],
    ] as const) {
      await search.fill(ref);
      await search.press('Enter');
      await paymentOf(page, at).check();
    }
    await matchButton(page).click();
    await expect(page.getByText('Matched 1 line with 2 payments.')).toBeVisible();
  });

  await test.step('a mistake is undone, and nothing else with it', async () => {
    await page.goto(`${desk.url}/reconciliation/workbench`);
    await lineOf(page, 'PAGO POR DESHACER').check();
    await paymentOf(page, 4).check();
    await matchButton(page).click();
    await expect(page.getByText('Matched 1 line with 1 payment.')).toBeVisible();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Undone. Its lines and payments are free again.')).toBeVisible();
    await expect(lineOf(page, 'PAGO POR DESHACER')).toBeVisible();
    await expect(await legsOf(page, 'spei', 'matched')).toHaveCount(4);
  });

  await test.step('a fee of the bank is explained, and closes the exception', async () => {
    await page.goto(`${desk.url}/reconciliation/exceptions?reason=id_equal_amount_differs`);
    await page
      .getByRole('row', { name: /Same id, other amount/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('combobox', { name: 'How' }).selectOption('Bank fee');
    await expect(page.getByLabel(/Amount explained/)).toHaveValue('3.48');
    await page.getByRole('textbox', { name: 'Remark' }).fill('SPEI commission and its VAT');
    await page.getByRole('button', { name: 'Resolve', exact: true }).click();
    await expect(page.getByText('SPEI commission and its VAT').first()).toBeVisible();
    await expect(await legsOf(page, 'spei', 'matched')).toHaveCount(5);
  });

  await test.step('the month is handed over as a file that says what the page says', async () => {
    await page.goto(`${desk.url}/reconciliation/rails/spei?from=2026-03-01&to=2026-03-31`);
    const file = await page.request.get(
      `${desk.url}/reconciliation/rails/spei/export?from=2026-03-01&to=2026-03-31&format=csv`,
    );
    const { data } = Papa.parse<Record<string, string>>(await file.text(), { header: true, skipEmptyLines: true });
    expect(data.map(({ state }) => state).sort()).toEqual(['expected', 'matched', 'matched', 'matched', 'matched']);
  });
});
