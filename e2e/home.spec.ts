import { randomUUID } from 'node:crypto';
import { type Desk, deliver, expect, folded, signIn, test } from './fixtures';
import { expectForAll, SCREENS } from './for-all';

/** The charts of Home: what they say in words, and that each of their bars opens what it counted. */

/** A mint of BRLA that took so many seconds, begun a minute ago. */
async function mint(desk: Desk, seconds: number) {
  const id = randomUUID();
  const begun = Date.now() - seconds * 1000 - 60_000;
  const tell = (status: string, createdAt: number, more: object = {}) =>
    deliver(
      desk,
      'brla',
      JSON.stringify({
        subscription: 'MINT',
        createdAt,
        id: `home-${status}-${id}`,
        userId: 'home',
        data: { id, status, ...more },
      }),
    );
  await tell('QUEUED', begun, { amount: 100_00, chain: 'Polygon' });
  await tell('SUCCESS', begun + seconds * 1000);
}

const figure = (text: string | null) => (text ?? '').match(/\d[\d,]*(?:\.\d+)?/)?.[0];

test('each bar opens the transactions that it counted', async ({ page, desk }) => {
  await Promise.all([mint(desk, 20), mint(desk, 30), mint(desk, 40)]);
  await folded(desk);
  await signIn(page, desk);
  await page.goto(desk.url);
  const providers = page.getByRole('list', { name: 'Transactions by provider' });
  const brla = providers.getByRole('link', { name: /BRLA Digital/ });
  const counted = figure((await brla.textContent())?.replace('BRLA Digital', '') ?? null);
  await brla.click();
  await expect(page).toHaveURL(/\/transactions\?provider=brla&environment=stage&occurred_from=[\d-]+&occurred_to=/);
  await expect(page.getByText(new RegExp(`^${counted} transactions? found$`))).toBeVisible();
  await page.goBack();

  const days = page.getByRole('figure', { name: 'Transactions by day' });
  await days.getByText('As a table').click();
  await expect(days.getByRole('row')).toHaveCount(31);
  const today = days.getByRole('row').nth(1);
  const ofToday = figure(await today.getByRole('cell').last().textContent());
  await today.getByRole('link').click();
  await expect(page).toHaveURL(/occurred_from=([\d-]+)&occurred_to=\1/);
  await expect(page.getByText(new RegExp(`^${ofToday} transactions? found$`))).toBeVisible();
  await page.goBack();

  // The bars are for the pointer; a person who hovers one is told what it is.
  await page
    .getByTitle(/^\d+ \w{3} \d{4}: [\d,]+$/)
    .last()
    .click();
  await expect(page).toHaveURL(/occurred_from=([\d-]+)&occurred_to=\1/);
});

test('the charts show counts or the sums of one currency, and say which', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(desk.url);
  const measure = page.getByRole('navigation', { name: 'Show' });
  await expect(measure.getByRole('link', { name: 'Count' })).toHaveAttribute('aria-current', 'true');
  await measure.getByRole('link', { name: 'BRL', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'BRL in by day' })).toBeVisible();
  const brla = page.getByRole('list', { name: 'BRL in by provider' }).getByRole('link', { name: /BRLA Digital/ });
  await expect(brla).toContainText(/[\d,.]+ BRL/);
  await brla.click();
  await expect(page).toHaveURL(/currency=BRL/);
  await page.goto(`${desk.url}/?show=%3Cb%3E`);
  await expect(page.getByText(/show ignored: .* is not a currency code/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Transactions by day' })).toBeVisible();
});

test('time to completion is told by kind, in words and as bars', async ({ page, desk }) => {
  await mint(desk, 25);
  await folded(desk);
  await signIn(page, desk);
  await page.goto(desk.url);
  const kinds = page.getByRole('list', { name: 'Time to completion by kind' });
  const mints = kinds.getByRole('link', { name: /BRLA · Mint \d+ measured/ });
  await expect(mints).toContainText(/half in .+, 95 % in .+/);
  await mints.click();
  await expect(page).toHaveURL(/kind=mint&status=completed/);
});

test('Home with its charts is for everybody; where nothing has arrived there are none', async ({
  page,
  desk,
  emptyDesk,
}) => {
  await signIn(page, desk);
  for (const viewport of Object.values(SCREENS)) {
    await page.setViewportSize(viewport);
    await page.goto(desk.url);
    await expect(page.getByRole('heading', { name: 'Time to completion' })).toBeVisible();
    await page.getByText('As a table').click();
    await expectForAll(page, '/ with its charts');
  }
  await signIn(page, emptyDesk);
  await page.goto(emptyDesk.url);
  await expect(page.getByRole('heading', { name: 'Money at risk' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /by day/ })).toHaveCount(0);
});
