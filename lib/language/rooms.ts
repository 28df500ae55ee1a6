/**
 * Which rooms of the catalogue a page needs in the browser, and which it sends; read from the source, for the test that no
 * client component asks for a message that never came. Pure.
 */

export type Source = { readonly file: string; readonly text: string };
export type Sources = ReadonlyMap<string, string>;

/** `'use client'` is the first statement of a file whose components run in the browser, and all that it imports. */
const isClient = (text: string) => /^\s*(?:\/\/[^\n]*\n|\/\*[\s\S]*?\*\/\s*)*['"]use client['"]/.test(text);
const isAction = (text: string) => /^\s*['"]use server['"]/.test(text);

const IMPORTS = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/gm;

/** The files that a file imports, as they are named in `sources`; types, packages and actions left out. */
function importsOf(file: string, sources: Sources): string[] {
  const folder = file.slice(0, file.lastIndexOf('/'));
  return [...(sources.get(file) ?? '').matchAll(IMPORTS)].flatMap(([, named, later]) => {
    const name = named ?? later ?? '';
    const whole = name.startsWith('@/') ? name.slice(2) : name.startsWith('.') ? joined(folder, name) : null;
    if (whole === null) return [];
    const found = ['', '.ts', '.tsx', '/index.ts'].map((ending) => whole + ending).find((one) => sources.has(one));
    return found && !isAction(sources.get(found) ?? '') ? [found] : [];
  });
}

function joined(folder: string, name: string): string {
  const parts = folder.split('/');
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Every file that is loaded for one: those of the server, and those that run in the browser. */
export function loadedBy(file: string, sources: Sources): { server: Set<string>; browser: Set<string> } {
  const [server, browser] = [new Set<string>(), new Set<string>()];
  const walk = (one: string, isBelowClient: boolean) => {
    const isBrowser = isBelowClient || isClient(sources.get(one) ?? '');
    const known = isBrowser ? browser : server;
    if (known.has(one)) return;
    known.add(one);
    for (const next of importsOf(one, sources)) walk(next, isBrowser);
  };
  walk(file, false);
  return { server, browser };
}

/** The rooms whose translators a file makes itself. */
export function roomsAskedBy(text: string): string[] {
  return [...text.matchAll(/useTranslations\(\s*'(\w+)/g)].map(([, room = '']) => room);
}

/** The rooms that a file sends to the browser, by all of its `<Messages rooms={[…]}>`; `null` where it has none. */
export function roomsSentBy(text: string): string[] | null {
  const lists = [...text.matchAll(/<Messages\s+rooms=\{\[([^\]]*)\]\}/g)];
  if (lists.length === 0) return null;
  return lists.flatMap(([, list = '']) => [...list.matchAll(/'(\w+)'/g)].map(([, room = '']) => room));
}
