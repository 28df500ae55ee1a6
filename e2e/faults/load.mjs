// Providers that never give up: requests over kept-alive connections, each with an id of its own in a header that the
// desk keeps, and each with a record of what came of it.

import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const CONNECTIONS = 32;
/** A provider would have given up long ago: an answer later than this is a hang. */
const HANG_MS = 20_000;
const PAUSE_MS = 100;

/**
 * @typedef {{ provider: string, body: Buffer, headers?: Record<string, string>, isChunked?: boolean, pauseMs?: number,
 *   onTaken?: () => void }} Message a pause comes in the middle of the body, `onTaken` once the server has the headers
 * @typedef {{ id: string, message: Message, sentAt: number, answeredAt: number, status: number, delivery: string | null,
 *   error: string | null }} Sent `status` is 0 where no whole answer came, and then `error` says why
 */

export const isAccepted = ({ status }) => status >= 200 && status < 300;

/**
 * Posts messages until they run out or `enough` is called.
 * @param {object} options
 * @param {readonly string[]} options.urls servers, in turn
 * @param {Iterable<Message>} options.messages may be endless
 * @param {number} [options.perSecond] at most so many requests; without it as many as there are connections for
 * @param {boolean} [options.isPatient] whether what was not accepted is sent again, as another request
 */
export function startLoad({ urls, messages, connections = CONNECTIONS, perSecond, isPatient = true }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const source = messages[Symbol.iterator]();
  const again = [];
  const records = [];
  let isEnough = false;
  const next = () => again.shift() ?? (isEnough ? undefined : source.next().value);

  let turn = Date.now();
  const takeTurn = async () => {
    turn = Math.max(turn + 1000 / perSecond, Date.now());
    await sleep(turn - Date.now());
  };

  const client = async (place) => {
    for (let message = next(); message; message = next()) {
      if (perSecond) await takeTurn();
      const record = await post({ agent, url: urls[(place + records.length) % urls.length], message });
      records.push(record);
      if (isAccepted(record)) continue;
      if (isPatient) again.push(message);
      if (record.status === 0) await sleep(PAUSE_MS);
    }
  };
  const finished = Promise.all(Array.from({ length: connections }, (_, place) => client(place))).finally(() =>
    agent.destroy(),
  );
  return {
    records,
    /** No new messages; resolves once every one that was begun is accepted, or given up where nobody is patient. */
    async enough() {
      isEnough = true;
      await finished;
      return records;
    },
    finished: finished.then(() => records),
    /** When the first request that was sent after `moment` was accepted. */
    async accepted(moment) {
      for (;;) {
        const found = records.filter((record) => record.sentAt > moment && isAccepted(record));
        if (found.length > 0) return Math.min(...found.map((record) => record.answeredAt));
        await sleep(20);
      }
    },
  };
}

/** Posts everything once, in no order, and returns the records. */
export const postAll = (url, messages) => startLoad({ urls: [url], messages, isPatient: false }).finished;

/** @returns {Promise<Sent>} */
function post({ agent, url, message }) {
  const { provider, body, headers, isChunked = false, pauseMs = 0, onTaken } = message;
  const record = {
    id: randomUUID(),
    message,
    sentAt: Date.now(),
    answeredAt: 0,
    status: 0,
    delivery: null,
    error: null,
  };
  return new Promise((resolve) => {
    const settle = (outcome) => {
      clearTimeout(hang);
      resolve(Object.assign(record, outcome, { answeredAt: Date.now() }));
    };
    const call = request(`${url}/api/webhooks/${provider}`, {
      method: 'POST',
      agent,
      headers: {
        'content-type': 'application/json',
        ...headers,
        'x-test-request': record.id,
        ...(isChunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': body.length }),
      },
    });
    const hang = setTimeout(() => call.destroy(new Error('hang')), HANG_MS);
    if (onTaken) call.setHeader('expect', '100-continue').on('continue', onTaken);
    call.on('error', (error) => settle({ error: error.code ?? error.message }));
    call.on('response', (response) => {
      response.resume();
      response.on('error', () => settle({ error: 'half answered' }));
      response.on('end', () =>
        settle({ status: response.statusCode, delivery: response.headers['x-concilia-delivery'] ?? null }),
      );
    });
    if (!isChunked && pauseMs === 0) return call.end(body);
    const half = body.length >> 1;
    call.write(body.subarray(0, half));
    setTimeout(() => call.end(body.subarray(half)), pauseMs);
  });
}

/** The number that an answer, as text with its headers, promises a delivery is stored under. */
export function deliveryIn(answer) {
  return /^x-concilia-delivery: (\d+)/im.exec(answer)?.[1] ?? null;
}
