import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

/** The laws of the house that no type says; see the tree in the README. */
const root = path.resolve(import.meta.dirname, '..');
const ROOMS = ['app', 'components', 'lib', 'e2e', 'scripts', 'prisma/sample'];
const files = ROOMS.flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => path.join(room, file)),
).filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const source = (file: string) => readFileSync(path.join(root, file), 'utf8');

test('no file is longer than 300 lines', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => source(file).split('\n').length > 301)).toEqual([]);
});

test('whatever meets the database or the network says so first', () => {
  const meetsTheWorld = /from '(@\/lib\/db|@\/lib\/env|pg|postgres|better-auth)'|from '\.\/(db|env)'/;
  const isWorldly = (file: string) => /(^|\/|\.)(store|api)\.ts$/.test(file) || meetsTheWorld.test(source(file));
  const worldly = files.filter((file) => file.startsWith('lib/') && !/\.test\.ts$/.test(file) && isWorldly(file));
  expect(worldly.length).toBeGreaterThan(10);
  expect(worldly.filter((file) => !source(file).startsWith("import 'server-only';"))).toEqual([]);
});

test('every test that the papers name is there', () => {
  const papers = [
    'README.md',
    ...readdirSync(path.join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  const named = papers.flatMap((paper) =>
    [...source(paper).matchAll(/`([\w./*-]+\.(?:spec|test)\.(?:ts|mjs))`/g)].map(([, name = '']) => name),
  );
  const isThere = (name: string) => {
    const pattern = name
      .replaceAll('.', '\\.')
      .replaceAll('**', '.+')
      .replaceAll(/(?<!\.)\*/g, '[^/]*')
      .replaceAll('.+', '.*');
    return files.some((file) => new RegExp(`(?:^|/)${pattern}$`).test(file));
  };
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});

test('only lib/env.ts reads the environment', () => {
  const readers = files.filter((file) => /^(app|components|lib)\//.test(file) && !/\.test\.ts$/.test(file));
  expect(readers.filter((file) => source(file).includes('process.env'))).toEqual(['lib/env.ts']);
});

test('the linter refuses every import that goes the wrong way, and none that does not', () => {
  const refused: [string, string][] = [
    ['lib/transactions', '@/lib/db'],
    ['lib/transactions', '@/lib/exports/csv'],
    ['lib/providers/juno', '@/lib/db'],
    ['lib/providers/juno', '@/lib/providers/brla/payload'],
    ['lib/providers', '@/lib/transactions/evolve'],
    ['lib/events', '@/lib/transactions/transaction'],
    ['lib/identifiers', '@/lib/money'],
    ['lib', '@/components/ui/button'],
    ['lib', '@/app/layout'],
    ['lib', '../app/layout'],
    ['components/ui', '@/lib/transactions/transaction'],
    ['components/transactions', '@/lib/db'],
    ['components/transactions', '@/lib/transactions/list.store'],
  ];
  const allowed: [string, string][] = [
    ['lib/transactions', '@/lib/events/event'],
    ['lib/providers/juno', '@/lib/providers/facts'],
    ['components/transactions', '@/lib/transactions/transaction'],
    ['app', '@/lib/transactions/list.store'],
  ];
  const house = mkdtempSync(path.join(tmpdir(), 'concilia-lint-'));
  for (const file of ['biome.json', '.gitignore']) copyFileSync(path.join(root, file), path.join(house, file));
  for (const [i, [room, imported]] of [...refused, ...allowed].entries()) {
    mkdirSync(path.join(house, room), { recursive: true });
    writeFileSync(path.join(house, room, `planted-${i}.ts`), `export { anything } from '${imported}';\n`);
  }
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--reporter=github', '--max-diagnostics=200', '--only=style/noRestrictedImports', '.'];
  const { stdout } = spawnSync(process.execPath, [biome, ...options], { cwd: house, encoding: 'utf8' });
  rmSync(house, { recursive: true });
  const found = [...stdout.matchAll(/planted-(\d+)\.ts/g)].map((match) => Number(match[1]));
  expect([...new Set(found)].sort((a, b) => a - b)).toEqual(refused.map((_, i) => i));
});
