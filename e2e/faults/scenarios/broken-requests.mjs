import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkPromises } from '../evidence.mjs';
import { history } from '../histories.mjs';
import { deliveryIn, isAccepted, postAll } from '../load.mjs';
import { onStage } from '../stage.mjs';
import { speak } from '../wire.mjs';

const HEARING_MS = 3000;
const BREAKING_MS = 100;
/** A final one, whole: "100 Continue" is none. */
const ANSWER = /^HTTP\/1.1 ([2-5]\d\d)(?:.*\r\n)*?\r\n/m;
const LENGTH = 'Content-Length: 2';
const CHUNKED = 'Transfer-Encoding: chunked';
const post = (headers, body = '{}', target = '/api/webhooks/brla') =>
  `POST ${target} HTTP/1.1\r\n${['Host: localhost', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n${body}`;

/** Requests that Node or the frame would answer by themselves, before the desk has seen them. */
const BROKEN = {
  'not HTTP': 'hello\r\n\r\n',
  'an unknown method': post([LENGTH]).replace('POST', 'SEND'),
  'no host': post([LENGTH]).replace('Host', 'Guest'),
  'headers too long': post([LENGTH, `X-Long: ${'x'.repeat(400_000)}`]),
  'a space in a header name': post([LENGTH, 'X Y: z']),
  'a length that is no number': post(['Content-Length: two']),
  'two lengths': post([LENGTH, 'Content-Length: 3']),
  'a length and chunks': post([LENGTH, CHUNKED], '2\r\n{}\r\n0\r\n\r\n'),
  'a chunk size that is no number': post([CHUNKED], 'zz\r\n{}\r\n0\r\n\r\n'),
  'an expectation nobody knows': post([LENGTH, 'Expect: a-miracle']),
  'an expectation that is met': post([LENGTH, 'Expect: 100-continue']),
  'a length of nothing': post(['Content-Length: 0'], ''),
  'a length shorter than the body': post([LENGTH], '{}{"and":"more"}'),
  'a length shorter than the body, kept alive': post([LENGTH], '{}{"and":"more"}').replace('close', 'keep-alive'),
  'a GET with a body': post([LENGTH]).replace('POST', 'GET'),
  'a HEAD with a body': post([LENGTH]).replace('POST', 'HEAD'),
  'an OPTIONS with a body': post([CHUNKED], '2\r\n{}\r\n0\r\n\r\n').replace('POST', 'OPTIONS'),
  'an offer to speak another protocol': post([LENGTH, 'Upgrade: h2c']).replace('close', 'Upgrade'),
  'a body cut short': post(['Content-Length: 500']),
  'a body broken off': post(['Content-Length: 500']),
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

/** Said on one connection, one after the other, each when the one before it is answered. */
const KEPT_ALIVE = [
  'a length of nothing',
  'a GET with a body',
  'an expectation that is met',
  'two slashes',
  'a slash at the end',
];

/** Whatever is wrong with a request, nothing below 500 is said unless it is stored: BRLA takes a 400 for "delivered". */
export const brokenRequests = (report) =>
  onStage(report, { durable: false }, async (stage) => {
    await stage.startProjector();
    const server = await stage.startServer();
    const broken = [];
    for (const [name, text] of Object.entries(BROKEN)) {
      const record = await say(server.port, name, text);
      broken.push(record);
      report.count(name, record.status || 'no answer');
      report.check(
        `${name} is stored, or told so`,
        isAccepted(record) || record.status === 0 || record.status >= 500,
        true,
      );
    }
    broken.push(...(await sayInTurn(report, server.port)));
    const good = await postAll(server.url, [...history('brla', 1), ...history('juno', 2)]);
    const stored = await stage.query("SELECT headers->>'x-test-request' AS request FROM deliveries");
    // What follows a body's end is no HTTP: that may be answered before the request that was taken and is stored.
    const turnedAway = broken.filter((record) => !isAccepted(record) && !record.name.startsWith('a length shorter'));
    const isStored = ({ id }) => stored.some(({ request }) => request === id);
    report.check('turned away, yet stored', turnedAway.filter(isStored).length, 0);
    await checkPromises(report, stage, [...broken, ...good]);
  });

/** @returns {Promise<import('../load.mjs').Sent>} */
async function say(port, name, text) {
  const id = randomUUID();
  const client = speak(port, named(text, id));
  if (name.endsWith('cut short')) client.finish();
  if (name.endsWith('broken off')) await sleep(BREAKING_MS);
  else await Promise.race([client.ended, sleep(HEARING_MS)]);
  client.end();
  return recordOf(id, name, client.heard());
}

/** What was done with a body must leave the connection fit for the next request. */
async function sayInTurn(report, port) {
  const records = [];
  const client = speak(port, '');
  let before = '';
  for (const name of KEPT_ALIVE) {
    const id = randomUUID();
    client.say(named(BROKEN[name], id).replace('close', 'keep-alive'));
    const patience = Date.now() + HEARING_MS;
    while (!ANSWER.test(client.heard().slice(before.length)) && Date.now() < patience) await sleep(5);
    records.push(recordOf(id, name, client.heard().slice(before.length)));
    before = client.heard();
  }
  client.end();
  report.check('answers on one connection', records.map(({ status }) => status).join(' '), '200 503 200 200 200');
  return records;
}

const named = (text, id) => text.replace('\r\n', `\r\nX-Test-Request: ${id}\r\n`);

function recordOf(id, name, heard) {
  const status = Number(ANSWER.exec(heard)?.[1] ?? 0);
  const message = { provider: 'brla', body: Buffer.from(name === 'a length of nothing' ? '' : '{}') };
  return { id, name, message, sentAt: 0, answeredAt: 0, status, delivery: deliveryIn(heard), error: null };
}
