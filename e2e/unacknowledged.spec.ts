import { randomUUID } from 'node:crypto';
import { startDesk } from '../scripts/desk.mjs';
import { type Desk, expect, folded, query, signIn, test } from './fixtures';
import { axe } from './for-all';
import { type BrlaEvent, type BrlaStandin, startBrla } from './standins/brla';

/** What BRLA could not deliver, on a desk of its own that asks a stand-in of BRLA over HTTP. */

const login = { email: 'ops@example.com', password: randomUUID() };
let brla: BrlaStandin;
let stop: () => Promise<void>;
let asking: Desk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  brla = await startBrla({ login });
  const desk = await startDesk({
    port: 'free',
    throwAway: true,
    sampleData: false,
    env: {
      BRLA_API_URL: brla.url,
      BRLA_API_EMAIL: login.email,
      BRLA_API_PASSWORD: login.password,
      BRLA_CONFIRM_EVENTS: 'on',
    },
  });
  asking = desk as Desk;
  stop = desk.stop;
});
test.afterAll(async () => {
  await stop();
  await brla.close();
});

const mint = (name: string, data: object): BrlaEvent => ({
  id: `event-${name}`,
  userId: 'main-account',
  subscription: 'MINT',
  createdAt: Date.now() - 3_600_000,
  acknowledged: false,
  data: { id: `operation-${name}`, ...data },
});

test('before anybody asked the page says so, and never shows a blank', async ({ page }) => {
  await signIn(page, asking);
  await page.goto(`${asking.url}/webhooks/unacknowledged`);
  await expect(page.getByRole('heading', { name: 'Not known' })).toBeVisible();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is missing here' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/0 events were compared/)).toBeVisible();
});

test('what BRLA lists is found, told by its effect, fetched, and confirmed', async ({ page }) => {
  const amounts = { status: 'QUEUED', amount: 125_000, chain: 'Polygon' };
  brla.state.events = [mint('one', amounts), mint('two', amounts), mint('three', amounts)];
  await signIn(page, asking);
  await page.goto(`${asking.url}/webhooks/unacknowledged`);
  await page.getByRole('button', { name: 'Check now' }).click();
  const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox', { name: /Choose event/ }) });
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('New transaction');
  await expect(rows.first()).toContainText('Not here');
  const { violations } = await axe(page).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  await page.getByRole('checkbox', { name: 'Choose event event-one' }).check();
  await page.getByRole('button', { name: 'Fetch and apply', exact: true }).click();
  await expect(page.getByText('1 event was fetched and applied')).toBeVisible();
  await expect(rows).toHaveCount(2);
  await folded(asking);
  const [stored] = await query<{ status: string; origin: string }>(
    asking,
    `SELECT t.status, d.origin FROM transactions t, deliveries d WHERE t.id = 'brla:operation-one'`,
  );
  expect(stored).toEqual({ status: 'pending', origin: 'polled' });

  await page.getByRole('button', { name: 'Fetch and apply all…' }).click();
  await expect(page.getByText('2 events go into our store')).toBeVisible();
  await page.getByRole('button', { name: 'Do it' }).click();
  await expect(page.getByText(/2 events were fetched and applied/)).toBeVisible();
  expect(brla.state.confirmed).toEqual([]);

  await page.goto(`${asking.url}/webhooks/unacknowledged?state=applied`);
  await expect(rows).toHaveCount(3);
  await page.getByRole('checkbox', { name: 'Choose all on this page' }).check();
  await page.getByRole('button', { name: 'Confirm to the provider' }).click();
  await expect(page.getByText('3 events were confirmed to the provider')).toBeVisible();
  expect([...brla.state.confirmed].sort()).toEqual(['event-one', 'event-three', 'event-two']);
});

test('an event is ignored with a reason, and not without one', async ({ page }) => {
  brla.state.events = [...brla.state.events, mint('four', { status: 'SUCCESS' })];
  await signIn(page, asking);
  await page.goto(`${asking.url}/webhooks/unacknowledged`);
  await page.getByRole('button', { name: 'Check now' }).click();
  const box = page.getByRole('checkbox', { name: 'Choose event event-four' });
  await expect(box).toBeVisible({ timeout: 20_000 });
  await box.check();
  await page.getByRole('button', { name: 'Ignore' }).click();
  await expect(page.getByText('Say why they are ignored.')).toBeVisible();
  await box.check();
  await page.getByLabel('Reason to ignore them').fill('a test of ours');
  await page.getByRole('button', { name: 'Ignore' }).click();
  await expect(page.getByText('1 event was ignored')).toBeVisible();
  await page.goto(`${asking.url}/webhooks/unacknowledged?state=ignored`);
  await expect(page.getByText('a test of ours')).toBeVisible();
});

test('a list that cannot be read is told, and what was known stays', async ({ page }) => {
  brla.fault('html', 9, '/v1/business/webhooks/events');
  await signIn(page, asking);
  await page.goto(`${asking.url}/webhooks/unacknowledged`);
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('The last check failed')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/GET \/v1\/business\/webhooks\/events/)).toBeVisible();
  brla.mend();
});
