import { describe, expect, test } from 'vitest';
import { isWebhookPath, maskWebhookPaths, shownPath, sourceOfPath } from './webhook-path';

const SECRET = 'a-path-secret-of-tests';

test.each([
  [[], '/api/webhooks'],
  [['brla'], '/api/webhooks/brla'],
  [['ripio', SECRET], '/api/webhooks/ripio/[hidden]'],
  [['ripio', 'x'], '/api/webhooks/ripio/[hidden]'],
  [[SECRET], '/api/webhooks/[hidden]'],
  [['nul\u0000'], '/api/webhooks/nul%00'],
  [['\ud800'], '/api/webhooks/%EF%BF%BD'],
  [['a', 'b', 'c', 'd', 'e'], '/api/webhooks/a/[hidden]/[hidden]/[hidden]'],
])('the parts %j are shown as %s', (parts, shown) => expect(shownPath(parts)).toBe(shown));

describe('a line of a log', () => {
  test.each([
    ['POST /api/webhooks/brla HTTP/1.1', 'POST /api/webhooks/brla HTTP/1.1'],
    [`POST /api/webhooks/ripio/${SECRET} HTTP/1.1`, 'POST /api/webhooks/ripio/[hidden] HTTP/1.1'],
    [`/api/webhooks/ripio/${SECRET}?token=${SECRET}`, '/api/webhooks/ripio/[hidden]?[hidden]'],
    [`/api/webhooks/brla?token=${SECRET}`, '/api/webhooks/brla?[hidden]'],
    [`/api/webhooks?token=${SECRET}`, '/api/webhooks?[hidden]'],
    [`//API//webhooks//ripio//${SECRET}/`, '/api/webhooks/ripio/[hidden]'],
    [`/api/webhooks/ripio%2F${SECRET}`, '/api/webhooks/[hidden]'],
    [`{"uri":"\\/api\\/webhooks\\/ripio\\/${SECRET}"}`, '{"uri":"/api/webhooks/ripio/[hidden]"}'],
    [
      `"https://desk.example.com/api/webhooks/ripio/${SECRET}"`,
      '"https://desk.example.com/api/webhooks/ripio/[hidden]"',
    ],
    [
      `/api/webhooks/ripio/${SECRET} "-" "/api/webhooks/${SECRET}"`,
      '/api/webhooks/ripio/[hidden] "-" "/api/webhooks/[hidden]"',
    ],
    ['/api/webhooks/%E0%A4%A', '/api/webhooks/%25E0%25A4%25A'],
    ['/webhooks/refused', '/webhooks/refused'],
    ['/api/webhooksome/thing', '/api/webhooksome/thing'],
  ])('%s', (line, masked) => {
    expect(maskWebhookPaths(line)).toBe(masked);
    expect(maskWebhookPaths(line)).not.toContain(SECRET);
  });

  test('what is masked stays as it is when masked again', () => {
    const once = maskWebhookPaths(`/api/webhooks/ripio/${SECRET}?x=1`);
    expect(sourceOfPath(once)).toBe('ripio');
    expect(isWebhookPath(once)).toBe(true);
  });
});

test.each([
  ['/api/webhooks/brla', 'brla'],
  ['/api/webhooks/ripio/[hidden]?[hidden]', 'ripio'],
  ['/api/webhooks/[hidden]', '[hidden]'],
  ['/api/webhooks', null],
  ['/api/webhooks?x', null],
])('%s is for %s', (path, source) => expect(sourceOfPath(path)).toBe(source));

test.each([
  ['/api/webhooks', true],
  ['/api/webhooks/', true],
  ['http://desk/api/webhooks/brla', true],
  ['/webhooks', false],
  ['/api/webhooksome', false],
  ['/old?next=/api/webhooks/brla', false],
])('%s is a webhook: %s', (path, isOurs) => expect(isWebhookPath(path)).toBe(isOurs));
