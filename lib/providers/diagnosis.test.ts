import { describe, expect, test } from 'vitest';
import { failureOfError, failureOfStatus, nameOfCall, retryAfterMs, theirWords } from './diagnosis';

const bytesOf = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

test('what was asked for is named without its query', () => {
  expect(nameOfCall({ method: 'GET', path: '/v1/events?taxId=52998224725' })).toBe('GET /v1/events');
});

describe('an answer that is no success', () => {
  test.each([
    [302, 'not_understood'],
    [400, 'refused'],
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [404, 'refused'],
    [408, 'timed_out'],
    [429, 'rate_limited'],
    [500, 'server_error'],
    [503, 'server_error'],
  ])('%i is %s', (status, problem) => {
    expect(failureOfStatus('GET /x', status, bytesOf(''), [])).toMatchObject({ problem });
  });

  test.each([
    [
      { success: false, error: { code: '0201', message: 'Invalid Nonce' } },
      { code: '0201', message: 'Invalid Nonce' },
    ],
    [
      { success: false, error: 'Duplicated subscription' },
      { code: null, message: 'Duplicated subscription' },
    ],
    [
      { code: 40001, type: 'auth', detail: 'No', status: 401 },
      { code: '40001', message: 'No' },
    ],
    [
      { error: 'invalid_client', error_description: 'Unknown' },
      { code: null, message: 'invalid_client' },
    ],
    [{ message: 'Wrong' }, { code: null, message: 'Wrong' }],
    [{ other: 1 }, null],
    ['<html>', null],
    ['', null],
    [[1], null],
  ])('tells in its own words: %j', (body, words) => {
    expect(theirWords(bytesOf(body), [])).toEqual(words);
  });

  test('keeps secrets, addresses and tokens to itself', () => {
    const message = 'hunter2 of ana@example.com with eyJhbGciOiJIUzI1NiJ9.abcdef is not known';
    expect(failureOfStatus('GET /x', 401, bytesOf({ message }), ['hunter2']).message).toBe(
      'GET /x answered 401: … of … with … is not known.',
    );
  });
});

describe('an error of the line', () => {
  const certificates = [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'HOSTNAME_MISMATCH',
  ];
  test.each([
    ...certificates.map((code) => [code, 'certificate']),
    ['ENOTFOUND', 'unreachable'],
    ['ECONNREFUSED', 'unreachable'],
    ['ECONNRESET', 'unreachable'],
    ['UND_ERR_SOCKET', 'unreachable'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timed_out'],
    ['ETIMEDOUT', 'timed_out'],
  ])('%s is %s', (code, problem) => {
    const error = new TypeError('fetch failed', { cause: Object.assign(new Error('why'), { code }) });
    expect(failureOfError('GET /x', error)).toMatchObject({ problem, message: expect.stringContaining(code) });
  });

  test('without a code is unreachable', () => {
    expect(failureOfError('GET /x', new TypeError('terminated'))).toMatchObject({ problem: 'unreachable' });
  });
});

test.each([
  ['7', 7_000],
  ['0', 0],
  ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ['soon', null],
  ['-1', null],
  ['', null],
  [null, null],
])('Retry-After %j is %j milliseconds', (header, milliseconds) => {
  expect(retryAfterMs(header, Date.UTC(2026, 10, 22, 10))).toBe(milliseconds);
});
