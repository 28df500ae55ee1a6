import { expect, test } from 'vitest';
import { keysIn, leavesOf } from './usage';

const matches = (source: string, key: string) => keysIn(source).some((pattern) => pattern.test(key));

test('a key is read with the room of its translator', () => {
  const source = "const t = useTranslations('frame');\nreturn t('home') + t.rich('skip', {});";
  expect(matches(source, 'frame.home')).toBe(true);
  expect(matches(source, 'frame.skip')).toBe(true);
  expect(matches(source, 'home')).toBe(false);
});

test('a key that is put together stands for all of its kind', () => {
  const source = "const t = await getTranslations('roles');\nreturn t(`name.#{role}`);".replace('#', '$');
  expect(matches(source, 'roles.name.viewer')).toBe(true);
  expect(matches(source, 'roles.about.viewer')).toBe(false);
  expect(matches(source, 'roles.name.a.b')).toBe(false);
});

test('a translator that is handed on is followed by its type', () => {
  expect(matches("function f(t: Translator<'refunds'>) { return t('late'); }", 'refunds.late')).toBe(true);
});

test('a sentence that is data names its message whole', () => {
  const source = "return late ? said('refunds.late', { by }) : said(`refunds.step.#{step}`);".replace('#', '$');
  expect(matches(source, 'refunds.late')).toBe(true);
  expect(matches(source, 'refunds.step.mint')).toBe(true);
  expect(matches("spoken(unsaid('refunds.late'))", 'refunds.late')).toBe(false);
  expect(matches("return reader.t('words.none');", 'words.none')).toBe(true);
});

test('what is no translator uses no key', () => {
  expect(keysIn("split('home'); const x = at('home');")).toEqual([]);
});

test('messages are found at any depth', () => {
  expect([...leavesOf({ a: 'x', b: { c: 'y' } })]).toEqual([
    ['a', 'x'],
    ['b.c', 'y'],
  ]);
});
