import { describe, expect, test } from 'vitest';
import { readRefusalQuery, refusalsHref } from './refusal-query';

const read = (text: string) => readRefusalQuery(new URLSearchParams(text));

describe('the address of the list of refusals', () => {
  test('is empty by default', () => {
    expect(read('')).toEqual({ filters: { state: null, provider: null, cause: null }, place: null, ignored: [] });
    expect(refusalsHref({ state: null, provider: null, cause: null })).toBe('/webhooks/refused');
  });

  test.each([
    'state=open',
    'state=admitted&provider=brla',
    'provider=other&cause=unknown&older=12',
    'cause=too_large',
    'newer=9223372036854775807',
  ])('reads %s back as it was written', (text) => {
    const { filters, place, ignored } = read(text);
    expect(ignored).toEqual([]);
    expect(refusalsHref(filters, place)).toBe(`/webhooks/refused?${text}`);
  });

  test('names nonsense and goes on without it', () => {
    expect(read('state=gone&provider=nobody&cause=bad_luck&older=-1&colour=red')).toEqual({
      filters: { state: null, provider: null, cause: null },
      place: null,
      ignored: ['colour', 'older', 'state', 'provider', 'cause'],
    });
  });
});
