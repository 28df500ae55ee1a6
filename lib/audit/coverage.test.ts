import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bodiesOf, doorsOf } from '@/lib/access/doors';
import { isDeed, isLogged, NOT_LOGGED_HERE } from './coverage';

const app = path.resolve(import.meta.dirname, '../../app');
const doors = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.bench.'))
  .flatMap((file) => {
    const source = readFileSync(path.join(app, file), 'utf8');
    const bodies = bodiesOf(source);
    return doorsOf(file, source).map(({ kind, name }) => ({ file, kind, name, body: bodies.get(name) ?? source }));
  });
const deeds = doors.filter(isDeed);
const nameOf = ({ file, name }: { file: string; name: string }) => `${file} ${name}`;

test('every action and handler that changes something or hands it over is logged, or says why not', () => {
  expect(deeds.length).toBeGreaterThan(40);
  const silent = deeds.filter((door) => !(nameOf(door) in NOT_LOGGED_HERE) && !isLogged(door.body));
  expect(silent.map(nameOf)).toEqual([]);
});

test('what is not logged on purpose is there, and does not log', () => {
  const known = new Map(doors.map((door) => [nameOf(door), door]));
  for (const name of Object.keys(NOT_LOGGED_HERE)) {
    const door = known.get(name);
    expect(door, name).toBeDefined();
    expect(isLogged(door?.body ?? ''), name).toBe(false);
  }
});

test.each([
  ['action', 'x/actions.ts', 'save', true],
  ['page', 'x/page.tsx', 'default', false],
  ['handler', 'x/route.ts', 'GET', false],
  ['handler', 'x/route.ts', 'POST', true],
  ['handler', 'x/[id]/raw/route.ts', 'GET', true],
  ['handler', 'x/export/route.ts', 'GET', true],
  ['api', 'api/v1/statements/route.ts', 'POST', true],
  ['api', 'api/webhooks/juno/route.ts', 'POST', false],
] as const)('%s %s %s is a deed: %s', (kind, file, name, is) => {
  expect(isDeed({ kind, file, name })).toBe(is);
});

test('a call of the log counts, a word of it does not', () => {
  expect(isLogged('await logged(viewer, deed)')).toBe(true);
  expect(isLogged('await save(form, await askedFrom())')).toBe(true);
  expect(isLogged('return revalidatePath(catalogued(x))')).toBe(false);
  expect(isLogged('// is logged elsewhere')).toBe(false);
});
