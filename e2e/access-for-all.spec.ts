import AxeBuilder from '@axe-core/playwright';
import { expect, query, signIn, test } from './fixtures';

/** Every page, light and dark, wide and on a phone: nothing serious for axe, and no page wider than its screen. */

const PAGES = [
  '/',
  '/transactions',
  '/transactions?provider=juno&status=failed_returned',
  '/search?q=payout',
  '/search',
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
];

for (const scheme of ['light', 'dark'] as const) {
  for (const [device, viewport] of Object.entries({
    wide: { width: 1440, height: 900 },
    phone: { width: 390, height: 844 },
  })) {
    test(`${scheme}, ${device}`, async ({ page, desk }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize(viewport);
      await page.goto(`${desk.url}/sign-in`);
      await check(page, '/sign-in');
      await signIn(page, desk);
      const [refunded] = await query<{ id: string }>(
        desk,
        'SELECT id FROM transactions WHERE refund_status IS NOT NULL LIMIT 1',
      );
      for (const path of [...PAGES, `/transactions/${encodeURIComponent(refunded?.id ?? '')}`]) {
        await page.goto(desk.url + path);
        await check(page, path);
      }
    });
  }
}

async function check(page: import('@playwright/test').Page, path: string) {
  await expect(page).toHaveTitle(/Concilia/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${path}: ${id} at ${nodes[0]?.target}`)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${path} is wider than its screen`).toBeLessThanOrEqual(0);
}
