// A fresh, migrated database for a test.

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/**
 * Every file of database tests already has one, in DATABASE_URL; this gives another. Dropping it is only needed where
 * a test wants to see it gone: the whole cluster is thrown away at the end.
 */
export async function createTestDatabase() {
  const template = new URL(inject('templateUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = Object.assign(new URL(template), { pathname: `/${name}` }).href;
  await asOwner(template, `create database ${name} template ${template.pathname.slice(1)}`);
  return { url, drop: () => asOwner(template, `drop database ${name} with (force)`) };
}

/** From beside the template: a database with a session in it cannot be copied. */
async function asOwner(template, sql) {
  const client = new pg.Client({
    connectionString: Object.assign(new URL(template), { pathname: '/postgres' }).href,
  });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
