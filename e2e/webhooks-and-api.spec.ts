import { apiKey, type Desk, deliver, expect, folded, payload, query, test } from './fixtures';

/** The door and the API, over real HTTP against the built app. */

async function api(desk: Desk, key: string | null, path: string) {
  const response = await fetch(desk.url + path, { headers: key ? { authorization: `Bearer ${key}` } : {} });
  return { status: response.status, body: await response.json() };
}

test('payloads posted in any order, twice, give the right transaction, once', async ({ emptyDesk }) => {
  const key = apiKey(emptyDesk);
  const files = {
    juno: ['redemption-refund-complete', 'issuance-complete', 'conversion-complete'],
    ripio: ['fiat-withdrawal-refund-completed', 'fiat-deposit-cancelled-refunded', 'fiat-deposit-completed'],
    brla: ['burn-success', 'burn-queued', 'repost-transaction', 'burn-posted', 'money-transfer-success'],
  };
  for (const [provider, list] of Object.entries(files)) {
    for (const name of [...list, ...list.toReversed()]) {
      const response = await deliver(emptyDesk, provider, payload(provider, name));
      expect(response.status).toBe(200);
      expect(response.headers.get('x-concilia-delivery')).toMatch(/^\d+$/);
    }
  }
  await folded(emptyDesk);
  const list = await api(emptyDesk, key, '/api/v1/transactions?limit=200');
  const ids = list.body.data.map((row: { id: string }) => row.id);
  expect(new Set(ids).size).toBe(ids.length);
  const conversion = list.body.data.find((row: { kind: string }) => row.kind === 'conversion');
  expect(conversion).toMatchObject({
    amount: '25000',
    currency: 'MXNB',
    amount_out: '1298.3766240000',
    currency_out: 'USDC',
    status: 'completed',
  });
  const detail = await api(emptyDesk, key, `/api/v1/transactions/${encodeURIComponent(conversion.id)}`);
  expect(detail.body).toMatchObject({
    id: conversion.id,
    refund: null,
    events: [{ type: 'Completed', duplicates: 1 }],
  });
  expect(detail.body.events[0].received_at).toMatch(/^\d{4}-.*Z$/);
});

test('the API asks for a key and names a bad parameter', async ({ desk }) => {
  const key = apiKey(desk);
  for (const path of ['/api/v1/transactions', '/api/v1/transactions/x', '/api/v1/search?q=x']) {
    expect((await api(desk, null, path)).status).toBe(401);
    expect((await api(desk, 'ck_wrong', path)).status).toBe(401);
  }
  const bad = await api(desk, key, '/api/v1/transactions?status=done&limit=0');
  expect(bad.status).toBe(400);
  expect(bad.body.detail.map((problem: { parameter: string }) => problem.parameter).sort()).toEqual([
    'limit',
    'status',
  ]);
  expect((await api(desk, key, '/api/v1/search?q=')).status).toBe(400);
  expect((await api(desk, key, '/api/v1/transactions/juno:issuance:nobody')).status).toBe(404);
});

test('the API walks all transactions by its cursor, each once', async ({ desk }) => {
  const key = apiKey(desk);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body } = await api(desk, key, `/api/v1/transactions?limit=100${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.data.map((row: { id: string }) => row.id));
    cursor = body.next_cursor;
  }
  const [row] = await query<{ count: string }>(desk, 'SELECT count(*) FROM transactions');
  expect(new Set(seen).size).toBe(Number(row?.count));
  expect(seen.length).toBe(Number(row?.count));
});

test('what is not understood is answered 2xx, kept byte for byte and shown with its reason', async ({ desk }) => {
  const bodies = [
    '',
    'not json',
    '{"event":',
    '[]',
    'null',
    `{"a":${'9'.repeat(500)}}`,
    '['.repeat(20_000),
    '{"a":"\\u0000"}',
  ];
  for (const body of bodies) expect((await deliver(desk, 'juno', body)).status).toBe(200);
  const utf16 = new Uint8Array(Buffer.from('\ufeff{"event":"TRANSACTION"}', 'utf16le'));
  expect((await deliver(desk, 'brla', utf16)).status).toBe(200);
  await folded(desk);
  const rows = await query<{ body: Buffer; outcome: string; reason: string }>(
    desk,
    `SELECT d.body, r.outcome, r.reason FROM deliveries d JOIN readings r ON r.delivery_seq = d.seq ORDER BY d.seq DESC LIMIT ${bodies.length + 1}`,
  );
  expect(rows.map((row) => row.outcome)).toEqual(rows.map(() => 'unrecognised'));
  expect(rows.every((row) => row.reason.length > 5)).toBe(true);
  expect(rows.toReversed().map((row) => row.body.toString())).toEqual([...bodies, Buffer.from(utf16).toString()]);
});

test('over 1 MiB is answered 503 and kept as refused', async ({ desk }) => {
  const response = await deliver(desk, 'brla', 'x'.repeat(1024 * 1024 + 1));
  expect(response.status).toBe(503);
  const [row] = await query<{ size: string }>(
    desk,
    "SELECT size_bytes AS size FROM refusals WHERE cause = 'too_large' ORDER BY seq DESC LIMIT 1",
  );
  expect(Number(row?.size)).toBe(1024 * 1024 + 1);
  expect((await deliver(desk, 'brla', 'x'.repeat(1024 * 1024))).status).toBe(200);
});

test('an unknown source is refused with 5xx, so that a true message stays undelivered at the provider', async ({
  desk,
}) => {
  const response = await deliver(desk, 'stripe', '{}');
  expect(response.status).toBe(503);
});

test('a header of the client’s own cannot change who it is', async ({ desk }) => {
  const spoofed = { 'x-forwarded-for': '52.15.91.227', 'x-concilia-peer': '52.15.91.227' };
  expect((await deliver(desk, 'juno', payload('juno', 'issuance-complete'), spoofed)).status).toBe(200);
  const [row] = await query<{ source_address: string; proof: string; headers: Record<string, string> }>(
    desk,
    'SELECT source_address, proof, headers FROM deliveries ORDER BY seq DESC LIMIT 1',
  );
  expect(row?.proof).toBe('loopback');
  expect(row?.source_address).toMatch(/^(127\.0\.0\.1|::1)$/);
  expect(JSON.stringify(row?.headers)).not.toContain('52.15');
});

test('secrets in headers are not kept', async ({ desk }) => {
  await deliver(desk, 'ripio', '{}', {
    authorization: 'Bearer very-secret-token',
    cookie: 'session=very-secret',
    'x-api-key': 'very-secret-key',
  });
  const rows = await query(desk, "SELECT 1 FROM deliveries WHERE headers::text LIKE '%very-secret%'");
  expect(rows).toEqual([]);
});
