import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from '@/lib/db';
import type { Place } from './received';
import type { Refusal, RefusalFilters } from './refusal';
import { admitRefusal, keepRefusal } from './refusal.store';
import { listRefused, readRefusalTotals, readRefused } from './refusal-list.store';

/** Each test has a minute of its own: the gate counts by the minute. */
let minute = Date.UTC(2026, 2, 2, 12, 0, 0);
beforeEach(async () => {
  minute += 60_000;
  await prisma().$executeRaw`TRUNCATE refusals, refusal_counts RESTART IDENTITY`;
});
afterAll(disconnect);

const MIB = 1024 * 1024;
const refusal = (more: Partial<Refusal> = {}): Refusal => ({
  receivedAt: new Date(minute),
  path: '/api/webhooks/brla',
  cause: 'no_proof',
  reason: 'The signature does not match the body.',
  sourceAddress: '203.0.113.7',
  headers: { signature: 'AAAA' },
  body: new TextEncoder().encode('{"amount": 1.50}'),
  answerStatus: 503,
  ...more,
});
const environmentOf = () => 'stage' as const;
const admit = (seq: bigint, by = 'ana@example.com') => admitRefusal(seq, by, environmentOf);
const totals = () => readRefusalTotals(new Date(minute - 3_600_000), new Date(minute));

/** Puts one in, and tells its number. */
async function kept(more: Partial<Refusal> = {}): Promise<bigint> {
  expect(await keepRefusal(refusal(more))).toBe(true);
  const { seq } = await prisma().refusal.findFirstOrThrow({ orderBy: { seq: 'desc' } });
  return seq;
}

test('300 a minute are kept, the others counted by cause, and the next minute keeps again', async () => {
  const results = await Promise.all(Array.from({ length: 305 }, () => keepRefusal(refusal())));
  expect(results.filter(Boolean)).toHaveLength(300);
  expect(await keepRefusal(refusal({ cause: 'unknown_source' }))).toBe(false);
  expect(await totals()).toEqual({
    open: 300,
    admitted: 0,
    onlyCounted: { no_proof: 5, too_large: 0, unknown_source: 1 },
  });
  minute += 60_000;
  expect(await keepRefusal(refusal())).toBe(true);
  expect(await totals()).toMatchObject({ open: 301, onlyCounted: { no_proof: 5, unknown_source: 1 } });
});

test('32 MiB a minute are kept', async () => {
  const body = new Uint8Array(8 * MIB);
  for (const isKept of [true, true, true, true, false])
    expect(await keepRefusal(refusal({ cause: 'too_large', body }))).toBe(isKept);
  expect(await keepRefusal(refusal())).toBe(false);
  expect((await totals()).onlyCounted).toEqual({ no_proof: 1, too_large: 1, unknown_source: 0 });
});

const fill = (rows: number, bytes: number) => prisma().$executeRaw`
  INSERT INTO refusals (received_at, path, cause, reason, source_address, headers, size_bytes, body, answer_status)
  SELECT now(), '/api/webhooks/brla', 'no_proof', 'made', '203.0.113.7', '{}', ${bytes}, ''::bytea, 503
  FROM generate_series(1, ${rows}::int)`;

test('20,000 are kept, and one that is admitted makes room', async () => {
  await fill(19_999, 1);
  const seq = await kept();
  expect(await keepRefusal(refusal())).toBe(false);
  expect(await admit(seq)).toHaveProperty('deliverySeq');
  expect(await keepRefusal(refusal())).toBe(true);
  expect((await totals()).onlyCounted.no_proof).toBe(1);
});

test('256 MiB are kept, to the byte', async () => {
  const { body } = refusal();
  await fill(1, 256 * MIB - body.byteLength);
  expect(await keepRefusal(refusal())).toBe(true);
  expect(await keepRefusal(refusal({ body: new Uint8Array(1) }))).toBe(false);
  expect(await keepRefusal(refusal({ body: new Uint8Array(0) }))).toBe(true);
});

test('an admitted message is a delivery with the same bytes, headers and time, marked, queued, and kept as refusal', async () => {
  const seq = await kept();
  const admission = await admit(seq);
  expect(admission).toHaveProperty('deliverySeq');
  const deliverySeq = BigInt('deliverySeq' in admission ? admission.deliverySeq : 0);
  const { recordedAt: _, ...delivery } = await prisma().delivery.findUniqueOrThrow({ where: { seq: deliverySeq } });
  const { receivedAt, sourceAddress, headers, body, answerStatus } = refusal();
  expect(delivery).toEqual({
    seq: deliverySeq,
    isEncrypted: false,
    provider: 'brla',
    environment: 'stage',
    origin: 'admitted',
    proof: 'person',
    receivedAt,
    sourceAddress,
    headers,
    body,
    answerStatus,
  });
  expect(await prisma().inboxEntry.count({ where: { deliverySeq } })).toBe(1);
  expect(await readRefused('clear', String(seq))).toMatchObject({
    body,
    admission: { deliverySeq: String(deliverySeq), by: 'ana@example.com' },
  });
  expect(await totals()).toMatchObject({ open: 0, admitted: 1 });
});

test('admitting twice makes one delivery, and the first name stays', async () => {
  const seq = await kept();
  const before = await prisma().delivery.count();
  await admit(seq);
  expect(await admit(seq, 'bob@example.com')).toEqual({ message: 'already_admitted' });
  expect(await prisma().delivery.count()).toBe(before + 1);
  expect((await readRefused('clear', String(seq)))?.admission?.by).toBe('ana@example.com');
});

test('eight people at once admit it once', async () => {
  const seq = await kept();
  const before = await prisma().delivery.count();
  const admissions = await Promise.all(Array.from({ length: 8 }, (_, i) => admit(seq, `person-${i}@example.com`)));
  expect(admissions.filter((one) => 'deliverySeq' in one)).toHaveLength(1);
  expect(admissions.filter((one) => 'message' in one && one.message === 'already_admitted')).toHaveLength(7);
  expect(await prisma().delivery.count()).toBe(before + 1);
});

test.each([
  '/api/webhooks/stripe',
  '/api/webhooks/[hidden]',
  '/api/webhooks',
  '/api/webhooks/',
  '/api/webhooks/__proto__',
])('what came to %s cannot be admitted: nobody knows whose it is', async (path) => {
  const seq = await kept({ path, cause: 'unknown_source' });
  expect(await admit(seq)).toEqual({ message: 'unknown_source' });
  expect((await readRefused('clear', String(seq)))?.admission).toBeNull();
});

test('one that is not there cannot be admitted', async () => {
  expect(await admit(999_999n)).toEqual({ message: 'not_found' });
  expect(await readRefused('clear', '999999')).toBeNull();
  expect(await readRefused('clear', 'abc')).toBeNull();
});

test('the list is walked by keyset both ways, and narrowed by state, cause and whose address it was', async () => {
  const paths = ['brla', 'juno', 'ripio/[hidden]', 'stripe', 'brla/[hidden]', 'brlax'];
  for (const [i, path] of paths.entries())
    await kept({
      path: `/api/webhooks/${path}`,
      cause: i === 1 ? 'too_large' : i === 3 ? 'unknown_source' : 'no_proof',
    });
  await admit(1n);
  const all = { state: null, provider: null, cause: null } as const;
  const seqs = async (filters: RefusalFilters, place: Place, limit: number) =>
    (await listRefused('clear', filters, place, limit)).rows.map(({ seq }) => seq);
  expect(await listRefused('clear', all, null, 4)).toMatchObject({ newer: null, older: '3' });
  expect(await seqs(all, null, 4)).toEqual(['6', '5', '4', '3']);
  expect(await seqs(all, { seq: '3', direction: 'older' }, 4)).toEqual(['2', '1']);
  expect(await seqs(all, { seq: '2', direction: 'newer' }, 2)).toEqual(['4', '3']);
  expect(await listRefused('clear', all, { seq: '2', direction: 'newer' }, 4)).toMatchObject({
    newer: null,
    older: '3',
  });
  expect(await seqs({ ...all, state: 'open', provider: 'brla' }, null, 9)).toEqual(['5']);
  expect(await seqs({ ...all, state: 'admitted' }, null, 9)).toEqual(['1']);
  expect(await seqs({ ...all, provider: 'ripio' }, null, 9)).toEqual(['3']);
  expect(await seqs({ ...all, provider: 'other' }, null, 9)).toEqual(['6', '4']);
  expect(await seqs({ ...all, cause: 'too_large' }, null, 9)).toEqual(['2']);
  expect(await seqs({ ...all, cause: 'unknown_source', provider: 'other' }, null, 9)).toEqual(['4']);
  expect(await seqs({ ...all, cause: 'unknown' }, null, 9)).toEqual([]);
});

test.each(['no_proof', 'too_large', 'unknown_source'] as const)(
  'why it was refused is kept in a word: %s',
  async (cause) => {
    const seq = await kept({ cause, reason: 'A sentence that tells nothing of it.' });
    expect(await readRefused('clear', String(seq))).toMatchObject({
      cause,
      reason: 'A sentence that tells nothing of it.',
    });
    expect((await listRefused('clear', { state: null, provider: null, cause }, null, 9)).rows).toMatchObject([
      { cause },
    ]);
  },
);
