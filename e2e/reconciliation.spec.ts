import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import { exportedFile } from './exported';
import { apiKey, type Desk, deliver, expect, folded, payload, query, signIn, test } from './fixtures';
import { expectForAll, SCREENS } from './for-all';

/** What the bank says against what the providers say: the rails, the details, the files and the API. */

const RAILS = ['spei', 'pix', 'ars', 'chain'] as const;
const DAY = '2026-10-05';
const CLAVES = ['MBAN01002610050000900001', 'MBAN01002610050000900002', 'MBAN01002610050000900003'];

/** An issuance on a CLABE of its own, as Juno tells it. */
async function issuance(desk: Desk, at: number, amount: string) {
  const message = JSON.parse(payload('juno', 'issuance-complete'));
  Object.assign(message.payload, {
    id: `spec-issuance-${at}`,
    external_ref: `spec-ref-${at}`,
    created_at: `${DAY}T16:0${at}:00Z`,
    updated_at: `${DAY}T16:0${at}:30Z`,
  });
  Object.assign(message.payload.issuance, {
    amount,
    external_fiat_id: CLAVES[at],
    crypto_tx_hash: `0x${String(at).repeat(64)}`,
    deposit_receiver_clabe: '710969000000351123',
  });
  await deliver(desk, 'juno', JSON.stringify(message));
}

const legId = (at: number) => `juno:issuance:spec-issuance-${at}#in`;
const legHref = (at: number) => `/reconciliation/legs/${encodeURIComponent(legId(at))}`;
const rows = (page: Page, name: 'Legs' | 'Lines') => page.getByRole('region', { name, exact: true }).getByRole('row');

/** The company's account and one file of it: the first payment is there, the second with another amount, the third is not. */
async function imported(desk: Desk, key: string) {
  await query(
    desk,
    `INSERT INTO bank_accounts (id, name, rail, bank, number, currency, zone, created_by)
     VALUES ('spec-mx', 'Pesos of the spec', 'spei', 'BBVA México', NULL, 'MXN', 'America/Mexico_City', 'e2e')
     ON CONFLICT DO NOTHING`,
  );
  const file = `Fecha,Concepto,Cargo,Abono,Saldo,Referencia
05/10/2026,SPEI RECIBIDO CLAVE DE RASTREO ${CLAVES[0]} CLIENTE,,100.00,,S1
05/10/2026,SPEI RECIBIDO CLAVE DE RASTREO ${CLAVES[1]} CLIENTE,,212.00,,S2
20/10/2026,SPEI RECIBIDO DE NADIE QUE CONOZCAMOS,,"7,531.40",,S3
`;
  const answer = await fetch(`${desk.url}/api/v1/statements?account=spec-mx&file=spec.csv`, {
    method: 'POST',
    body: file,
    headers: { authorization: `Bearer ${key}` },
  });
  expect([200, 201], await answer.clone().text()).toContain(answer.status);
}

async function run(page: Page, desk: Desk) {
  await page.goto(`${desk.url}/reconciliation`);
  await page.getByRole('button', { name: 'Run now' }).click();
  await expect(page).toHaveURL(/reconciliation\/rules\/runs\/\d+/);
}

test.describe.configure({ mode: 'serial' });

test('before the first statement the overview says what to do', async ({ page, emptyDesk }) => {
  await signIn(page, emptyDesk);
  await page.goto(`${emptyDesk.url}/reconciliation`);
  await expect(page.getByRole('heading', { name: 'No statement yet' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Import a statement' }).first()).toHaveAttribute(
    'href',
    '/reconciliation/statements/import',
  );
  await page.goto(`${emptyDesk.url}/reconciliation/rails/pix/lines`);
  await expect(page.getByRole('heading', { name: 'No statement yet' })).toBeVisible();
});

test('a run matches what carries an id, and every other leg and line says where it stands', async ({ page, desk }) => {
  for (const [at, amount] of ['100', '200', '300'].entries()) await issuance(desk, at, amount);
  await folded(desk);
  await imported(desk, apiKey(desk));
  await signIn(page, desk);
  await run(page, desk);
  const path = `${desk.url}/reconciliation/rails/spei?from=${DAY}&to=${DAY}&account=710969000000351123&sort=occurred_at`;
  await page.goto(path);
  await expect(rows(page, 'Legs')).toHaveCount(4);
  await expect(rows(page, 'Legs').nth(1)).toContainText(/Matched.*5 Oct 2026\s*Pesos of the spec/s);
  await expect(rows(page, 'Legs').nth(2)).toContainText('Same id, other amount');
  await expect(rows(page, 'Legs').nth(2)).toContainText(/212\.00.*200/);
  await expect(rows(page, 'Legs').nth(3)).toContainText(/Missing at the bank|Expected/);
  await expect(page.getByRole('region', { name: 'Totals of the whole filter' })).toContainText('600 MXN');
  await page.getByText('Sums per day', { exact: true }).click();
  await expect(page.getByRole('row', { name: /5 Oct 2026 In 3 600 MXN/ })).toBeVisible();
  await page.getByRole('link', { name: /^Matched 1/ }).click();
  await expect(page).toHaveURL(/state=matched/);
  await expect(rows(page, 'Legs')).toHaveCount(2);
  await page.getByRole('link', { name: 'Unmatched lines' }).click();
  await expect(page).toHaveURL(/rails\/spei\/lines/);
  await page.getByRole('textbox', { name: 'Text or id' }).fill('QUE CONOZCAMOS');
  await page.keyboard.press('Enter');
  await expect(rows(page, 'Lines')).toHaveCount(2);
  await expect(rows(page, 'Lines').nth(1)).toContainText('Missing at the provider');
});

test('a leg shows both sides, the sum that proves it, and what Banxico is asked with', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(desk.url + legHref(0));
  await expect(page.getByRole('heading', { name: 'Matched: by rail id' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'How it adds up' })).toContainText(/Bank shows\s*100\.00 MXN/);
  await expect(page.getByRole('table', { name: 'How it adds up' })).toContainText(/Unexplained\s*0\.00 MXN/);
  await expect(page.getByRole('button', { name: 'Copy Sending bank code' })).toBeVisible();
  await expect(page.getByText('90646 · STP').first()).toBeVisible();
  await expect(page.getByText('05-10-2026')).toBeVisible();
  const clabe = page.locator('section').filter({ has: page.getByRole('heading', { name: 'This receiving CLABE' }) });
  await expect(clabe).toContainText(/Came in, says the provider\s*600 MXN/);
  await expect(clabe).toContainText(/found at the bank\s*100 MXN/);
  await page.getByRole('link', { name: /Juno by Bitso · Issuance/ }).click();
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Reconciliation' }) });
  await expect(card).toContainText('Matched');
  await card.getByRole('link', { name: /Pesos of the spec/ }).click();
  await expect(page.getByRole('heading', { name: 'Pesos of the spec, line' })).toBeVisible();
  await expect(page.getByText(CLAVES[0] as string).first()).toBeVisible();
});

test('an unmatched line is told why: the nearest payment, and the criterion that failed', async ({ page, desk }) => {
  const [line] = await query<{ seq: string }>(
    desk,
    "SELECT seq::text FROM lines WHERE account_id = 'spec-mx' AND amount = 212",
  );
  await signIn(page, desk);
  await page.goto(`${desk.url}/reconciliation/lines/${line?.seq}`);
  const why = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Why not?' }) });
  await expect(why.getByRole('list', { name: 'Criteria' }).first()).toContainText('id agrees');
  await expect(why.getByRole('list', { name: 'Criteria' }).first()).toContainText('amount differs');
  await expect(why).toContainText('amount differs by 12');
  await why.getByRole('link', { name: /Juno/ }).first().click();
  await expect(page).toHaveURL(desk.url + legHref(1));
  expect((await page.request.get(`${desk.url}/reconciliation/lines/999999999`)).status()).toBe(404);
  expect((await page.request.get(`${desk.url}/reconciliation/rails/wire`)).status()).toBe(404);
});

test('CSV, XLSX and the API are the list: the same legs and lines in the same order', async ({ page, desk }) => {
  const key = apiKey(desk);
  await signIn(page, desk);
  for (const [shows, path] of [
    ['legs', '/reconciliation/rails/spei?sort=amount&limit=200'],
    ['lines', '/reconciliation/rails/spei/lines?sort=amount&limit=200'],
  ] as const) {
    await page.goto(desk.url + path);
    const shown = await page
      .locator('[data-row-link]')
      .evaluateAll((links) =>
        links.map((link) => decodeURIComponent(link.getAttribute('href')?.split('/').at(-1) ?? '')),
      );
    expect(shown.length).toBeGreaterThan(1);
    const csv = await exportedFile(page);
    expect(csv.name).toMatch(new RegExp(`^concilia-${shows}-.+\\.csv$`));
    const { data, errors } = Papa.parse<string[]>(csv.bytes.toString('utf8'), { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data.slice(1).map(([id]) => id)).toEqual(shown);
    const xlsx = await exportedFile(page, 'xlsx');
    const sheet = (await readXlsx(new Uint8Array(xlsx.bytes))).sheets[0];
    expect(sheet?.rows.slice(1).map(([id]) => String(id))).toEqual(shown);
    expect(sheet?.rows[0]).toEqual(data[0]);
    const amount = data[0]?.indexOf('amount') ?? -1;
    expect(sheet?.rows.slice(1).map((row) => row[amount])).toEqual(data.slice(1).map((row) => Number(row[amount])));
    const filter = shows === 'legs' ? 'rail=spei&environment=stage' : 'rail=spei&kind=payment&match=free';
    const answer = await fetch(`${desk.url}/api/v1/${shows}?${filter}&sort=amount&limit=200`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const body = (await answer.json()) as { data: { id?: string; seq?: string }[] };
    expect(body.data.map(({ id, seq }) => id ?? seq)).toEqual(shown);
  }
  const matches = await fetch(`${desk.url}/api/v1/matches?rule=clave&limit=1`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const body = (await matches.json()) as { data: { legs: { id: string }[]; lines: { amount: string }[] }[] };
  expect(body.data[0]?.legs).toHaveLength(1);
  expect(body.data[0]?.lines).toHaveLength(1);
  for (const path of ['legs', 'lines', 'matches']) {
    expect((await fetch(`${desk.url}/api/v1/${path}`)).status).toBe(401);
    const refused = await fetch(`${desk.url}/api/v1/${path}?colour=red`, { headers: { 'x-api-key': key } });
    expect(refused.status).toBe(400);
  }
  expect((await page.request.get(`${desk.url}/reconciliation/rails/spei/export?colour=red`)).status()).toBe(400);
  expect((await page.request.get(`${desk.url}/reconciliation/rails/spei/export?format=pdf`)).status()).toBe(400);
  const outside = await fetch(`${desk.url}/reconciliation/rails/spei/export`, { redirect: 'manual' });
  expect(outside.status).toBe(401);
});

for (const [device, viewport] of Object.entries(SCREENS)) {
  test(`every view is for all, ${device}`, async ({ page, desk }) => {
    test.slow(); // so many pages, each looked at twice by axe
    await page.setViewportSize(viewport);
    await signIn(page, desk);
    const [line] = await query<{ seq: string }>(desk, "SELECT seq::text FROM lines WHERE account_id = 'spec-mx'");
    const rails = RAILS.flatMap((rail) => [`/reconciliation/rails/${rail}`, `/reconciliation/rails/${rail}/lines`]);
    for (const path of [
      '/reconciliation',
      ...rails,
      '/reconciliation/rails/spei?state=late&q=nothing',
      legHref(0),
      legHref(1),
      `/reconciliation/lines/${line?.seq}`,
    ]) {
      await page.goto(desk.url + path);
      await expectForAll(page, path);
    }
  });
}
