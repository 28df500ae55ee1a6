import { describe, expect, test } from 'vitest';
import { readWebhookQuery, webhooksHref } from './webhook-query';

const read = (text: string) => readWebhookQuery(new URLSearchParams(text));

describe('the address of the webhooks page', () => {
  test('is empty by default', () => {
    expect(read('')).toEqual({ tab: 'received', filters: { provider: null, result: null }, place: null, ignored: [] });
    expect(webhooksHref({})).toBe('/webhooks');
  });

  test.each([
    'provider=juno&result=unrecognised',
    'result=waiting&older=812',
    'tab=refused&newer=3',
    'provider=brla&result=duplicate&newer=9223372036854775807',
  ])('reads %s back as it was written', (text) => {
    const query = read(text);
    expect(query.ignored).toEqual([]);
    expect(read(webhooksHref(query).split('?')[1] ?? '')).toEqual(query);
  });

  test('names nonsense and goes on without it', () => {
    expect(read('provider=nobody&result=lost&older=-1&tab=x&colour=red')).toEqual({
      tab: 'received',
      filters: { provider: null, result: null },
      place: null,
      ignored: ['colour', 'older', 'tab', 'provider', 'result'],
    });
    expect(read('older=9223372036854775808').place).toBeNull();
    expect(read("older=1'%20or%201").place).toBeNull();
  });
});
