import type { Page } from '@playwright/test';
import { apiKey, type Desk, expect, query, signIn, test } from './fixtures';
import { axe } from './for-all';

/** What the bank says: a Mexican, a Brazilian and an Argentine statement through the four steps, and back again. */

const BOM = '\ufeff';
const MEXICO = `FECHA,DESCRIPCIÓN,CARGO,ABONO,SALDO,REFERENCIA
03/01/2026,COMISIÓN SPEI,5.80,,"11,774.70",0101262
02/01/2026,"SPEI RECIBIDO PAGO CLIENTE EJEMPLO CLAVE DE RASTREO 8846APR2202601020123456789",,"1,800.00","11,780.50",0101260
01/01/2026,SPEI ENVIADO PROVEEDOR EJEMPLO,19.50,,"9,980.50",0101258
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
<BANKACCTFROM><BANKID>0341<ACCTID>77777-7<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260301<DTEND>20260302
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260301120000[-3:BRT]<TRNAMT>1500.00<FITID>F1<MEMO>PIX RECEBIDO E12345678202603011500AbCdEfGhIjK</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260302120000[-3:BRT]<TRNAMT>-250.00<FITID>F2<MEMO>PIX ENVIADO FORNECEDOR</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>3250.00<DTASOF>20260302</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`;
/** Every day could be a month as well, and every amount thousands. */
const ARGENTINA = `Fecha,Movimiento,Importe
01/02/2026,TRANSFERENCIA RECIBIDA CUIT 20-11111111-2,1.234
03/02/2026,PAGO PROVEEDOR,-2.500
`;

type Rail = 'spei' | 'pix' | 'ars';

async function openAccount(page: Page, desk: Desk, name: string, rail: Rail, number = '') {
  await page.goto(`${desk.url}/reconciliation/statements/import`);
  const other = page.getByText('Another account', { exact: true });
  if (!(await page.getByLabel('Name').isVisible())) await other.click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Rail').selectOption(rail);
  await page.getByLabel('Number').fill(number);
  await page.getByRole('button', { name: 'Add the account' }).click();
  await expect(page.getByText(`Into ${name}`)).toBeVisible();
}

async function choose(page: Page, name: string, text: string) {
  await page.getByLabel('Statement file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

async function upload(page: Page, name: string, text: string) {
  await choose(page, name, text);
  await expect(page).toHaveURL(/step=profile/);
}

async function check(page: Page, step: string) {
  const { violations } = await axe(page).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${step}: ${id} at ${nodes[0]?.target}`)).toEqual([]);
}

const toPreview = (page: Page) => page.getByRole('button', { name: 'Continue to the preview' }).click();
const rows = (page: Page) => page.getByRole('region', { name: 'Rows of the file' }).getByRole('row');

async function importIt(page: Page) {
  await page.getByRole('link', { name: 'Continue', exact: true }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText(/lines? imported/)).toBeVisible();
}

test('a Mexican statement goes through the four steps, proves itself, and is refused the second time', async ({
  page,
  desk,
}) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/reconciliation/statements`);
  await check(page, 'statements');
  await openAccount(page, desk, 'BBVA pesos', 'spei');
  await check(page, 'file');
  await upload(page, 'enero.csv', BOM + MEXICO);
  await expect(page.getByText('detected: BBVA México')).toBeVisible();
  await expect(page.getByRole('region', { name: /First lines/ })).toContainText('3 Jan 2026');
  await check(page, 'profile');
  await toPreview(page);
  await expect(page.getByText('It closes to the last digit.')).toBeVisible();
  await expect(rows(page).filter({ hasText: 'COMISIÓN' })).toContainText('Fee');
  await expect(rows(page).filter({ hasText: 'SPEI RECIBIDO' }).locator('mark')).toContainText('8846APR22026');
  await check(page, 'preview');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'All rows as CSV' }).click();
  expect((await downloading).suggestedFilename()).toBe('concilia-statement-rows.csv');
  await page.getByRole('link', { name: 'Continue', exact: true }).click();
  await check(page, 'import');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('3 lines imported')).toBeVisible();
  await check(page, 'result');
  await page.getByRole('link', { name: 'Show its lines' }).click();
  await expect(page.getByRole('region', { name: 'Lines' }).getByRole('row')).toHaveCount(4);
  await check(page, 'statement');

  await page.goto(`${desk.url}/reconciliation/statements/import`);
  await page.getByRole('link', { name: /BBVA pesos/ }).click();
  await upload(page, 'again.csv', BOM + MEXICO);
  await expect(page.getByText('This file has been imported already')).toBeVisible();
  await page.getByRole('link', { name: 'its first import' }).click();
  await expect(page.getByText('enero.csv')).toBeVisible();
});

test('a Brazilian OFX of another account is warned of, imported, and undone', async ({ page, desk }) => {
  await signIn(page, desk);
  await openAccount(page, desk, 'Itaú reais', 'pix', '0001 99999-9');
  await upload(page, 'extrato.ofx', BRAZIL);
  await toPreview(page);
  await expect(page.getByText('This may be the statement of another account')).toBeVisible();
  await expect(rows(page).filter({ hasText: 'PIX RECEBIDO' }).locator('mark')).toContainText('E2E');
  await importIt(page);
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByText('The import was undone')).toBeVisible();
  const [left] = await query<{ count: string }>(
    desk,
    `SELECT count(*) FROM lines l JOIN bank_accounts a ON a.id = l.account_id WHERE a.name = 'Itaú reais'`,
  );
  expect(left?.count).toBe('0');
  await page.goto(`${desk.url}/reconciliation/statements`);
  await expect(page.getByRole('row').filter({ hasText: 'extrato.ofx' })).toContainText('Undone');
});

test('a wrong guess about an Argentine file is seen in the samples, set right, and kept with the account', async ({
  page,
  desk,
}) => {
  await signIn(page, desk);
  await openAccount(page, desk, 'Galicia pesos', 'ars');
  await upload(page, 'movimientos.csv', ARGENTINA);
  await expect(page.getByText(/not certain/)).toBeVisible();
  const first = page.getByRole('region', { name: /First lines/ });
  await page.getByLabel('Order of dates').selectOption('mdy');
  await page.getByLabel('Decimal sign').selectOption('.');
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(first).toContainText('2 Jan 2026');
  await expect(first).toContainText('1.234');
  await page.getByLabel('Order of dates').selectOption('dmy');
  await page.getByLabel('Decimal sign').selectOption(',');
  await toPreview(page);
  await expect(rows(page).filter({ hasText: 'TRANSFERENCIA' })).toContainText('1 Feb 2026');
  await expect(rows(page).filter({ hasText: 'TRANSFERENCIA' })).toContainText('1,234 ARS');
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page.getByLabel('Decimal sign')).toHaveValue(',');
  await toPreview(page);
  await importIt(page);
  await page.getByRole('link', { name: 'Import another file' }).click();
  await upload(page, 'marzo.csv', ARGENTINA.replaceAll('/02/', '/03/'));
  await expect(page.getByText('as the account’s last file')).toBeVisible();
  await expect(page.getByLabel('Decimal sign')).toHaveValue(',');
});

test('the four steps work as plain forms, without script', async ({ page, desk, browser }) => {
  await signIn(page, desk);
  await openAccount(page, desk, 'Plain forms', 'spei');
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ storageState, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(page.url());
  await choose(plain, 'febrero.csv', BOM + MEXICO);
  await plain.getByRole('button', { name: 'Send the file' }).click();
  await toPreview(plain);
  await expect(plain.getByText('It closes to the last digit.')).toBeVisible();
  await importIt(plain);
  await plain.getByRole('button', { name: 'Undo the import' }).click();
  await expect(plain.getByText('The import was undone')).toBeVisible();
  await context.close();
});

test('what cannot be a statement is said so at once', async ({ page, desk }) => {
  await signIn(page, desk);
  await openAccount(page, desk, 'Errors', 'spei');
  await choose(page, 'empty.csv', '');
  await expect(page.getByText('The file is empty')).toBeVisible();
  await upload(page, 'picture.png', '\u0089PNG\u0000\u0001\u0002');
  await expect(page.getByText('This file cannot be read')).toBeVisible();
  await page.getByRole('link', { name: 'Choose another file' }).click();
  await upload(page, 'only-head.csv', 'FECHA,DESCRIPCIÓN,CARGO,ABONO,SALDO,REFERENCIA\n');
  await toPreview(page);
  await expect(page.getByText('No line was found in this file')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Continue', exact: true })).toHaveCount(0);
});

test('a program imports a file once, is told its number the second time, and is told what is in doubt', async ({
  desk,
}) => {
  const key = apiKey(desk);
  await query(
    desk,
    `INSERT INTO bank_accounts (id, name, rail, currency, zone, created_by)
     VALUES ('api-account', 'By program', 'spei', 'MXN', 'America/Mexico_City', 'test')`,
  );
  const send = (body: string, account = 'By program') =>
    fetch(`${desk.url}/api/v1/statements?${new URLSearchParams({ account, file: 'enero.csv' })}`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${key}` },
    });
  // A thirteenth day can be no month: nothing about the dates is in doubt.
  const certain = BOM + MEXICO.replace('03/01', '13/01');
  const first = await send(certain);
  expect(first.status).toBe(201);
  const imported = await first.json();
  expect(imported).toMatchObject({ imported: true, tallies: { accepted: 2, fee: 1, note: 1 } });
  const second = await send(certain, 'api-account');
  expect(second.status).toBe(200);
  expect(await second.json()).toMatchObject({ imported: false, statement: imported.statement });
  const doubtful = await send(ARGENTINA);
  expect(doubtful.status).toBe(422);
  expect((await doubtful.json()).error).toBe('doubtful');
  expect((await send(MEXICO, 'nowhere')).status).toBe(400);
  expect((await fetch(`${desk.url}/api/v1/statements`, { method: 'POST', body: 'x' })).status).toBe(401);
});
