import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { expect, query, signIn, test } from './fixtures';
import { personAs } from './people-as';

/** The log of deeds: what stands in it, how it is narrowed down, whether it holds, and how it is taken away. */

const row = (page: Page, at: number) => page.getByRole('region', { name: 'Audit log' }).getByRole('row').nth(at);

test('a deed stands in the log with what changed, and the filters find it', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/settings/approvals`);
  for (const amount of ['5', '7.25']) {
    await page.getByLabel('Currency').fill('USDC');
    await page.getByLabel('Second person above').fill(amount);
    await page.getByRole('button', { name: 'Set the limit' }).click();
    await expect(page.getByRole('row', { name: /^USDC/ })).toContainText(amount);
  }
  await page.goto(`${desk.url}/settings/audit`);
  await page.getByLabel('What').selectOption('Limit changed');
  await page.getByLabel('Object id').fill('USDC');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/action=limit_changed/);
  await expect(page.getByRole('region', { name: 'Audit log' }).getByRole('row')).toHaveCount(3);
  await expect(row(page, 1)).toContainText(desk.signIn.email);
  await row(page, 1).getByText('Details').click();
  await expect(row(page, 1).getByRole('table', { name: 'What changed' })).toContainText('amount57.25');
  await expect(row(page, 1).getByRole('link', { name: 'USDC' })).toHaveAttribute('href', '/settings/approvals');
  await page.getByRole('link', { name: 'Clear all filters' }).click();
  await expect(page).toHaveURL(`${desk.url}/settings/audit`);
  await page.goto(`${desk.url}/settings/audit?action=burgled&who=nobody@desk.test`);
  await expect(page.getByText('Not understood and left out: action')).toBeVisible();
  await expect(page.getByText('No entry matches')).toBeVisible();
});

test('the chain holds, and a button says so', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/settings/audit`);
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The chain holds' })).toContainText(/Head: [0-9a-f]{64}/);
});

test('the files hold what the page shows, and that they were taken stands in the log', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/settings/audit?action=limit_changed`);
  const read = async (name: string) => {
    const href = await page.getByRole('link', { name }).getAttribute('href');
    return (await page.request.get(desk.url + href)).text();
  };
  const { data } = Papa.parse<Record<string, string>>(await read('Export CSV'), { header: true, skipEmptyLines: true });
  const lines = (await read('Export JSON lines')).trimEnd().split('\n');
  const [counted] = await query<{ count: string }>(
    desk,
    `SELECT count(*) FROM audit_entries WHERE action = 'limit_changed'`,
  );
  expect(String(data.length)).toBe(counted?.count);
  expect(data.every(({ action, hash }) => action === 'limit_changed' && /^[0-9a-f]{64}$/.test(hash ?? ''))).toBe(true);
  expect(lines.map((line) => JSON.parse(line).number)).toEqual(data.map(({ number }) => number));
  const taken = await query(desk, `SELECT seq FROM audit_entries WHERE object_kind = 'list' AND object_id = 'audit'`);
  expect(taken).toHaveLength(2);
  expect((await page.request.get(`${desk.url}/settings/audit/export?wider=yes`)).status()).toBe(400);
});

test('an analyst sees neither the page nor its files', async ({ page, desk }) => {
  const { cookies } = await personAs(desk, 'analyst');
  await page.context().addCookies([...cookies]);
  expect((await page.goto(`${desk.url}/settings/audit`))?.status()).toBe(403);
  expect((await page.request.get(`${desk.url}/settings/audit/export`)).status()).toBe(403);
});

test('the log speaks the language of whoever reads it', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/settings/audit`);
  const { name } = (await page.context().cookies()).find((cookie) => /locale/i.test(cookie.name)) ?? { name: 'locale' };
  await page.context().addCookies([{ name, value: 'es', url: desk.url }]);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Verificar la cadena' })).toBeVisible();
});
