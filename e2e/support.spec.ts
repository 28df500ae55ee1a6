import type { Page } from '@playwright/test';
import { type Desk, deliver, expect, folded, payload, query, signIn, test } from './fixtures';
import { expectForAll, SCREENS } from './for-all';
import { signInAs } from './people-as';

/** What a Support person does all day: find one payment, answer in the customer's language, pass it on, keep the link. */

const CLABE = '646180115400230775';
const ID = '50bb0470-0000-4000-8000-000000000001';

/** A redemption that failed a minute ago and whose money is on its way back. */
function redemption(ref: string, id: string, more: object = {}): string {
  const message = JSON.parse(payload('juno', 'redemption-refund-in-progress'));
  const at = new Date(Date.now() - 60_000).toISOString();
  Object.assign(message.payload, { id, external_ref: ref, created_at: at, updated_at: at });
  Object.assign(message.payload.redemption, {
    amount: '1298.376624',
    receiver_account: { type: 'MEXICAN_BANK_ACCOUNT', mexican_bank_account: { clabe: CLABE } },
    ...more,
  });
  return JSON.stringify(message);
}

async function find(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Reference or id' }).fill(text);
  await page.getByRole('button', { name: 'Find' }).click();
}

const answers = (page: Page, language: string) => page.locator(`dd[lang="${language}"]`);

async function returned(desk: Desk, ref: string): Promise<void> {
  const { refund_status, refund_steps } = JSON.parse(payload('juno', 'redemption-refund-complete')).payload.redemption;
  await deliver(desk, 'juno', redemption(ref, ID, { refund_status, refund_steps }));
  await folded(desk);
}

test('a payment is found, answered in the customer’s language, passed to finance and frozen', async ({
  page,
  desk,
  context,
}) => {
  const ref = 'SUPPORT-2026-00017';
  await deliver(desk, 'juno', redemption(ref, ID));
  await folded(desk);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const person = await signInAs(page, desk, 'support');
  await expect(page).toHaveURL(`${desk.url}/support`);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await find(page, CLABE);
  await expect(page).toHaveURL(/\/support(\/|\?t=)/);
  await find(page, ref);
  await expect(page).toHaveURL(`${desk.url}/support/${encodeURIComponent(`juno:redemption:${ID}`)}`);
  expect(asked.filter((url) => url.includes(CLABE) || url.includes(ref))).toEqual([]);

  await expect(answers(page, 'es')).toHaveCount(5);
  await expect(answers(page, 'es').first()).toContainText('1,298.376624 MXN');
  await page.getByRole('link', { name: 'Português (Brasil)' }).click();
  await expect(answers(page, 'pt-BR')).toHaveCount(5);
  await expect(answers(page, 'pt-BR').first()).toContainText('1.298,376624 MXN');
  await expect(page.getByText('Where the money is now')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(CLABE);
  expect(await page.content()).not.toContain(CLABE);

  await page.getByRole('button', { name: 'Copy answer' }).click();
  await expect(page.getByText('Answer copied')).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Olá,/);
  expect(copied).toContain(ref);
  expect(copied).toContain('1.298,376624 MXN');

  await page.getByLabel('What should finance know?').fill('The customer waits for rent.');
  await page.getByRole('button', { name: 'Pass to finance' }).click();
  await expect(page.getByText(`by ${person.email}`)).toBeVisible();
  const [note] = await query<{ text: string }>(desk, `SELECT text FROM remarks WHERE made_by = '${person.email}'`);
  expect(note?.text).toContain('The customer waits for rent.');
  expect(note?.text).toMatch(/\/support\/juno%3Aredemption%3A[\w-]+\?as-of=\d+&at=/);
  const deeds = await query(
    desk,
    `SELECT 1 FROM audit_entries WHERE action = 'case_passed' AND actor = '${person.email}'`,
  );
  expect(deeds).toHaveLength(1);

  const state = await answers(page, 'pt-BR').nth(1).textContent();
  const { pathname, search } = new URL((await page.getByRole('link', { name: /as-of=/ }).textContent()) ?? '');
  await returned(desk, ref);
  await page.goto(desk.url + pathname + search);
  await expect(page.getByText('This answer is frozen', { exact: false })).toBeVisible();
  await expect(answers(page, 'pt-BR').nth(1)).toHaveText(state ?? '');
  await expect(page.getByRole('button', { name: 'Pass again' })).toBeHidden();
  await page.getByRole('link', { name: 'As it stands now' }).click();
  await expect(answers(page, 'pt-BR').nth(1)).toContainText('foi devolvido');
});

test('several payments are told apart without an amount; nothing found says how it was read', async ({
  page,
  desk,
}) => {
  const ref = 'SUPPORT-SHARED-7';
  for (const n of [2, 3]) await deliver(desk, 'juno', redemption(ref, ID.replace(/1$/, String(n))));
  await folded(desk);
  await signInAs(page, desk, 'support');
  await find(page, ref);
  await expect(page.getByRole('heading', { name: '2 payments carry this value' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('1,298');
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  await expect(answers(page, 'es')).toHaveCount(5);
  await find(page, '646180115400230774');
  await expect(page.getByText('It was read as: CLABE', { exact: false })).toBeVisible();
  await expect(page.getByText('As a CLABE it would end in 5.')).toBeVisible();
  await find(page, 'x'.repeat(600));
  await expect(page.getByText('No identifier is that long.', { exact: false })).toBeVisible();
  for (const address of ['juno:redemption:nobody', 'brla:%00', '%2500']) {
    await page.goto(`${desk.url}/support/${address}`);
    await expect(page.getByRole('heading', { name: 'There is no such payment' })).toBeVisible();
  }
});

test('Support sees no list and no message as it came', async ({ page, desk }) => {
  await signInAs(page, desk, 'support');
  for (const path of ['/transactions', '/refunds', '/webhooks', '/webhooks/1', '/exports', '/jobs']) {
    await page.goto(desk.url + path);
    await expect(page.getByRole('heading', { name: 'Your role does not include this' }), path).toBeVisible();
    await expect(page.getByRole('main').getByRole('table')).toHaveCount(0);
  }
  expect((await page.request.get(`${desk.url}/webhooks/1/raw`)).status()).toBe(403);
  await page.goto(desk.url);
  await expect(page).toHaveURL(`${desk.url}/support`);
});

test('the language is chosen for good; one that does not exist changes nothing', async ({ page, desk }) => {
  const html = page.locator('html');
  await signIn(page, desk);
  await page.goto(desk.url);
  await expect(html).toHaveAttribute('lang', 'en');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(html).toHaveAttribute('lang', /^es-/);
  await expect(page.getByRole('searchbox', { name: 'Buscar pagos' })).toBeVisible();
  await page.goto(`${desk.url}/nothing/here`);
  await expect(page.getByRole('heading', { name: /Aquí no hay nada|No existe esa página/ })).toBeVisible();
  const [kept] = await query<{ locale: string }>(desk, `SELECT locale FROM users WHERE email = '${desk.signIn.email}'`);
  expect(kept?.locale).toBe('es');
  await page.goto(desk.url);
  await page.getByRole('button', { name: /^Cuenta de/ }).click();
  const english = page.getByRole('button', { name: 'English' });
  await english.evaluate((button: HTMLButtonElement) => {
    button.value = '../../etc/passwd';
  });
  await english.click();
  await expect(html).toHaveAttribute('lang', /^es-/);
  await page.context().addCookies([{ name: 'locale', value: 'xx-Klingon', url: desk.url }]);
  await page.reload();
  await expect(html).toHaveAttribute('lang', 'en');
});

for (const [device, viewport] of Object.entries(SCREENS)) {
  test(`the support view is for everybody, ${device}`, async ({ page, desk }) => {
    await deliver(desk, 'juno', redemption('SUPPORT-2026-00017', ID));
    await folded(desk);
    await page.setViewportSize(viewport);
    await signInAs(page, desk, 'support');
    await expectForAll(page, '/support');
    for (const path of [`/support/juno:redemption:${ID}?in=pt-BR`, '/support/nobody']) {
      await page.goto(desk.url + path);
      await expectForAll(page, path);
    }
    await page.goto(`${desk.url}/support`);
    await find(page, 'nobody-has-this');
    await expect(page.getByRole('heading', { name: 'No payment carries exactly this value' })).toBeVisible();
    await expectForAll(page, '/support?t=');
  });
}
