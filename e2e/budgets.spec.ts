import type { Page } from '@playwright/test';
import { awake, expect, query, signIn, test } from './fixtures';
import { SCREENS } from './for-all';

/**
 * What each page may cost: kilobytes of JavaScript as sent (gzip), a tenth above what was measured. Who needs more says
 * here how much, and sees what it buys; who needs less takes it away from the others.
 */
const BUDGETS: Record<string, number> = {
  '/sign-in': 190,
  '/': 193,
  '/transactions': 311,
  '/transactions/[id]': 196,
  '/search?q=payout': 191,
  '/refunds': 234,
  '/refunds?view=table': 234,
  '/exports': 192,
  '/jobs': 192,
  '/webhooks': 200,
  '/webhooks/1': 201,
  '/webhooks/refused': 191,
  '/webhooks/unacknowledged': 198,
  '/webhooks/sources': 194,
  '/reconciliation': 193,
  '/reconciliation/exceptions': 255,
  '/reconciliation/workbench': 251,
  '/reconciliation/statements': 192,
  '/reconciliation/statements/import': 234,
  '/settings': 202,
};
/** A tenth of what is "good" for a page of the web. */
const MOST_SHIFT = 0.02;

type Shift = PerformanceEntry & {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
};
/** `moved`: the elements that jumped, for whoever has to mend it. */
type Cost = { readonly kilobytes: number; readonly shift: number; readonly moved: readonly string[] };

async function costOf(page: Page, url: string): Promise<Cost> {
  await page.goto(url, { waitUntil: 'load' });
  await awake(page, 'a, button');
  return page.evaluate(() => {
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\.js(?:\?|$)/.test(name)) as PerformanceResourceTiming[];
    const shifts = (window as unknown as { shifts: Shift[] }).shifts.filter(({ hadRecentInput }) => !hadRecentInput);
    const moved = shifts.flatMap(({ sources }) =>
      sources.map(({ node }) =>
        (node instanceof Element ? node.outerHTML : (node?.textContent ?? 'gone')).slice(0, 120),
      ),
    );
    return {
      kilobytes: Math.round(scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 102.4) / 10,
      shift: shifts.reduce((sum, { value }) => sum + value, 0),
      moved,
    };
  });
}

for (const [device, viewport] of Object.entries(SCREENS)) {
  test(`every page stays within its JavaScript and does not jump, ${device}`, async ({ page, desk }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await page.addInitScript(() => {
      const shifts: PerformanceEntry[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({
        type: 'layout-shift',
        buffered: true,
      });
    });
    const [refunded] = await query<{ id: string }>(
      desk,
      'SELECT id FROM transactions WHERE refund_status IS NOT NULL ORDER BY id LIMIT 1',
    );
    const found: Record<string, Cost> = {};
    for (const path of Object.keys(BUDGETS)) {
      if (path !== '/sign-in') await signIn(page, desk);
      const url = desk.url + path.replace('[id]', encodeURIComponent(refunded?.id ?? ''));
      found[path] = await costOf(page, url);
    }
    const told = JSON.stringify(found, null, 1);
    await test.info().attach('costs', { body: told, contentType: 'application/json' });
    for (const { kilobytes } of Object.values(found)) expect(kilobytes, told).toBeGreaterThan(50); // it was measured
    const over = Object.entries(found).filter(([path, { kilobytes }]) => kilobytes > (BUDGETS[path] ?? 0));
    expect(over, told).toEqual([]);
    expect(
      Object.entries(found).filter(([, { shift }]) => shift >= MOST_SHIFT),
      told,
    ).toEqual([]);
  });
}
