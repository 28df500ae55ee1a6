import type { Page } from '@playwright/test';
import { type Desk, deliver, expect, folded, payload, query, signIn, test } from './fixtures';
import { axe } from './for-all';

/** What came to the door and did not get in, what never came, and who should come. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const HOUR_MS = 60 * 60 * 1000;

/** A line as nginx writes it, for an answer given now or some time ago. */
function combined(path: string, status: number, agoMs = 0): string {
  const [date = '', time = ''] = new Date(Date.now() - agoMs).toISOString().slice(0, 19).split('T');
  const [year, month, day] = date.split('-');
  const at = `${day}/${MONTHS[Number(month) - 1]}/${year}:${time} +0000`;
  return `127.0.0.1 - - [${at}] "POST ${path} HTTP/1.1" ${status} 2 "-" "provider/1.0"`;
}

/** A Ripio message about a transaction of its own, sent to an address with a secret that is not the one. */
async function refusedMessage(desk: Desk, transactionId: string): Promise<string> {
  const message = JSON.parse(payload('ripio', 'fiat-deposit-completed'));
  message.payload.id = transactionId;
  const body = JSON.stringify(message);
  const answer = await deliver(desk, 'ripio/a-secret-of-last-year', body);
  expect(answer.status).toBe(503);
  return body;
}

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await axe(page).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
}

test('a refused delivery is opened, admitted by a person, folded, and found', async ({ page, desk }) => {
  const transactionId = 'e2e-refused-deposit';
  const body = await refusedMessage(desk, transactionId);
  await signIn(page, desk);
  await page.goto(`${desk.url}/webhooks/refused?state=open&provider=ripio`);
  await expectNothingSerious(page);
  await page
    .getByRole('row', { name: /Wrong path secret/ })
    .first()
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByText('The path after ripio is not its secret.')).toBeVisible();
  await expect(page.getByText('/api/webhooks/ripio/[hidden]')).toBeVisible();
  await expect(page.getByText(transactionId).first()).toBeVisible();
  expect(await (await page.request.get(`${page.url()}/raw`)).text()).toBe(body);
  await expectNothingSerious(page);

  await page.getByRole('button', { name: 'Admit it' }).click();
  await expect(page.getByText(/It is now delivery/)).toHaveCount(0); // nobody has vouched for it yet
  await page.getByRole('checkbox', { name: /genuine/ }).check();
  await page.getByRole('button', { name: 'Admit it' }).click();
  await expect(page.getByText(/It is now delivery \d+/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Admit it' })).toHaveCount(0);
  await folded(desk);

  await page.getByRole('link', { name: /Open delivery/ }).click();
  await expect(page.getByText(/admitted/i).first()).toBeVisible();
  await page.goto(`${desk.url}/search?q=${transactionId}`);
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /deposit/i })
      .first(),
  ).toBeVisible();
  await page.goto(`${desk.url}/webhooks/refused?state=admitted`);
  await expect(page.getByRole('row', { name: new RegExp(desk.signIn.email) }).first()).toBeVisible();
});

test('what came to an address that is nobody’s says why it cannot be admitted', async ({ page, desk }) => {
  await deliver(desk, 'unknown', '{"hello":"world"}');
  await signIn(page, desk);
  await page.goto(`${desk.url}/webhooks/refused?provider=other`);
  await page
    .getByRole('row', { name: /Unknown address/ })
    .first()
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByText('It cannot be admitted')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Admit it' })).toHaveCount(0);
});

test('an access log with one lost line is imported, and the line listed without its secret', async ({ page, desk }) => {
  const body = '{"subscription":"ACCESS-LOG-TEST"}';
  await deliver(desk, 'brla', body);
  const log = [
    combined('/api/webhooks/brla', 200),
    combined('/api/webhooks/ripio/a-secret-of-last-year', 404, HOUR_MS), // when nothing else arrived there
    'nonsense',
  ];
  await signIn(page, desk);
  await page.goto(`${desk.url}/webhooks/acknowledgements`);
  await expectNothingSerious(page);
  const send = async () => {
    await page
      .getByLabel('Log file')
      .setInputFiles({ name: 'access.log', mimeType: 'text/plain', buffer: Buffer.from(log.join('\n')) });
    await page.getByRole('button', { name: /Compare/ }).click();
  };
  await send();
  await expect(page.getByText('One webhook was acknowledged and never reached the desk')).toBeVisible();
  await expect(page.getByText('Lines that are neither form (1)')).toBeVisible();
  const lost = page.getByRole('row', { name: /\/api\/webhooks\/ripio\/\[hidden\].*404/ });
  await expect(lost).toHaveCount(1);
  await send();
  await expect(lost).toHaveCount(1);
  const imports = page
    .getByRole('region', { name: 'Imports of access logs' })
    .getByRole('row', { name: /access\.log/ });
  await expect(imports).toHaveCount(2);
  await expect(page.getByText(/1 lost and not recovered · Clean since/)).toBeVisible();
  expect(await page.content()).not.toContain('a-secret-of-last-year');
  const stored = await query<{ line: string }>(desk, 'SELECT line FROM false_acknowledgements');
  expect(stored.map(({ line }) => line).join()).not.toContain('a-secret-of-last-year');
});

test('a person marks a lost message as recovered, by its delivery only if it can be that, and takes the mark back', async ({
  page,
  desk,
}) => {
  const answer = await deliver(desk, 'juno', '{"event":"RECOVERY-TEST"}');
  const number = answer.headers.get('x-concilia-delivery') ?? '';
  await signIn(page, desk);
  const path = `${desk.url}/webhooks/acknowledgements/import?file=recovery.log`;
  const imported = await page.request.post(path, { data: combined('/api/webhooks/brla', 418, 2 * HOUR_MS) });
  expect(await imported.json()).toMatchObject({ added: 1 });
  await page.goto(`${desk.url}/webhooks/acknowledgements`);
  const list = page.getByRole('region', { name: 'False acknowledgements' });
  const row = list.locator('tbody').filter({ hasText: '418' });
  await row.locator('summary', { hasText: 'Mark as recovered' }).click();
  const form = row.getByRole('form', { name: 'Mark as recovered' });
  const button = form.getByRole('button', { name: 'Mark as recovered' });
  await button.click();
  await expect(form.getByText('Say which delivery brought it')).toBeVisible();
  await form.getByLabel('Delivery that brought it').fill(number);
  await button.click();
  await expect(form.getByText('This delivery is of another provider')).toBeVisible();
  await expectNothingSerious(page);
  await form.getByLabel('Delivery that brought it').fill('');
  await form.getByLabel('Or the reason').fill('Sent again by hand');
  await button.click();
  await expect(row).toHaveCount(0);
  await page.goto(`${desk.url}/webhooks/acknowledgements?state=recovered`);
  await expect(row.getByText('Sent again by hand')).toBeVisible();
  await expect(row.getByText(desk.signIn.email)).toBeVisible();
  await row.getByRole('button', { name: /Undo/ }).click();
  await expect(row).toHaveCount(0);
  await page.goto(`${desk.url}/webhooks/acknowledgements?state=all`);
  await expect(row.getByText('Open', { exact: true })).toBeVisible();
});

test('before any log was imported nothing is said to be clean', async ({ page, emptyDesk }) => {
  await signIn(page, emptyDesk);
  await page.goto(`${emptyDesk.url}/webhooks/acknowledgements`);
  await expect(page.getByText('Not checked yet')).toBeVisible();
  await expect(page.getByText(/Clean since/)).toHaveCount(0);
});

test('a log is imported only by who is signed in, from the desk’s own page', async ({ page, desk }) => {
  const path = `${desk.url}/webhooks/acknowledgements/import`;
  expect((await fetch(path, { method: 'POST', body: 'x' })).status).toBe(401);
  await signIn(page, desk);
  const post = (data: Buffer, headers: Record<string, string> = {}) => page.request.post(path, { data, headers });
  expect((await post(Buffer.from('x'), { 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
  expect((await post(Buffer.from([0x1f, 0x8b, 8, 0]))).status()).toBe(400);
  expect((await post(Buffer.alloc(64 * 1024 * 1024 + 1, 'x'))).status()).toBe(413);
});

test('Sources has a card for each provider: its address, its proofs and its rhythm', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/webhooks/sources`);
  for (const [name, provider] of [
    ['Juno by Bitso', 'juno'],
    ['Ripio B2B BaaS', 'ripio'],
    ['BRLA Digital', 'brla'],
  ]) {
    const card = page.locator('section').filter({ has: page.getByRole('heading', { name, level: 2 }) });
    await expect(card.getByText(new RegExp(`/api/webhooks/${provider}$`))).toBeVisible();
    await expect(card.getByRole('img', { name: /received in the last 24 hours/ })).toBeVisible();
    await expect(card.getByText('Unsigned, from this machine only')).toBeVisible();
  }
  await expect(page.getByText('Local mode').first()).toBeVisible();
  await expect(page.getByText('No proof is set up')).toBeVisible();
  await expectNothingSerious(page);
});

test('on a phone local mode is still said, and no page is wider than the screen', async ({ page, desk }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, desk);
  for (const path of ['refused', 'refused/1', 'acknowledgements', 'sources']) {
    await page.goto(`${desk.url}/webhooks/${path}`);
    await expect(page.getByTitle(/Never run a real desk in this mode/)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});

test('without a session these pages and files ask for one', async ({ page, desk }) => {
  for (const path of ['refused', 'refused/1', 'acknowledgements', 'sources']) {
    await page.goto(`${desk.url}/webhooks/${path}`);
    await expect(page).toHaveURL(/sign-in/);
  }
  expect((await fetch(`${desk.url}/webhooks/refused/1/raw`, { redirect: 'manual' })).status).toBe(401);
});
