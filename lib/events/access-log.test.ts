import { expect, test } from 'vitest';
import { AccessLogReader, readAccessLog } from './access-log';

const combined = (time: string, status: number, path = '/api/webhooks/brla', method = 'POST') =>
  `203.0.113.7 - - [${time}] "${method} ${path} HTTP/1.1" ${status} 52 "-" "Bitso-Webhooks/1.0"`;

test('a combined line is read with its zone', () => {
  const { requests, unreadable } = readAccessLog(combined('02/Mar/2026:09:05:07 -0300', 401));
  expect(unreadable).toEqual([]);
  expect(requests).toMatchObject([
    {
      answeredAt: new Date('2026-03-02T12:05:07Z'),
      method: 'POST',
      path: '/api/webhooks/brla',
      status: 401,
      sourceAddress: '203.0.113.7',
      userAgent: 'Bitso-Webhooks/1.0',
    },
  ]);
});

test.each([
  [
    'nginx',
    {
      time_iso8601: '2026-03-02T09:05:07-03:00',
      remote_addr: '203.0.113.7',
      request: 'POST /api/webhooks/juno HTTP/1.1',
      status: 404,
    },
  ],
  [
    'nginx, numbers as text',
    {
      msec: '1772453107.000',
      remote_addr: '203.0.113.7',
      request_method: 'POST',
      request_uri: '/api/webhooks/juno',
      status: '404',
    },
  ],
  [
    'Caddy',
    { ts: 1772453107, request: { method: 'POST', uri: '/api/webhooks/juno', remote_ip: '203.0.113.7' }, status: 404 },
  ],
  [
    'milliseconds',
    {
      timestamp: 1772453107000,
      client_ip: '203.0.113.7',
      method: 'POST',
      path: '/api/webhooks/juno',
      status_code: 404,
    },
  ],
])('a JSON line of %s is read', (_, line) => {
  expect(readAccessLog(JSON.stringify(line)).requests).toMatchObject([
    {
      answeredAt: new Date('2026-03-02T12:05:07Z'),
      method: 'POST',
      path: '/api/webhooks/juno',
      status: 404,
      sourceAddress: '203.0.113.7',
    },
  ]);
});

test.each([
  ['nginx: from behind', { upstream_status: '404' }, true],
  ['nginx: the last attempt counts', { upstream_status: '502, 404' }, true],
  ['nginx: by itself', { upstream_status: '-' }, false],
  ['nginx: nobody behind', { upstream_status: '' }, false],
  ['the proxy changed it', { upstream_status: '503' }, false],
  ['Traefik: from behind', { OriginStatus: 404 }, true],
  ['Traefik: by itself', { OriginStatus: 0 }, false],
  ['a log that does not say', {}, null],
])('who answered, as far as the log tells: %s', (_, more, isPassedOn) => {
  const line = { time: '2026-03-02T12:05:07Z', method: 'POST', path: '/api/webhooks/juno', status: 404, ...more };
  expect(readAccessLog(JSON.stringify(line)).requests).toMatchObject([{ isPassedOn }]);
});

test('a log covers the times of all its lines, those about other things too', () => {
  const lines = ['09:05:07', '09:01:00', '09:30:00'].map((time, i) =>
    combined(`02/Mar/2026:${time} -0300`, 200, i === 0 ? '/api/webhooks/juno' : '/', 'GET'),
  );
  expect(readAccessLog([...lines, 'nonsense'].join('\n'))).toMatchObject({
    firstAt: new Date('2026-03-02T12:01:00Z'),
    lastAt: new Date('2026-03-02T12:30:00Z'),
  });
  expect(readAccessLog('nonsense')).toMatchObject({ firstAt: null, lastAt: null });
});

test('every line is accounted for: a webhook’s, another’s, or unreadable with its number', () => {
  const text = [
    combined('02/Mar/2026:09:05:07 -0300', 200),
    combined('02/Mar/2026:09:05:07 -0300', 200, '/sign-in', 'GET'),
    'nonsense',
    '{"half":',
    '',
    '{"time":"2026-03-02 09:05:07","method":"POST","uri":"/api/webhooks/juno","status":200}',
    combined('99/Mar/2026:09:05:07 -0300', 200),
  ].join('\n');
  const { requests, unreadable } = readAccessLog(text);
  expect(requests).toHaveLength(1);
  expect(unreadable.map(({ line }) => line)).toEqual([3, 4, 6, 7]);
});

test('equal lines are different requests, and the same file gives the same ids again', () => {
  const text = `${combined('02/Mar/2026:09:05:07 -0300', 200)}\n`.repeat(2);
  const ids = readAccessLog(text).requests.map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
  expect(readAccessLog(text).requests.map(({ id }) => id)).toEqual(ids);
});

test('a log that comes in pieces, whatever their size, reads as the whole does', () => {
  const text = [
    combined('02/Mar/2026:09:05:07 -0300', 200),
    'nonsense\r',
    '',
    combined('02/Mar/2026:09:05:08 -0300', 404),
    combined('02/Mar/2026:09:05:08 -0300', 404),
  ].join('\n');
  const whole = readAccessLog(text);
  expect(whole).toMatchObject({ lines: 4, unreadableCount: 1 });
  expect(whole.requests).toHaveLength(3);
  for (const size of [1, 7, 64, 1_000]) {
    const reader = new AccessLogReader();
    for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
    expect(reader.end()).toEqual(whole);
  }
});

test('secrets in an address are in nothing that is kept', () => {
  const secret = 'a-path-secret-of-tests';
  const json = {
    time: '2026-03-02T12:05:07Z',
    request: `POST /api/webhooks/ripio/${secret}?k=${secret} HTTP/1.1`,
    status: 404,
  };
  const log = readAccessLog(
    [
      combined('02/Mar/2026:09:05:07 -0300', 404, `//api/webhooks/ripio/${secret}`),
      JSON.stringify(json),
      `broken POST /api/webhooks/ripio/${secret}`,
    ].join('\n'),
  );
  expect(log.requests.map(({ path }) => path)).toEqual([
    '/api/webhooks/ripio/[hidden]',
    '/api/webhooks/ripio/[hidden]?[hidden]',
  ]);
  expect(log.unreadableCount).toBe(1);
  expect(JSON.stringify(log)).not.toContain(secret);
});

test('what was no HTTP request is another’s line; what no database could hold is unreadable or made harmless', () => {
  const odd = [
    '203.0.113.7 - - [02/Mar/2026:09:05:07 -0300] "\\x16\\x03\\x01" 400 0 "-" "-"',
    '203.0.113.7 - - [02/Mar/2026:09:05:07 -0300] "" 408 0',
    JSON.stringify({ ts: 1e20, method: 'POST', path: '/api/webhooks/juno', status: 200 }),
    JSON.stringify({ time: '-100000-01-01T00:00:00Z', method: 'POST', path: '/api/webhooks/juno', status: 200 }),
    JSON.stringify({
      ts: 1772453107,
      method: 'POST',
      path: '/api/webhooks/a\0',
      remote_addr: '\0',
      user_agent: '\ud800\0',
      status: 200,
    }),
  ];
  const { requests, unreadable } = readAccessLog(odd.join('\n'));
  expect(unreadable.map(({ line }) => line)).toEqual([3, 4]);
  expect(requests).toMatchObject([{ path: '/api/webhooks/a%00', sourceAddress: '\ufffd' }]);
});

test('a file without line breaks, or of garbage, is set aside quickly', () => {
  const started = performance.now();
  const long = readAccessLog(`203.0.113.7 - - [02/Mar/2026:09:05:07 -0300] "POST /api/webhooks/${'x'.repeat(5e6)}`);
  expect(long).toMatchObject({ lines: 1, requests: [], unreadableCount: 1 });
  const garbage = readAccessLog('"[ \n'.repeat(100_000));
  expect(garbage).toMatchObject({ unreadableCount: 100_000 });
  expect(garbage.unreadable).toHaveLength(200);
  expect(performance.now() - started).toBeLessThan(3_000);
});
