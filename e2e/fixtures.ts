import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, type Cookie, expect, type Page } from '@playwright/test';
import pg from 'pg';

export { expect };

/** A running desk, as `desk.ts` started it. */
export type Desk = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly signIn: { email: string; password: string };
};
const deskOf = (name: 'FULL' | 'EMPTY'): Desk => JSON.parse(process.env[`DESK_${name}`] ?? 'null');

const root = path.resolve(import.meta.dirname, '..');

/** A provider's message from the fixtures, as text. */
export function payload(provider: string, name: string): string {
  return readFileSync(path.join(root, 'lib/providers', provider, 'fixtures', `${name}.json`), 'utf8');
}

/** Posts a webhook as a provider would; resolves to the answer. */
export function deliver(
  desk: Desk,
  provider: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  return fetch(`${desk.url}/api/webhooks/${provider}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** Resolves once nothing waits to be folded. */
export async function folded(desk: Desk): Promise<void> {
  await expect
    .poll(async () => (await (await fetch(`${desk.url}/api/health`)).json()).waiting_to_fold, {
      message: 'the projector catches up',
    })
    .toBe(0);
}

const API_SCOPES = 'ask,browse,export,personal,reconcile';

/** Makes an API key the way an operator does, by `npm run api-key`. */
export function apiKey(desk: Desk, scopes = API_SCOPES): string {
  const env = { ...process.env, DATABASE_URL: desk.databaseUrl };
  return execFileSync('npm', ['run', '--silent', 'api-key', '--', '--name', 'browser tests', '--scopes', scopes], {
    cwd: root,
    env,
    encoding: 'utf8',
  }).trim();
}

/** Asks a desk's database directly; for what no screen shows. */
export async function query<Row extends pg.QueryResultRow>(desk: Desk, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: desk.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Signs in as a person does, by the form, and stands on Home. */
export async function signInByForm(page: Page, desk: Desk): Promise<void> {
  await page.goto(`${desk.url}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill(desk.signIn.email);
  await page.getByLabel(/password/i).fill(desk.signIn.password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Sessions that tests share, by desk and person: the form has tests of its own. */
const sessions = new Map<string, readonly Cookie[]>();

/** The browser of `page` is signed in; on which page it stands is not said. */
export async function signIn(page: Page, desk: Desk): Promise<void> {
  const whose = `${desk.url} ${desk.signIn.email}`;
  const kept = sessions.get(whose);
  if (kept) return page.context().addCookies([...kept]);
  await signInByForm(page, desk);
  sessions.set(whose, await page.context().cookies(desk.url));
}

/** Resolves once the page's script runs: before that a link is a plain link, and no key does anything. */
export async function awake(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  await page.waitForFunction((css) => Object.keys(document.querySelector(css) ?? {}).length > 0, selector);
  // Keys are heard once React has run its effects, which it does before the page is idle.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

/** `desk` has the sample data, `emptyDesk` nothing; `page` is signed in nowhere, and any console error fails its test. */
export const test = base.extend<{ desk: Desk; emptyDesk: Desk; quietConsole: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function wants from its pattern
  desk: async ({}, use) => use(deskOf('FULL')),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  emptyDesk: async ({}, use) => use(deskOf('EMPTY')),
  quietConsole: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(String(error)));
      await use(undefined);
      // A page that answers 404 or 503 on purpose is reported by the browser as a failed resource.
      expect(errors.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
    },
    { auto: true },
  ],
});
