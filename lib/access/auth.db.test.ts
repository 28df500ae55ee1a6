import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getSchema } from 'better-auth/db';
import { expect, test } from 'vitest';
import { auth } from './auth';

const models = new Map(
  [
    ...readFileSync(path.resolve(import.meta.dirname, '../../prisma/schema.prisma'), 'utf8').matchAll(
      /^model (\w+) \{\n([\s\S]*?)^\}/gm,
    ),
  ].map(([, name = '', body = '']) => [name.toLowerCase(), fieldsOf(body)]),
);

function fieldsOf(body: string): Map<string, { type: string; isOptional: boolean }> {
  return new Map(
    [...body.matchAll(/^\s+(\w+)\s+(\w+)(\?)?(?:\s|$)/gm)].map(([, name = '', type = '', optional]) => [
      name,
      { type, isOptional: optional === '?' },
    ]),
  );
}

const TYPES: Readonly<Record<string, readonly string[]>> = {
  string: ['String'],
  boolean: ['Boolean'],
  number: ['Int', 'BigInt'],
  date: ['DateTime'],
};

test('every table and column that the library wants is in the schema, with its type', () => {
  const wanted = Object.entries(getSchema(auth().options));
  expect(wanted.map(([table]) => table.toLowerCase()).sort()).toEqual(
    ['account', 'passkey', 'ratelimit', 'session', 'twofactor', 'user', 'verification'].sort(),
  );
  const wrong = wanted.flatMap(([table, { fields }]) =>
    Object.entries(fields).flatMap(([column, { type, required }]) => {
      const ours = models.get(table.toLowerCase())?.get(column);
      const isFitting = ours && TYPES[String(type)]?.includes(ours.type);
      // What may be missing in the library's words must be allowed to be missing in ours.
      return isFitting && (required !== false || ours.isOptional || hasDefault(table, column))
        ? []
        : [`${table}.${column}`];
    }),
  );
  expect(wrong).toEqual([]);
});

/** Columns that the library may leave out, and the database then fills. */
function hasDefault(table: string, column: string): boolean {
  return ['user.role', 'user.twoFactorEnabled', 'twoFactor.verified', 'twoFactor.failedVerificationCount'].includes(
    `${table}.${column}`,
  );
}
