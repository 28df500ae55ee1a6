import net from 'node:net';
import type { Page } from '@playwright/test';
import { type Desk, deliver, expect, folded, query, signIn, test } from './fixtures';

/** The list while money moves: rows change where they stand, what is new waits, and a break leaves nothing out. */

const rows = (page: Page) => page.getByRole('region', { name: 'Transactions' }).getByRole('row');
const rowOf = (page: Page, id: string) => page.locator(`tr[data-row="brla:${id}"]`);
const pill = (page: Page, text: string | RegExp) => page.getByRole('button', { name: text });
const dot = (page: Page, word: string) => page.locator('[data-live]').filter({ hasText: word });

let last = 0;

/** Says what a new payment of BRLA is; `from` are the states its messages tell, one after the other. */
async function tell(desk: Desk, id: string, ...states: readonly string[]): Promise<void> {
  for (const status of states) {
    last = Math.max(last + 1, Date.now());
    const known = status === 'QUEUED' ? { amount: 12_300, chain: 'Polygon', externalId: `ref-${id}` } : {};
    const data = { id, status, ...known };
    const body = { subscription: 'MINT', createdAt: last, id: `${id}-${status}`, userId: 'live', data };
    expect((await deliver(desk, 'brla', JSON.stringify(body))).status).toBe(200);
  }
  await folded(desk);
}

/** A door to the desk of which the test can cut every connection, and refuse the next ones. */
async function doorTo(desk: Desk) {
  const target = new URL(desk.url);
  const open = new Set<net.Socket>();
  const state = { isShut: false };
  const server = net.createServer((caller) => {
    if (state.isShut) return caller.destroy();
    const inside = net.connect(Number(target.port), target.hostname);
    for (const socket of [caller, inside]) {
      open.add(socket);
      socket.on('error', () => undefined).on('close', () => open.delete(socket));
    }
    caller.pipe(inside).on('close', () => caller.destroy());
    inside.pipe(caller).on('close', () => inside.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as net.AddressInfo;
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://localhost:${port}`,
    cut,
    shut: (isShut: boolean) => {
      state.isShut = isShut;
    },
    close: () => {
      cut();
      server.close();
    },
  };
}

test('a row changes where it stands, and what is new waits behind a pill', async ({ page, desk }) => {
  await tell(desk, 'live-1', 'QUEUED');
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions`);
  await expect(dot(page, 'Live')).toBeVisible();
  const before = await rows(page).count();
  await expect(rowOf(page, 'live-1')).toContainText('Pending');

  await tell(desk, 'live-1', 'POSTED', 'SUCCESS');
  await expect(rowOf(page, 'live-1')).toContainText('Completed');
  await tell(desk, 'live-2', 'QUEUED');
  await tell(desk, 'live-3', 'QUEUED');
  await expect(pill(page, '2 new')).toBeVisible();
  await expect(page.locator('#announcer')).toHaveText('2 new');
  await expect(rowOf(page, 'live-2')).toBeHidden();
  expect(await rows(page).count(), 'nothing was pushed').toBe(before);

  await pill(page, '2 new').click();
  await expect(rows(page).nth(1)).toHaveAttribute('data-row', 'brla:live-3');
  await expect(rows(page).nth(2)).toHaveAttribute('data-row', 'brla:live-2');
  await expect(pill(page, /new$/)).toBeHidden();
});

test('in a filtered list a row that leaves the filter stays and says so; one that enters it counts', async ({
  page,
  desk,
}) => {
  await tell(desk, 'live-4', 'QUEUED');
  await tell(desk, 'live-5', 'QUEUED');
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions?provider=brla&status=pending&is=!late`);
  await expect(dot(page, 'Live')).toBeVisible();
  await rowOf(page, 'live-4').getByRole('checkbox').check();
  await tell(desk, 'live-4', 'POSTED', 'SUCCESS');
  await expect(rowOf(page, 'live-4')).toContainText('No longer matches');
  await expect(rowOf(page, 'live-4').getByRole('checkbox')).toBeChecked();
  await expect(rowOf(page, 'live-5')).not.toContainText('No longer matches');

  await page.goto(`${desk.url}/transactions?ref=ref-live-5&status=completed`);
  await expect(page.getByRole('heading', { name: /no transactions? match/i })).toBeVisible();
  await expect(dot(page, 'Live')).toBeVisible();
  await tell(desk, 'live-5', 'POSTED', 'SUCCESS');
  await pill(page, '1 new').click();
  await expect(rowOf(page, 'live-5')).toContainText('Completed');
});

test('a cut connection is resumed from where it was; without a stream the list asks', async ({ page, desk }) => {
  const door = await doorTo(desk);
  await tell(desk, 'live-6', 'QUEUED');
  await signIn(page, desk);
  await page.goto(`${door.url}/transactions`);
  await expect(dot(page, 'Live')).toBeVisible();

  door.shut(true);
  door.cut();
  await expect(dot(page, 'Reconnecting')).toBeVisible();
  await tell(desk, 'live-6', 'POSTED', 'SUCCESS');
  await tell(desk, 'live-7', 'QUEUED');
  door.shut(false);
  await expect(rowOf(page, 'live-6')).toContainText('Completed');
  await expect(pill(page, '1 new')).toBeVisible();

  await page.route('**/transactions/live?**', (route) => route.abort());
  door.cut();
  await expect(dot(page, 'Polling')).toBeVisible();
  await tell(desk, 'live-7', 'POSTED');
  await tell(desk, 'live-8', 'QUEUED');
  await expect(pill(page, '2 new')).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  door.close();
});

test('the server’s own connection is cut off in the database: the list goes on', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions`);
  await expect(dot(page, 'Live')).toBeVisible();
  const listening = `FROM pg_stat_activity WHERE query ILIKE 'listen%concilia_folded%'`;
  expect(await query(desk, `SELECT pg_terminate_backend(pid) ${listening}`)).toHaveLength(1);
  await tell(desk, 'live-9', 'QUEUED');
  await expect(pill(page, '1 new')).toBeVisible();
  await expect(dot(page, 'Live')).toBeVisible();
});

test('a hidden tab rests and catches up; an ended session is said', async ({ page, desk }) => {
  await tell(desk, 'live-10', 'QUEUED');
  await signIn(page, desk);
  await page.goto(`${desk.url}/transactions`);
  await expect(dot(page, 'Live')).toBeVisible();
  const show = (state: string) =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await show('hidden');
  await expect(dot(page, 'Paused')).toBeVisible();
  await tell(desk, 'live-10', 'POSTED', 'SUCCESS');
  await show('visible');
  await expect(rowOf(page, 'live-10')).toContainText('Completed');

  await show('hidden');
  await page.context().clearCookies();
  await show('visible');
  await expect(dot(page, 'Signed out')).toBeVisible();
});

test('who has no session follows nothing, and what is no place in the chain is refused', async ({ page, desk }) => {
  for (const path of ['live?after=0', 'live/changes?after=0', 'live/rows?row=x&mark=0'])
    expect((await fetch(`${desk.url}/transactions/${path}`)).status).toBe(401);
  await signIn(page, desk);
  const asked = ['live', 'live?after=x', 'live/changes?after=-1', 'live/rows?mark=0', 'live/rows?row=x&mark=1e3'];
  for (const path of asked) expect((await page.request.get(`${desk.url}/transactions/${path}`)).status()).toBe(400);
  const many = Array.from({ length: 101 }, (_, i) => `row=${i}`).join('&');
  expect((await page.request.get(`${desk.url}/transactions/live/rows?mark=0&${many}`)).status()).toBe(400);
});
