import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { type Desk, deliver, expect, folded, query, signIn, test } from './fixtures';

/** What arrived: finding a delivery, watching new ones come, and having old ones read again. */

const rows = (page: Page) => page.getByRole('region', { name: 'Deliveries received' }).getByRole('row');

/** A BRLA event of an operation of its own, with a status to find it by. */
const mint = (name: string, at = Date.now()) =>
  JSON.stringify({
    subscription: 'MINT',
    createdAt: at,
    id: `event-${name}`,
    userId: 'account-received',
    data: { id: `operation-${name}`, status: 'QUEUED', amount: 1_500, chain: 'Polygon', externalId: `ref-${name}` },
  });

/** Puts a BRLA event in; resolves to the number of its delivery. */
async function arrived(desk: Desk, body: string): Promise<string> {
  const seq = (await deliver(desk, 'brla', body)).headers.get('x-concilia-delivery');
  expect(seq).toMatch(/^\d+$/);
  await folded(desk);
  return seq as string;
}

/** As if an older version had not understood these deliveries: no event, no transaction, only the reason. */
async function takeBack(desk: Desk, seqs: readonly string[]): Promise<void> {
  const list = seqs.join(', ');
  await query(
    desk,
    `SET session_replication_role = replica;
     DELETE FROM transactions WHERE id IN (SELECT transaction_id FROM readings WHERE delivery_seq IN (${list}));
     DELETE FROM events WHERE delivery_seq IN (${list});
     UPDATE readings SET outcome = 'unrecognised', event_id = NULL, transaction_id = NULL, reason = 'too new for us'
     WHERE delivery_seq IN (${list})`,
  );
}

const readings = (desk: Desk) =>
  query(desk, 'SELECT delivery_seq, outcome, event_id, reason FROM readings WHERE reason IS NOT NULL ORDER BY 1');

test('a delivery is found by a piece of its JSON, and by any of its ids', async ({ page, desk }) => {
  const seq = await arrived(desk, mint('found'));
  await deliver(desk, 'brla', mint('found'));
  await folded(desk);
  await signIn(page, desk);
  await page.goto(`${desk.url}/webhooks`);
  const box = page.getByRole('searchbox', { name: 'Find by id or by a piece of JSON' });
  await box.fill('{"data":{"externalId":"ref-found"}');
  await expect(page.getByText(/begins like JSON but is not/)).toBeVisible();
  await box.fill('{"data":{"externalId":"ref-found"}}');
  await box.press('Enter');
  await expect(page).toHaveURL(/find=/);
  await expect(page.getByText('2 deliveries found')).toBeVisible();
  await expect(page.getByText(/Searched the bodies of all \d/)).toBeVisible();
  for (const id of ['event-found', 'operation-found', 'brla:operation-found', 'ref-found']) {
    await page.goto(`${desk.url}/webhooks?find=${encodeURIComponent(id)}`);
    await expect(page.getByText('2 deliveries found')).toBeVisible();
  }
  await page.goto(`${desk.url}/webhooks?find=${seq}`);
  await expect(rows(page)).toHaveCount(2);
  await rows(page).getByRole('link', { name: '1 more delivery of the same event' }).click();
  await expect(page).toHaveURL(new RegExp(`/webhooks/${seq}#siblings`));
  await expect(page.getByRole('heading', { name: 'Same event' })).toBeInViewport();
});

test('filters are in the address, also without a script, and what means nothing is said', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/webhooks?provider=juno&lag=2s&colour=red`);
  await expect(page.getByText('colour', { exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Result' }).selectOption('duplicate');
  await expect(page).toHaveURL(/result=duplicate/);
  await page.goto(`${desk.url}/webhooks?tab=refused`);
  await expect(page).toHaveURL(/\/webhooks\/refused$/);
  await page.goto(`${desk.url}/webhooks?provider=&result=waiting&find=&received_from=`);
  await expect(page.getByText('Nothing waits to be read')).toBeVisible();
});

test('the tail shows what arrives, and waits while somebody stands on a row', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/webhooks`);
  await page.getByRole('switch', { name: 'Tail' }).click();
  await expect(page).toHaveURL(/tail=on/);
  await expect(page.getByText('live', { exact: true })).toBeVisible();
  const first = await arrived(desk, mint('tailed'));
  await expect(
    rows(page)
      .nth(1)
      .getByRole('checkbox', { name: `Select delivery ${first}` }),
  ).toBeVisible();
  await rows(page).nth(1).getByRole('link').first().focus();
  await expect(page.getByText('paused', { exact: true })).toBeVisible();
  const second = await arrived(desk, mint('tailed-later'));
  const pill = page.getByRole('button', { name: '1 new' });
  await expect(pill).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '1 new' })).toHaveCount(1);
  await expect(page.getByRole('checkbox', { name: `Select delivery ${second}` })).toHaveCount(0);
  await pill.click();
  await expect(
    rows(page)
      .nth(1)
      .getByRole('checkbox', { name: `Select delivery ${second}` }),
  ).toBeVisible();
  expect((await fetch(`${desk.url}/webhooks/tail?after=0`)).status).toBe(401);
});

test('one delivery: the preview changes nothing, doing it does', async ({ page, desk }) => {
  const seq = await arrived(desk, mint('once-more'));
  await takeBack(desk, [seq]);
  await signIn(page, desk);
  await page.goto(`${desk.url}/webhooks/${seq}`);
  const before = await readings(desk);
  await page.getByRole('link', { name: 'Read again' }).click();
  const preview = page.getByRole('region', { name: 'What reading again would do' });
  await expect(preview.getByRole('row', { name: /Unrecognised.*Stored.*becomes.*Pending/ })).toBeVisible();
  await expect(page.getByText('Nothing has been changed yet.')).toBeVisible();
  expect(await readings(desk)).toEqual(before);
  await page.getByRole('button', { name: 'Do it' }).click();
  await expect(page.getByText('1 delivery: 0 no change, 1 changed.')).toBeVisible();
  expect(await query(desk, "SELECT status FROM transactions WHERE id = 'brla:operation-once-more'")).toEqual([
    { status: 'pending' },
  ]);
  await expect(page.getByRole('link', { name: 'brla:operation-once-more' })).toBeVisible();
});

test('many: chosen rows or all that match, counted, shown, done, and in a file', async ({ page, desk }) => {
  const seqs = [await arrived(desk, mint('many-1')), await arrived(desk, mint('many-2'))];
  const same = await arrived(desk, mint('many-3'));
  await takeBack(desk, seqs);
  await signIn(page, desk);
  const search = `find=${encodeURIComponent('{"subscription":"MINT","userId":"account-received"}')}`;
  await page.goto(`${desk.url}/webhooks?${search}`);
  for (const seq of [seqs[0], same]) await page.getByRole('checkbox', { name: `Select delivery ${seq}` }).check();
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Read again…' }).click();
  await expect(page.getByText('2 deliveries: 1 no change, 1 would change.')).toBeVisible();

  await page.goto(`${desk.url}/webhooks?${search}&result=unrecognised`);
  await page.getByRole('link', { name: 'Read all 2 again…' }).click();
  await expect(page.getByText('2 deliveries: 0 no change, 2 would change.')).toBeVisible();
  await page.getByRole('button', { name: 'Do it' }).click();
  await expect(page.getByText('2 deliveries: 0 no change, 2 changed.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /as CSV/ }).click();
  const stream = await (await download).createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString();
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(data).toMatchObject(
    seqs.map((delivery) => ({ delivery, verdict: 'changed', before: 'unrecognised', after: 'event' })),
  );
  await page.goto(`${desk.url}/webhooks/reprocess?all=on&provider=nobody`);
  await expect(page.getByText('This choice cannot be read')).toBeVisible();
});

test('choosing, previewing and doing it need no script', async ({ page, browser, desk }) => {
  const seq = await arrived(desk, mint('plain'));
  await takeBack(desk, [seq]);
  await signIn(page, desk);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const form = await plain.newPage();
  await form.goto(`${desk.url}/webhooks`);
  await form.getByRole('combobox', { name: 'Result' }).selectOption('unrecognised');
  await form.getByRole('button', { name: 'Find' }).click();
  await expect(form).toHaveURL(/result=unrecognised/);
  await form.getByRole('checkbox', { name: `Select delivery ${seq}` }).check();
  await form.getByRole('button', { name: 'Read again…' }).click();
  await expect(form.getByText('1 delivery: 0 no change, 1 would change.')).toBeVisible();
  await form.goto(`${desk.url}/webhooks/reprocess?all=on&result=unrecognised&find=${seq}`);
  await form.getByRole('button', { name: 'Do it' }).click();
  await expect(form.getByText('1 delivery: 0 no change, 1 changed.')).toBeVisible();
  await plain.close();
});
