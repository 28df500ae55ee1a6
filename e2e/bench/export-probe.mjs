// How fast a running desk hands over its transactions as files, beside what PostgreSQL alone does with the same columns.
// `npm run bench:browse` calls it with a store of 1,000,000; any desk will do.

import { readFileSync } from 'node:fs';
import postgres from 'postgres';

/** Columns of the file, and the same as SQL: what a table of the desk holds as columns of its own. */
export const PLAIN_COLUMNS = {
  id: 't.id',
  provider: 't.provider',
  kind: 't.kind',
  status: 't.status',
  provider_status: 't.provider_status',
  amount: 't.amount::text',
  currency: 't.currency',
  network: 't.network',
  token: 't.token',
  external_ref: 't.external_ref',
  refund_status: 't.refund_status',
  events: 't.event_count::text',
};

/** Columns that have to be taken out of the payment's JSON, beside those. */
export const TOLD_COLUMNS = {
  ...PLAIN_COLUMNS,
  occurred_at: "t.state->>'occurredAt'",
  updated_at: "t.state->>'updatedAt'",
  counterparty: "coalesce(t.state->'details'->>'sender_name', t.state->'details'->>'holder_name')",
  end_user: "t.state->>'endUser'",
};

const SAMPLE_MS = 50;

/**
 * Downloads the whole list as CSV and as XLSX. `cookie` is a session of the desk; `serverPid`, where given, is the
 * process whose memory is watched. Milliseconds are the median of `rounds`; `ratio` is COPY's time through ours.
 */
export async function probeExports({
  url,
  cookie,
  databaseUrl,
  serverPid = null,
  rounds = 3,
  columns = PLAIN_COLUMNS,
}) {
  const names = Object.keys(columns).join(',');
  const address = (format) => `${url}/transactions/export?format=${format}&columns=${names}`;
  const [copies, files] = [[], []];
  for (let round = 0; round < rounds; round++) {
    copies.push(await copied(databaseUrl, columns));
    files.push(await downloaded(address('csv'), cookie, serverPid));
  }
  const [copy, csv] = [median(copies), median(files)];
  const xlsx = await downloaded(address('xlsx'), cookie, serverPid);
  const rows = await counted(databaseUrl);
  return {
    rows,
    copy: { milliseconds: copy.milliseconds, bytes: copy.bytes },
    csv: {
      ...csv,
      grownMiB: Math.max(...files.map(({ grownMiB }) => grownMiB)),
      ratio: copy.milliseconds / csv.milliseconds,
    },
    xlsx: { ...xlsx, rowsPerSecond: Math.round(rows / (xlsx.milliseconds / 1000)) },
  };
}

/** The same columns and order by COPY, read to the end. */
async function copied(databaseUrl, columns) {
  const sql = postgres(databaseUrl, { max: 1 });
  try {
    const began = performance.now();
    const stream = await sql
      .unsafe(
        `COPY (SELECT ${Object.values(columns).join(', ')} FROM transactions t ORDER BY t.occurred_at DESC, t.id DESC)
         TO STDOUT (FORMAT csv)`,
      )
      .readable();
    let bytes = 0;
    for await (const chunk of stream) bytes += chunk.length;
    return { milliseconds: performance.now() - began, bytes };
  } finally {
    await sql.end();
  }
}

async function counted(databaseUrl) {
  const sql = postgres(databaseUrl, { max: 1 });
  try {
    const [row] = await sql`SELECT count(*)::int AS count FROM transactions`;
    return row.count;
  } finally {
    await sql.end();
  }
}

async function downloaded(address, cookie, serverPid) {
  const before = residentMiB(serverPid);
  let peak = before;
  const watching = setInterval(() => {
    peak = Math.max(peak, residentMiB(serverPid));
  }, SAMPLE_MS);
  try {
    const began = performance.now();
    const response = await fetch(address, { headers: { cookie } });
    if (!response.ok) throw new Error(`The desk answered ${response.status}: ${await response.text()}`);
    let bytes = 0;
    let firstByte = null;
    for await (const chunk of response.body) {
      firstByte ??= performance.now() - began;
      bytes += chunk.length;
    }
    return { milliseconds: performance.now() - began, firstByte, bytes, grownMiB: Math.round(peak - before) };
  } finally {
    clearInterval(watching);
  }
}

/** Resident memory of a process; 0 where it cannot be told. */
function residentMiB(pid) {
  if (pid === null || process.platform !== 'linux') return 0;
  const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  return (Number(pages) * 4096) / 2 ** 20;
}

function median(results) {
  return [...results].sort((a, b) => a.milliseconds - b.milliseconds)[Math.floor(results.length / 2)];
}
