import type { Locator, Page } from '@playwright/test';
import { awake, type Desk, expect, query, signIn, test } from './fixtures';

/** The table of transactions: whose columns are each person's own, and which is walked by keys. */

const grid = (page: Page) => page.getByRole('grid', { name: 'Transactions' });
const rows = (page: Page) => grid(page).getByRole('row');
const heads = (page: Page) => grid(page).getByRole('columnheader');
const columnMenu = (page: Page) => page.getByRole('dialog', { name: 'Columns' });
const widthOf = async (head: Locator) => Math.round((await head.boundingBox())?.width ?? 0);

/** Opens the list, and forgets a layout that an earlier test has kept. */
async function openList(page: Page, desk: Desk, search = ''): Promise<void> {
  await query(desk, "DELETE FROM preferences WHERE name = 'table:transactions'");
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions${search}`);
  await awake(page, '[data-row-link]');
}

/** What is kept of the layout, once it is: a change is kept a moment after it. */
async function kept(desk: Desk): Promise<Record<string, unknown> | undefined> {
  const [row] = await query<{ value: Record<string, unknown> }>(
    desk,
    "SELECT value FROM preferences WHERE name = 'table:transactions'",
  );
  return row?.value;
}

test('columns are chosen, moved, pinned and widened, and are so again on the first paint', async ({ page, desk }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openList(page, desk);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('searchbox', { name: 'Find a column' }).fill('netw');
  await columnMenu(page).getByRole('checkbox', { name: 'Network' }).check();
  await page.getByRole('searchbox', { name: 'Find a column' }).fill('');
  await columnMenu(page).getByRole('checkbox', { name: 'Amount out' }).uncheck();
  await columnMenu(page).getByRole('button', { name: 'Move State to the left' }).click();
  await columnMenu(page).getByRole('button', { name: 'Keep Amount in at the right end' }).click();
  await columnMenu(page).getByRole('radio', { name: 'Compact' }).check({ force: true });
  await page.keyboard.press('Escape');
  const handle = page.getByRole('separator', { name: 'Width of State' });
  const before = Number(await handle.getAttribute('aria-valuenow'));
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuenow', String(before + 16));
  const edge = await page.getByRole('separator', { name: 'Width of External ref' }).boundingBox();
  if (!edge) throw new Error('The head of the external reference has no edge');
  await page.mouse.move(edge.x + 4, edge.y + 10);
  await page.mouse.down();
  await page.mouse.move(edge.x + 64, edge.y + 10, { steps: 4 });
  await page.mouse.up();
  const wide = await widthOf(heads(page).filter({ hasText: 'External ref' }));
  expect(wide).toBe(140 + 60);
  await expect.poll(async () => (await kept(desk))?.density).toBe('compact');
  await expect.poll(async () => (await kept(desk))?.widths).toEqual({ status: before + 16, external_ref: wide });

  const answer = await page.request.get(`${desk.url}/transactions`);
  const served = (await answer.text()).match(/role="columnheader"[^>]*aria-label="([^"]+)"/g)?.join(' ') ?? '';
  expect(served).toMatch(/Occurred.*State.*Provider.*External ref.*Network.*Amount in/);
  expect(served).not.toContain('Amount out');
  await page.reload();
  expect(await widthOf(heads(page).filter({ hasText: 'External ref' }))).toBe(wide);
  expect(Math.round((await rows(page).nth(2).boundingBox())?.height ?? 0)).toBe(36);

  await page.getByRole('button', { name: 'Columns' }).click();
  await columnMenu(page).getByRole('button', { name: 'Reset' }).click();
  await expect(heads(page).filter({ hasText: 'Amount out' })).toBeVisible();
  await expect.poll(() => kept(desk)).toBeUndefined();
});

test('a head is dragged to another place', async ({ page, desk }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openList(page, desk);
  const names = () => heads(page).evaluateAll((all) => all.map((head) => head.getAttribute('aria-label')));
  await heads(page)
    .getByText('Amount in')
    .dragTo(heads(page).filter({ hasText: 'Provider · Kind' }));
  await expect.poll(names).toEqual(expect.arrayContaining(['Occurred', 'Amount in', 'Provider · Kind']));
  const after = await names();
  expect(after.indexOf('Amount in')).toBeLessThan(after.indexOf('Provider · Kind'));
});

test('500 rows on a page are all there for keys, though only those in sight are laid out', async ({ page, desk }) => {
  await openList(page, desk, '?limit=500');
  const count = Number(await grid(page).getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThan(101);
  expect(await rows(page).count()).toBeLessThan(80);
  await rows(page).nth(1).getByRole('link').first().focus();
  await page.keyboard.press('End');
  const focused = () => page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'));
  await expect.poll(focused).toBe(String(count));
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused).toBe(String(count - 1));
  await page.keyboard.press('Home');
  await expect.poll(focused).toBe('2');
});

test('the payments linked with one stand under it', async ({ page, desk }) => {
  const [link] = await query<{ id: string }>(
    desk,
    'SELECT l.transaction_id AS id FROM links l JOIN transactions t ON t.id = l.target LIMIT 1',
  );
  await openList(page, desk, `?id=${encodeURIComponent(link?.id ?? '')}`);
  await expect(rows(page)).toHaveCount(2);
  const arrow = rows(page)
    .nth(1)
    .getByRole('button', { name: /^Linked with/ });
  await arrow.click();
  await expect(arrow).toHaveAttribute('aria-expanded', 'true');
  await expect(rows(page).nth(2)).toContainText(/Pays out|Paid out by|Refund/);
  await arrow.click();
  await expect(rows(page)).toHaveCount(2);
});

test('a value narrows the list: by Alt and a click, by the cell’s own menu, and to all but it', async ({
  page,
  desk,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openList(page, desk);
  const state = () => grid(page).locator('tbody td[data-column="status"]').first();
  const word = (await state().textContent())?.trim() ?? '';
  const menu = page.getByRole('button', { name: /^Filter by/ });
  // The page is there before it listens.
  const hover = () =>
    expect(async () => {
      await page.mouse.move(0, 0);
      await state().hover();
      await expect(menu).toBeVisible({ timeout: 1000 });
    }).toPass();
  await hover();
  await state().click({ modifiers: ['Alt'], position: { x: 120, y: 20 } });
  await expect(page).toHaveURL(/status=\w+/);
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText(word);
  await page.goBack();
  await expect(page).not.toHaveURL(/status=/);
  await hover();
  await menu.click();
  await page.getByRole('link', { name: /^All but/ }).click();
  await expect(page).toHaveURL(/status=(!|%21)\w+/);
  await expect(state()).not.toHaveText(word);
});

test('what lies outside the dates is counted where nothing matches', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions?provider=juno&occurred_to=2001-01-01`);
  await page.getByRole('link', { name: /\d+ matches outside the date range/ }).click();
  await expect(page).not.toHaveURL(/occurred_to/);
  await expect(rows(page).nth(1)).toBeVisible();
});
