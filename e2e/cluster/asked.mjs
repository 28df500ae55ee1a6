// What people and programs ask of a desk behind a pooler that gives out transactions: files read by a cursor, searches
// that are prepared elsewhere, a bank's file that one process takes and another reads.

import { until } from './machine.mjs';

const ACCOUNT = 'cluster-account';

/** @param {{ url: string }} stage as in stage.mjs @param {string} cookie @param {string} when */
export async function checkAsked(report, stage, cookie, when) {
  await checkExport(report, stage, cookie, when);
  await checkApi(report, stage, when);
  await checkUpload(report, stage, cookie, when);
}

/** Every payment once: the cursor lives in one transaction, on the replica while there is one. */
async function checkExport(report, { servers, query }, cookie, when) {
  for (const [i, { url }] of servers.entries()) {
    const [{ count }] = await query('SELECT count(*)::int AS count FROM transactions');
    const lines = (await fileFrom(`${url}/transactions/export?format=jsonl`, cookie))
      .split('\n')
      .filter((line) => line.startsWith('{"id"'));
    const ids = new Set(lines.map((line) => JSON.parse(line).id));
    report.checkAtLeast(`payments in a file of process ${i + 1} ${when}`, ids.size, count);
    report.check(`payments twice in it ${when}`, lines.length - ids.size, 0);
  }
}

/** A busy machine may first offer to make the file in the background: then it is asked for again. */
const fileFrom = (url, cookie) =>
  until(async () => {
    const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    const text = await answer.text();
    return answer.headers.has('content-disposition') && text;
  }, 30);

async function checkApi(report, { servers, query, script }, when) {
  const key = (await script('lib/api-key.ts', ['--name', `cluster ${when}`])).trim();
  const headers = { authorization: `Bearer ${key}` };
  const [{ value }] = await query(`SELECT value FROM identifiers WHERE kind = 'provider_id' LIMIT 1`);
  const statuses = [];
  let found = 0;
  // Again and again: the second time a prepared statement would meet a server that does not know its name.
  for (let round = 0; round < 10; round++) {
    for (const { url } of servers) {
      const search = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(value)}`, { headers });
      const near = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(value.slice(0, -1))}`, { headers });
      const list = await fetch(`${url}/api/v1/transactions?limit=5`, { headers });
      statuses.push(search.status, near.status, list.status);
      found += (await search.json()).data.length > 0 ? 1 : 0;
    }
  }
  report.check(`answers of the API but 200 ${when}`, statuses.filter((status) => status !== 200).length, 0);
  report.check(`exact searches that found it ${when}`, found, 10 * servers.length);
}

/** Taken by one, read by the other. */
async function checkUpload(report, { servers, query }, cookie, when) {
  await query(
    `INSERT INTO bank_accounts (id, name, rail, currency, zone, created_by)
     VALUES ($1, $1, 'pix', 'BRL', 'America/Sao_Paulo', 'cluster@example.com') ON CONFLICT DO NOTHING`,
    [ACCOUNT],
  );
  const name = `taken-${when}.csv`;
  const body = 'data;descricao;valor\n02/03/2026;PIX RECEBIDO;100,00\n';
  const address = `/reconciliation/statements/import/upload?account=${ACCOUNT}&file=${name}`;
  const taken = await fetch(servers[0].url + address, { method: 'POST', headers: { cookie }, body });
  const { next } = await taken.json();
  const page = await (await fetch(servers[1].url + next, { headers: { cookie } })).text();
  report.check(`a file that process 1 took is read by process 2 ${when}`, page.includes(name), true);
}
