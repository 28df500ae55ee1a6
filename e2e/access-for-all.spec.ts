import { expect, query, signIn, test } from './fixtures';
import { expectForAll, SCREENS } from './for-all';

/** Every page, light and dark, wide and on a phone: nothing serious for axe, and no page wider than its screen. */

const PAGES = [
  '/',
  '/transactions',
  '/transactions?provider=juno&status=failed_returned',
  '/search?q=payout',
  '/search',
  '/transactions?limit=200',
  '/exports',
  '/webhooks',
  '/webhooks?find=%7B%22a%22%3A1%7D&provider=juno',
  '/webhooks/reprocess?all=on&result=unrecognised',
  '/webhooks/1?again=preview',
  '/webhooks/refused',
  '/webhooks/acknowledgements',
  '/webhooks/lists',
  '/webhooks/sources',
  '/reconciliation/statements',
  '/reconciliation/statements/import',
  '/jobs',
  '/webhooks/1',
  '/refunds',
  '/refunds?view=table',
  '/refunds/limits',
  '/support',
];

for (const [device, viewport] of Object.entries(SCREENS)) {
  test(`every page, ${device}`, async ({ page, desk }) => {
    test.slow(); // so many pages, each looked at twice by axe
    await page.setViewportSize(viewport);
    await page.goto(`${desk.url}/sign-in`);
    await expectForAll(page, '/sign-in');
    await signIn(page, desk);
    const [refunded] = await query<{ id: string }>(
      desk,
      'SELECT id FROM transactions WHERE refund_status IS NOT NULL LIMIT 1',
    );
    for (const path of [...PAGES, `/transactions/${encodeURIComponent(refunded?.id ?? '')}`]) {
      await page.goto(desk.url + path);
      await expectForAll(page, path);
    }
  });
}

test('a page has its title from its first byte, and keeps one while it is left or acts', async ({ page, desk }) => {
  await page.addInitScript(() => {
    const look = () => {
      if (document.title.trim() === '') document.documentElement.dataset.untitled = window.location.pathname;
    };
    document.addEventListener('DOMContentLoaded', () => {
      look();
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    });
  });
  await signIn(page, desk);
  const answer = await page.goto(`${desk.url}/jobs`);
  expect(/<head>.*<\/head>/s.exec((await answer?.text()) ?? '')?.[0]).toMatch(/<title>[^<]*Jobs[^<]*<\/title>/);

  for (const [room, title] of Object.entries({
    Refunds: /Refunds/,
    Webhooks: /Webhooks/,
    Exports: /Exports/,
    Settings: /You/,
    Home: /Home/,
    Transactions: /Transactions/,
    Jobs: /Jobs/,
  })) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: room, exact: true }).click();
    await expect(page).toHaveTitle(title);
  }
  await page.goBack();
  await expect(page).toHaveTitle(/Transactions/);
  await page.goForward();
  await page.getByRole('button', { name: 'Run now: Ripio’s lists against ours' }).click();
  await expect(page.getByText(/Asked for at \d\d:\d\d:\d\d/)).toBeVisible();
  await expect(page.getByRole('row', { name: /Ripio’s lists.*Not set up/ }).first()).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-untitled');
});
