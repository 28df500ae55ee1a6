import type { Page } from '@playwright/test';
import { apiKey, type Desk, deliver, expect, folded, payload, query, signIn, test } from './fixtures';
import { axe } from './for-all';

/** Finding a payment by anything somebody pastes: the palette, the search page, a column, and what stands in addresses. */

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and commands' });
const field = (page: Page) => palette(page).getByRole('combobox');
const CLABE = '646180115400230775';
const REF = 'SEARCH-2026-000481';

/** A failed redemption with a reference and a CLABE of its own, and a message that nobody understands. */
async function arrange(desk: Desk): Promise<{ id: string; step: string }> {
  const redemption = JSON.parse(payload('juno', 'redemption-refund-complete'));
  const id = '5ea4c000-0000-4000-8000-000000000001';
  Object.assign(redemption.payload, { id, external_ref: REF });
  redemption.payload.redemption.receiver_account = {
    type: 'MEXICAN_BANK_ACCOUNT',
    mexican_bank_account: { clabe: CLABE, external_fiat_id: '5EA4C0CLAVE01' },
  };
  const steps: { id: string }[] = redemption.payload.redemption.refund_steps;
  const step = '5ea4c0000000000000000000000000aa';
  Object.assign(steps[0] ?? {}, { id: step });
  await deliver(desk, 'juno', JSON.stringify(redemption));
  await deliver(desk, 'brla', '{"subscription":"UNHEARD-OF","id":"UNREAD-77001","createdAt":1,"userId":"u","data":{}}');
  await folded(desk);
  return { id: `juno:redemption:${id}`, step };
}

/** Asked again until there is script on the page to hear it. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused({ timeout: 3_000 });
  }).toPass();
}

test('by keyboard alone: ⌘K, paste, Enter opens the exact hit; which field hit is said', async ({ page, desk }) => {
  const { id, step } = await arrange(desk);
  await signIn(page, desk);
  await page.goto(desk.url);
  await openPalette(page);
  await page.keyboard.insertText(step);
  await expect(palette(page).getByText('Bitso id (FID / WID)').first()).toBeVisible();
  const hit = palette(page).getByRole('group', { name: 'Refund steps' }).getByRole('option').first();
  await expect(hit).toContainText('Refund step id');
  await expect(hit).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${desk.url}/transactions/${encodeURIComponent(id)}`);
  await openPalette(page);
  await expect(palette(page).getByRole('option', { name: step })).toBeVisible();
  await page.keyboard.insertText(REF.replace('0004', 'O0O4'));
  await expect(palette(page).getByText(/Nothing is exactly this/)).toBeVisible();
  await expect(palette(page).getByRole('option').filter({ hasText: REF })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
});

test('18 digits are a CLABE or a clave: either alone can be searched, and the number never enters the address', async ({
  page,
  desk,
}) => {
  await arrange(desk);
  await signIn(page, desk);
  await page.goto(desk.url);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openPalette(page);
  await page.keyboard.insertText('646180 1154 0023 0775');
  const hits = palette(page).getByRole('group', { name: 'Transactions' });
  await expect(hits.getByRole('option').first()).toContainText('Receiver CLABE');
  await palette(page).getByRole('option', { name: 'Search only as Clave de rastreo' }).click();
  await expect(palette(page).getByText('Searched only as')).toBeVisible();
  await expect(hits).toBeHidden();
  await palette(page)
    .getByRole('option', { name: /^Everything about/ })
    .click();
  await expect(page).toHaveURL(/\/search\?t=[\w-]+$/);
  await expect(page.getByRole('main').getByText('Receiver CLABE').first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('main').getByText('Receiver CLABE').first()).toBeVisible();
  expect(asked.filter((url) => url.replaceAll(/\D/g, '').includes(CLABE))).toEqual([]);
  await page.goto(`${desk.url}/search?q=${CLABE}`);
  await expect(page).toHaveURL(/\/search\?t=/);
  await page.goto(`${desk.url}/search?t=nobody-kept-this`);
  await expect(page.getByRole('heading', { name: 'This search is no longer kept' })).toBeVisible();
});

test('a pasted column tells found, not found and several, and is kept as a file', async ({ page, desk }) => {
  const { step } = await arrange(desk);
  const [shared] = await query<{ key: string }>(
    desk,
    'SELECT key FROM identifiers GROUP BY key HAVING count(DISTINCT transaction_id) > 1 LIMIT 1',
  );
  const column = [REF, 'nobody-has-this-one', shared?.key ?? '', step, '529.982.247-26'];
  await signIn(page, desk);
  await page.goto(desk.url);
  await openPalette(page);
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, column.join('\r\n'));
  await palette(page).getByRole('option', { name: 'Look up 5 values' }).click();
  await expect(page).toHaveURL(/\/search\?t=/);
  await expect(page.getByText('2 found · 2 not found · 1 several')).toBeVisible();
  const rows = page.getByRole('region', { name: 'Values looked up' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('Found');
  await expect(rows.nth(2)).toContainText('Not found');
  await expect(rows.nth(3)).toContainText('Several');
  await expect(rows.nth(5)).toContainText('As a CPF its last digits should be');
  const file = decodeURIComponent((await page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '');
  expect(file).toContain('value,read_as,result,transaction');
  expect(file).toContain('nobody-has-this-one,Reference,Not found');
  await page
    .getByRole('textbox', { name: 'Values', exact: true })
    .fill(Array.from({ length: 1_204 }, (_, i) => `v-${i}`).join('\n'));
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByText('Those are 1,204 values; at most 1,000 are looked up at once.')).toBeVisible();
});

test('no hit tells the difference: mistyped, not understood, or something like it', async ({ page, desk }) => {
  await arrange(desk);
  await signIn(page, desk);
  await page.goto(desk.url);
  const box = page.getByRole('searchbox', { name: 'Search payments' });
  const look = async (text: string) => {
    await box.fill(text);
    await box.press('Enter');
    await expect(page.getByRole('heading', { name: 'Nothing in the store carries exactly this value' })).toBeVisible();
  };
  await look('646180115400230774');
  await expect(page.getByRole('listitem').filter({ hasText: 'It looks mistyped.' }).first()).toBeVisible();
  await look('UNREAD-77001');
  await page
    .getByRole('link', { name: /^delivery \d+/ })
    .first()
    .click();
  await expect(page.getByText('"subscription":"UNHEARD-OF"').first()).toBeVisible();
  await look(REF.replace('0004', '0O04'));
  await expect(page.getByRole('region', { name: 'Suggestions' })).toContainText(REF);
});

test('operators are completed and open the list; commands go places and set the zone', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(desk.url);
  await openPalette(page);
  await page.keyboard.insertText('provi');
  await palette(page)
    .getByRole('option', { name: /^provider:/ })
    .click();
  await palette(page)
    .getByRole('option', { name: /^provider:juno/ })
    .click();
  await expect(field(page)).toHaveValue('provider:juno ');
  await palette(page)
    .getByRole('option', { name: /^Payments with/ })
    .click();
  await expect(page).toHaveURL(/\/transactions\?.*(provider=juno|q=provider)/);
  await openPalette(page);
  await page.keyboard.insertText('mexico');
  await palette(page).getByRole('option', { name: 'Mexico City' }).click();
  await expect(page.getByRole('button', { name: /Times are shown in Mexico City/ })).toBeVisible();
  await openPalette(page);
  await page.keyboard.insertText('refused');
  await palette(page).getByRole('option', { name: 'Webhooks refused' }).click();
  await expect(page).toHaveURL(`${desk.url}/webhooks/refused`);
});

test('texts that are far too long and hostile ones are answered, never with an error', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(desk.url);
  const long = 'x'.repeat(100_000);
  const box = page.getByRole('searchbox', { name: 'Search payments' });
  await box.fill(long);
  await box.press('Enter');
  await expect(page.getByText('That is 100,000 characters')).toBeVisible();
  const find = (text: string) =>
    page.request.post(`${desk.url}/search/find`, { data: text, headers: { 'content-type': 'text/plain' } });
  expect((await find(long)).status()).toBe(413);
  expect((await find('x'.repeat(600))).status()).toBe(400);
  for (const text of ["'; DROP TABLE transactions;--", '%', '_%_%', '\\', '<script>alert(1)</script>'])
    expect((await find(text)).status()).toBe(200);
  expect((await fetch(`${desk.url}/search/find`, { method: 'POST', body: 'x', redirect: 'manual' })).status).toBe(401);
  const headers = { authorization: `Bearer ${apiKey(desk)}` };
  const api = (q: string) => fetch(`${desk.url}/api/v1/search?${new URLSearchParams({ q })}`, { headers });
  expect((await api('x'.repeat(600))).status).toBe(400);
  await arrange(desk);
  const found = await (await api(REF)).json();
  expect(found.groups.transactions.count).toBe(1);
  expect(found.data[0].matched[0]).toMatchObject({ kind: 'external_ref', value: REF, exact: true });
});

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing serious for axe in the palette and the results, ${scheme}`, async ({ page, desk }) => {
    await arrange(desk);
    await page.emulateMedia({ colorScheme: scheme });
    await signIn(page, desk);
    await page.goto(`${desk.url}/search?q=${REF}`);
    await expect(page.getByText('Looking for values like it')).toBeHidden();
    await openPalette(page);
    await page.keyboard.insertText(REF);
    await expect(palette(page).getByRole('group', { name: 'Transactions' })).toBeVisible();
    const { violations } = await axe(page).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });
}
