import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { doorsOf, OPEN_DOORS } from '@/lib/access/doors';
import { isRight } from '@/lib/access/rights';
import { ERRORS } from './desk';
import { apiDocument } from './document';
import { exampleOf } from './example';
import { errorsOf } from './operation';
import { OPERATIONS } from './operations';

const document = apiDocument('https://desk.example.com');
const api = path.resolve(import.meta.dirname, '../../app/api');

/** Each object within a value, with where it stands. */
function* objectsIn(value: unknown, at = '#'): Generator<{ at: string; value: Record<string, unknown> }> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { at, value: value as Record<string, unknown> };
  for (const [name, member] of Object.entries(value)) {
    if (name !== 'example') yield* objectsIn(member, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

function pointed(reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document);
}

/** Asked by browsers that sign in, by whoever keeps the processes running and by Prometheus: no part of the API. */
const FOR_OTHERS = /^(?:auth|health\/(?:live|ready)|metrics)\//;

/** The operations of the route files, as `METHOD /api/…`; of a webhook's own doors only POST is for providers. */
const doors = readdirSync(api, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts') && !file.includes('[[...') && !FOR_OTHERS.test(file))
  .flatMap((file) => doorsOf(`api/${file}`, readFileSync(path.join(api, file), 'utf8')))
  .filter(({ file, name }) => !file.startsWith('api/webhooks/') || name === 'POST');
const addressOf = (file: string) =>
  `/${file
    .replace(/\/route\.ts$/, '')
    .replaceAll('[', '{')
    .replaceAll(']', '}')}`.replace(/^(\/api\/webhooks\/)(juno|ripio|brla)$/, '$1{provider}');

test('every route of the API is described, and nothing that is not there', () => {
  const described = OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  const routes = doors.map(({ file, name }) => `${name} ${addressOf(file)}`);
  expect([...new Set(routes)].sort()).toEqual([...described].sort());
  expect(new Set(described).size).toBe(described.length);
});

test('every operation names the right that is asked for at its door', () => {
  for (const { method, path, right } of OPERATIONS) {
    const found = doors.filter(({ file, name }) => addressOf(file) === path && name === method.toUpperCase());
    expect(found.length, path).toBeGreaterThan(0);
    for (const door of found) {
      expect(door.right, `${method} ${path}`).toBe(right);
      if (right === null) expect(OPEN_DOORS, path).toHaveProperty([door.file]);
      else expect(isRight(right)).toBe(true);
    }
  }
});

test('the document has the shape of OpenAPI 3.1', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  expect(document.servers).toEqual([{ url: 'https://desk.example.com' }]);
  const ids = new Set<string>();
  const tags = document.tags?.map(({ name }) => name);
  for (const [address, item] of Object.entries(document.paths ?? {})) {
    expect(address).toMatch(/^\//);
    for (const [method, operation] of Object.entries(item)) {
      const at = `${method} ${address}`;
      expect(['get', 'post']).toContain(method);
      expect(ids, at).not.toContain(operation.operationId);
      ids.add(operation.operationId);
      expect(operation.summary, at).toMatch(/^[A-Z]/);
      expect(operation.tags.every((tag: string) => tags?.includes(tag))).toBe(true);
      const parameters: { name: string; in: string; required?: boolean; schema?: unknown; description?: string }[] =
        operation.parameters ?? [];
      for (const one of parameters) {
        expect(one.schema, `${at} ${one.name}`).toBeTypeOf('object');
        expect(one.description, `${at} ${one.name}`).toMatch(/\.$/);
      }
      expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(parameters.length);
      const named = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const inPath = parameters.filter((one) => one.in === 'path');
      expect(inPath.map(({ name }) => name)).toEqual(named);
      expect(inPath.every(({ required }) => required)).toBe(true);
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[2-5]\d\d$/);
        expect((response as { description?: unknown }).description, `${at} ${status}`).toBeTypeOf('string');
      }
      for (const requirement of operation.security)
        for (const scheme of Object.keys(requirement))
          expect(document.components?.securitySchemes).toHaveProperty(scheme);
    }
  }
});

test('every reference resolves, every link names an operation, and no pattern is broken', () => {
  const found = [...objectsIn(document)];
  const references = found.flatMap(({ value }) => (typeof value.$ref === 'string' ? [value.$ref] : []));
  expect(references.length).toBeGreaterThan(5);
  for (const reference of references) expect(pointed(reference), reference).toBeTypeOf('object');
  const patterns = found.flatMap(({ value }) => (typeof value.pattern === 'string' ? [value.pattern] : []));
  expect(patterns.length).toBeGreaterThan(5);
  for (const pattern of patterns) expect(() => new RegExp(pattern, 'u')).not.toThrow();
  const linked = OPERATIONS.flatMap(({ answers }) => Object.values(answers).flatMap(({ link }) => link ?? []));
  expect(linked.length).toBeGreaterThan(0);
  for (const { operation } of linked) expect(OPERATIONS.map(({ id }) => id)).toContain(operation);
});

test('a schema says its types by name, and requires only what it has', () => {
  const known = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'];
  for (const { at, value } of objectsIn(document.components?.schemas, '#/components/schemas')) {
    if (typeof value.type !== 'string' && !Array.isArray(value.type)) continue;
    for (const type of [value.type].flat()) expect(known, at).toContain(type);
    if (!Array.isArray(value.required)) continue;
    expect(Object.keys(value.properties as object), at).toEqual(expect.arrayContaining(value.required));
  }
});

/** What the document shows as the answer of a status. */
function shown(address: string, method: string, status: string | number): unknown {
  const operation = pointed(`#/paths/${address.replaceAll('/', '~1')}/${method}`);
  const { responses } = operation as { responses: Record<string, { content?: Record<string, { example?: unknown }> }> };
  return responses[status]?.content?.['application/json']?.example;
}

test('the answer that is shown for each operation fits its own schema, to the last member', () => {
  let shownAnswers = 0;
  for (const operation of OPERATIONS) {
    const { path: address, method, answers } = operation;
    const asked: [string, z.ZodType][] = [
      ...Object.entries(answers).flatMap(([status, { schema }]): [string, z.ZodType][] =>
        schema ? [[status, schema]] : [],
      ),
      ...errorsOf(operation).map((status): [string, z.ZodType] => [String(status), ERRORS[status].schema]),
    ];
    for (const [status, schema] of asked) {
      const read = schema.safeParse(shown(address, method, status));
      expect(read.error?.message, `${method} ${address} ${status}`).toBeUndefined();
      shownAnswers += 1;
    }
  }
  expect(shownAnswers).toBeGreaterThan(50);
});

test('a shared schema has an example of every required member', () => {
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    const example = exampleOf(document, schema);
    expect(Object.keys(example as object), name).toEqual(
      expect.arrayContaining('required' in schema ? (schema.required ?? []) : []),
    );
  }
});
