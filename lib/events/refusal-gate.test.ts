import { expect, test } from 'vitest';
import { RefusalGate } from './refusal-gate';

const NOON = Date.UTC(2026, 2, 2, 12);

test('past the number of a minute refusals are only counted, by cause; the next minute starts afresh', () => {
  const gate = new RefusalGate({ perMinute: 2, bytesPerMinute: 1_000 });
  expect(['a', 'a', 'b', 'a'].map((cause) => gate.admits(cause, 1, NOON + 1))).toEqual([true, true, false, false]);
  expect(gate.admits('a', 1, NOON + 60_000)).toBe(true);
  expect([...gate.takeCounts()]).toEqual([
    ['b', 1],
    ['a', 1],
  ]);
  expect([...gate.takeCounts()]).toEqual([]);
});

test('past the bytes of a minute too, but a smaller one still fits', () => {
  const gate = new RefusalGate({ perMinute: 100, bytesPerMinute: 1_000 });
  expect([600, 600, 400, 1].map((size) => gate.admits('large', size, NOON))).toEqual([true, false, true, false]);
});
