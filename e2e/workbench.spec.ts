import type { Page } from '@playwright/test';
import { startDesk } from '../scripts/desk.mjs';
import { allowAlone } from './approval-limit';
import { apiKey, awake, type Desk, deliver, expect, folded, payload, query, signIn, test } from './fixtures';
import { axe } from './for-all';

/** The workbench, on a desk of its own: payments that providers tell, lines of a bank that no rule can match. */

test.describe.configure({ mode: 'serial' });

let desk: Desk;
let stop: () => Promise<void>;

const LINES = [
  ['PAGO A PROVEEDOR UNO', '-1000.00'],
  ['PAGO EN DOS PARTES', '-999.75'],
  ['PAGO DUDOSO', '-500.00'],
  ['PAGO CON COMISION', '-303.48'],
  ['PAGO POR DESHACER', '-77.10'],
  ['COMISION SPEI FEB', '-8.12'],
] as const;
const PAYMENTS = ['1000', '250.25', '749.50', '500', '300', '77.10'] as const;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const started = await startDesk({ port: 'free', throwAway: true, sampleData: false });
  desk = started as Desk;
  stop = started.stop;
  for (const [at, amount] of PAYMENTS.entries()) await deliver(desk, 'juno', redemption(at, amount));
  await deliver(desk, 'brla', payload('brla', 'burn-queued'));
  await deliver(desk, 'brla', payload('brla', 'burn-success'));
  await folded(desk);
  await allowAlone(desk, 'MXN', '10');
  const key = apiKey(desk);
  await importLines(key, { id: 'mx', rail: 'spei', currency: 'MXN', zone: 'America/Mexico_City' }, '2026-02-10', LINES);
  await importLines(key, { id: 'br', rail: 'pix', currency: 'BRL', zone: 'America/Sao_Paulo' }, '2026-03-02', [
    ['TARIFA DESCONTADA', '-1499.25'],
  ]);
});
test.afterAll(() => stop());

/** A payout of pesos that carries nothing a line could be recognised by. */
function redemption(at: number, amount: string): string {
  const told = JSON.parse(payload('juno', 'redemption-complete'));
  told.payload.id = `00000000-0000-4000-8000-00000000000${at}`;
  told.payload.external_ref = `payout-${at}`;
  told.payload.created_at = '2026-02-10T15:19:22Z';
  told.payload.updated_at = '2026-02-10T15:20:14Z';
  told.payload.redemption.amount = amount;
  delete told.payload.redemption.receiver_account;
  return JSON.stringify(told);
}

type Account = {
  readonly id: string;
  readonly rail: string;
  readonly currency: string;
  readonly zone: string;
};

async function importLines(
  key: string,
  { id, rail, currency, zone }: Account,
  day: string,
  lines: readonly (readonly [text: string, amount: string])[],
): Promise<void> {
  const profile = {
    format: 'csv',
    zone,
    dateOrder: 'ymd',
    columns: { date: 'Date', amount: 'Amount', reference: 'Reference', text: ['Text'] },
  };
  await query(
    desk,
    `INSERT INTO bank_accounts (id, name, rail, currency, zone, profile, created_by)
     VALUES ('${id}', 'Account ${id}', '${rail}', '${currency}', '${zone}', '${JSON.stringify(profile)}', 'test')`,
  );
  const csv = ['Date,Text,Amount,Reference', ...lines.map(([text, amount], at) => `${day},${text},${amount},r${at}`)];
  const answer = await fetch(`${desk.url}/api/v1/statements?account=${id}&file=${id}.csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: csv.join('\n'),
  });
  expect(answer.status, await answer.text()).toBe(201);
}

const lineOf = (page: Page, text: string) => page.getByRole('checkbox', { name: new RegExp(`^Select ${text}`) });
const paymentOf = (page: Page, at: number) =>
  page.getByRole('checkbox', { name: new RegExp(`^Select payment juno:redemption:0{8}-0{4}-4000-8000-0{11}${at}#`) });
const sumOf = (page: Page) => page.getByRole('region', { name: 'Running sum' });

async function open(page: Page, search = ''): Promise<void> {
  await signIn(page, desk);
  await page.goto(`${desk.url}/reconciliation/workbench${search}`);
  await awake(page, '[data-bench]');
}

test('one line and one payment are matched by the keyboard alone', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: 'Keys of the workbench' })).toBeVisible();
  await page.keyboard.press('Escape');
  const line = lineOf(page, 'PAGO A PROVEEDOR UNO');
  await page.keyboard.press('j');
  while (!(await line.evaluate((box) => box === document.activeElement))) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/line=\d+/);
  await expect(paymentOf(page, 0)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(paymentOf(page, 0)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(sumOf(page)).toContainText('Bank, out 1,000.00 − payments 1,000.00 = 0.00 MXN');
  const { violations } = await axe(page).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.keyboard.press('m');
  await expect(page.getByText('Matched 1 line with 1 payment.')).toBeVisible();
  await expect(line).toHaveCount(0);
});

test('a link shows the same lines selected', async ({ page }) => {
  const [{ seq } = { seq: '' }] = await query<{ seq: string }>(
    desk,
    `SELECT seq FROM lines WHERE text LIKE 'PAGO EN DOS%'`,
  );
  await open(page, `?line=${seq}`);
  await expect(lineOf(page, 'PAGO EN DOS PARTES')).toBeChecked();
});

test('one line is matched by hand with several payments, and only at zero', async ({ page }) => {
  await open(page);
  await lineOf(page, 'PAGO EN DOS PARTES').check();
  await expect(page.getByText('Together they come to the amount')).toBeVisible();
  const search = page.getByRole('textbox', { name: 'Search all free payments' });
  await search.fill('payout-1');
  await search.press('Enter');
  await paymentOf(page, 1).check();
  await expect(sumOf(page).getByRole('button', { name: 'Match', exact: true })).toBeDisabled();
  await search.fill('749.50');
  await search.press('Enter');
  await paymentOf(page, 2).check();
  await expect(sumOf(page)).toContainText('− payments 999.75 = 0.00 MXN');
  await sumOf(page).getByRole('button', { name: 'Match', exact: true }).click();
  await expect(page.getByText('Matched 1 line with 2 payments.')).toBeVisible();
  const rows = await query(desk, `SELECT FROM matched_legs WHERE leg_id LIKE '%00000000000_#out'`);
  expect(rows).toHaveLength(3);
});

test('a pair that was dismissed is not proposed again', async ({ page }) => {
  await open(page);
  await lineOf(page, 'PAGO DUDOSO').check();
  await expect(paymentOf(page, 3)).toBeVisible();
  await paymentOf(page, 3).focus();
  await page.keyboard.press('d');
  await expect(page.getByText(/Dismissed\. This pair is not proposed again/)).toBeVisible();
  await expect(page.getByText('1 pair was dismissed or undone')).toBeVisible();
  await expect(paymentOf(page, 3)).toBeHidden();
  await page.reload();
  await expect(page.getByText('1 pair was dismissed or undone')).toBeVisible();
  await expect(paymentOf(page, 3)).toBeHidden();
  await page.getByText('1 pair was dismissed or undone').click();
  await page.getByRole('button', { name: 'Consider again' }).click();
  await expect(page.getByText('The pair is considered again')).toBeVisible();
  await expect(paymentOf(page, 3)).toBeVisible();
  await expect(page.getByText('1 pair was dismissed or undone')).toHaveCount(0);
});

test('a line is marked as a bank fee by the key b, and that is taken back', async ({ page }) => {
  await open(page);
  const line = lineOf(page, 'COMISION SPEI FEB');
  await line.focus();
  await page.keyboard.press('b');
  const dialog = page.getByRole('dialog', { name: 'Mark as bank fee or tax' });
  await expect(dialog).toContainText('1 line leaves the workbench');
  await expect(dialog.getByLabel('What it is')).toHaveValue('fee');
  await dialog.getByLabel('Remark').fill('The monthly commission');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Marked 1 line: bank fee.')).toBeVisible();
  await expect(line).toHaveCount(0);
  await page.getByRole('button', { name: /^Today/ }).click();
  const log = page.getByRole('dialog', { name: 'What you did today' });
  await expect(log).toContainText('Kind: Payment → Bank fee. The monthly commission');
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await expect(page.getByText('Undone. The line is read as before.')).toBeVisible();
  await expect(line).toBeVisible();
  await page.goto(`${desk.url}/reconciliation/workbench`);
  await line.check();
  await page.getByRole('button', { name: 'Internal…' }).click();
  const internal = page.getByRole('dialog', { name: 'Mark as internal transfer' });
  await internal.getByLabel('Remark').fill('To our own account at the other bank');
  await internal.getByRole('button', { name: 'Mark' }).click();
  await expect(page.getByText('Marked 1 line: between own accounts.')).toBeVisible();
  const kinds = await query(desk, `SELECT kind FROM lines WHERE text LIKE 'COMISION%'`);
  expect(kinds).toEqual([{ kind: 'internal' }]);
});

test('something left over is matched for a reason and with a remark', async ({ page }) => {
  await open(page);
  await lineOf(page, 'PAGO CON COMISION').check();
  const search = page.getByRole('textbox', { name: 'Search all free payments' });
  await search.fill('300');
  await search.press('Enter');
  await paymentOf(page, 4).check();
  await sumOf(page).getByRole('button', { name: 'Match with remainder…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Match with remainder' });
  await expect(dialog).toContainText('3.48 MXN is left over');
  await dialog.getByLabel('Reason').selectOption('Bank fee');
  await dialog.getByLabel('Remark').fill('SPEI commission and its VAT');
  await dialog.getByRole('button', { name: 'Match' }).click();
  await expect(page.getByText('Matched 1 line with 1 payment.')).toBeVisible();
  const [kept] = await query(
    desk,
    `SELECT m.reason, abs(m.remainder)::text AS remainder, d.reason::jsonb AS said FROM matches m
     JOIN match_decisions d ON d.match_id = m.id ORDER BY m.id DESC LIMIT 1`,
  );
  const values = { reason: { key: 'reasons.resolution.bank_fee' }, remark: 'SPEI commission and its VAT' };
  expect(kept).toEqual({ reason: 'bank_fee', remainder: '3.48', said: { key: 'reasons.kept.because', values } });
});

test('a fee that the payload tells explains itself', async ({ page }) => {
  await open(page, '?account=br');
  await lineOf(page, 'TARIFA DESCONTADA').check();
  await page
    .getByRole('checkbox', { name: /^Select payment brla:/ })
    .first()
    .check();
  await expect(sumOf(page)).toContainText('Bank, out 1,499.25 − payments 1,500.00 + explained 0.75 = 0.00 BRL');
  await expect(sumOf(page).getByRole('button', { name: 'Match', exact: true })).toBeEnabled();
});

test('undo takes one match apart and none of the others', async ({ page }) => {
  const standing = async () =>
    Number((await query<{ n: string }>(desk, 'SELECT count(*) AS n FROM matches WHERE undone_at IS NULL'))[0]?.n);
  await open(page);
  await lineOf(page, 'PAGO POR DESHACER').check();
  await paymentOf(page, 5).check();
  const before = await standing();
  await sumOf(page).getByRole('button', { name: 'Match', exact: true }).click();
  await expect(page.getByText('Matched 1 line with 1 payment.')).toBeVisible();
  await expect(lineOf(page, 'PAGO POR DESHACER')).toHaveCount(0);
  expect(await standing()).toBe(before + 1);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone. Its lines and payments are free again.')).toBeVisible();
  await expect(lineOf(page, 'PAGO POR DESHACER')).toBeVisible();
  expect(await standing()).toBe(before);
  await page.getByRole('button', { name: /^Today/ }).click();
  await expect(page.getByRole('dialog', { name: 'What you did today' })).toContainText('Undone');
});

test('a line that somebody matched meanwhile is not matched twice', async ({ page }) => {
  await open(page);
  await lineOf(page, 'PAGO POR DESHACER').check();
  const search = page.getByRole('textbox', { name: 'Search all free payments' });
  await search.fill('77.10');
  await search.press('Enter');
  await paymentOf(page, 5).check();
  await query(
    desk,
    `WITH m AS (INSERT INTO matches (pass, rule, rule_version, evidence, remainder, made_by)
       VALUES (0, 'hand', 0, '{"agreed": [], "rivals": 0, "explained": []}', 0, 'other@example.com') RETURNING id)
     INSERT INTO matched_lines (line_seq, match_id) SELECT l.seq, m.id FROM lines l, m WHERE l.text = 'PAGO POR DESHACER'`,
  );
  await page.keyboard.press('m');
  await expect(page.getByText(/was matched meanwhile/)).toBeVisible();
  await expect(page.getByText('By other@example.com')).toBeVisible();
});

test('letters do nothing while typing, and nothing at all once they are switched off', async ({ page }) => {
  await open(page);
  await page.getByRole('textbox', { name: 'Text or id in a line' }).fill('?');
  await expect(page.getByRole('heading', { name: 'Keys of the workbench' })).toBeHidden();
  await page.getByRole('button', { name: 'Keys' }).click();
  const kept = () => page.waitForResponse((response) => response.request().method() === 'POST');
  const isOff = kept();
  await page.getByRole('checkbox', { name: 'One-letter keys' }).uncheck();
  await isOff;
  await page.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('u');
  await expect(page.getByText('You did nothing today')).toBeHidden();
  await page.reload();
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(page.getByRole('checkbox', { name: 'One-letter keys' })).not.toBeChecked();
  const isOn = kept();
  await page.getByRole('checkbox', { name: 'One-letter keys' }).check();
  await isOn;
});
