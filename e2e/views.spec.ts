import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { type Desk, expect, query, signIn, test } from './fixtures';
import { expectForAll } from './for-all';

/** Lists kept under a name, alone and as a team, and what is done with many payments at once. */

const VIEW = 'Juno by network';
const COLLEAGUE = 'colleague@example.com';

const grid = (page: Page) => page.getByRole('grid', { name: 'Transactions' });
const head = (page: Page, name: string) => grid(page).getByRole('columnheader', { name });
const tabs = (page: Page) => page.getByRole('navigation', { name: 'Views' });
const tab = (page: Page, name: string) => tabs(page).getByRole('link', { name });
const found = (page: Page) => page.getByText(/^[\d,]+ transactions? found$/);
const figure = (text: string | null) => Number((text ?? '').replaceAll(/\D/g, ''));

/** Somebody else of the team, with the same password: a person the desk itself has no form for yet. */
async function colleagueOf(desk: Desk): Promise<Desk> {
  await query(
    desk,
    `WITH person AS (
       INSERT INTO users (id, name, email, updated_at) VALUES ('colleague', 'Colleague', '${COLLEAGUE}', now())
       ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO accounts (id, account_id, provider_id, user_id, password, updated_at)
     SELECT 'colleague', 'colleague', provider_id, person.id, password, now()
     FROM person, accounts JOIN users ON users.id = accounts.user_id WHERE users.email = '${desk.signIn.email}'`,
  );
  return { ...desk, signIn: { email: COLLEAGUE, password: desk.signIn.password } };
}

async function showColumn(page: Page, name: string, isShown: boolean) {
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name }).setChecked(isShown);
  await page.keyboard.press('Escape');
}

async function saveAs(page: Page, name: string) {
  await page.getByRole('button', { name: 'Save as…' }).click();
  const form = page.getByRole('dialog', { name: 'Save as a view' });
  await form.getByLabel('Name').fill(name);
  await form.getByRole('button', { name: 'Save view' }).click();
}

test.beforeEach(async ({ desk }) => {
  await query(desk, 'DELETE FROM saved_views');
  await query(desk, "DELETE FROM preferences WHERE name = 'table:transactions'");
});

test('a filtered list with its columns is kept as a view, changed, put back and renamed', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions?provider=juno`);
  await expect(head(page, 'State')).toBeVisible();
  await showColumn(page, 'Network', true);
  await saveAs(page, VIEW);
  await expect(page).toHaveURL(/provider=juno&view=/);
  await expect(page.getByRole('dialog', { name: 'Save as a view' })).toBeHidden();
  await expect(tab(page, VIEW)).toHaveAttribute('aria-current', 'page');
  const count = figure(await found(page).textContent());
  await expect(tab(page, VIEW)).toHaveText(new RegExp(`${count.toLocaleString('en')}$`));
  await expect(tab(page, 'All')).toHaveText(/All\d/);
  await expectForAll(page, '/transactions?view=');

  const address = page.url();
  await page
    .getByRole('searchbox', { name: 'Search this list' })
    .or(page.getByRole('combobox'))
    .first()
    .fill('ccy:MXN');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/currency=MXN/);
  await expect(tab(page, VIEW)).toContainText('changed');
  await page.getByRole('link', { name: 'Reset' }).click();
  await expect(page).toHaveURL(address);
  await expect(tab(page, VIEW)).not.toContainText('changed');

  await showColumn(page, 'Network', false);
  await expect(tab(page, VIEW)).toContainText('changed');
  await page.getByRole('link', { name: 'Reset' }).click();
  await expect(head(page, 'Network')).toBeVisible();
  await expect(tab(page, VIEW)).not.toContainText('changed');

  await showColumn(page, 'Network', false);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page
    .getByRole('dialog', { name: `Save ${VIEW}` })
    .getByRole('button', { name: 'Save' })
    .click();
  await expect(tab(page, VIEW)).not.toContainText('changed');
  await page.reload();
  await expect(head(page, 'State')).toBeVisible();
  await expect(head(page, 'Network')).toHaveCount(0);

  await saveAs(page, VIEW.toUpperCase());
  await expect(page.getByRole('alert').filter({ hasText: 'There is a view of that name already' })).toBeVisible();
  const form = page.getByRole('dialog', { name: 'Save as a view' });
  await form.getByLabel('Name').fill('Juno, second');
  await form.getByRole('button', { name: 'Save view' }).click();
  await expect(tab(page, 'Juno, second')).toHaveAttribute('aria-current', 'page');
  await expect(form).toBeHidden();

  await page.getByRole('button', { name: 'Rename or share' }).click();
  const rename = page.getByRole('dialog', { name: 'Rename Juno, second' });
  await rename.getByLabel('Name').fill('Juno, all of it');
  await rename.getByRole('button', { name: 'Change' }).click();
  await expect(tab(page, 'Juno, all of it')).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('dialog', { name: /^Rename/ })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Rename or share' })).toBeFocused();
});

test('a view of the team is everybody’s to open and only its maker’s to change', async ({ page, desk, browser }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions?provider=ripio&status=completed`);
  await saveAs(page, 'Ripio done');
  await expect(tab(page, 'Ripio done')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Save as a view' })).toBeHidden();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const other = await context.newPage();
  await signIn(other, await colleagueOf(desk));
  await other.goto(page.url());
  await expect(other.getByText('This view was deleted, or is somebody’s own')).toBeVisible();

  await page.getByRole('button', { name: 'Rename or share' }).click();
  const rename = page.getByRole('dialog', { name: 'Rename Ripio done' });
  await rename.getByRole('checkbox', { name: 'For the whole team' }).check();
  await rename.getByRole('button', { name: 'Change' }).click();
  await expect(tab(page, 'Ripio done (team)')).toBeVisible();

  await other.goto(`${desk.url}/transactions`);
  await tab(other, 'Ripio done (team)').click();
  await expect(found(other)).toHaveText((await found(page).textContent()) ?? 'nothing');
  await expect(other.getByRole('button', { name: 'Rename or share' })).toHaveCount(0);
  await expect(other.getByRole('button', { name: 'Delete this view' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Delete this view' }).click();
  await expect(page.getByText('It is gone for everybody.')).toBeVisible();
  await page.getByRole('button', { name: 'Delete “Ripio done”' }).click();
  await expect(page).toHaveURL(`${desk.url}/transactions`);
  await expect(tab(page, 'Ripio done')).toHaveCount(0);
  await other.reload();
  await expect(other.getByText('This view was deleted, or is somebody’s own')).toBeVisible();
  await expect(found(other)).toBeVisible();
  await context.close();
});

test('views are reached by a key, and each opens as many payments as its tab says', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions`);
  await expect(tab(page, 'All')).toHaveAttribute('aria-current', 'page');
  await expect(tab(page, 'Needs attention')).toHaveText(/\d$/);
  await page.keyboard.press('v');
  await expect(tab(page, 'All')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(tab(page, 'Needs attention')).toHaveAttribute('aria-current', 'page');
  expect(figure(await tab(page, 'Needs attention').textContent())).toBe(figure(await found(page).textContent()));
});

test('three are given to somebody and noted, then all that match; each is told what became of it', async ({
  page,
  desk,
}) => {
  const remarks = async (text: string) =>
    (await query<{ id: string }>(desk, `SELECT transaction_id AS id FROM remarks WHERE text = '${text}'`)).length;
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions?provider=ripio&limit=50`);
  const total = figure(await found(page).textContent());
  expect(total).toBeGreaterThan(3);
  const boxes = grid(page).getByRole('checkbox', { name: /^Select Ripio/ });
  for (const place of [0, 1, 2]) await boxes.nth(place).check();
  const bar = page.getByRole('region', { name: 'Selected transactions' });
  await expect(bar).toContainText('3 selected');
  await expectForAll(page, '/transactions with a selection');

  await bar.getByRole('button', { name: 'Assign to…' }).click();
  await page.getByLabel('New owner').selectOption(desk.signIn.email);
  await page.getByRole('button', { name: 'Assign 3' }).click();
  const given = page.getByRole('dialog', { name: `Given to ${desk.signIn.email}` });
  await expect(given.getByRole('row', { name: /Done$/ })).toHaveCount(3);
  await expectForAll(page, '/transactions with the result of many');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    given.getByRole('link', { name: 'CSV', exact: true }).click(),
  ]);
  const { data } = Papa.parse<Record<string, string>>(await readFile(await file.path(), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data.map(({ result }) => result)).toEqual(['Done', 'Done', 'Done']);
  await given.getByRole('button', { name: 'Close' }).click();
  await expect(bar).toHaveCount(0);

  await boxes.first().check();
  await bar.getByRole('button', { name: `Select all ${total} that match` }).click();
  await expect(bar).toContainText(`${total} selected`);
  await boxes.first().uncheck();
  await boxes.nth(1).check();
  await expect(bar).toContainText('1 selected');
  await bar.getByRole('button', { name: `Select all ${total} that match` }).click();
  await bar.getByRole('button', { name: 'Add note…' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Asked Ripio about all of them.');
  await page.getByRole('button', { name: `Add to ${total}` }).click();
  const noted = page.getByRole('dialog', { name: 'Note added' });
  await expect(noted).toContainText(`${total} done`);
  expect(await remarks('Asked Ripio about all of them.')).toBe(total);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});
