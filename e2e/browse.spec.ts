import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { type Desk, deliver, expect, folded, payload, query, signIn, signInByForm, test } from './fixtures';

/** What a person of finance ops or support does at the desk. */

const rows = (page: Page) => page.getByRole('region', { name: 'Transactions' }).getByRole('row');
const firstPayment = (page: Page) => rows(page).nth(1).getByRole('link').first();

test('a wrong password is said; the right one opens the page that was asked for', async ({ page, desk }) => {
  await page.goto(`${desk.url}/transactions?provider=ripio`);
  await expect(page).toHaveURL(/sign-in/);
  await page.getByLabel(/e-?mail/i).fill(desk.signIn.email);
  await page.getByLabel(/password/i).fill('not the password');
  await page.getByRole('button', { name: /sign in/i }).click();
  await expect(page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible();
  await page.getByLabel(/password/i).fill(desk.signIn.password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await expect(page).toHaveURL(`${desk.url}/transactions?provider=ripio`);
});

test('without a session every page and file asks for one', async ({ page, desk }) => {
  for (const path of [
    '/',
    '/transactions',
    '/transactions/juno:issuance:x',
    '/search?q=x',
    '/webhooks',
    '/webhooks/1',
  ]) {
    await page.goto(desk.url + path);
    await expect(page).toHaveURL(/sign-in/);
  }
  for (const path of ['/transactions/export', '/webhooks/1/raw']) {
    expect((await fetch(desk.url + path, { redirect: 'manual' })).status).not.toBe(200);
  }
});

test('signing out ends the session, and forgets what was searched for on this device', async ({ page, desk }) => {
  await signInByForm(page, desk);
  await page.evaluate(() => localStorage.setItem('concilia.searches', '["Somebody Invented"]'));
  await page.getByRole('button', { name: /account/i }).click();
  await page
    .getByRole('menuitem', { name: /sign out/i })
    .or(page.getByRole('button', { name: /sign out/i }))
    .click();
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('concilia.searches'))).toBeNull();
  await page.goto(`${desk.url}/transactions`);
  await expect(page).toHaveURL(/sign-in/);
});

test('an empty desk says how to begin', async ({ page, emptyDesk }) => {
  await signIn(page, emptyDesk);
  await page.goto(`${emptyDesk.url}/transactions`);
  await expect(page.getByText('/api/webhooks/').first()).toBeVisible();
});

test('the cards of Home open lists with as many payments as they say', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(desk.url);
  const card = page.getByRole('link').filter({ hasText: 'Blocked by limit' }).first();
  const count = Number(/(\d+)/.exec((await card.textContent()) ?? '')?.[1]);
  await card.click();
  await expect(page.getByText(new RegExp(`^${count} transactions? found`))).toBeVisible();
  await expect(rows(page)).toHaveCount(count + 1);
});

test('filters live in the URL: they survive reload, back and sharing', async ({ page, desk, browser }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions`);
  await page.getByRole('button', { name: /^Provider/ }).click();
  await page.getByRole('checkbox', { name: 'Juno by Bitso' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/provider=juno/);
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Juno');
  const found = await page.getByText(/transactions? found/).textContent();
  await page.reload();
  await expect(page.getByText(found ?? 'nothing')).toBeVisible();
  await page.getByRole('link', { name: /^Remove Provider/ }).click();
  await expect(page).not.toHaveURL(/provider=juno/);
  await page.goBack();
  await expect(page).toHaveURL(/provider=juno/);
  const colleague = await browser.newPage();
  await signIn(colleague, desk);
  await colleague.goto(page.url());
  await expect(colleague.getByText(found ?? 'nothing')).toBeVisible();
  await colleague.close();
});

test('nonsense in the URL shows the list and says what was ignored', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions?status=done&occurred_from=yesterday&colour=red`);
  await expect(rows(page).nth(5)).toBeVisible();
  for (const word of ['status', 'occurred_from', 'colour']) {
    await expect(page.getByText(word, { exact: false }).first()).toBeVisible();
  }
  await page.goto(`${desk.url}/transactions?cursor=forged`);
  await expect(page.getByText(/cursor|page link/i).first()).toBeVisible();
});

test('next and previous walk the pages; sorting is by the column asked for', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions?limit=20`);
  const first = await firstPayment(page).getAttribute('href');
  await page.getByRole('link', { name: /next/i }).click();
  await expect(page).toHaveURL(/cursor=/);
  expect(await firstPayment(page).getAttribute('href')).not.toBe(first);
  await page.getByRole('link', { name: /previous/i }).click();
  await expect(firstPayment(page)).toHaveAttribute('href', first ?? '');
  await page.getByRole('columnheader', { name: 'Amount in' }).getByRole('link').click();
  await expect(page).toHaveURL(/sort=-?amount/);
  await expect(page.getByRole('columnheader', { name: 'Amount in' })).toHaveAttribute('aria-sort', /ending/);
});

async function exported(page: Page, desk: Desk, search: string): Promise<Record<string, string>[]> {
  const response = await page.request.get(`${desk.url}/transactions/export?${search}`);
  expect(response.headers()['content-disposition']).toMatch(/attachment; filename="?.+\.csv/);
  const { data, errors } = Papa.parse<Record<string, string>>(await response.text(), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

test('the exported file is the table: the same rows in the same order, amounts to the last digit', async ({
  page,
  desk,
}) => {
  await signIn(page, desk);
  const search = 'kind=conversion&sort=amount&limit=200';
  await page.goto(`${desk.url}/transactions?${search}`);
  await expect(firstPayment(page)).toBeVisible();
  const links = await rows(page)
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const shown = [
    ...new Set(
      links
        .filter((href) => /^\/transactions\/[^?]+$/.test(href))
        .map((href) => decodeURIComponent(href.slice('/transactions/'.length))),
    ),
  ];
  const file = await exported(page, desk, search);
  expect(file.map((row) => row.id)).toEqual(shown);
  const stored = await query<{ id: string; amount_out: string }>(
    desk,
    "SELECT id, amount_out::text FROM transactions WHERE kind = 'conversion'",
  );
  for (const { id, amount_out } of stored) expect(file.find((row) => row.id === id)?.amount_out).toBe(amount_out ?? '');
});

test('text that begins like a formula is inert in the file, and a problem in the query is named', async ({
  page,
  desk,
}) => {
  const evil = JSON.parse(payload('juno', 'issuance-complete'));
  Object.assign(evil.payload, { id: 'formula-test', external_ref: '=HYPERLINK("http://example.test")' });
  await deliver(desk, 'juno', JSON.stringify(evil));
  await folded(desk);
  await signIn(page, desk);
  const file = await exported(page, desk, `external_ref=${encodeURIComponent('=HYPERLINK("http://example.test")')}`);
  expect(file.map((row) => row.external_ref?.[0])).toEqual(["'"]);
  expect((await page.request.get(`${desk.url}/transactions/export?status=done`)).status()).toBe(400);
});

test('a refunded redemption: from the search box to its steps, its timeline and the raw body', async ({
  page,
  desk,
}) => {
  await deliver(desk, 'juno', payload('juno', 'redemption-refund-in-progress'));
  await deliver(desk, 'juno', payload('juno', 'redemption-refund-complete'));
  await deliver(desk, 'juno', payload('juno', 'redemption-refund-complete'));
  await folded(desk);
  const { payload: sent } = JSON.parse(payload('juno', 'redemption-refund-complete'));
  await signIn(page, desk);
  await page.goto(desk.url);
  await page.getByRole('searchbox').first().fill(sent.id);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByText('Provider id').first()).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Redemption/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Redemption');
  await expect(page.getByText('Failed, money returned').first()).toBeVisible();
  for (const { step, id } of sent.redemption.refund_steps) {
    await expect(page.getByText(step).first()).toBeVisible();
    if (id) await expect(page.getByText(id).first()).toBeVisible();
  }
  await expect(page.getByText(/\+\d+ identical/).first()).toBeVisible();
  await page.getByText('Raw body').last().click();
  await expect(page.getByText(`"id": "${sent.id}"`).filter({ visible: true }).first()).toBeVisible();
});

test('search says how it read what was pasted, which field hit, and when nothing did', async ({ page, desk }) => {
  const [row] = await query<{ value: string }>(desk, "SELECT value FROM identifiers WHERE kind = 'e2e' LIMIT 1");
  await signIn(page, desk);
  await page.goto(`${desk.url}/search?q=${row?.value}`);
  await expect(page.getByText(/PIX end-to-end id/i).first()).toBeVisible();
  await expect(page.locator('mark').first()).toContainText(row?.value ?? '');
  await page.goto(`${desk.url}/search?q=nobody-has-this-reference`);
  await expect(page.getByText(/nothing|no payment/i).first()).toBeVisible();
});

test('what was not understood is listed with its reason and opens to its bytes', async ({ page, desk }) => {
  await deliver(desk, 'brla', '{"subscription":"TIME-TRAVEL","id":"e","createdAt":1,"userId":"u","data":{}}');
  await folded(desk);
  await signIn(page, desk);
  await page.goto(`${desk.url}/webhooks?result=unrecognised`);
  await expect(page.getByText(/TIME-TRAVEL.*a word we do not know/)).toBeVisible();
  await page
    .getByRole('row', { name: /TIME-TRAVEL/ })
    .first()
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByText('"subscription":"TIME-TRAVEL"').first()).toBeVisible();
  const raw = await page.request.get(`${page.url()}/raw`);
  expect(await raw.text()).toBe('{"subscription":"TIME-TRAVEL","id":"e","createdAt":1,"userId":"u","data":{}}');
});

test('a payment that is not in the store, and a page that is not there, say so', async ({ page, desk }) => {
  await signIn(page, desk);
  for (const path of ['/transactions/juno%3Aissuance%3Anobody', '/webhooks/999999999', '/webhooks/abc']) {
    const response = await page.goto(desk.url + path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading').first()).toBeVisible();
  }
});
