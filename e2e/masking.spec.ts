import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre';
import { may, type Role, sightOf } from '../lib/access/rights';
import { addressOf, guardedDoors, keyWith, type Samples, samplesOf } from './doors-walked';
import { awake, type Desk, expect, query, test } from './fixtures';
import { personAs } from './people-as';
import { PERSONAL, planted, REFERENCES } from './planted';

/**
 * N10: whoever sees masked obtains no personal value by any way out. The same walk as somebody who sees clear finds every
 * one of them, so that a way that is not walked shows.
 */

test.describe.configure({ mode: 'serial' });
test.setTimeout(900_000);

type Out = { readonly name: string; readonly text: string };
type Way = { readonly name: string; readonly address: string; readonly init?: RequestInit; readonly isRsc?: boolean };

/** The forms in which a value may hide in an answer. */
function formsOf(value: string): string[] {
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.from(`${' '.repeat(shift)}${value}`).toString('base64');
    return text.slice(shift === 0 ? 0 : 4, -4); // without what belongs to the neighbours
  });
  const words = value.includes(' ') ? value.split(' ') : [];
  return [value, value.toUpperCase(), value.toLowerCase(), encodeURIComponent(value), ...words, ...base64].filter(
    (form) => form.length >= 5,
  );
}

/** The personal values that an answer gives away. */
function leaksOf({ name, text }: Out): string[] {
  const bare = text.replaceAll(/[\s.\-/\u00a0]/g, '');
  const lower = text.toLowerCase();
  return Object.entries(PERSONAL)
    .filter(([, value]) => {
      const isNumber = /^\d+$/.test(value);
      return (isNumber && bare.includes(value)) || formsOf(value).some((form) => lower.includes(form.toLowerCase()));
    })
    .map(([what]) => `${name}: ${what}`);
}

async function ask(desk: Desk, { name, address, init, isRsc }: Way, headers: Record<string, string>): Promise<Out> {
  const asked = {
    redirect: 'manual' as const,
    ...init,
    headers: { origin: desk.url, ...headers, ...(isRsc && { rsc: '1' }), ...(init?.headers as Record<string, string>) },
  };
  const first = await fetch(desk.url + address, asked);
  // What may be personal moves out of the address first.
  const kept = first.headers.get('location');
  const answer = kept?.includes('=%7E') ? await fetch(new URL(kept, desk.url), asked) : first;
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isBook = bytes.subarray(0, 2).toString() === 'PK';
  const text = isBook ? JSON.stringify((await readXlsx(bytes)).sheets) : bytes.toString('utf8');
  return { name: `${name} (${answer.status})`, text: `${JSON.stringify([...answer.headers])}\n${text}` };
}

const FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
const FILES = [
  ['transactions', '/transactions/export?'],
  ['refunds', '/refunds/export?'],
  ['legs', '/reconciliation/rails/spei/export?'],
  ['lines', '/reconciliation/rails/spei/lines/export?'],
  ['exceptions', '/reconciliation/exceptions/export?'],
] as const;

/** Every page with nothing asked, and with what brings the planted to sight. */
function pages(known: Samples): string[] {
  const all = guardedDoors().filter(({ kind, file }) => kind === 'page' && !file.includes('statements/import'));
  return [
    ...all.map(({ file }) => addressOf(file, known)),
    ...[REFERENCES.transaction, REFERENCES.deposit, REFERENCES.ticket].map(
      (id) => `/transactions/${encodeURIComponent(id)}`,
    ),
    `/transactions?q=${REFERENCES.issuance}`,
    '/transactions?limit=200&sort=-occurred_at',
    `/transactions?sel=${encodeURIComponent(REFERENCES.transaction)}`,
    `/search?q=${REFERENCES.issuance}`,
    `/search?q=${REFERENCES.clave}`,
    '/search?q=Zarando',
    '/search?q=HUITZIL',
    `/search?q=6461801154077712`,
    '/reconciliation/rails/spei?limit=200',
    '/reconciliation/rails/ars?limit=200',
    '/reconciliation/rails/pix?limit=200',
    '/reconciliation/rails/spei/lines?limit=200',
    '/reconciliation/rails/spei/lines?q=HUITZIL',
    '/webhooks?result=unrecognised',
    '/webhooks?find=planted-issuance-1',
  ];
}

async function addresses(desk: Desk): Promise<string[]> {
  const known = await samplesOf(desk);
  const planted = await query<{ address: string }>(
    desk,
    `SELECT '/webhooks/' || delivery_seq AS address FROM events WHERE transaction_id IN ('${REFERENCES.transaction}', '${REFERENCES.deposit}', '${REFERENCES.ticket}')
     UNION SELECT '/reconciliation/lines/' || seq FROM lines WHERE account_id = 'planted-mx'
     UNION SELECT '/reconciliation/statements/' || id FROM statements WHERE account_id = 'planted-mx'
     UNION SELECT '/reconciliation/exceptions/' || id FROM match_exceptions WHERE line_seq IN (SELECT seq FROM lines WHERE account_id = 'planted-mx')
     UNION SELECT '/reconciliation/legs/' || replace(replace(id, ':', '%3A'), '#', '%23') FROM legs WHERE transaction_id IN ('${REFERENCES.transaction}', '${REFERENCES.deposit}', '${REFERENCES.ticket}')`,
  );
  return [...pages(known), ...planted.map(({ address }) => address)];
}

/** All ways out that a person has; those closed to their role answer 403, which tells nothing either. */
async function waysOfPerson(desk: Desk): Promise<Way[]> {
  const ids = [REFERENCES.transaction, REFERENCES.deposit, REFERENCES.ticket].map(encodeURIComponent);
  const typed = [
    ...Object.values(PERSONAL),
    REFERENCES.issuance,
    REFERENCES.clave,
    'Zarando',
    'HUITZILI',
    '64618011540777',
  ];
  const [{ id: file } = { id: '' }] = await query<{ id: string }>(
    desk,
    `SELECT id FROM exports WHERE state = 'done' AND NOT is_streamed AND sight = 'clear' LIMIT 1`,
  );
  return [
    ...(await addresses(desk)).flatMap((address) => [
      { name: `page ${address}`, address },
      { name: `payload ${address}`, address, isRsc: true },
    ]),
    ...FILES.flatMap(([list, address]) =>
      FORMATS.map((format) => ({ name: `${list} as ${format}`, address: `${address}format=${format}&columns=all` })),
    ),
    ...typed.map((text) => ({
      name: `suggestions for ${text}`,
      address: '/search/find',
      init: { method: 'POST', body: text },
    })),
    { name: 'live rows', address: `/transactions/live/rows?mark=0&row=${ids.join('&row=')}` },
    { name: 'differences', address: '/webhooks/lists/export' },
    { name: 'a file of another', address: `/exports/${file}/file` },
    { name: 'its manifest', address: `/exports/${file}/manifest` },
  ];
}

function waysOfKey(): Way[] {
  const searched = [...Object.values(PERSONAL), REFERENCES.issuance, REFERENCES.clave, 'Zarando', '64618011540777'];
  return [
    ...[
      'transactions?limit=200',
      'legs?limit=200',
      'lines?limit=200',
      'matches',
      'exceptions?limit=200',
      'refunds',
      'exports',
    ].map((list) => ({
      name: `API ${list}`,
      address: `/api/v1/${list}`,
    })),
    ...[REFERENCES.transaction, REFERENCES.deposit, REFERENCES.ticket].map((id) => ({
      name: `API ${id}`,
      address: `/api/v1/transactions/${encodeURIComponent(id)}`,
    })),
    ...searched.map((text) => ({
      name: `API search for ${text}`,
      address: `/api/v1/search?q=${encodeURIComponent(text)}`,
    })),
  ];
}

/** Files made by the job for this key, in every format. */
async function filesOfKey(desk: Desk, key: string): Promise<Out[]> {
  const headers = { authorization: `Bearer ${key}` };
  const outs: Out[] = [];
  for (const [list] of FILES) {
    for (const format of FORMATS) {
      const body = JSON.stringify({ list, format, columns: ['all'] });
      const { id } = await (await fetch(`${desk.url}/api/v1/exports`, { method: 'POST', body, headers })).json();
      await expect
        .poll(async () => (await (await fetch(`${desk.url}/api/v1/exports/${id}`, { headers })).json()).state)
        .toBe('done');
      outs.push(await ask(desk, { name: `job ${list} as ${format}`, address: `/api/v1/exports/${id}/file` }, headers));
    }
  }
  return outs;
}

async function outsOf(desk: Desk, ways: readonly Way[], headers: Record<string, string>): Promise<Out[]> {
  const outs: Out[] = [];
  for (const way of ways) outs.push(await ask(desk, way, headers));
  return outs;
}

/** What is typed comes back in nothing but the log of requests; it is left out of what is looked through. */
const leaks = (outs: readonly Out[]) => outs.flatMap((out) => leaksOf(out).map((leak) => leak.slice(0, 200)));

test('somebody who sees clear finds every planted value, so that the walk goes where they are', async ({ desk }) => {
  await planted(desk);
  const { cookie } = await personAs(desk, 'analyst');
  const found = leaks(await outsOf(desk, await waysOfPerson(desk), { cookie }));
  for (const what of Object.keys(PERSONAL))
    expect(found.filter((leak) => leak.endsWith(`: ${what}`)).length, what).toBeGreaterThan(0);
  const key = await keyWith(desk, ['ask', 'browse', 'export', 'personal']);
  expect(leaks(await outsOf(desk, waysOfKey(), { authorization: `Bearer ${key}` })).length).toBeGreaterThan(10);
  expect(leaks(await filesOfKey(desk, key)).length).toBeGreaterThan(5);
});

for (const role of ['viewer', 'support'] as const satisfies readonly Role[]) {
  test(`${role} obtains no personal value by any way out`, async ({ desk }) => {
    expect(sightOf({ role })).toBe('masked');
    await planted(desk);
    const { cookie } = await personAs(desk, role);
    const outs = await outsOf(desk, await waysOfPerson(desk), { cookie });
    expect(outs.filter(({ name }) => name.endsWith('(200)')).length).toBeGreaterThan(may({ role }, 'browse') ? 80 : 10);
    expect(outs.filter(({ name }) => /\(5\d\d\)$/.test(name)).map(({ name }) => name)).toEqual([]);
    expect(leaks(outs)).toEqual([]);
  });
}

test('a key without personal data obtains no personal value by the API, nor in a file', async ({ desk }) => {
  await planted(desk);
  const key = await keyWith(desk, ['ask', 'browse', 'export']);
  const outs = [
    ...(await outsOf(desk, waysOfKey(), { authorization: `Bearer ${key}` })),
    ...(await filesOfKey(desk, key)),
  ];
  expect(outs.filter(({ name }) => !name.endsWith('(200)')).map(({ name }) => name)).toEqual([]);
  expect(leaks(outs)).toEqual([]);
});

test('a file made for somebody who sees clear is not handed to somebody who does not', async ({ desk }) => {
  await planted(desk);
  const [{ id } = { id: '' }] = await query<{ id: string }>(
    desk,
    `SELECT id FROM exports WHERE sight = 'clear' AND state = 'done' AND NOT is_streamed LIMIT 1`,
  );
  const { cookie } = await personAs(desk, 'viewer');
  const answer = await fetch(`${desk.url}/exports/${id}/file`, { headers: { cookie } });
  expect([answer.status, (await answer.json()).detail]).toEqual([403, expect.stringContaining('Order it yourself')]);
});

async function signedIn(page: Page, desk: Desk, role: Role): Promise<void> {
  const { cookie } = await personAs(desk, role);
  await page.context().addCookies(
    cookie.split('; ').map((one) => {
      const at = one.indexOf('=');
      return { name: one.slice(0, at), value: one.slice(at + 1), url: desk.url };
    }),
  );
}

test('one value is shown for a reason, which is logged without it', async ({ desk, page }) => {
  await planted(desk);
  await signedIn(page, desk, 'viewer');
  await page.goto(`${desk.url}/transactions/${encodeURIComponent(REFERENCES.transaction)}`);
  await awake(page, 'main button');
  await page.getByRole('button', { name: 'Show Sender CLABE…' }).click();
  await page.getByRole('textbox', { name: /Sender CLABE/ }).fill('The customer is on the phone');
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByText(PERSONAL['sender CLABE'], { exact: true })).toBeVisible();
  const logged = await query<{ detail: unknown; object_id: string }>(
    desk,
    `SELECT detail, object_id FROM audit_entries WHERE action = 'value_revealed'`,
  );
  expect(logged).toEqual([
    {
      object_id: REFERENCES.transaction,
      detail: { field: 'sender_clabe.0', reason: 'The customer is on the phone' },
    },
  ]);
});

test('an account number that is typed into the list is found, and stands in no address', async ({ desk, page }) => {
  await planted(desk);
  await signedIn(page, desk, 'analyst');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${desk.url}/transactions`);
  const text = page.getByRole('combobox', { name: 'Search this list' });
  await awake(page, '[data-list-search]');
  await text.fill(PERSONAL['sender CLABE']);
  await text.press('Enter');
  await expect(page).toHaveURL(/q=%7E[\w-]{16}/);
  await expect(page.getByRole('row', { name: /planted-issuance-1/ })).toBeVisible();
  await expect(page.getByText('a number that is kept out of addresses')).toBeVisible();
  // An old link with the number in it loses it.
  await page.goto(`${desk.url}/transactions?clabe=${PERSONAL['receiver CLABE']}`);
  await expect(page).toHaveURL(/clabe=%7E[\w-]{16}/);
  await expect(page.getByRole('row', { name: /planted-issuance-1/ })).toBeVisible();
  expect(asked.filter((url) => url.includes(PERSONAL['sender CLABE']))).toEqual([]);
});
