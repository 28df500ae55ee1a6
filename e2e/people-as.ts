import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import pg from 'pg';
import type { Role } from '../lib/access/rights';
import { type Desk, expect } from './fixtures';

/** Somebody of a role who is signed in; `cookie` is the header of their requests. */
export type Person = { readonly email: string; readonly password: string; readonly cookie: string };

const people = new Map<string, Person>();

/** A person of this role, made once per desk and signed in by the form as a browser without script sends it. */
export async function personAs(desk: Desk, role: Role): Promise<Person> {
  const known = people.get(`${desk.url} ${role}`);
  if (known) return known;
  const password = randomUUID();
  const email = `${role}.${randomUUID().slice(0, 8)}@example.test`;
  const client = new pg.Client({ connectionString: desk.databaseUrl });
  await client.connect();
  try {
    const id = randomUUID();
    await client.query(
      `INSERT INTO users (id, name, email, email_verified, role, updated_at) VALUES ($1, $2, $3, true, $4, now())`,
      [id, `The ${role}`, email, role],
    );
    await client.query(
      `INSERT INTO accounts (id, account_id, provider_id, user_id, password, updated_at) VALUES ($1, $2, 'credential', $2, $3, now())`,
      [randomUUID(), id, await hashPassword(password)],
    );
  } finally {
    await client.end();
  }
  const person = { email, password, cookie: await signedIn(desk, email, password) };
  people.set(`${desk.url} ${role}`, person);
  return person;
}

async function signedIn(desk: Desk, email: string, password: string): Promise<string> {
  const html = await (await fetch(`${desk.url}/sign-in`)).text();
  const form = new FormData();
  for (const [input] of html.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    form.set(unescaped(attribute('name')), unescaped(attribute('value')));
  }
  form.set('email', email);
  form.set('password', password);
  const answer = await fetch(`${desk.url}/sign-in`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { origin: desk.url },
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  expect(cookie, `${email} is signed in (${answer.status})`).toContain('session_token');
  return cookie;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
