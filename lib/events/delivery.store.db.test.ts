import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import { admit } from '@/lib/ingest';
import { projectAll } from '@/lib/project';
import { brlaMint, type Message, message } from '@/lib/testing';
import { listDeliveries, readDelivery } from './delivery.store';
import { type DeliveryFilters, NO_DELIVERY_FILTERS, type Place, SEARCHED_BODIES } from './received';
import { countNewer, matchingSeqs } from './received.store';

const RECEIVED = new Date('2026-03-02T13:00:00Z');
/** When the first of the test's events happened, by BRLA's clock. */
const HAPPENED = new Date(1_772_452_800_000);
const arrive = ({ provider, body }: Message, receivedAt = RECEIVED, origin: 'sample' | 'admitted' = 'sample') =>
  admit({ provider, body, origin, receivedAt });
const bytes = (...values: number[]): Message => ({ provider: 'brla', name: 'made', body: new Uint8Array(values) });
const long = JSON.stringify({ needle: 'in a long one', padding: 'x'.repeat(64 * 1024) });

const named: Record<string, string> = {};
const all: string[] = [];

beforeAll(async () => {
  const come = async (name: string, ...what: Parameters<typeof arrive>) => {
    named[name] = await arrive(...what);
    all.push(named[name]);
  };
  for (let i = 0; i < 20; i++) await come(`mint ${i}`, brlaMint(i));
  await come('again', brlaMint(3));
  await projectAll();
  await come('stranger', message('brla', '{"subscription":"LOAN","id":"x","nested":{"a":[1,2.50,{"deep":"é"}]}}'));
  await come('marked', message('brla', '\ufeff{"needle":"behind a mark"}'));
  await come('not utf-8', bytes(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d));
  await come('nul', bytes(0x00, 0x7b, 0x7d));
  await come('escaped nul', message('brla', '{"needle":"\\u0000"}'));
  await come('deep', message('brla', '['.repeat(100_000)));
  await come('empty', bytes());
  await come('long', message('brla', long));
  await come('number', message('brla', '{"huge":1e999999}'));
  await come('late', brlaMint(40), new Date(+HAPPENED + 40_000 + 3_600_000 + 1));
  await come('soon', brlaMint(41), new Date(+HAPPENED + 41_000 + 4_000));
  await come('let in', message('juno', '{"event":"TRANSACTION"}'), RECEIVED, 'admitted');
  await projectAll();
  await come('waiting', message('ripio', '{}'), new Date('2026-04-01T02:59:59Z'));
}, 60_000);

afterAll(disconnect);

const newestFirst = () => all.toReversed();
const found = async (filters: Partial<DeliveryFilters>, place: Place = null) =>
  (await listDeliveries('clear', { ...NO_DELIVERY_FILTERS, ...filters }, place, 100, 1000)).rows.map(({ seq }) => seq);
const seqsOf = (...names: string[]) => names.map((name) => named[name]);

/** Every row from one end to the other, by the links of the pages. */
async function walk(filters: DeliveryFilters, from: Place, direction: 'older' | 'newer', limit: number) {
  const seen: string[] = [];
  for (let place: Place = from, pages = 0; pages < 100; pages++) {
    const page = await listDeliveries('clear', filters, place, limit, 1000);
    const seqs = page.rows.map(({ seq }) => seq);
    if (direction === 'older') seen.push(...seqs);
    else seen.unshift(...seqs);
    const next = page[direction];
    if (next === null) return seen;
    place = { seq: next, direction };
  }
  throw new Error('the pages do not end');
}

describe('pages', () => {
  test.each([1, 7, 33, 100])('of %i rows, older and newer, lose and repeat nothing', async (limit) => {
    expect(await walk(NO_DELIVERY_FILTERS, null, 'older', limit)).toEqual(newestFirst());
    expect(await walk(NO_DELIVERY_FILTERS, { seq: '1', direction: 'newer' }, 'newer', limit)).toEqual(
      newestFirst().filter((seq) => seq !== '1'),
    );
  });

  test('hold under a filter and under a search', async () => {
    for (const filters of [{ result: 'event' } as const, { find: '{"subscription":"MINT"}' }]) {
      const whole = { ...NO_DELIVERY_FILTERS, ...filters };
      const rows = await found(filters);
      expect(rows.length).toBeGreaterThan(20);
      expect(await walk(whole, null, 'older', 4)).toEqual(rows);
    }
  });

  test('an empty page leads back to the row one came from', async () => {
    const { rows, newer } = await listDeliveries('clear', NO_DELIVERY_FILTERS, { seq: '1', direction: 'older' }, 5, 10);
    expect(rows).toEqual([]);
    expect(newer).toBeNull(); // before the first number there is none to name
    const last = all.at(-1) as string;
    const beyond = await listDeliveries('clear', NO_DELIVERY_FILTERS, { seq: last, direction: 'newer' }, 5, 10);
    expect(await found({}, { seq: beyond.older as string, direction: 'older' })).toEqual(newestFirst());
  });

  test('the count is of the whole filter, up to its limit', async () => {
    expect((await listDeliveries('clear', { ...NO_DELIVERY_FILTERS, result: 'event' }, null, 1, 1000)).count).toBe(22);
    expect((await listDeliveries('clear', NO_DELIVERY_FILTERS, null, 1, 5)).count).toBe(5);
  });
});

describe('a piece of JSON', () => {
  test('finds the bodies that contain it, at its place in them', async () => {
    expect(await found({ find: '{"nested":{"a":[2.5]}}' })).toEqual(seqsOf('stranger'));
    expect(await found({ find: '{"nested":{"a":[{"deep":"é"}]}}' })).toEqual(seqsOf('stranger'));
    expect(await found({ find: '{"a":[2.5]}' })).toEqual([]);
    expect(await found({ find: '{"data":{"id":"operation-3"}}' })).toEqual(seqsOf('again', 'mint 3'));
    expect(await found({ find: '{"needle":"behind a mark"}' })).toEqual(seqsOf('marked'));
  });

  test('passes over bodies that are not UTF-8, not JSON, too deep or too long, and never fails on them', async () => {
    const objects = await found({ find: '{}' });
    expect(newestFirst().filter((seq) => !objects.includes(seq))).toEqual(
      seqsOf('long', 'empty', 'deep', 'nul', 'not utf-8'),
    );
  });

  test('says how far it looked, within the other filters', async () => {
    const search = (filters: Partial<DeliveryFilters>) =>
      listDeliveries('clear', { ...NO_DELIVERY_FILTERS, find: '{"x":1}', ...filters }, null, 5, 10);
    expect((await search({})).searched).toMatchObject({ count: all.length, isCut: false, to: RECEIVED });
    expect((await search({ provider: 'juno' })).searched).toMatchObject({ count: 1 });
    expect((await search({ find: 'x' })).searched).toBeNull();
  });
});

describe('an id', () => {
  const mint3 = () => seqsOf('again', 'mint 3');

  test.each([
    ['an event', 'event-3-QUEUED'],
    ['our name of the event', 'brla:event-3-QUEUED'],
    ['the object', 'operation-3'],
    ['the transaction', 'brla:operation-3'],
    ['the external reference', 'ref-3'],
  ])('of %s finds its deliveries, the repeated one too', async (_what, find) => {
    expect(await found({ find })).toEqual(mint3());
  });

  test('that is a number is a delivery’s own too', async () => {
    expect(await found({ find: named.stranger as string })).toEqual(seqsOf('stranger'));
    expect(await found({ find: '9223372036854775807' })).toEqual([]);
    expect(await found({ find: 'nobody-has-this' })).toEqual([]);
  });
});

describe('each filter', () => {
  test('keeps what it names', async () => {
    expect(await found({ provider: 'juno' })).toEqual(seqsOf('let in'));
    expect(await found({ result: 'waiting' })).toEqual(seqsOf('waiting'));
    expect(await found({ result: 'duplicate' })).toEqual(seqsOf('again'));
    expect(await found({ origin: 'admitted' })).toEqual(seqsOf('let in'));
    expect(await found({ duplicates: true })).toEqual(seqsOf('again', 'mint 3'));
    expect(await found({ proof: 'signature' })).toEqual([]);
    expect(await found({ proof: 'loopback' })).toEqual(newestFirst());
    expect(await found({ answer: 200 })).toEqual(newestFirst());
    expect(await found({ answer: 202 })).toEqual([]);
  });

  test('lag is from the provider’s clock to ours', async () => {
    expect(await found({ lag: '1h' })).toEqual(seqsOf('late'));
    expect(await found({ lag: '5m' })).toEqual(
      seqsOf('late', 'again', ...[...Array(20).keys()].map((i) => `mint ${19 - i}`)),
    );
    expect(await found({ lag: '5s' })).not.toContain(named.soon);
  });

  test('days are whole days of the zone', async () => {
    const march = { received_from: '2026-03-31', received_to: '2026-03-31' };
    expect(await found({ ...march, tz: 'America/Sao_Paulo' })).toEqual(seqsOf('waiting'));
    expect(await found({ ...march, tz: 'UTC' })).toEqual([]);
    expect(await found({ received_from: '2026-04-01T02:59:59Z' })).toEqual(seqsOf('waiting'));
    expect(await found({ received_from: '2026-04-01', received_to: '2026-04-01T02:59:59Z' })).toEqual([]);
  });

  test('several must all hold', async () => {
    expect(await found({ duplicates: true, result: 'event', find: '{"subscription":"MINT"}' })).toEqual(
      seqsOf('mint 3'),
    );
  });
});

test('a row tells its repetitions and how long its answer took', async () => {
  const page = await listDeliveries('clear', { ...NO_DELIVERY_FILTERS, find: 'operation-3' }, null, 5, 10);
  expect(page.rows.map(({ siblingCount }) => siblingCount)).toEqual([1, 1]);
  expect(page.rows[0]?.answerMs).toBeGreaterThan(0);
  expect(await readDelivery('clear', named['mint 3'] as string)).toMatchObject({ siblingCount: 1, siblings: [{}, {}] });
});

test('the tail counts what came after a number, and reprocessing gets the numbers, newest first', async () => {
  expect(await countNewer(NO_DELIVERY_FILTERS, BigInt(named['let in'] as string), 100)).toBe(1);
  expect(await countNewer(NO_DELIVERY_FILTERS, 0n, 5)).toBe(5);
  expect((await matchingSeqs({ ...NO_DELIVERY_FILTERS, duplicates: true }, 10)).map(String)).toEqual(
    seqsOf('again', 'mint 3'),
  );
});

test('a search inside bodies reads so many and goes on from there', async () => {
  await prisma().$executeRaw`
    INSERT INTO deliveries (provider, environment, origin, received_at, source_address, proof, headers, body, answer_status)
    SELECT 'ripio', 'stage', 'sample', '2026-05-01', '127.0.0.1', 'loopback', '{}', '{"n":1}', 200
    FROM generate_series(1, ${SEARCHED_BODIES})`;
  const search = { ...NO_DELIVERY_FILTERS, find: '{"data":{"id":"operation-3"}}' };
  const first = await listDeliveries('clear', search, null, 5, 10);
  expect(first.rows).toEqual([]);
  expect(first.searched).toMatchObject({ count: SEARCHED_BODIES, isCut: true });
  expect(first.older).not.toBeNull();
  expect(await walk(search, null, 'older', 5)).toEqual(seqsOf('again', 'mint 3'));
  expect(await walk(search, { seq: '1', direction: 'newer' }, 'newer', 5)).toEqual(seqsOf('again', 'mint 3'));
});
