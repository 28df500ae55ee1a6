import { expect, test } from 'vitest';
import { isLocale, negotiate } from './locales';

test.each([
  ['es-MX,es;q=0.9,en;q=0.8', 'es'],
  ['pt-BR', 'pt-BR'],
  ['pt-PT,pt;q=0.9', 'pt-BR'],
  ['de-DE,es;q=0.2,en;q=0.4', 'en'],
  ['en;q=0.1, es-AR', 'es'],
  ['es;q=0, en', 'en'],
  ['xx-Klingon', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [null, 'en'],
  ['../../etc/passwd', 'en'],
] as const)('%j is answered in %s', (header, locale) => {
  expect(negotiate(header)).toBe(locale);
});

test.each(['en-US', 'pt', 'ES', '', undefined, '__proto__'])('%j is no locale of the desk', (text) => {
  expect(isLocale(text)).toBe(false);
});
