import { expect, test } from 'vitest';
import { readLetters } from './letters';
import { NARROWEST_PANEL, readPanelWidth, WIDEST_PANEL } from './panel-width';

test('a panel is as wide as it was left, within its bounds', () => {
  expect(readPanelWidth(600)).toBe(600);
  expect(readPanelWidth(600.4)).toBe(600);
  expect(readPanelWidth(1)).toBe(NARROWEST_PANEL);
  expect(readPanelWidth(9_999)).toBe(WIDEST_PANEL);
});

test('a width that is none is the usual one', () => {
  for (const nonsense of [null, '600', Number.NaN, Number.POSITIVE_INFINITY, {}])
    expect(readPanelWidth(nonsense)).toBe(560);
});

test('one-letter keys work until they are switched off', () => {
  expect(readLetters(null)).toBe(true);
  expect(readLetters(true)).toBe(true);
  expect(readLetters(false)).toBe(false);
});
