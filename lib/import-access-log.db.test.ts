import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import { listAcknowledgements, readAcknowledgementTotals } from './events/acknowledgement.store';
import { importAccessLog } from './import-access-log';
import { receive } from './ingest';

beforeEach(async () => {
  await prisma().$executeRaw`TRUNCATE false_acknowledgements, refusals, access_log_imports`;
  // What arrived in one test must not account for a line of the next; deliveries cannot be removed.
  await prisma().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`DELETE FROM deliveries`;
  });
});
afterAll(disconnect);

const SECRET = 'a-path-secret-of-tests';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A line as nginx writes it, for an answer given now or some seconds from now. */
function combined(path: string, status: number, seconds = 0, method = 'POST'): string {
  const [date = '', time = ''] = new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19).split('T');
  const [year, month, day] = date.split('-');
  const at = `${day}/${MONTHS[Number(month) - 1]}/${year}:${time} +0000`;
  return `203.0.113.7 - - [${at}] "${method} /api/webhooks/${path} HTTP/1.1" ${status} 52 "-" "Bitso-Webhooks/1.0"`;
}

/** Posts to the door from this machine, and gives the line the proxy would have written. */
async function posted(path: string, body = '{}', headers: Record<string, string> = {}): Promise<string> {
  const request = new Request(`http://localhost/api/webhooks/${path}`, {
    method: 'POST',
    body,
    headers: { host: 'localhost', 'x-concilia-peer': '127.0.0.1', ...headers },
  });
  const { status } = await receive(path.split('/'), request);
  return combined(path, status);
}

const listed = async () => (await listAcknowledgements('all', null, 100)).rows;
const imported = (log: string | AsyncIterable<Uint8Array>) =>
  importAccessLog(log, { importedBy: 'ana@example.com', fileName: 'access.log' });

test('exactly those are found that never reached us', async () => {
  const arrived = [await posted('brla'), await posted('juno'), await posted('brla')];
  const lost = [combined('brla', 401, 1), combined('juno', 404, 2), combined('avenia', 200, 3)];
  const harmless = [
    combined('brla', 503),
    combined('brla', 499),
    combined('brla', 200, 0, 'GET'),
    '203.0.113.7 - - [02/Mar/2026:12:05:07 +0000] "GET / HTTP/1.1" 200 52 "-" "-"',
  ];
  const report = await imported([...lost, 'nonsense', ...arrived, ...harmless].join('\n'));
  expect(report).toEqual({
    lines: 11,
    webhookRequests: 9,
    acknowledged: 6,
    unaccounted: 3,
    added: 3,
    unreadable: [{ line: 4, text: 'nonsense' }],
    unreadableCount: 1,
  });
  expect(await listed()).toMatchObject([
    { provider: null, path: '/api/webhooks/avenia', status: 200 },
    { provider: 'juno', path: '/api/webhooks/juno', status: 404 },
    { provider: 'brla', path: '/api/webhooks/brla', status: 401, userAgent: 'Bitso-Webhooks/1.0' },
  ]);
  expect((await listed()).map(({ answeredBy }) => answeredBy)).toEqual(['front', 'front', 'front']);
  expect(await readAcknowledgementTotals()).toEqual({
    open: 3,
    recovered: 0,
    lastOpenAt: (await listed())[0]?.answeredAt,
  });
});

test('the same file again adds nothing; a longer one adds what is new', async () => {
  const log = [combined('brla', 404), combined('brla', 404), combined('ripio', 302)].join('\n');
  expect(await imported(log)).toMatchObject({ unaccounted: 3, added: 3 });
  expect(await imported(log)).toMatchObject({ unaccounted: 3, added: 0 });
  expect(await imported(`${log}\n${combined('juno', 404)}`)).toMatchObject({ unaccounted: 4, added: 1 });
  expect(await listed()).toHaveLength(4);
});

test('a refusal whose bytes were kept accounts for one line of a proxy that answered otherwise', async () => {
  expect(await posted('brla', 'x'.repeat(1024 * 1024 + 1))).toContain(' 503 ');
  const line = combined('brla', 413);
  expect(await imported(line)).toMatchObject({ acknowledged: 1, unaccounted: 0, added: 0 });
  const other = combined('brla', 413, 1);
  expect(await imported(`${line}\n${other}`)).toMatchObject({ acknowledged: 2, unaccounted: 1, added: 1 });
});

test('a log that comes in pieces is read as it comes', async () => {
  const text = [combined('brla', 404), combined('juno', 404, 1)].join('\n');
  async function* pieces() {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at += 10) yield bytes.subarray(at, at + 10);
  }
  expect(await imported(pieces())).toMatchObject({ lines: 2, unaccounted: 2, added: 2 });
});

test('secrets of an address are nowhere in the database', async () => {
  const json = { ts: Date.now(), method: 'POST', uri: `/api/webhooks/ripio/${SECRET}?k=${SECRET}`, status: 404 };
  await imported([combined(`ripio/${SECRET}`, 404), JSON.stringify(json), combined(SECRET, 404)].join('\n'));
  const rows = await listed();
  expect(rows.map(({ provider, path }) => [provider, path]).sort()).toEqual([
    [null, '/api/webhooks/[hidden]'],
    ['ripio', '/api/webhooks/ripio/[hidden]'],
    ['ripio', '/api/webhooks/ripio/[hidden]?[hidden]'],
  ]);
  expect(JSON.stringify(await prisma().falseAcknowledgement.findMany())).not.toContain(SECRET);
});

test('lines that nobody would write do not stop an import', async () => {
  const odd = { ts: 1e20, method: 'POST', path: '/api/webhooks/juno', status: 200 };
  const zero = {
    ts: Date.now(),
    method: 'POST',
    path: '/api/webhooks/a\u0000',
    user_agent: 'x\u0000\ud800',
    status: 404,
  };
  const report = await imported(
    [JSON.stringify(odd), JSON.stringify(zero), `${combined('brla', 404)}\u0000`].join('\n'),
  );
  expect(report).toMatchObject({ lines: 3, unaccounted: 2, added: 2, unreadableCount: 1 });
});

test('many are written, and the list is walked by keyset both ways without losing one', async () => {
  const lines = Array.from({ length: 2_500 }, (_, i) => combined('brla', 404, i % 40));
  expect(await imported(lines.join('\n'))).toMatchObject({ unaccounted: 2_500, added: 2_500 });
  const seen: string[] = [];
  let page = await listAcknowledgements('open', null, 400);
  for (;;) {
    seen.push(...page.rows.map(({ id }) => id));
    if (!page.older) break;
    page = await listAcknowledgements('open', { ...page.older, direction: 'older' }, 400);
  }
  expect(new Set(seen).size).toBe(2_500);
  expect(seen).toHaveLength(2_500);
  const back = page.newer && (await listAcknowledgements('open', { ...page.newer, direction: 'newer' }, 400));
  expect(back?.rows.map(({ id }) => id)).toEqual(seen.slice(2_000, 2_400));
});
