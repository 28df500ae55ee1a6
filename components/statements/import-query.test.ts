import { expect, test } from 'vitest';
import { type ImportQuery, importHref, readImportQuery } from './import-query';

const read = (href: string) => readImportQuery(new URL(href, 'http://desk.invalid').searchParams);

test.each<ImportQuery>([
  { step: 'file', account: null, upload: null, statement: null },
  { step: 'file', account: 'a 1', upload: null, statement: null },
  { step: 'preview', account: 'a', upload: 'u', statement: null },
  { step: 'import', account: 'a', upload: null, statement: '12' },
])('an address reads back as what it was written from: %j', (query) => {
  expect(read(importHref(query))).toEqual(query);
});

test('a step without an account or a file is the first one', () => {
  expect(read('/x?step=preview&account=a').step).toBe('file');
  expect(read('/x?step=preview&upload=u').step).toBe('file');
  expect(read('/x?step=elsewhere&account=a&upload=u').step).toBe('file');
});
