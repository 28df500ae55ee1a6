import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { hashPassword } from 'better-auth/crypto';
import pg from 'pg';
import type { Role } from '../lib/access/rights';
import { type Desk, signInByForm } from './fixtures';

/** Somebody with a role, who can sign in. */
export type Person = { readonly id: string; readonly email: string; readonly password: string; readonly role: Role };

const known = new Map<string, Promise<Person>>();

/** One person per desk and role, written into its database as an accepted invitation writes one. */
export function personAs(desk: Desk, role: Role): Promise<Person> {
  const key = `${desk.url} ${role}`;
  const person = known.get(key) ?? make(desk, role);
  known.set(key, person);
  return person;
}

async function make(desk: Desk, role: Role): Promise<Person> {
  const [id, password] = [randomUUID(), 'a mango for every parrot'];
  const email = `${role}-${id.slice(0, 8)}@people.test`;
  const client = new pg.Client({ connectionString: desk.databaseUrl });
  await client.connect();
  try {
    await client.query(
      'INSERT INTO users (id, name, email, email_verified, role, updated_at) VALUES ($1, $2, $3, true, $4, now())',
      [id, `${role} of the tests`, email, role],
    );
    await client.query(
      `INSERT INTO accounts (id, account_id, provider_id, user_id, password, updated_at)
       VALUES ($1, $1, 'credential', $1, $2, now())`,
      [id, await hashPassword(password)],
    );
  } finally {
    await client.end();
  }
  return { id, email, password, role };
}

/** The browser of `page` is signed in as a person with this role, and stands where such a person lands. */
export async function signInAs(page: Page, desk: Desk, role: Role): Promise<Person> {
  const person = await personAs(desk, role);
  await page.context().clearCookies();
  await signInByForm(page, { ...desk, signIn: person });
  return person;
}
