import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { doorsOf, OPEN_DOORS } from './doors';
import { isRight, may, RIGHT_NAMES, RIGHTS, ROLES, sightOf } from './rights';

const app = path.resolve(import.meta.dirname, '../../app');
const entries = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.bench.'))
  .flatMap((file) => doorsOf(file, readFileSync(path.join(app, file), 'utf8')));

test('every page, route handler and action of the app names a right at its door, or is open on purpose', () => {
  expect(entries.length).toBeGreaterThan(100);
  const unguarded = entries.filter((door) => !(door.file in OPEN_DOORS) && (!door.right || !isRight(door.right)));
  expect(unguarded.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
});

test('a door that is open on purpose is there', () => {
  const files = entries.map((door) => door.file);
  expect(Object.keys(OPEN_DOORS).filter((file) => !files.includes(file))).toEqual([]);
});

test.each([
  ['app/x/page.tsx', 'export default async function Page() {\n  return null;\n}', [null]],
  ['app/x/page.tsx', "export default async function Page() {\n  await requireRight('browse');\n}", ['browse']],
  ['app/x/route.ts', "export async function GET() {\n  const v = await viewerFor('raw');\n}", ['raw']],
  [
    'app/x/route.ts',
    "export function GET(r: Request) {\n  return apiAnswer(r, 'ask', f);\n}\nexport async function POST() {\n  return ok;\n}",
    ['ask', null],
  ],
  [
    'app/x/actions.ts',
    "'use server';\nexport async function a() {\n  await requireRight('remark');\n}\nexport async function b() {}\nasync function c() {}",
    ['remark', null],
  ],
  [
    'app/x/panel.tsx',
    "export function P() {\n  async function go() {\n    'use server';\n    await requireRight('ask');\n  }\n}",
    ['ask'],
  ],
  [
    'app/x/panel.tsx',
    "export function P() {\n  async function go() {\n    'use server';\n    await write();\n  }\n}",
    [null],
  ],
] as const)('%s: the doors are found, guarded or not (%#)', (file, source, rights) => {
  expect(doorsOf(file, source).map((door) => door.right)).toEqual(rights);
});

test('every right is held by somebody, and the administrator holds them all', () => {
  for (const right of RIGHT_NAMES) expect(may({ role: 'admin' }, right), right).toBe(true);
  for (const right of RIGHT_NAMES) expect(RIGHTS[right].length, right).toBeGreaterThan(0);
});

test('nobody signed in may do nothing, and a key no more than its scope', () => {
  for (const right of RIGHT_NAMES) {
    expect(may(null, right)).toBe(false);
    expect(may({ scopes: [] }, right)).toBe(false);
    expect(may({ scopes: ['ask'] }, right)).toBe(right === 'ask');
  }
});

test('Support and Viewer see personal data masked, and so does a key without that scope', () => {
  expect(ROLES.filter((role) => sightOf({ role }) === 'masked')).toEqual(['viewer', 'support']);
  expect(sightOf(null)).toBe('masked');
  expect(sightOf({ scopes: ['browse', 'export'] })).toBe('masked');
});

test('an engineer approves nothing, and only an approver or the administrator is a second person', () => {
  expect(ROLES.filter((role) => may({ role }, 'approve'))).toEqual(['approver', 'admin']);
});
