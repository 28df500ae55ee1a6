import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { allowAlone } from './approval-limit';
import { apiKey, type Desk, deliver, expect, folded, payload, query, signIn, test } from './fixtures';
import { axe } from './for-all';

/** What does not agree: the queue, one exception, the rules and their runs. */

const ACCOUNT = 'exceptions-spec';
const row = (page: Page, text: string | RegExp) =>
  page.getByRole('region', { name: 'Exceptions', exact: true }).getByRole('row').filter({ hasText: text });

/** A redemption that Juno paid out, with a clave de rastreo of its own. */
async function redemption(desk: Desk, id: string, clave: string, amount: string) {
  const message = JSON.parse(payload('juno', 'redemption-complete'));
  Object.assign(message.payload, { id, external_ref: id });
  message.payload.redemption.amount = amount;
  message.payload.redemption.receiver_account.mexican_bank_account.external_fiat_id = clave;
  await deliver(desk, 'juno', JSON.stringify(message));
}

type Line = { readonly amount: string; readonly text: string; readonly clave?: string };

/** Lines as an import leaves them, of the day on which the redemption was paid. */
async function statement(desk: Desk, lines: readonly Line[]) {
  await query(
    desk,
    `INSERT INTO bank_accounts (id, name, rail, currency, zone, created_by)
     VALUES ('${ACCOUNT}', 'BBVA exceptions', 'spei', 'MXN', 'America/Mexico_City', 'spec') ON CONFLICT DO NOTHING;
     INSERT INTO statements (account_id, file_name, file_hash, size_bytes, format, profile, first_day, last_day, tallies, imported_by)
     VALUES ('${ACCOUNT}', 'spec.csv', md5(random()::text), 1, 'csv', '{}', '2026-02-02', '2026-02-02', '{}', 'spec')`,
  );
  for (const { amount, text, clave } of lines) {
    await query(
      desk,
      `WITH line AS (
         INSERT INTO lines (statement_id, account_id, place, booked_on, amount, currency, text, kind, fingerprint, occurrence)
         SELECT max(id), '${ACCOUNT}', 'line 2', '2026-02-02', ${amount}, 'MXN', '${text}', 'payment',
           decode(md5('${text}'), 'hex'), 1 FROM statements WHERE account_id = '${ACCOUNT}' RETURNING seq)
       INSERT INTO line_ids (line_seq, kind, key, value, origin)
       SELECT seq, 'clave_rastreo', '${clave}', '${clave}', 'field' FROM line WHERE '${clave ?? ''}' <> ''`,
    );
  }
}

async function run(page: Page, desk: Desk, name: 'Run now' | 'Dry run') {
  await page.goto(`${desk.url}/reconciliation/rules`);
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { name: name === 'Dry run' ? /^Dry run \d+/ : /^Run \d+/ })).toBeVisible();
}

test.describe.configure({ mode: 'serial' });

test('a dry run says what a run would do, and changes nothing', async ({ page, desk }) => {
  await redemption(desk, 'exceptions-differs', '202602020000000000000000000071', '99');
  await redemption(desk, 'exceptions-agrees', '202602020000000000000000000072', '250');
  await statement(desk, [
    { amount: '-98.50', text: 'PAGO SPEI UNO', clave: '202602020000000000000000000071' },
    { amount: '-250.00', text: 'PAGO SPEI DOS', clave: '202602020000000000000000000072' },
    { amount: '12.34', text: 'ABONO DESCONOCIDO' },
  ]);
  await folded(desk);
  await signIn(page, desk);
  await run(page, desk, 'Dry run');
  await expect(page.getByText('Nothing was kept')).toBeVisible();
  await expect(page.getByText('Matched and left add up to it.')).toHaveCount(2);
  // A run of the desk's own may come in between; this one's number stands in the address.
  const id = Number(page.url().split('/').at(-1));
  const [kept] = await query<{ is_dry: boolean; matches: string }>(
    desk,
    `SELECT is_dry, (SELECT count(*) FROM matches WHERE run_id = ${id}) AS matches FROM match_runs WHERE id = ${id}`,
  );
  expect(kept).toEqual({ is_dry: true, matches: '0' });
});

test('what does not agree stands in the queue with its reason and both values', async ({ page, desk }) => {
  await signIn(page, desk);
  await run(page, desk, 'Run now');
  await page.goto(`${desk.url}/reconciliation/exceptions?account=${ACCOUNT}`);
  await expect(row(page, 'Same id, other amount')).toContainText('bank -98.50 MXN ≠ expected -99');
  await expect(row(page, 'Same id, other amount')).toContainText('0.50 MXN');
  await expect(row(page, 'Missing at the provider')).toContainText('bank 12.34 MXN ≠ expected nothing');
  await expect(row(page, 'BBVA exceptions')).toHaveCount(2);
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('BBVA exceptions');
  const results = await axe(page).analyze();
  expect(results.violations).toEqual([]);
  await page.getByRole('link', { name: 'By reason' }).click();
  await expect(page.getByRole('rowheader', { name: /Same id, other amount/ })).toContainText('0.50 MXN');
});

test('several are given to one person, with what became of each', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/reconciliation/exceptions?account=${ACCOUNT}`);
  await page.getByRole('checkbox', { name: 'Select every exception on this page' }).check();
  await page.getByRole('button', { name: 'Assign to…' }).click();
  await page.getByRole('combobox', { name: 'New owner' }).selectOption(desk.signIn.email);
  await page.getByRole('button', { name: 'Assign 2' }).click();
  const result = page.getByRole('dialog', { name: `Given to ${desk.signIn.email}` });
  await expect(result).toContainText('2 done');
  await expect(result.getByRole('link', { name: 'CSV' })).toHaveAttribute('download', /\.csv$/);
  await result.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Mine' }).click();
  await expect(page).toHaveURL(/owner=/);
  await expect(row(page, 'In work').first()).toBeVisible();
});

test('an explanation must close the remainder exactly, and then brings line and payment together', async ({
  page,
  desk,
}) => {
  await allowAlone(desk, 'MXN', '10');
  await signIn(page, desk);
  await page.goto(`${desk.url}/reconciliation/exceptions?account=${ACCOUNT}&reason=id_equal_amount_differs`);
  await row(page, 'Same id, other amount').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Same id, other amount' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Amount/ })).toContainText('0.50');
  await expect(page.getByText('202602020000000000000000000071').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Match, split or match several' })).toHaveAttribute(
    'href',
    /workbench\?line=\d+/,
  );
  const results = await axe(page).analyze();
  expect(results.violations).toEqual([]);
  await page.keyboard.press('r');
  await expect(page.getByRole('combobox', { name: 'How' })).toBeFocused();
  await page.getByRole('combobox', { name: 'How' }).selectOption('bank_fee');
  await page.getByRole('textbox', { name: /Amount explained/ }).fill('0.40');
  await page.getByRole('textbox', { name: 'Remark' }).fill('The bank keeps half a peso');
  await page.getByRole('button', { name: 'Resolve', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'does not close' })).toBeVisible();
  await page.getByRole('combobox', { name: 'How' }).selectOption('bank_fee');
  await page.getByRole('textbox', { name: /Amount explained/ }).fill('0.50');
  await page.getByRole('button', { name: 'Resolve', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Resolved' })).toBeVisible();
  await expect(page.getByText('Bank fee').first()).toBeVisible();
  const [match] = await query<{ reason: string; remainder: string }>(
    desk,
    `SELECT m.reason, m.remainder::text AS remainder FROM matches m JOIN matched_lines x ON x.match_id = m.id
     JOIN lines l ON l.seq = x.line_seq WHERE l.account_id = '${ACCOUNT}' AND m.pass = 0`,
  );
  expect(match).toMatchObject({ reason: 'bank_fee' });
});

test('what was resolved in bulk with a remark opens again when its values change', async ({ page, desk }) => {
  await allowAlone(desk, 'MXN', '20');
  await signIn(page, desk);
  await page.goto(`${desk.url}/reconciliation/exceptions?account=${ACCOUNT}`);
  await row(page, 'Missing at the provider').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Resolve…' }).click();
  await page.getByRole('combobox', { name: 'Why' }).selectOption('ignored');
  await page.getByRole('textbox', { name: 'Remark' }).fill('A stranger paid by mistake');
  await page.getByRole('button', { name: 'Resolve 1' }).click();
  const result = page.getByRole('dialog', { name: 'Resolved: ignored' });
  await expect(result).toContainText('1 done');
  await result.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('No exception matches')).toBeVisible();
  await run(page, desk, 'Run now');
  await page.goto(`${desk.url}/reconciliation/exceptions?account=${ACCOUNT}&state=resolved`);
  await expect(row(page, 'A stranger paid by mistake')).toBeVisible();
  await query(desk, `UPDATE lines SET amount = 12.35 WHERE account_id = '${ACCOUNT}' AND amount = 12.34`);
  await run(page, desk, 'Run now');
  await page.goto(`${desk.url}/reconciliation/exceptions?account=${ACCOUNT}`);
  await expect(row(page, 'bank 12.35 MXN')).toContainText(/Open|In work/);
});

test('an id that the bank wrote with a blank is corrected on the exception, and the next run matches by it', async ({
  page,
  desk,
}) => {
  await redemption(desk, 'exceptions-corrected', '202602020000000000000000000073', '61');
  await statement(desk, [{ amount: '-61.00', text: 'PAGO SPEI TRES', clave: '2026020200000000000000000000' }]);
  await folded(desk);
  await signIn(page, desk);
  await run(page, desk, 'Run now');
  await page.goto(`${desk.url}/reconciliation/exceptions?account=${ACCOUNT}`);
  await row(page, '61.00 MXN').getByRole('link').first().click();
  await page.getByText('Correct how the line is read').click();
  const form = page.getByRole('form', { name: 'Correct the line' });
  await form.getByRole('checkbox', { name: /Clave de rastreo/ }).check();
  await form.getByRole('combobox', { name: 'Kind of id 1' }).selectOption('Clave de rastreo');
  await form.getByRole('textbox', { name: 'Value of id 1' }).fill('2026020200000000000000000000 73');
  await form.getByRole('textbox', { name: 'Remark' }).fill('The bank breaks the clave in two');
  const results = await axe(page).analyze();
  expect(results.violations).toEqual([]);
  await form.getByRole('button', { name: 'Correct the line' }).click();
  const corrections = page.getByRole('list', { name: 'Corrections, the latest first' });
  await expect(corrections).toContainText('The bank breaks the clave in two');
  await run(page, desk, 'Run now');
  const [matched] = await query<{ seq: string; rule: string }>(
    desk,
    `SELECT l.seq, m.rule FROM lines l JOIN matched_lines x ON x.line_seq = l.seq JOIN matches m ON m.id = x.match_id
     WHERE l.text = 'PAGO SPEI TRES'`,
  );
  expect(matched?.rule).toBe('clave');
  await page.goto(`${desk.url}/reconciliation/lines/${matched?.seq}`);
  await expect(corrections).toContainText('2026020200000000000000000000 73');
  await expect(corrections.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo the match' }).click();
  await corrections.getByRole('button', { name: 'Undo' }).click();
  await expect(corrections.getByRole('listitem').first()).toContainText('took the correction before it back');
  await page.getByRole('button', { name: 'Consider again' }).click();
  await expect(page.getByRole('button', { name: 'Consider again' })).toHaveCount(0);
  await corrections.getByRole('button', { name: 'Undo' }).click();
  await expect(corrections.getByText('took the correction before it back')).toHaveCount(2);
  await run(page, desk, 'Run now');
  await page.goto(`${desk.url}/reconciliation/lines/${matched?.seq}`);
  await expect(page.getByText('Matched', { exact: true }).first()).toBeVisible();
});

test('the file and the API hold what the queue shows', async ({ page, desk, request }) => {
  await signIn(page, desk);
  const file = await page.request.get(`${desk.url}/reconciliation/exceptions/export?account=${ACCOUNT}`);
  const { data } = Papa.parse<Record<string, string>>(await file.text(), { header: true, skipEmptyLines: true });
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({ reason: 'missing_at_provider', amount_at_stake: '12.35', currency: 'MXN' });
  const path = `${desk.url}/api/v1/exceptions?account=${ACCOUNT}`;
  expect((await request.get(path)).status()).toBe(401);
  const headers = { authorization: `Bearer ${apiKey(desk)}` };
  const answer = await (await request.get(path, { headers })).json();
  expect(answer.data[0]).toMatchObject({ reason: 'missing_at_provider', actual: '12.35 MXN', provider: null });
  expect((await request.get(`${path}&reson=late`, { headers })).status()).toBe(400);
});

test('a changed rule is a new version with its note, and the history keeps both', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/reconciliation/rules`);
  await page.getByRole('link', { name: 'Edit Clave de rastreo' }).click();
  await expect(page.getByText('where the clave de rastreo is the same').first()).toBeVisible();
  await page.getByRole('spinbutton', { name: /Days by which/ }).fill('3');
  await expect(page.getByText(/Match a line with a payment where .*within 3 days/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Note' }).fill('BBVA books late in February');
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await expect(page.getByText('Saved as version 2')).toBeVisible();
  const versions = page.getByRole('list', { name: 'Versions, the latest first' }).getByRole('listitem');
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText('BBVA books late in February');
  const results = await axe(page).analyze();
  expect(results.violations).toEqual([]);
});

test('every reason has its page of help, and home counts what is open', async ({ page, desk }) => {
  await signIn(page, desk);
  await page.goto(`${desk.url}/reconciliation/exceptions/reasons`);
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(18);
  await page.goto(desk.url);
  await page.getByRole('link', { name: /Open exceptions/ }).click();
  await expect(page).toHaveURL(/\/reconciliation\/exceptions$/);
});
