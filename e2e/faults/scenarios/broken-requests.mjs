import { setTimeout as sleep } from 'node:timers/promises';
import { checkPromises } from '../evidence.mjs';
import { history } from '../histories.mjs';
import { postAll } from '../load.mjs';
import { onStage } from '../stage.mjs';
import { speak } from '../wire.mjs';

const HEARING_MS = 3000;
const post = (headers, body = '', target = '/api/webhooks/brla') =>
  `POST ${target} HTTP/1.1\r\n${['Connection: close', ...headers].join('\r\n')}\r\n\r\n${body}`;
const HOST = 'Host: localhost';
const LENGTH = 'Content-Length: 2';

/** Requests that Node or the frame would answer by themselves, before the desk has seen them. */
const BROKEN = {
  'not HTTP': 'hello\r\n\r\n',
  'an unknown method': 'SEND /api/webhooks/brla HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'no host': post([LENGTH], '{}'),
  'headers too long': post([HOST, LENGTH, `X-Long: ${'x'.repeat(40_000)}`], '{}'),
  'a space in a header name': post([HOST, LENGTH, 'X Y: z'], '{}'),
  'a length that is no number': post([HOST, 'Content-Length: two'], '{}'),
  'two lengths': post([HOST, LENGTH, 'Content-Length: 3'], '{}'),
  'a length and chunks': post([HOST, LENGTH, 'Transfer-Encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n'),
  'a chunk size that is no number': post([HOST, 'Transfer-Encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n'),
  'an expectation nobody knows': post([HOST, LENGTH, 'Expect: a-miracle'], '{}'),
  'a body cut short': post([HOST, 'Content-Length: 500'], '{"subscription":"BURN","id":"cut short"'),
  'chunks cut short': post([HOST, 'Transfer-Encoding: chunked'], '7\r\n{"cut":\r\n'),
  'a path that cannot be decoded': post([HOST, LENGTH], '{}', '/api/webhooks/%E0%A4%A'),
  'a path with a slash at its end': post([HOST, LENGTH], '{}', '/api/webhooks/brla/'),
  'a path with two slashes': post([HOST, LENGTH], '{}', '//api/webhooks/brla'),
  'a path in capitals': post([HOST, LENGTH], '{}', '/API/webhooks/brla'),
  'an absolute address': post([HOST, LENGTH], '{}', 'http://localhost/api/webhooks/brla%2F'),
};

/** Whatever is wrong with a request, nothing below 500 is said unless it is stored: BRLA takes a 400 for "delivered". */
export const brokenRequests = (report) =>
  onStage({ durable: false }, async (stage) => {
    await stage.startProjector();
    const server = await stage.startServer();
    for (const [name, text] of Object.entries(BROKEN)) {
      const client = speak(server.port, text);
      if (name.endsWith('cut short')) client.finish();
      await Promise.race([client.ended, sleep(HEARING_MS)]);
      client.end();
      const answer = /^HTTP\/1.1 (\d{3})/.exec(client.heard())?.[1] ?? 'none';
      report.count(name, answer);
      const [{ stored }] = await stage.query(
        "SELECT count(*)::int AS stored FROM deliveries WHERE headers->>'x-test-request' IS NULL",
      );
      report.check(
        `${name}: not stored, and no answer below 500`,
        stored > 0 || answer < '5' ? answer : 'fine',
        'fine',
      );
    }
    const records = await postAll(server.url, [...history('brla', 1), ...history('juno', 2)]);
    await checkPromises(report, stage, records);
  });
