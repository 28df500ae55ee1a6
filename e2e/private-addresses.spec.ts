import { awake, type Desk, expect, query, signIn, test } from './fixtures';
import { PERSONAL, planted } from './planted';

/** What is typed into any list and may be somebody's is found, and stands in no address: not in the bar, not in a request. */

test.describe.configure({ mode: 'serial' });

const CLABE = PERSONAL['sender CLABE'];
/** Each list, where it is, and the parameter that is typed into. */
const LISTS = [
  ['legs', '/reconciliation/rails/spei', 'q'],
  ['lines', '/reconciliation/rails/spei/lines', 'q'],
  ['exceptions', '/reconciliation/exceptions', 'q'],
  ['exceptions by reason', '/reconciliation/exceptions/by-reason', 'q'],
  ['the workbench', '/reconciliation/workbench', 'q'],
  ['refunds', '/refunds', 'q'],
  ['webhooks', '/webhooks', 'find'],
] as const;

/** As if an hour had passed. */
const forget = (desk: Desk) => query(desk, `UPDATE preferences SET updated_at = now() - interval '61 minutes'`);

for (const [name, path, parameter] of LISTS) {
  test(`a CLABE that is typed into ${name} stands in no address`, async ({ desk, page }) => {
    await planted(desk);
    await signIn(page, desk);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(desk.url + path);
    await awake(page, `main [name=${parameter}]`);
    const field = page.locator(`main [name=${parameter}]`);
    await field.fill(CLABE);
    await field.press('Enter');
    const kept = new RegExp(`[?&]${parameter}=%7E[\\w-]{16}`);
    await expect(page).toHaveURL(kept);
    await expect(field).toHaveValue(CLABE);
    if (parameter === 'q') await expect(page.getByText('a number that is kept out of addresses').first()).toBeVisible();
    // The same once more is the same address.
    const address = page.url();
    await page.reload();
    await expect(field).toHaveValue(CLABE);
    expect(page.url()).toBe(address);
    expect([page.url(), ...asked].filter((url) => url.includes(CLABE))).toEqual([]);
    // An old link with a number in it loses it.
    await page.goto(`${desk.url}${path}?${parameter}=${PERSONAL['receiver CLABE']}`);
    await expect(page).toHaveURL(kept);
    await forget(desk);
    await page.goto(address);
    await expect(page.getByText('A value of this filter is no longer kept').first()).toBeVisible();
  });
}

test('the account of a leg, and a piece of JSON, stand in no address either', async ({ desk, page }) => {
  await planted(desk);
  await signIn(page, desk);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
  await page.goto(`${desk.url}/reconciliation/rails/spei`);
  await awake(page, 'main [name=q]');
  await page.getByRole('button', { name: 'CLABE', exact: true }).click();
  const account = page.getByRole('textbox', { name: 'The whole number, of either side' });
  await account.fill(CLABE);
  await account.press('Enter');
  await expect(page).toHaveURL(/account=%7E[\w-]{16}/);

  await page.goto(`${desk.url}/webhooks`);
  await awake(page, 'main [name=find]');
  const box = page.getByRole('searchbox', { name: 'Find by id or by a piece of JSON' });
  await box.fill(JSON.stringify({ name: PERSONAL['name of a sender'] }));
  await box.press('Enter');
  await expect(page).toHaveURL(/find=%7E[\w-]{16}/);
  expect(asked.filter((url) => url.includes(CLABE) || url.includes(PERSONAL['name of a sender']))).toEqual([]);
});
