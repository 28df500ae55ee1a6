import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { DEFAULT_LOCALE, LOCALES } from './locales';
import en from './messages/en';
import es from './messages/es';
import ptBR from './messages/pt-BR';
import { keysIn, leavesOf } from './usage';

const catalogues = { en, es, 'pt-BR': ptBR } as const;
const root = path.resolve(import.meta.dirname, '../..');
const sources = ['app', 'components', 'lib'].flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$/.test(file))
    .map((file) => ({ file: path.join(room, file), text: readFileSync(path.join(root, room, file), 'utf8') })),
);

const leaves = Object.fromEntries(LOCALES.map((locale) => [locale, leavesOf(catalogues[locale])]));
const own = leaves[DEFAULT_LOCALE] ?? new Map<string, string>();

test.each(LOCALES)('%s has the same keys as English, none more and none less', (locale) => {
  expect(own.size).toBeGreaterThan(20);
  expect([...(leaves[locale]?.keys() ?? [])].sort()).toEqual([...own.keys()].sort());
});

test.each(LOCALES)('every message of %s can be read, and takes the same values as in English', (locale) => {
  for (const [key, message] of leaves[locale] ?? []) {
    expect(valuesOf(message, locale), key).toEqual(valuesOf(own.get(key) ?? '', DEFAULT_LOCALE));
    expect(message.trim(), key).not.toBe('');
  }
});

test('every key that is used is there, and every key that is there is used', () => {
  const used = sources.flatMap(({ file, text }) => keysIn(text).map((key) => ({ file, key })));
  const missing = used.filter(({ key }) => ![...own.keys()].some((known) => key.test(known)));
  expect(missing.map(({ file, key }) => `${file}: ${key.source}`)).toEqual([]);
  expect([...own.keys()].filter((known) => !used.some(({ key }) => key.test(known)))).toEqual([]);
});

type Part = { readonly type: number; readonly value?: string; readonly options?: Record<string, { value: Part[] }> };

/** The names of what a message is given, in order; throws where it cannot be read. */
function valuesOf(message: string, locale: string): string[] {
  const found = new Set<string>();
  const walk = (parts: readonly Part[]) => {
    for (const { type, value, options, ...rest } of parts) {
      const isGiven = type !== 0 && type !== 7; // neither plain text nor the number of a plural
      if (isGiven && value !== undefined) found.add(value);
      for (const option of Object.values(options ?? {})) walk(option.value);
      if ('children' in rest) walk((rest as { children: Part[] }).children);
    }
  };
  walk(new IntlMessageFormat(message, locale).getAst() as Part[]);
  return [...found].sort();
}
