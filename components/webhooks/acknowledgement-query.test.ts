import { expect, test } from 'vitest';
import { acknowledgementsHref, readAcknowledgementQuery } from './acknowledgement-query';

const read = (text: string) => readAcknowledgementQuery(new URLSearchParams(text));
const row = { answeredAt: new Date('2026-03-02T12:05:07.250Z'), id: 'a'.repeat(64) };

test.each(['older', 'newer'] as const)('a place that is %s reads back as it was written', (direction) => {
  const [, search] = acknowledgementsHref(row, direction).split('?');
  expect(read(search ?? '')).toEqual({ place: { ...row, direction }, ignored: [] });
});

test('nonsense is named and left out', () => {
  expect(read('')).toEqual({ place: null, ignored: [] });
  expect(read('older=yesterday&colour=red')).toEqual({ place: null, ignored: ['colour', 'older'] });
  expect(read(`older=1-${'z'.repeat(64)}`).place).toBeNull();
});
