import type { Page } from '@playwright/test';
import { LETTERS } from '../lib/views/letters';
import { PANEL_WIDTH } from '../lib/views/panel-width';
import { awake, type Desk, expect, query, signIn, test } from './fixtures';
import { axe } from './for-all';

/** Looking at payments beside the list they stand in, by mouse, by keys alone, and on a phone. */

const rows = (page: Page) => page.getByRole('region', { name: 'Transactions' }).getByRole('row');
const rowLink = (page: Page, place: number) => rows(page).nth(place).getByRole('link').first();
const panel = (page: Page) => page.locator('dialog[data-panel]');
/** What a person prefers has reached the store, so that the next page is drawn with it. */
const kept = (desk: Desk, name: string, value: unknown) =>
  expect.poll(() => query(desk, `SELECT value FROM preferences WHERE name = '${name}'`)).toEqual([{ value }]);
const selOf = (page: Page) => new URL(page.url()).searchParams.get('sel');

async function openList(page: Page, address: string) {
  await page.goto(address);
  await awake(page, '[data-row-link]');
}

async function idOfRow(page: Page, place: number): Promise<string> {
  return (await rows(page).nth(place).getAttribute('data-row')) ?? '';
}

test('a row opens beside the list and is walked; Back closes it before it leaves the list', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/webhooks`);
  await openList(page, `${desk.url}/transactions?provider=juno`);
  const listReads: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'GET' && /\/transactions(?!\/live)/.test(request.url())) listReads.push(request.url());
  });
  await rowLink(page, 2).click();
  await expect(panel(page).getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await expect(panel(page)).toContainText('2 of ');
  const second = await idOfRow(page, 2);
  await expect.poll(() => selOf(page)).toBe(second);
  await expect(panel(page)).toBeFocused();

  await page.keyboard.press('ArrowDown');
  await expect(panel(page)).toContainText('3 of ');
  await expect(panel(page).getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await expect.poll(() => selOf(page)).toBe(await idOfRow(page, 3));
  await panel(page).getByRole('button', { name: 'Next transaction' }).click();
  await expect(panel(page)).toContainText('4 of ');
  await expect.poll(() => selOf(page)).toBe(await idOfRow(page, 4));
  expect(listReads, 'opening and walking read no list').toEqual([]);

  await page.goBack();
  await expect(panel(page)).toBeHidden();
  await expect(page).toHaveURL(`${desk.url}/transactions?provider=juno`);
  await expect(rowLink(page, 4)).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(`${desk.url}/webhooks`);
});

test('the address of an open row opens it for a colleague, drawn by the server', async ({ page, desk, browser }) => {
  await signIn(page, desk);
  await openList(page, `${desk.url}/transactions`);
  await rowLink(page, 1).click();
  const id = await idOfRow(page, 1);
  await expect.poll(() => selOf(page)).toBe(id);
  const answer = await page.request.get(page.url());
  expect(await answer.text()).toContain('How the order is decided');

  const other = await browser.newContext();
  const colleague = await other.newPage();
  await signIn(colleague, desk);
  await openList(colleague, page.url());
  await expect(panel(colleague).getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await colleague.keyboard.press('Escape');
  await expect(panel(colleague)).toBeHidden();
  await expect(rowLink(colleague, 1)).toBeFocused();
  expect(selOf(colleague)).toBeNull();
  await colleague.keyboard.press('Shift+Enter');
  await expect(colleague).toHaveURL(`${desk.url}/transactions/${encodeURIComponent(id)}`);
  await other.close();
});

test('a note written in the panel stands there at once, and on the page of the payment', async ({ page, desk }) => {
  await signIn(page, desk);
  await openList(page, `${desk.url}/transactions`);
  await rowLink(page, 3).click();
  const note = `Seen beside the list ${Date.now()}`;
  await panel(page).getByRole('textbox', { name: /note/i }).fill(note);
  await panel(page)
    .getByRole('button', { name: /add note/i })
    .click();
  await expect(panel(page).getByRole('listitem').filter({ hasText: note })).toBeVisible();
  await panel(page).getByRole('link', { name: 'Open full page' }).click();
  await expect(page).toHaveURL(/\/transactions\/[^?]+$/);
  await expect(page.getByText(note)).toBeVisible();
});

test('what cannot be loaded is said and tried again; an id of nobody is said too', async ({ page, desk }) => {
  await signIn(page, desk);
  await openList(page, `${desk.url}/transactions`);
  await page.route('**/transactions**', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  );
  await rowLink(page, 1).click();
  await expect(panel(page).getByText('This transaction could not be loaded')).toBeVisible();
  await page.unrouteAll();
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(page).getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await page.goto(`${desk.url}/transactions?sel=juno:issuance:nobody`);
  await expect(panel(page).getByText('The store has no transaction with this id')).toBeVisible();
});

test('the list is worked by keys alone', async ({ page, desk, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, desk);
  await openList(page, `${desk.url}/transactions`);
  await page.keyboard.press('j');
  await expect(rowLink(page, 1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rowLink(page, 2)).toBeFocused();
  await page.keyboard.press('c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await idOfRow(page, 2));
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(
    page.getByRole('region', { name: 'Transactions' }).locator('tbody').getByRole('checkbox', { checked: true }),
  ).toHaveCount(3);

  await page.keyboard.press('.');
  await expect(page.getByRole('menuitem', { name: 'Show beside the list' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(panel(page)).toContainText('5 of ');
  // Esc closes in order: the panel, then the selection.
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(rowLink(page, 5)).toBeFocused();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);

  await page.keyboard.press('.');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/transactions\/[^?]+$/);
});

test('keys of one letter are switched off for a person, everywhere and for good', async ({ page, desk }) => {
  await signIn(page, desk);
  await openList(page, `${desk.url}/transactions`);
  await page.keyboard.press('?');
  await expect(page.getByRole('heading', { name: 'Keys of this list' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'One-letter keys' }).uncheck();
  await kept(desk, LETTERS, false);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(rowLink(page, 1)).not.toBeFocused();
  await page.goto(`${desk.url}/reconciliation/workbench`);
  await page.getByRole('button', { name: 'Keys' }).click();
  const letters = page.getByRole('checkbox', { name: 'One-letter keys' });
  await expect(letters).not.toBeChecked();
  await letters.check();
  await kept(desk, LETTERS, true);
  await openList(page, `${desk.url}/transactions`);
  await page.keyboard.press('j');
  await expect(rowLink(page, 1)).toBeFocused();
});

test('the panel is as wide as it was left', async ({ page, desk }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, desk);
  await openList(page, `${desk.url}/transactions`);
  await rowLink(page, 1).click();
  const edge = panel(page).getByRole('separator', { name: 'Width of the panel' });
  await edge.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(edge).toHaveAttribute('aria-valuenow', '580');
  await kept(desk, PANEL_WIDTH, 580);
  await page.reload();
  await expect(panel(page)).toHaveCSS('width', '580px');
  const { violations } = await axe(page).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
});

test('on a phone the panel covers the list, and Back leads to it again', async ({ page, desk }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, desk);
  await openList(page, `${desk.url}/transactions`);
  await rowLink(page, 1).click();
  await expect(panel(page).getByRole('heading', { name: 'Timeline' })).toBeVisible();
  const box = await panel(page).boundingBox();
  expect(box).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
  const { violations } = await axe(page).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await panel(page).getByRole('button', { name: 'Close panel' }).click();
  await expect(panel(page)).toBeHidden();
  await expect(rowLink(page, 1)).toBeVisible();
});
