import { expect, test } from 'vitest';
import { acknowledgementsHref, readAcknowledgementQuery } from './acknowledgement-query';

const read = (text: string) => readAcknowledgementQuery(new URLSearchParams(text));
const row = { answeredAt: new Date('2026-03-02T12:05:07.250Z'), id: 'a'.repeat(64) };

test.each(['older', 'newer'] as const)('a place that is %s reads back as it was written', (direction) => {
  for (const state of ['open', 'recovered', 'all'] as const) {
    const [, search] = acknowledgementsHref(state, row, direction).split('?');
    expect(read(search ?? '')).toEqual({ state, place: { ...row, direction }, ignored: [] });
  }
});

test('the open ones are shown unless others are asked for', () => {
  expect(read('')).toEqual({ state: 'open', place: null, ignored: [] });
  expect(acknowledgementsHref('open')).toBe('/webhooks/acknowledgements');
  expect(acknowledgementsHref('recovered')).toBe('/webhooks/acknowledgements?state=recovered');
});

test('nonsense is named and left out', () => {
  expect(read('older=yesterday&colour=red&state=lost')).toEqual({
    state: 'open',
    place: null,
    ignored: ['colour', 'state', 'older'],
  });
  expect(read(`older=1-${'z'.repeat(64)}`).place).toBeNull();
});
