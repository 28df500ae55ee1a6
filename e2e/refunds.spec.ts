import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { exportedFile } from './exported';
import { apiKey, type Desk, deliver, expect, folded, payload, query, signIn, test } from './fixtures';

/** Money on its way back: the board, the table, the ladder and the limits. */

type Told = { readonly id: string; readonly reference: string; readonly minutesAgo: number };

/** A redemption that failed, as Juno tells it so many minutes later; each test has payments of its own. */
async function redemption(
  desk: Desk,
  name: 'in-progress' | 'failed' | 'complete',
  { id, reference, minutesAgo }: Told,
) {
  const message = JSON.parse(payload('juno', `redemption-refund-${name}`));
  const at = new Date(Date.now() - minutesAgo * 60_000).toISOString().replace(/\.\d+Z$/, 'Z');
  Object.assign(message.payload, { id, external_ref: reference, created_at: at, updated_at: at });
  await deliver(desk, 'juno', JSON.stringify(message));
}

const rows = (page: Page) => page.getByRole('region', { name: 'Refunds', exact: true }).getByRole('row');
const stage = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
const href = (id: string) => `/transactions/${encodeURIComponent(`juno:redemption:${id}`)}`;

test('a refund stands on the board by how far it is, and its card opens the ladder', async ({ page, desk }) => {
  await redemption(desk, 'in-progress', { id: 'board-moving', reference: 'board-a', minutesAgo: 0 });
  await redemption(desk, 'failed', { id: 'board-stuck', reference: 'board-b', minutesAgo: 1 });
  await folded(desk);
  await signIn(page, desk);
  await page.goto(`${desk.url}/refunds?q=board-a`);
  const waiting = stage(page, 'Waiting for id').getByRole('link');
  await expect(waiting).toHaveAccessibleName(/Juno Redemption, 101 MXN, .*unassigned\. 101 MXN is back in the Juno/);
  await page.goto(`${desk.url}/refunds?q=board-b`);
  await expect(stage(page, 'Stuck')).toContainText('101 MXN');
  const card = stage(page, 'Stuck').getByRole('link', { name: /101 MXN, .*stuck, unassigned/ });
  await expect(card).toHaveAttribute('href', href('board-stuck'));
  await card.click();
  await expect(page.getByText('Where is the money now')).toBeVisible();
  await expect(page.getByText(/refund stopped after the transfer: 101 MXN is back/)).toBeVisible();
  const steps = page.getByRole('list', { name: /Steps of the refund/ }).getByRole('listitem');
  await expect(steps).toHaveCount(2);
  await expect(steps.first()).toContainText('d54a9f81044580a4fd647a248b5f26bf');
  await expect(steps.last()).toContainText('no id expected');
});

test('a step is told to have got there between two events, and what may still follow is only that', async ({
  page,
  desk,
}) => {
  await redemption(desk, 'in-progress', { id: 'ladder', reference: 'ladder', minutesAgo: 4 });
  await redemption(desk, 'complete', { id: 'ladder', reference: 'ladder', minutesAgo: 2 });
  await redemption(desk, 'in-progress', { id: 'ladder-open', reference: 'ladder-open', minutesAgo: 1 });
  await folded(desk);
  await signIn(page, desk);
  await page.goto(desk.url + href('ladder'));
  const mint = page
    .getByRole('list', { name: /Steps of the refund/ })
    .getByRole('listitem')
    .filter({ hasText: 'TOKEN_MINT' });
  await expect(mint).toContainText(/Completed between \d\d:\d\d:\d\d and \d\d:\d\d:\d\d/);
  await expect(page.getByText('May still follow')).toHaveCount(0);
  await page.goto(desk.url + href('ladder-open'));
  await expect(page.getByText('May still follow')).toBeVisible();
  await expect(page.getByText('TOKEN_DEPOSIT')).toBeVisible();
  await expect(page.getByText('waiting for id')).toBeVisible();
});

test('board and table are one filter: it lives in the URL and survives the switch', async ({ page, desk }) => {
  await redemption(desk, 'failed', { id: 'filter', reference: 'filter-me', minutesAgo: 3 });
  await folded(desk);
  await signIn(page, desk);
  await page.goto(`${desk.url}/refunds`);
  await page.getByRole('button', { name: /^Provider/ }).click();
  await page.getByRole('checkbox', { name: /Juno/ }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/provider=juno/);
  await page.getByRole('link', { name: 'Table' }).click();
  await expect(page).toHaveURL(/provider=juno&view=table/);
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Juno');
  await page.getByRole('textbox', { name: /reference or id/ }).fill('filter-me');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('link', { name: 'Remove Provider Juno' }).click();
  await expect(page).not.toHaveURL(/provider=juno/);
  await page.getByRole('link', { name: 'Stuck now' }).click();
  await expect(page).toHaveURL(/column=stuck/);
  await expect(page.getByRole('link', { name: 'Stuck now' })).toHaveAttribute('aria-current', 'page');
  await page.goto(`${desk.url}/refunds?view=table&limit_state=never&colour=red`);
  await expect(page.getByText('Part of the address was ignored')).toBeVisible();
});

test('many are given to somebody and noted at once, and each row is told what became of it', async ({ page, desk }) => {
  for (const id of ['bulk-1', 'bulk-2']) await redemption(desk, 'failed', { id, reference: 'bulk', minutesAgo: 2 });
  await folded(desk);
  await signIn(page, desk);
  await page.goto(`${desk.url}/refunds?view=table&q=bulk`);
  await page
    .getByRole('checkbox', { name: /^Select Juno Redemption/ })
    .first()
    .check();
  const bar = page.getByRole('region', { name: 'Selected refunds' });
  await expect(bar).toContainText('1 selected');
  await page.getByRole('checkbox', { name: 'Select every refund on this page' }).check();
  await expect(bar).toContainText('2 selected');
  await expect(bar).toContainText('202 MXN');
  await bar.getByRole('button', { name: 'Assign to…' }).click();
  await page.getByLabel('New owner').selectOption(desk.signIn.email);
  await page.getByRole('button', { name: 'Assign 2' }).click();
  const result = page.getByRole('dialog', { name: `Given to ${desk.signIn.email}` });
  await expect(result.getByRole('row', { name: /bulk-\d Done/ })).toHaveCount(2);
  await result.getByRole('button', { name: 'Close' }).click();
  await expect(bar).toHaveCount(0);
  await expect(rows(page).nth(1)).toContainText(`assigned to ${desk.signIn.email}`);

  await page.getByRole('checkbox', { name: 'Select every refund on this page' }).check();
  await bar.getByRole('button', { name: 'Add note…' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Asked Juno on Monday.');
  await page.getByRole('button', { name: 'Add to 2' }).click();
  await page
    .getByRole('dialog', { name: 'Note added' })
    .getByRole('link', { name: /bulk-1/ })
    .click();
  await expect(page.getByText('Asked Juno on Monday.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Owner' })).toHaveValue(desk.signIn.email);
  await page.getByRole('textbox', { name: 'New note' }).fill('They answered.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('list', { name: /Notes/ }).getByRole('listitem').first()).toContainText('They answered.');
});

test('one message for the provider names every chosen refund', async ({ page, desk, context }) => {
  await redemption(desk, 'failed', { id: 'message-1', reference: 'message', minutesAgo: 2 });
  await folded(desk);
  await signIn(page, desk);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${desk.url}/refunds?view=table&q=message`);
  await page.getByRole('checkbox', { name: /^Select Juno/ }).check();
  await page.getByRole('button', { name: 'Copy message for Juno' }).click();
  await expect(page.getByRole('status')).toContainText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('1. Redemption message-1');
  expect(copied).toContain('Step BITSO_TRANSFER: COMPLETE, id d54a9f81044580a4fd647a248b5f26bf');
});

test('the exported file and the API are the table: the same refunds in the same order', async ({ page, desk }) => {
  await signIn(page, desk);
  const search = 'view=table&provider=juno&sort=amount&limit=200';
  await page.goto(`${desk.url}/refunds?${search}`);
  await expect(rows(page).nth(1)).toBeVisible();
  const shown = await page.locator('[data-row-link]').evaluateAll((links) =>
    links.map((link) =>
      decodeURIComponent(link.getAttribute('href') ?? '')
        .split('/')
        .at(-1),
    ),
  );
  expect(shown.length).toBeGreaterThan(3);
  const { name, bytes } = await exportedFile(page);
  expect(name).toMatch(/^concilia-refunds-.+\.csv$/);
  const { data, errors } = Papa.parse<Record<string, string>>(bytes.toString('utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data.map((row) => row.transaction_id)).toEqual(shown);
  const stored = await query<{ transaction_id: string; amount: string | null }>(
    desk,
    "SELECT transaction_id, amount::text FROM refunds WHERE provider = 'juno'",
  );
  for (const { transaction_id, amount } of stored)
    expect(data.find((row) => row.transaction_id === transaction_id)?.amount).toBe(amount ?? '');
  const answer = await fetch(`${desk.url}/api/v1/refunds?${search}`, {
    headers: { authorization: `Bearer ${apiKey(desk)}` },
  });
  const body = (await answer.json()) as { data: { transaction_id: string }[] };
  expect(body.data.map((refund) => refund.transaction_id)).toEqual(shown);
  expect((await page.request.get(`${desk.url}/refunds/export?column=lost`)).status()).toBe(400);
  expect((await fetch(`${desk.url}/refunds/export`, { redirect: 'manual' })).status).toBe(401);
  expect((await fetch(`${desk.url}/api/v1/refunds`)).status).toBe(401);
});

test('a floor is set by hand, refused where it makes no sense, and taken away again', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/refunds/limits`);
  const row = page.getByRole('row', { name: /Ripio · Fiat withdrawal The whole refund/ });
  const set = async (slow: string, late: string) => {
    await row.getByRole('button', { name: /Set the floor/ }).click();
    const panel = page.getByRole('dialog', { name: /Floor of Ripio Fiat withdrawal/ });
    await panel.getByLabel('Slow after, s').fill(slow);
    await panel.getByLabel('Late after, s').fill(late);
    await panel.getByRole('button', { name: 'Set', exact: true }).click();
    return panel;
  };
  const panel = await set('9000', '60');
  await expect(panel.getByRole('alert')).toContainText('late must be slow before');
  await page.keyboard.press('Escape');
  await set('7200', '28800');
  await expect(row).toContainText(`2 h, 8 h`);
  await expect(row).toContainText(desk.signIn.email);
  await page.getByRole('button', { name: 'Back to the desk’s own' }).click();
  await expect(row).toContainText('the desk’s own');
});

test('where no refund is open the desk says so', async ({ page, emptyDesk }) => {
  await signIn(page, emptyDesk);
  for (const view of ['board', 'table']) {
    await page.goto(`${emptyDesk.url}/refunds?view=${view}`);
    await expect(page.getByRole('heading', { name: 'No refund is open' })).toBeVisible();
  }
});

test('Home counts the late and stuck ones, and its card opens exactly those', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(desk.url);
  const card = page.getByRole('link').filter({ hasText: 'Stuck or late refunds' });
  const count = Number(/(\d+) ?refund/.exec((await card.textContent()) ?? '')?.[1]);
  expect(count).toBeGreaterThan(0);
  await card.click();
  await expect(rows(page)).toHaveCount(count + 1);
});
