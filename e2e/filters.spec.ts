import type { Page } from '@playwright/test';
import { apiKey, awake, expect, signIn, test } from './fixtures';

/** The filters of the payments' list, as somebody types, chooses and shares them. */

const chips = (page: Page) => page.getByRole('list', { name: 'Active filters' });
const search = (page: Page) =>
  page
    .getByRole('searchbox', { name: 'Search this list' })
    .or(page.getByRole('combobox', { name: 'Search this list' }));
const found = (page: Page) => page.getByText(/^[\d,]+ transactions? found/);

test('a typed text becomes chips; each has its opposite and its way out', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions`);
  await search(page).fill('provider:juno -status:completed');
  await search(page).press('Enter');
  await expect(chips(page)).toContainText('Provider is');
  await expect(chips(page)).toContainText('State is not');
  await expect(page).toHaveURL(/\?provider=juno&status=%21completed$/);
  await expect(search(page)).toHaveValue('');
  const without = await found(page).textContent();

  await chips(page)
    .getByRole('link', { name: /^is not/ })
    .click();
  await expect(page).toHaveURL(/status=completed$/);
  await expect(found(page)).not.toHaveText(without ?? '');
  await page.goBack();
  await expect(found(page)).toHaveText(without ?? '');

  await chips(page).getByRole('link', { name: 'Remove Provider is Juno' }).click();
  await expect(page).toHaveURL(/\?status=%21completed$/);
  await chips(page).getByRole('link', { name: 'Clear all' }).click();
  await expect(page).toHaveURL(`${desk.url}/transactions`);
  await expect(chips(page)).toHaveCount(0);
});

test('choices and identifiers of the panel narrow the list, and what was excluded stays', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions?provider=!ripio`);
  await page.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('checkbox', { name: 'Missing its amount' }).check();
  await page.getByRole('textbox', { name: 'External reference' }).fill('empty');
  await page.getByRole('dialog', { name: 'Filter by more' }).getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/provider=%21ripio&is=incomplete&ref=empty$/);
  await expect(chips(page)).toContainText(/External reference is .*empty/);
  await page.reload();
  await expect(chips(page).getByRole('link', { name: /^Remove/ })).toHaveCount(3);
});

test('the text is completed while it is typed', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions`);
  await awake(page, '[data-list-search]');
  await search(page).pressSequentially('rec:ex');
  const id = await search(page).getAttribute('list');
  await expect(page.locator(`[id="${id}"] option[value="rec:exception"]`)).toHaveCount(1);
});

test('what is not understood is named; a text far too long is refused in a sentence', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions?q=colour:red+provider:juno`);
  await expect(page.getByText('"colour:" is not an operator')).toBeVisible();
  await expect(chips(page)).toContainText('Juno');
  await page.goto(`${desk.url}/transactions?q=${'a'.repeat(9_000)}`);
  await expect(page.getByText(/at most 2,000 characters; this one has 9,000/)).toBeVisible();

  const headers = { authorization: `Bearer ${apiKey(desk)}` };
  const asked = (text: string) => fetch(`${desk.url}/api/v1/transactions?${text}`, { headers });
  const refused = await asked(`q=${'a'.repeat(9_000)}`);
  expect([refused.status, (await refused.json()).detail[0].parameter]).toEqual([400, 'q']);
  expect((await asked(`q=${'a'.repeat(100_000)}`)).status).toBeLessThan(500);
  expect((await asked('q=status:done')).status).toBe(400);
  const page1 = await (await asked('q=provider:juno&limit=2')).json();
  expect(page1.data.map(({ provider }: { provider: string }) => provider)).toEqual(['juno', 'juno']);
  const other = await asked(`q=provider:brla&limit=2&cursor=${page1.next_cursor}`);
  expect([other.status, (await other.json()).detail[0].message]).toEqual([
    400,
    'The cursor belongs to another filter or sort order.',
  ]);
});

test('amounts are typed as the reader writes them, and stand in the address with a point', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.context().addCookies(
    Object.entries({ locale: 'pt-BR', tz: 'America/Sao_Paulo' }).map(([name, value]) => ({
      name,
      value,
      url: desk.url,
    })),
  );
  const lists = ['/transactions', '/refunds', '/reconciliation/exceptions'];
  for (const list of lists) {
    await page.goto(desk.url + list);
    await awake(page, 'h1');
    await page.getByRole('button', { name: /^Valor/ }).click();
    const least = page.getByRole('textbox', { name: 'No mínimo' });
    const most = page.getByRole('textbox', { name: 'No máximo' });
    await expect(least).toHaveAttribute('placeholder', '0,00');
    await least.fill('12.000');
    await most.fill('1.250.000,50');
    await most.press('Enter');
    await expect(page).toHaveURL(/amount_min=12000&amount_max=1250000\.50/);
    await expect(page.getByRole('list', { name: 'Filtros ativos' })).toContainText('1.250.000,50');
    await page.getByRole('button', { name: /^Valor/ }).click();
    await expect(least).toHaveValue('12.000');
    await expect(most).toHaveValue('1.250.000,50');
  }
});
