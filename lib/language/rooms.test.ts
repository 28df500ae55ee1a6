import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadedBy, roomsAskedBy, roomsSentBy, type Sources } from './rooms';

const root = path.resolve(import.meta.dirname, '../..');
const sources: Sources = new Map(
  ['app', 'components', 'lib'].flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|bench)\.|-testing\.ts$/.test(file))
      .map((file) => [path.join(room, file), readFileSync(path.join(root, room, file), 'utf8')] as const),
  ),
);
/** What `Messages` adds to every list of its own. */
const EVERYWHERE = [
  ...(/EVERYWHERE[^=]*= \[([^\]]*)\]/.exec(sources.get('components/language/messages.tsx') ?? '')?.[1] ?? '').matchAll(
    /'(\w+)'/g,
  ),
].map(([, room = '']) => room);

const PARTS = /^app\/(?:.*\/)?(?:page|layout|loading|error|forbidden|not-found|template)\.tsx$/;
const parts = [...sources.keys()].filter((file) => PARTS.test(file));

const sentBy = (files: Iterable<string>) => {
  const lists = [...files].map((file) => roomsSentBy(sources.get(file) ?? '')).filter((list) => list !== null);
  return lists.length === 0 ? null : lists.flat();
};

/** The rooms of the nearest layout above that sends any. */
function sentAbove(file: string): string[] {
  for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
    const layout = `${folder}/layout.tsx`;
    if (layout === file || !sources.has(layout)) continue;
    const sent = sentBy(loadedBy(layout, sources).server);
    if (sent) return sent;
  }
  return [];
}

test('the pages are found, and what they load', () => {
  expect(EVERYWHERE).toContain('words');
  expect(parts.length).toBeGreaterThan(50);
  const { browser } = loadedBy('app/(desk)/settings/keys/page.tsx', sources);
  expect([...browser].some((file) => file.startsWith('components/settings/keys/'))).toBe(true);
});

test.each(parts)('%s sends every room that its components ask for in the browser', (file) => {
  const { server, browser } = loadedBy(file, sources);
  const sent = new Set([...EVERYWHERE, ...(sentBy(server) ?? sentAbove(file))]);
  const missing = [...browser].flatMap((one) =>
    roomsAskedBy(sources.get(one) ?? '')
      .filter((room) => !sent.has(room) && room !== 'broken')
      .map((room) => `${room} for ${one}`),
  );
  expect([...new Set(missing)]).toEqual([]);
});

test('a list of rooms and a translator are read as they are written', () => {
  expect(roomsSentBy("<Messages rooms={['a', 'b']}>")).toEqual(['a', 'b']);
  expect(roomsSentBy('<p>')).toBeNull();
  expect(roomsAskedBy("const t = useTranslations('frame.search');")).toEqual(['frame']);
});

test('what a client component imports runs in the browser, its types and actions do not', () => {
  const made: Sources = new Map([
    ['app/page.tsx', "import { A } from './a';\nimport { B } from '@/lib/b';"],
    [
      'app/a.tsx',
      "'use client';\nimport type { T } from '@/lib/t';\nimport { save } from './actions';\nimport { C } from '@/lib/c';",
    ],
    ['app/actions.ts', "'use server';\nimport { D } from '@/lib/d';"],
    ...['b', 'c', 'd', 't'].map((name) => [`lib/${name}.ts`, ''] as const),
  ]);
  expect([...loadedBy('app/page.tsx', made).server]).toEqual(['app/page.tsx', 'lib/b.ts']);
  expect([...loadedBy('app/page.tsx', made).browser]).toEqual(['app/a.tsx', 'lib/c.ts']);
});
