import type { Page } from '@playwright/test';
import { addressOf, guardedDoors, type Samples, samplesOf } from './doors-walked';
import { type Desk, expect, test } from './fixtures';
import { personAs } from './people-as';
import { planted } from './planted';
import { foreignAmountsIn, foreignIn, textsOf } from './spoken';

/**
 * Every page in Spanish (as in Argentina) and in Portuguese: no English word, no message that never came, no amount in
 * the signs of another region.
 */

test.setTimeout(900_000);

/** In English for everybody: the reference of the API, for programmers. */
const ENGLISH = ['/docs'];

/** What people, banks and providers wrote stands on pages too, and is theirs: each with why it is no fault of ours. */
const THEIRS: readonly RegExp[] = [
  /of the tests|walk [a-z]+/, // names of people and keys of this suite
];

const READERS = [
  { locale: 'es', zone: 'America/Argentina/Buenos_Aires' },
  { locale: 'pt-BR', zone: 'America/Sao_Paulo' },
] as const;

const pages = guardedDoors().filter(({ kind, file }) => kind === 'page' && !ENGLISH.includes(`/${file.split('/')[1]}`));

async function asReader(page: Page, desk: Desk, { locale, zone }: (typeof READERS)[number]): Promise<void> {
  const { cookies } = await personAs(desk, 'admin');
  const own = [
    { name: 'locale', value: locale },
    { name: 'tz', value: zone },
  ].map((cookie) => ({ ...cookie, url: desk.url }));
  await page.context().addCookies([...cookies, ...own]);
}

/** Errors of the catalogue that the page's own script reports. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/MISSING_MESSAGE|FORMATTING_ERROR|INVALID_MESSAGE|INVALID_KEY/.test(message.text()))
      complaints.push(message.text());
  });
  return complaints;
}

for (const reader of READERS) {
  test(`every page speaks ${reader.locale}`, async ({ page, desk }) => {
    await planted(desk);
    const samples: Samples = await samplesOf(desk);
    await asReader(page, desk, reader);
    const complaints = complaintsOf(page);
    const wrong: string[] = [];
    for (const { file } of pages) {
      const address = addressOf(file, samples);
      await page.goto(desk.url + address, { waitUntil: 'load' });
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${reader.locale}`));
      const texts = (await textsOf(page)).filter((text) => !THEIRS.some((theirs) => theirs.test(text)));
      for (const text of foreignIn(texts, reader.locale)) wrong.push(`${address}: ${text}`);
      for (const text of foreignAmountsIn(texts)) wrong.push(`${address}: ${text}`);
      for (const complaint of complaints.splice(0)) wrong.push(`${address}: ${complaint.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  });
}
