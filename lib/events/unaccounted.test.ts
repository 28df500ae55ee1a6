import { describe, expect, test } from 'vitest';
import { readAccessLog } from './access-log';
import { isAcknowledged, unaccounted } from './unaccounted';

const combined = (time: string, status: number, path = '/api/webhooks/brla', method = 'POST') =>
  `203.0.113.7 - - [${time}] "${method} ${path} HTTP/1.1" ${status} 52 "-" "Bitso-Webhooks/1.0"`;
const answered = (arrivals: readonly Date[]) => arrivals.map((at) => ({ at, status: 200 }));

test.each([
  [200, true],
  [204, true],
  [401, true],
  [404, true],
  [413, true],
  [499, false],
  [500, false],
  [503, false],
])('an answer of %i counts as delivered: %s', (status, isDelivered) => {
  const [request] = readAccessLog(combined('02/Mar/2026:09:05:07 +0000', status)).requests;
  expect(request && isAcknowledged(request)).toBe(isDelivered);
});

describe('what no arrival accounts for', () => {
  const { requests } = readAccessLog(
    [7, 7, 20, 40]
      .map((second) => combined(`02/Mar/2026:12:05:${String(second).padStart(2, '0')} +0000`, 200))
      .join('\n'),
  );
  const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 12, 5, second));
  const seconds = (arrivals: Date[]) =>
    unaccounted(requests, answered(arrivals)).map(({ answeredAt }) => answeredAt.getUTCSeconds());

  test('nothing, when each has its own arrival', () => expect(seconds([at(6), at(7), at(19), at(38)])).toEqual([]));
  test('one arrival accounts for one request only', () => expect(seconds([at(7), at(20), at(40)])).toEqual([7]));
  test('an arrival too far away accounts for none', () =>
    expect(seconds([at(7), at(7), at(28), at(40)])).toEqual([20]));
  test('without arrivals, all of them', () => expect(seconds([])).toEqual([7, 7, 20, 40]));
  test('other methods and answers of 500 and more are no acknowledgement', () => {
    const log = [
      combined('02/Mar/2026:12:05:07 +0000', 200, '/api/webhooks/brla', 'GET'),
      combined('02/Mar/2026:12:05:07 +0000', 503),
    ].join('\n');
    expect(unaccounted(readAccessLog(log).requests, [])).toEqual([]);
  });
});

describe('which of several requests reached us', () => {
  const at = new Date('2026-03-02T12:05:07Z');
  const requestsOf = (...statuses: number[]) =>
    readAccessLog(statuses.map((status) => combined('02/Mar/2026:12:05:07 +0000', status)).join('\n')).requests;
  const lost = (statuses: number[], arrivals: number[]) =>
    unaccounted(
      requestsOf(...statuses),
      arrivals.map((status) => ({ at, status })),
    ).map(({ status, answeredBy }) => [status, answeredBy]);

  test('the one that got the answer we gave', () => expect(lost([401, 200], [200])).toEqual([[401, 'front']]));
  test('an answer that the proxy changed is ours all the same', () => expect(lost([404], [503])).toEqual([]));
  test('a refusal that was answered 503 does not account for a 401 beside it', () =>
    expect(lost([401, 503], [503])).toEqual([[401, 'front']]));
  test('of two equal answers nobody can tell which one was ours', () =>
    expect(lost([200, 200], [200])).toEqual([[200, 'unknown']]));
  test('a log that says who answered decides it', () => {
    const line = { time: at.toISOString(), method: 'POST', path: '/api/webhooks/brla', status: 404 };
    const of = (upstream_status: string) => readAccessLog(JSON.stringify({ ...line, upstream_status })).requests;
    expect(unaccounted(of('404'), [])).toMatchObject([{ answeredBy: 'app' }]);
    expect(unaccounted(of('-'), [])).toMatchObject([{ answeredBy: 'front' }]);
  });
});

test('hundreds of thousands of lines and arrivals are paired, all of them', () => {
  const [request] = readAccessLog(combined('02/Mar/2026:12:05:07 +0000', 200)).requests;
  if (!request) throw new Error('a line of this test cannot be read');
  const times = Array.from({ length: 300_000 }, (_, i) => new Date(+request.answeredAt + i * 100));
  const requests = times.map((answeredAt) => ({ ...request, answeredAt }));
  expect(unaccounted(requests, answered(times.filter((_, i) => i % 2 === 0)))).toHaveLength(150_000);
  expect(unaccounted(requests, [])).toHaveLength(300_000);
});
