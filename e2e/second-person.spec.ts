import type { Page } from '@playwright/test';
import { startDesk } from '../scripts/desk.mjs';
import { apiKey, awake, type Desk, deliver, expect, folded, payload, query, test } from './fixtures';
import { expectForAll, SCREENS } from './for-all';
import { newPersonAs, type Person } from './people-as';

/** Who asks for more than the limit is not who agrees to it. On a desk of its own. */

test.describe.configure({ mode: 'serial' });

const BANK = [
  ['PAGO CON RESTO', '-1500.00'],
  ['PAGO RECHAZADO', '-2700.00'],
] as const;
const PAYMENTS = ['1000', '2000'] as const;

let desk: Desk;
let stop: () => Promise<void>;
let [analyst, first, second]: Person[] = [];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const started = await startDesk({ port: 'free', throwAway: true, sampleData: false });
  desk = started as Desk;
  stop = started.stop;
  for (const [at, amount] of PAYMENTS.entries()) await deliver(desk, 'juno', redemption(at, amount));
  await folded(desk);
  await importLines(apiKey(desk));
  analyst = await newPersonAs(desk, 'analyst');
  first = await newPersonAs(desk, 'approver');
  second = await newPersonAs(desk, 'approver');
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

async function importLines(key: string): Promise<void> {
  const profile = {
    ...{ format: 'csv', zone: 'America/Mexico_City', dateOrder: 'ymd' },
    columns: { date: 'Date', amount: 'Amount', reference: 'Reference', text: ['Text'] },
  };
  await query(
    desk,
    `INSERT INTO bank_accounts (id, name, rail, currency, zone, profile, created_by)
     VALUES ('mx', 'Account mx', 'spei', 'MXN', 'America/Mexico_City', '${JSON.stringify(profile)}', 'test')`,
  );
  const csv = [
    'Date,Text,Amount,Reference',
    ...BANK.map(([text, amount], at) => `2026-02-10,${text},${amount},r${at}`),
  ];
  const answer = await fetch(`${desk.url}/api/v1/statements?account=mx&file=mx.csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: csv.join('\n'),
  });
  expect(answer.status, await answer.text()).toBe(201);
}

async function as(page: Page, person: Person | undefined, path: string): Promise<void> {
  if (!person) throw new Error('Nobody was made for this.');
  await page.context().clearCookies();
  await page.context().addCookies([...person.cookies]);
  await page.goto(desk.url + path);
}

const seqOf = async (text: string) => {
  const [line] = await query<{ seq: string }>(desk, `SELECT seq::text FROM lines WHERE text LIKE '${text}%'`);
  return line?.seq ?? '';
};

const legOf = async (amount: string) => {
  const [leg] = await query<{ id: string }>(desk, `SELECT id FROM legs WHERE amount = ${amount}`);
  return leg?.id ?? '';
};

/** Selects a line and a payment at the workbench, and matches them although something is left over. */
async function force(page: Page, text: string, amount: string): Promise<void> {
  await awake(page, '[data-bench]');
  await page.getByRole('checkbox', { name: new RegExp(`^Select ${text}`) }).check();
  const search = page.getByRole('textbox', { name: 'Search all free payments' });
  await search.fill(amount);
  await search.press('Enter');
  await page
    .getByRole('checkbox', { name: /^Select payment juno:redemption:/ })
    .first()
    .check();
  await page
    .getByRole('region', { name: 'Running sum' })
    .getByRole('button', { name: 'Match with remainder…' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Match with remainder' });
  await dialog.getByLabel('Reason').selectOption('Bank fee');
  await dialog.getByLabel('Remark').fill('As agreed with the bank');
  await dialog.getByRole('button', { name: 'Match' }).click();
}

const approveButton = (page: Page) => page.getByRole('button', { name: 'Approve', exact: true });

test('an approver sets the limit of a currency, an analyst only reads it', async ({ page }) => {
  await as(page, first, '/settings/approvals');
  await expect(page.getByText('Nothing waits')).toBeVisible();
  await page.getByLabel('Currency').fill('mxn');
  await page.getByLabel('Second person above').fill('1,00x');
  await page.getByRole('button', { name: 'Set the limit' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'A limit is a decimal number' })).toBeVisible();
  await page.getByLabel('Currency').fill('mxn');
  await page.getByLabel('Second person above').fill('100');
  await page.getByRole('button', { name: 'Set the limit' }).click();
  await expect(page.getByRole('rowheader', { name: 'MXN' })).toBeVisible();
  await as(page, analyst, '/settings/approvals');
  await expect(page.getByRole('rowheader', { name: 'MXN' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set the limit' })).toHaveCount(0);
});

test('what an analyst forces above the limit waits, on its line, its exception and the bench', async ({ page }) => {
  await as(page, first, '/reconciliation/rules');
  await page.getByRole('button', { name: 'Run now' }).click();
  await expect(page.getByRole('heading', { name: /^Run \d+/ })).toBeVisible();
  await as(page, analyst, '/reconciliation/workbench');
  await force(page, 'PAGO CON RESTO', '1000');
  await expect(page.getByText('it waits for a second person')).toBeVisible();
  expect(await query(desk, 'SELECT id FROM matches')).toEqual([]);
  const seq = await seqOf('PAGO CON RESTO');
  await page.goto(`${desk.url}/reconciliation/lines/${seq}`);
  await expect(page.getByText(`Asked by ${analyst?.email}, over 500.00 MXN.`)).toBeVisible();
  await page.goto(`${desk.url}/reconciliation/legs/${encodeURIComponent(await legOf('1000'))}`);
  await expect(page.getByText(`Asked by ${analyst?.email}, over 500.00 MXN.`)).toBeVisible();
  await page.goto(`${desk.url}/reconciliation/workbench?line=${seq}`);
  await expect(page.getByText('Waiting for a second person').first()).toBeVisible();
  const [exception] = await query<{ id: string }>(
    desk,
    `SELECT id::text FROM match_exceptions WHERE line_seq = ${seq} AND state = 'second_person'`,
  );
  await page.goto(`${desk.url}/reconciliation/exceptions/${exception?.id}`);
  await expect(page.getByText('Waiting for second person', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Look at it' }).click();
  await expect(page.getByRole('heading', { level: 3 })).toContainText(
    'Match 1 line with 1 payment although 500.00 MXN is left over: bank fee',
  );
  await expect(approveButton(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Withdraw' })).toBeVisible();
});

test('asked again for the same line, the second is led to the first', async ({ page }) => {
  await as(page, first, '/reconciliation/workbench');
  await force(page, 'PAGO CON RESTO', '1000');
  await expect(page.getByText(`${analyst?.email} asked for this before`)).toBeVisible();
  await expect(page.getByRole('status').getByRole('link', { name: 'Look at it' })).toBeVisible();
});

test('another person approves, and both names stand in the match and in the log', async ({ page }) => {
  await as(page, second, '/settings/approvals');
  await approveButton(page).click();
  await expect(page.getByText(`Approved by ${second?.email}`)).toBeVisible();
  await page.goto(`${desk.url}/reconciliation/lines/${await seqOf('PAGO CON RESTO')}`);
  await expect(
    page
      .getByRole('main')
      .getByText(analyst?.email ?? '')
      .first(),
  ).toBeVisible();
  await expect(
    page
      .getByRole('main')
      .getByText(second?.email ?? '')
      .first(),
  ).toBeVisible();
  await page.goto(`${desk.url}/settings/audit?action=match_made`);
  await page.getByText('Details').first().click();
  const entry = page.getByRole('row').nth(1);
  await expect(entry).toContainText(`proposedBy${analyst?.email}`);
  await expect(entry).toContainText(`approvedBy${second?.email}`);
});

test('who asked cannot agree, also in another session; somebody else declines', async ({ page, browser }) => {
  await as(page, first, '/reconciliation/workbench');
  await force(page, 'PAGO RECHAZADO', '2000');
  await expect(page.getByText('it waits for a second person')).toBeVisible();
  const other = await browser.newPage();
  await as(other, first, '/settings/approvals');
  await expect(other.getByText('You asked for this: somebody else decides.')).toBeVisible();
  await expect(approveButton(other)).toHaveCount(0);
  await other.close();
  await as(page, second, '/settings/approvals');
  await page.getByLabel('Why it is declined').fill('Ask the bank first');
  await page.getByRole('button', { name: 'Decline' }).click();
  await expect(page.getByText('“Ask the bank first”')).toBeVisible();
  expect(await query(desk, 'SELECT id FROM matches')).toHaveLength(1);
});

for (const [device, viewport] of Object.entries(SCREENS)) {
  test(`the pages of the second person are for everybody, ${device}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await as(page, second, '/settings/approvals');
    await expectForAll(page, '/settings/approvals');
    await page.goto(`${desk.url}/settings/audit`);
    await expectForAll(page, '/settings/audit');
  });
}
