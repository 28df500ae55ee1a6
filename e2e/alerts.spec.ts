import { startDesk } from '../scripts/desk.mjs';
import { type Desk, expect, query, signIn, test } from './fixtures';
import { axe } from './for-all';
import { type Standin, startStandin } from './standins/server';
import { type SmtpStandin, startSmtp } from './standins/smtp';

/** Alerts as a person sets them up and hears of them, on a desk of its own that speaks to stand-ins on this machine. */

let receiver: Standin;
let smtp: SmtpStandin;
let stop: () => Promise<void>;
let watching: Desk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  receiver = await startStandin(() => ({ status: 200 }));
  smtp = await startSmtp();
  const env = { SMTP_URL: smtp.url, SMTP_FROM: 'Concilia <desk@example.com>' };
  const desk = await startDesk({ port: 'free', throwAway: true, sampleData: false, env });
  watching = desk as Desk;
  stop = desk.stop;
});
test.afterAll(async () => {
  await stop();
  await Promise.all([receiver.close(), smtp.close()]);
});

/** A job’s minute may be about to end. */
const A_LOOK = { timeout: 75_000 };

test('channels are added, tested, and their secret is shown again', async ({ page }) => {
  await signIn(page, watching);
  await page.goto(`${watching.url}/settings/alerts`);
  await expect(page.getByText('Nothing is watched yet: add a rule below.')).toBeVisible();
  await page.getByLabel('Kind').selectOption('webhook');
  await page.getByLabel('Name').fill('Ops room');
  await page.getByLabel('E-mail address or https:// address').fill('http://ops.example.com/hook');
  await page.getByRole('button', { name: 'Add channel' }).click();
  await expect(page.getByText('The address must begin with https://.')).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Ops room');
  await page.getByLabel('E-mail address or https:// address').fill(`${receiver.url}/hook`);
  await page.getByRole('button', { name: 'Add channel' }).click();
  const added = page.getByRole('status').filter({ hasText: 'Messages are signed with this secret' });
  const secret = await added.locator('code').textContent();
  expect(secret).toMatch(/^csk_/);

  await page.getByLabel('Kind').selectOption('email');
  await page.getByLabel('Name').fill('Finance');
  await page.getByLabel('E-mail address or https:// address').fill('finance@example.com');
  await page.getByRole('button', { name: 'Add channel' }).click();
  await page.getByRole('button', { name: 'Send a test to Finance' }).click();
  await expect(page.getByText('The test arrived there.')).toBeVisible();
  expect(smtp.mails).toMatchObject([{ to: ['finance@example.com'] }]);

  await page.getByRole('button', { name: 'Show the secret of Ops room' }).click();
  await expect(page.getByText('Messages to this webhook are signed with:')).toBeVisible();
  await expect(page.getByText(secret ?? '')).not.toHaveCount(0);
});

test('a rule that is not usable says why and keeps what was filled in; a usable one is added', async ({ page }) => {
  await signIn(page, watching);
  await page.goto(`${watching.url}/settings/alerts`);
  await page.getByRole('link', { name: 'Events that never reached us' }).click();
  await expect(page.getByRole('button', { name: 'Add rule' })).toBeVisible(); // the page before has a name to fill in too
  await page.getByLabel('Name').fill('BRLA lost events');
  await page.getByLabel('Warning after, minutes').fill('60');
  await page.getByLabel('Urgent after, minutes').fill('30');
  await page.getByRole('button', { name: 'Add rule' }).click();
  await expect(page.getByText(/What is urgent comes after the warning/)).toBeVisible();
  await page.getByLabel('Urgent after, minutes').fill('240');
  await page.getByRole('button', { name: 'Add rule' }).click();
  await expect(page.getByText('When the oldest of them is 1 h old, and once more at 4 h')).toBeVisible();
  await expect(page.getByText('BRLA lost events', { exact: true })).toBeVisible();
  await expect(page.getByText('Tells Ops room, Finance')).toBeVisible();
});

test('what crosses its threshold is told once by mail and webhook, and shows with both', async ({ page }) => {
  const { length: before } = smtp.mails;
  await query(
    watching,
    `INSERT INTO listed_events (feed, event_id, confirm_id, subscription, body, state, happened_at)
     VALUES ('brla', 'e2e-1', 'e2e-1', 'MINT', '', 'found', now() - interval '2 hours')`,
  );
  await signIn(page, watching);
  await page.goto(`${watching.url}/jobs`);
  await page.getByRole('button', { name: 'Run now: Alerts' }).click();
  await expect
    .poll(() => receiver.calls.filter(({ body }) => body.includes('never reached us')).length, A_LOOK)
    .toBe(1);
  await expect.poll(() => smtp.mails.length, A_LOOK).toBe(before + 1);
  const [hook] = receiver.calls.filter(({ body }) => body.includes('never reached us'));
  expect(hook?.headers['x-concilia-signature']).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
  expect(JSON.parse(hook?.body ?? '')).toMatchObject({ text: expect.stringContaining('1 event of brla') });

  await page.goto(watching.url);
  await page.getByRole('link', { name: 'Look at the alerts' }).click();
  await expect(page.getByText(/1 event of brla never reached us, the oldest 2 h/)).toBeVisible();
  await expect(page.getByText('Ops room was told (Warning)')).toBeVisible();
  await expect(page.getByText('Finance was told (Warning)')).toBeVisible();
  const { violations } = await axe(page).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
});

test('an alert is taken, put aside with a reason, and both are logged', async ({ page }) => {
  await signIn(page, watching);
  await page.goto(`${watching.url}/settings/alerts`);
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.getByRole('button', { name: 'Give it back' })).toBeVisible();
  await page.getByText('Put aside…').click();
  await page.getByLabel('For how long').selectOption('4');
  await page.getByLabel('Reason').fill('BRLA knows, ticket 77');
  await page.getByRole('button', { name: 'Put aside', exact: true }).click();
  await expect(page.getByText(`${watching.signIn.email}: BRLA knows, ticket 77`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take up again' })).toBeVisible();
  const logged = await query<{ action: string; reason: string | null }>(
    watching,
    `SELECT action, detail->>'reason' AS reason FROM audit_entries WHERE object_kind = 'alert' ORDER BY seq`,
  );
  expect(logged).toEqual([
    { action: 'alert_owned', reason: null },
    { action: 'alert_snoozed', reason: 'BRLA knows, ticket 77' },
  ]);
  await page.goto(watching.url);
  await expect(page.getByText('No alert is open; 1 put aside')).toBeVisible();
});

test('the usual alerts are added by one button, on a phone, in Spanish', async ({ page }) => {
  await signIn(page, watching);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.context().addCookies([{ name: 'locale', value: 'es', url: watching.url }]);
  await page.goto(`${watching.url}/settings/alerts`);
  await page.getByRole('button', { name: 'Agregar las alertas habituales' }).click();
  await expect(page.getByText('Cuando una devolución se atrasa, y otra vez cuando se atasca')).toBeVisible();
  await expect(page.getByText(/Cuando no llega nada en un lapso/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Agregar las alertas habituales' })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
