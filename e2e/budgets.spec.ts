import type { Page } from '@playwright/test';
import { everyPage } from './doors-walked';
import { awake, type Desk, expect, signIn, test } from './fixtures';
import { SCREENS } from './for-all';
import { planted } from './planted';

/**
 * What each page may cost: kilobytes of JavaScript as sent (gzip), a tenth above what was measured. Most pages have no
 * more than the frame's; who needs more says here how much, and sees what it buys. Every page of the desk is measured.
 */
const FRAME = 202;
const MORE: Readonly<Record<string, number>> = {
  '/transactions': 320,
  '/refunds': 234,
  '/reconciliation/exceptions': 255,
  '/reconciliation/workbench': 252,
  '/reconciliation/statements/import': 235,
  // What stands below these.
  '/reconciliation/exceptions/': 255,
  '/reconciliation/rails/': 237,
  '/reconciliation/lines/': 237,
};
/** The same page otherwise. */
const OTHERWISE = ['/refunds?view=table', '/search?q=payout', '/no-such-page'];

async function addressesOf(desk: Desk): Promise<string[]> {
  await planted(desk);
  return ['/sign-in', ...(await everyPage(desk)), ...OTHERWISE];
}

function budgetOf(address: string): number {
  const path = address.split('?', 1)[0] ?? '';
  const above = Object.keys(MORE).find((name) => name.endsWith('/') && path.startsWith(name));
  return MORE[path] ?? MORE[above ?? ''] ?? FRAME;
}
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
    const found: Record<string, Cost> = {};
    for (const address of await addressesOf(desk)) {
      if (address !== '/sign-in') await signIn(page, desk);
      found[address] = await costOf(page, desk.url + address);
    }
    const told = JSON.stringify(found, null, 1);
    await test.info().attach('costs', { body: told, contentType: 'application/json' });
    for (const { kilobytes } of Object.values(found)) expect(kilobytes, told).toBeGreaterThan(50); // it was measured
    const over = Object.entries(found).filter(([path, { kilobytes }]) => kilobytes > budgetOf(path));
    expect(over).toEqual([]);
    expect(Object.entries(found).filter(([, { shift }]) => shift >= MOST_SHIFT)).toEqual([]);
  });
}
