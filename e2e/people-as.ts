import { randomUUID } from 'node:crypto';
import { type Cookie, type Page, request } from '@playwright/test';
import { hashPassword } from 'better-auth/crypto';
import pg from 'pg';
import type { Role } from '../lib/access/rights';
import type { Desk } from './fixtures';

/** Somebody with a role, and the cookies of a browser that they are signed in with. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly cookies: readonly Cookie[];
  /** The same as a header, for `fetch`. */
  readonly cookie: string;
};

const PASSWORD = 'a mango for every parrot';
const known = new Map<string, Promise<Person>>();

/**
 * A person with this role who is signed in: `const { cookies } = await personAs(desk, 'support')`, then
 * `page.context().addCookies([...cookies])`, or `fetch(url, { headers: { cookie: cookieHeader(person) } })`.
 *
 * The person is written into the desk's database, the way an accepted invitation writes one, and signs in by the form,
 * without script. One person per desk and role, made when first asked for and shared by all tests; a test that ends
 * sessions, changes roles or disables somebody makes one of its own with `newPersonAs`.
 */
export function personAs(desk: Desk, role: Role): Promise<Person> {
  const key = `${desk.url} ${role}`;
  const person = known.get(key) ?? newPersonAs(desk, role);
  known.set(key, person);
  return person;
}

/** The same, but nobody else's. */
export async function newPersonAs(desk: Desk, role: Role): Promise<Person> {
  const id = randomUUID();
  const email = `${role}-${id.slice(0, 8)}@people.test`;
  const name = `${role[0]?.toUpperCase()}${role.slice(1)} of the tests`;
  const hash = await hashPassword(PASSWORD);
  const client = new pg.Client({ connectionString: desk.databaseUrl });
  await client.connect();
  try {
    await client.query(
      'INSERT INTO users (id, name, email, email_verified, role, updated_at) VALUES ($1, $2, $3, true, $4, now())',
      [id, name, email, role],
    );
    await client.query(
      `INSERT INTO accounts (id, account_id, provider_id, user_id, password, updated_at)
       VALUES ($1, $1, 'credential', $1, $2, now())`,
      [id, hash],
    );
  } finally {
    await client.end();
  }
  const cookies = await signedInCookies(desk, email, PASSWORD);
  return { id, name, email, password: PASSWORD, role, cookies, cookie: cookieHeader({ cookies }) };
}

/** The browser of `page` is signed in as a person with this role, and stands where such a person lands. */
export async function signInAs(page: Page, desk: Desk, role: Role): Promise<Person> {
  const person = await personAs(desk, role);
  await page.context().clearCookies();
  await page.context().addCookies([...person.cookies]);
  await page.goto(desk.url);
  return person;
}

/** The cookies as a header, for `fetch`. */
export function cookieHeader({ cookies }: Pick<Person, 'cookies'>): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** Signs in by the form as a browser without script does: posts the fields that stand in the page. */
export async function signedInCookies(desk: Desk, email: string, password: string): Promise<readonly Cookie[]> {
  const browser = await request.newContext({ baseURL: desk.url });
  try {
    const form = await (await browser.get('/sign-in')).text();
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?\s*\/>/g)];
    const first = form.indexOf('name="email"');
    // The page may have more forms than this one; its fields stand before the one for the e-mail.
    const fields = hidden.filter(({ index }) => index < first);
    const multipart: Record<string, string> = { email, password };
    for (const [, name = '', value = ''] of fields) multipart[name] = plain(value);
    const answer = await browser.post('/sign-in', { multipart, maxRedirects: 0, headers: { origin: desk.url } });
    const { cookies } = await browser.storageState();
    if (!cookies.some(({ name }) => name.endsWith('session_token'))) {
      throw new Error(`${email} could not sign in: ${answer.status()}`);
    }
    return cookies;
  } finally {
    await browser.dispose();
  }
}

function plain(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
