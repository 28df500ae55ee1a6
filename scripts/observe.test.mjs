import { expect, test } from 'vitest';
import { groupOf, requestId } from './observe.mjs';
import { routesOf } from './routes.mjs';

test('an id is taken from a proxy of ours, if it is one', () => {
  expect(requestId('abc-123.DEF_4', true)).toBe('abc-123.DEF_4');
  const drawn = /^[\da-f]{8}-[\da-f-]{27}$/;
  expect(requestId('abc-123.DEF_4', false)).toMatch(drawn);
  for (const wrong of ['short', 'with a space', 'a@example.com', '"}\n{"level":', 'x'.repeat(129), undefined])
    expect(requestId(wrong, true)).toMatch(drawn);
});

test('a path is told as its route, never with what stands in it', () => {
  const routeOf = routesOf({
    staticRoutes: [{ page: '/' }, { page: '/transactions' }],
    dynamicRoutes: [
      { page: '/transactions/[id]', regex: '^/transactions/([^/]+?)(?:/)?$' },
      { page: '/api/webhooks/[[...path]]', regex: '^/api/webhooks(?:/(.+?))?(?:/)?$' },
    ],
  });
  expect(routeOf('/transactions/juno:issuance:1')).toBe('/transactions/[id]');
  expect(routeOf('/api/webhooks/ripio/secret')).toBe('/api/webhooks/[[...path]]');
  expect(routeOf('/_next/static/chunks/a.js')).toBe('/_next/…');
  expect(routeOf('/wp-login.php')).toBe('/(none)');
  expect(groupOf('/transactions/[id]')).toBe('/transactions');
  expect(groupOf('/api/v1/exports/[id]/file')).toBe('/api/v1');
  expect(groupOf('/')).toBe('/');
  expect(groupOf('/(none)')).toBe('/(none)');
});
