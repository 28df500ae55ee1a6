import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Waits for the title, which a page that was moved to in the middle of an action lacks for a moment. */
class Builder extends AxeBuilder {
  readonly #page: Page;

  constructor({ page }: { readonly page: Page }) {
    super({ page });
    this.#page = page;
  }

  override async analyze(): ReturnType<AxeBuilder['analyze']> {
    await expect(this.#page).toHaveTitle(/Concilia/);
    return super.analyze();
  }
}

export const SCREENS = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/**
 * The rules of axe over a page, told only what is broken and looking at no frame, of which the desk has none: four times
 * as fast.
 */
export function axe(page: Page): AxeBuilder {
  return new Builder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
}

/**
 * The page as it stands is for everybody: nothing serious for axe, no wider than its screen, and readable in the dark as
 * in the light. Colours are all that a theme changes, so only they are looked at twice. Of a page that repeats itself a
 * hundred times, `parts` are looked at, by their selectors.
 */
export async function expectForAll(page: Page, path: string, parts: readonly string[] = []): Promise<void> {
  const looked = () => parts.reduce((builder, part) => builder.include(part), axe(page));
  await expect(page).toHaveTitle(/Concilia/);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNothingSerious(looked(), path);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${path} is wider than its screen`).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveClass(/dark/);
  await expectNothingSerious(looked().withRules(['color-contrast']), `${path} in the dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function expectNothingSerious(builder: AxeBuilder, path: string): Promise<void> {
  const { violations } = await builder.analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${path}: ${id} at ${nodes[0]?.target}`)).toEqual([]);
}
