import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkPromises } from '../evidence.mjs';
import { history } from '../histories.mjs';
import { deliveryIn, isAccepted, postAll } from '../load.mjs';
import { onStage } from '../stage.mjs';
import { speak } from '../wire.mjs';

const HEARING_MS = 3000;
const LENGTH = 'Content-Length: 2';
const CHUNKED = 'Transfer-Encoding: chunked';
const post = (headers, body = '{}', target = '/api/webhooks/brla') =>
  `POST ${target} HTTP/1.1\r\n${['Host: localhost', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n${body}`;

/** Requests that Node or the frame would answer by themselves, before the desk has seen them. */
const BROKEN = {
  'not HTTP': 'hello\r\n\r\n',
  'an unknown method': post([LENGTH]).replace('POST', 'SEND'),
  'no host': post([LENGTH]).replace('Host', 'Guest'),
  'headers too long': post([LENGTH, `X-Long: ${'x'.repeat(40_000)}`]),
  'a space in a header name': post([LENGTH, 'X Y: z']),
  'a length that is no number': post(['Content-Length: two']),
  'two lengths': post([LENGTH, 'Content-Length: 3']),
  'a length and chunks': post([LENGTH, CHUNKED], '2\r\n{}\r\n0\r\n\r\n'),
  'a chunk size that is no number': post([CHUNKED], 'zz\r\n{}\r\n0\r\n\r\n'),
  'an expectation nobody knows': post([LENGTH, 'Expect: a-miracle']),
  'a body cut short': post(['Content-Length: 500']),
  'chunks cut short': post([CHUNKED], '2\r\n{}\r\n'),
  'a path that cannot be decoded': post([LENGTH], '{}', '/api/webhooks/%E0%A4%A'),
  'a slash at the end': post([LENGTH], '{}', '/api/webhooks/brla/'),
  'a slash in disguise': post([LENGTH], '{}', '/api/webhooks/brla%2F'),
  'two slashes': post([LENGTH], '{}', '//api/webhooks/brla'),
  'a path in capitals': post([LENGTH], '{}', '/API/webhooks/brla'),
  'an absolute address': post([LENGTH], '{}', 'http://localhost/api/webhooks/brla'),
  'no provider in the path': post([LENGTH], '{}', '/api/webhooks'),
  'a provider nobody knows': post([LENGTH], '{}', '/api/webhooks/brlla'),
};

/** Whatever is wrong with a request, nothing below 500 is said unless it is stored: BRLA takes a 400 for "delivered". */
export const brokenRequests = (report) =>
  onStage({ durable: false }, async (stage) => {
    await stage.startProjector();
    const server = await stage.startServer();
    const broken = [];
    for (const [name, text] of Object.entries(BROKEN)) {
      const record = await say(server.port, text, name.endsWith('cut short'));
      broken.push(record);
      report.count(name, record.status || 'no answer');
      report.check(
        `${name} is stored, or told so`,
        isAccepted(record) || record.status === 0 || record.status >= 500,
        true,
      );
    }
    const good = await postAll(server.url, [...history('brla', 1), ...history('juno', 2)]);
    const stored = await stage.query("SELECT headers->>'x-test-request' AS request FROM deliveries");
    const turnedAway = broken.filter((record) => !isAccepted(record));
    const isStored = ({ id }) => stored.some(({ request }) => request === id);
    report.check('turned away, yet stored', turnedAway.filter(isStored).length, 0);
    await checkPromises(report, stage, [...broken, ...good]);
  });

/** @returns {Promise<import('../load.mjs').Sent>} */
async function say(port, text, isCutShort) {
  const id = randomUUID();
  const client = speak(port, text.replace('\r\n', `\r\nX-Test-Request: ${id}\r\n`));
  if (isCutShort) client.finish();
  await Promise.race([client.ended, sleep(HEARING_MS)]);
  client.end();
  const heard = client.heard();
  const status = Number(/^HTTP\/1.1 (\d{3})/.exec(heard)?.[1] ?? 0);
  const message = { provider: 'brla', body: Buffer.from('{}') };
  return { id, message, sentAt: 0, answeredAt: 0, status, delivery: deliveryIn(heard), error: null };
}
