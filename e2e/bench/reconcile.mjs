// `npm run bench:reconcile`: 1,000,000 lines against 1,000,000 legs, in one run: the exact pass beside the bare SQL join
// with the insert of the same result; then all passes and exceptions of one day's lines against all legs.
//
//   ROWS=1000000 DAYS=20 ROUNDS=3

import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../../scripts/migrate.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';
import { generateClient } from '../../scripts/prepare.mjs';
import { makeTemporary } from '../../scripts/temporary.mjs';

const ROWS = Number(process.env.ROWS ?? 1_000_000);
const DAYS = Number(process.env.DAYS ?? 20);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
/** Of twenty lines eighteen carry the end-to-end id of their leg, one its tax id alone, and one nothing of any leg. */
const BY_TAX_ID = 0;
const STRANGER = 1;

/** Ends a round: nothing of it is kept. */
class RolledBack extends Error {}

const temporary = makeTemporary();
await generateClient({ log: console.log });
const postgres = await startPostgres({ dataDir: path.join(temporary.directory, 'postgres'), durable: true });
const database = new pg.Client({ connectionString: postgres.url });
try {
  await migrate(postgres.url);
  await database.connect();
  await fill();
  Object.assign(process.env, { DATABASE_URL: postgres.url, AUTH_SECRET: randomUUID() });
  const { disconnect, prisma } = await import('../../lib/db.ts');
  const { matchAlone } = await import('../../lib/reconciliation/pass.store.ts');
  const { openTables } = await import('../../lib/reconciliation/pair.store.ts');
  const { rulesInForce } = await import('../../lib/reconciliation/rule.store.ts');
  const { reconcile } = await import('../../lib/reconcile.ts');
  try {
    await exactPass(prisma(), { matchAlone, openTables, rulesInForce });
    await oneDay(reconcile);
  } finally {
    await disconnect();
  }
} finally {
  await database.end();
  await postgres.stop();
  await temporary.remove();
}

/** Both in a transaction that is rolled back, so that every round finds the same tables. */
async function exactPass(prisma, { matchAlone, openTables, rulesInForce }) {
  const rules = (await rulesInForce())
    .filter(({ rule }) => ['e2e', 'clave', 'hash', 'return'].includes(rule))
    .map((rule) => ({ ...rule, environment: 'stage' }));
  const [bare, ours] = [[], []];
  let matched = [];
  for (let round = 0; round < ROUNDS; round++) {
    await database.query('BEGIN');
    const joined = await timed(bareJoin);
    await database.query('ROLLBACK');
    await database.query('VACUUM matches, matched_lines, matched_legs');
    let own;
    await prisma
      .$transaction(
        async (tx) => {
          own = await timed(async () => {
            await openTables(tx);
            return matchAlone(tx, 1, rules, 1n);
          });
          throw new RolledBack();
        },
        { timeout: 1_800_000 },
      )
      .catch((error) => {
        if (!(error instanceof RolledBack)) throw error;
      });
    await database.query('VACUUM matches, matched_lines, matched_legs');
    bare.push(joined.milliseconds);
    ours.push(own.milliseconds);
    matched = [joined.result, own.result.reduce((sum, { lines }) => sum + lines, 0)];
  }
  console.table({
    'bare join and insert': { seconds: seconds(median(bare)) },
    'the exact pass': { seconds: seconds(median(ours)) },
  });
  console.log(
    `${ROWS} lines against ${ROWS} legs, ${matched[1]} matched; medians of ${ROUNDS}. Exact pass : bare ${(median(ours) / median(bare)).toFixed(2)}.`,
  );
  if (matched[0] !== matched[1]) throw new Error(`The two do not agree: ${matched.join(' and ')}.`);
}

/** What anybody would write: the ids joined, the amounts compared, the result inserted where ours is. */
async function bareJoin() {
  const { rows } = await database.query(`
    WITH taken AS (
      SELECT nextval('matches_id_seq') AS id, l.seq AS line_seq, g.id AS leg_id, j.value, g.amount::text AS amount
      FROM line_ids i JOIN leg_ids j ON j.key = i.key AND j.kind = i.kind
      JOIN lines l ON l.seq = i.line_seq JOIN legs g ON g.id = j.leg_id
      WHERE i.kind = 'e2e' AND abs(l.amount) = g.amount AND g.currency = l.currency),
    made AS (
      INSERT INTO matches (id, pass, rule, rule_version, run_id, evidence, remainder)
      SELECT id, 1, 'e2e', 1, 1, jsonb_build_object('agreed', jsonb_build_array(
        jsonb_build_object('criterion', 'e2e', 'value', value), jsonb_build_object('criterion', 'amount', 'value', amount)),
        'rivals', 0, 'explained', '[]'::jsonb), 0 FROM taken),
    lines_taken AS (INSERT INTO matched_lines (line_seq, match_id) SELECT line_seq, id FROM taken),
    legs_taken AS (INSERT INTO matched_legs (leg_id, book, match_id) SELECT leg_id, 'bank', id FROM taken)
    SELECT count(*)::int AS count FROM taken`);
  return rows[0].count;
}

/** Only the last day's lines are there; the legs are all there. */
async function oneDay(reconcile) {
  await database.query(`DELETE FROM lines WHERE booked_on < (SELECT max(booked_on) FROM lines)`);
  await database.query(`DELETE FROM line_ids i WHERE NOT EXISTS (SELECT FROM lines l WHERE l.seq = i.line_seq)`);
  await database.query(`UPDATE statements SET first_day = last_day - 1`);
  await database.query('VACUUM ANALYZE');
  const now = new Date('2026-12-01T12:00:00Z');
  const first = await timed(() => reconcile({ isDry: false, requestedBy: null, now }));
  const again = await timed(() => reconcile({ isDry: false, requestedBy: null, now }));
  const { figures } = first.result;
  console.log(
    `One day: ${figures.linesIn} lines against ${figures.legsIn} free legs, all passes and exceptions in ${seconds(first.milliseconds)} s, again in ${seconds(again.milliseconds)} s.`,
  );
  console.log(
    `Matched ${JSON.stringify(Object.fromEntries(Object.entries(figures.matched).map(([rule, { lines }]) => [rule, lines])))}; lines left ${JSON.stringify(figures.linesLeft)}; exceptions ${JSON.stringify(figures.exceptions)}.`,
  );
}

async function fill() {
  const began = performance.now();
  const day = `'2026-03-01'::date + (i % ${DAYS})::int`;
  const amount = '(1000 + i % 100000)::numeric / 100';
  const e2e = `'E18236120202603011200' || lpad(i::text, 11, '0')`;
  await database.query(`
    INSERT INTO bank_accounts (id, name, rail, currency, zone, created_by) VALUES ('a', 'Bench', 'pix', 'BRL', 'America/Sao_Paulo', 'bench')`);
  await database.query(`
    INSERT INTO statements (account_id, file_name, file_hash, size_bytes, format, profile, first_day, last_day, tallies, imported_by)
    VALUES ('a', 'bench', 'bench', 1, 'csv', '{}', '2026-03-01', '2026-03-01'::date + ${DAYS}, '{}', 'bench')`);
  await database.query(`
    INSERT INTO legs (id, transaction_id, provider, kind, environment, rail, direction, amount, currency, expectation,
      occurred_at, local_day, last_day, data)
    SELECT 'brla:operation-' || i || '#out', 'brla:operation-' || i, 'brla', 'burn', 'stage', 'pix', 'out', ${amount}, 'BRL',
      'expected', ${day} + interval '15 hours', ${day}, ${day}, jsonb_build_object(
        'id', 'brla:operation-' || i || '#out', 'transactionId', 'brla:operation-' || i, 'provider', 'brla', 'kind', 'burn',
        'environment', 'stage', 'rail', 'pix', 'direction', 'out',
        'money', jsonb_build_object('amount', (${amount})::text, 'currency', 'BRL'), 'parts', '[]'::jsonb,
        'expectation', 'expected', 'occurredAt', to_char(${day}, 'YYYY-MM-DD') || 'T15:00:00Z',
        'localDay', to_char(${day}, 'YYYY-MM-DD'), 'counterparty', jsonb_build_object('name', null), 'network', null,
        'externalRef', null, 'ids', '[]'::jsonb)
    FROM generate_series(1, ${ROWS}) AS i`);
  await database.query(`
    INSERT INTO leg_ids (leg_id, kind, key, value)
    SELECT 'brla:operation-' || i || '#out', kind, key, key
    FROM generate_series(1, ${ROWS}) AS i, LATERAL (VALUES ('e2e', ${e2e}), ('tax_id', lpad(i::text, 11, '0'))) AS k(kind, key)`);
  await database.query(`
    INSERT INTO lines (seq, statement_id, account_id, place, booked_on, amount, currency, text, kind, fingerprint, occurrence)
    SELECT i, 1, 'a', 'line ' || i, ${day}, -(${amount}) - CASE i / ${DAYS} % 20 WHEN ${STRANGER} THEN 5000 ELSE 0 END, 'BRL', 'PIX ENVIADO', 'payment', decode(md5(i::text), 'hex'), 0
    FROM generate_series(1, ${ROWS}) AS i`);
  await database.query(`
    INSERT INTO line_ids (line_seq, kind, key, value, origin)
    SELECT i, kind, key, key, 'text' FROM generate_series(1, ${ROWS}) AS i, LATERAL (
      SELECT 'e2e' AS kind, ${e2e} AS key WHERE i / ${DAYS} % 20 NOT IN (${BY_TAX_ID}, ${STRANGER})
      UNION ALL SELECT 'tax_id', lpad(i::text, 11, '0') WHERE i / ${DAYS} % 20 = ${BY_TAX_ID}) AS k`);
  await database.query('VACUUM ANALYZE');
  console.log(`${ROWS} lines and legs over ${DAYS} days, made in ${seconds(performance.now() - began)} s.`);
}

async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - began };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(2);
}
