import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import Papa from 'papaparse';
import { expect, query, signIn, test } from './fixtures';
import { axe } from './for-all';

/** Files as a person takes them from the desk. */

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await axe(page).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

test('the file of a filter is its table, and its proof is written down', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions?provider=juno&sort=occurred_at&limit=200`);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByText(/transactions?, in this order; downloaded at once/)).toBeVisible();
  await expect(dialog.getByRole('radio', { name: /As on screen/ })).toBeChecked();
  await expectNothingSerious(page);
  await dialog.getByLabel(/Spreadsheet of/).selectOption('brazil');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export' }).click(),
  ]);
  await expect(dialog).toBeHidden();
  expect(download.suggestedFilename()).toMatch(/^concilia-transactions-\d{4}-\d\d-\d\d\.csv$/);
  const bytes = await bytesOf(download);
  const text = bytes.toString('utf8');
  expect(text.startsWith('\ufeffoccurred_at;provider;kind;status;provider_status;amount;currency')).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  });
  const stored = await query<{ occurred_at: string }>(
    desk,
    `SELECT state->>'occurredAt' AS occurred_at FROM transactions t WHERE provider = 'juno' ORDER BY t.occurred_at, t.id`,
  );
  expect(data.map(({ occurred_at }) => occurred_at)).toEqual(stored.map(({ occurred_at }) => occurred_at));

  await page.getByRole('link', { name: 'Exports' }).first().click();
  const row = page.getByRole('row', { name: /Transactions: provider is Juno/ }).first();
  await expect(row.getByText('Done')).toBeVisible();
  await expect(row.getByText(new RegExp(`^${data.length} rows`))).toBeVisible();
  await expectNothingSerious(page);
  await row.getByRole('link', { name: 'Transactions', exact: true }).click();
  await expect(page.getByText(createHash('sha256').update(bytes).digest('hex'))).toBeVisible();
  const manifest = await (await page.request.get(`${page.url()}/manifest`)).json();
  expect(manifest).toMatchObject({
    rows: data.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    requested_by: desk.signIn.email,
    state: 'done',
  });
  await page.getByRole('link', { name: /provider is Juno/ }).click();
  await expect(page).toHaveURL(/\/transactions\?provider=juno&sort=occurred_at/);
});

test('a workbook of the exceptions and JSON lines of the refunds come by keys alone', async ({ page, desk }) => {
  await signIn(page, desk);
  for (const [path, format, ending] of [
    ['/reconciliation/exceptions', 'xlsx', 'xlsx'],
    ['/refunds?view=table', 'jsonl', 'jsonl'],
  ] as const) {
    await page.goto(desk.url + path);
    await page.locator('[data-key-export]').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByLabel('Format').focus();
    await dialog.getByLabel('Format').selectOption(format);
    await dialog.getByRole('button', { name: 'Export' }).focus();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    expect((await bytesOf(download)).length).toBeGreaterThan(100);
  }
});

test('a large file is made in the background, kept, and downloaded from its page', async ({ page, desk }) => {
  test.slow();
  await query(
    desk,
    `INSERT INTO transactions (id, provider, kind, environment, status, amount, currency, external_ref, is_incomplete, occurred_at, updated_at, event_count, state)
     SELECT 'ripio:many-' || i, 'ripio', 'fiat_deposit', 'production', 'completed', 1, 'ARS', 'MANY', false,
       '2020-01-01'::timestamptz + i * interval '1 second', '2020-01-01', 1, '{}' FROM generate_series(1, 50001) i`,
  );
  try {
    await signIn(page, desk);
    const form = {
      list: 'transactions',
      query: 'provider=ripio&occurred_to=2020-12-31',
      columns: 'id,amount,currency',
    };
    const answer = await page.request.post(`${desk.url}/exports/start`, { form, maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    await page.goto(desk.url + answer.headers().location);
    await expect(page.getByText('Done')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/50,001 rows/).first()).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ]);
    const bytes = await bytesOf(download);
    expect(bytes.toString().split('\r\n')).toHaveLength(50_003);
    await expect(page.getByText(createHash('sha256').update(bytes).digest('hex'))).toBeVisible();
    await expectNothingSerious(page);
  } finally {
    await query(desk, `DELETE FROM transactions WHERE id LIKE 'ripio:many-%'`);
  }
});

test('nobody takes a file without signing in, and none of a filter that is not understood', async ({ page, desk }) => {
  for (const path of ['/transactions/export', '/exports/none/manifest', '/exports/none/file'])
    expect((await fetch(desk.url + path, { redirect: 'manual' })).status).toBe(401);
  expect((await fetch(`${desk.url}/exports/start`, { method: 'POST', redirect: 'manual' })).status).toBe(401);
  await signIn(page, desk);
  for (const path of [
    '/transactions/export?format=pdf',
    '/refunds/export?columns=secret',
    '/reconciliation/exceptions/export?preset=peru',
  ])
    expect((await page.request.get(desk.url + path)).status()).toBe(400);
  expect((await page.request.get(`${desk.url}/exports/none/manifest`)).status()).toBe(404);
});
