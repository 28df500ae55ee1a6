// `npm run bench:sizes`: what a delivery costs on disk, by table and index, and in the log: life stories of payments of
// all three providers through the desk's own door and fold, on a durable PostgreSQL.
//
//   DELIVERIES=30000

import pg from 'pg';
import { migrate } from '../../scripts/migrate.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';
import { stream } from '../faults/histories.mjs';

const DELIVERIES = Number(process.env.DELIVERIES ?? 30_000);
const AT_ONCE = 256;
const BATCH = 2_048;

const postgres = await startPostgres();
await migrate(postgres.url);
Object.assign(process.env, { DATABASE_URL: postgres.url, AUTH_SECRET: 'not used by a measurement, only asked for' });
const { admit } = await import('../../lib/ingest.ts');
const { projectAll } = await import('../../lib/project.ts');
const { disconnect } = await import('../../lib/db.ts');
const database = new pg.Client({ connectionString: postgres.url });
await database.connect();
const ask = async (text, values) => (await database.query(text, values)).rows;

try {
  const [{ lsn }] = await ask('SELECT pg_current_wal_lsn()::text AS lsn');
  const log = { append: 0, fold: 0 };
  const cpu = { append: 0, fold: 0 };
  const messages = stream();
  for (let done = 0; done < DELIVERIES; done += BATCH) {
    await measured('append', async () => {
      for (let sent = 0; sent < BATCH; sent += AT_ONCE) {
        const some = Array.from({ length: AT_ONCE }, () => messages.next().value);
        await Promise.all(
          some.map(({ provider, body }) => admit({ provider, body, origin: 'sample', receivedAt: new Date() })),
        );
      }
    });
    await measured('fold', projectAll);
  }
  async function measured(part, work) {
    const [{ at }] = await ask('SELECT pg_current_wal_lsn()::text AS at');
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    cpu[part] += user + system;
    const [{ bytes }] = await ask('SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::float8 AS bytes', [at]);
    log[part] += bytes;
  }
  await report(lsn, log, cpu);
} finally {
  await database.end();
  await disconnect();
  await postgres.stop();
}

async function report(lsn, log, cpu) {
  await database.query('VACUUM ANALYZE');
  const [counts] = await ask(
    `
    SELECT (SELECT count(*) FROM deliveries)::int AS deliveries, (SELECT count(*) FROM events)::int AS events,
      (SELECT count(*) FROM transactions)::int AS transactions, (SELECT count(*) FROM identifiers)::int AS identifiers,
      (SELECT avg(length(body)) FROM deliveries)::int AS body,
      pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::float8 AS wal`,
    [lsn],
  );
  const tables = await ask(`
    SELECT relname AS name, n_live_tup::int AS rows, pg_table_size(relid)::float8 AS heap,
      pg_indexes_size(relid)::float8 AS indices FROM pg_stat_user_tables
    WHERE schemaname = 'public' AND n_live_tup > 1000 ORDER BY pg_total_relation_size(relid) DESC`);
  const each = (bytes) => Math.round(bytes / counts.deliveries);
  console.table(
    tables.map(({ name, rows, heap, indices }) => ({
      table: name,
      rows,
      'bytes a row': Math.round((heap + indices) / rows),
      'of it indices': Math.round(indices / rows),
      'bytes a delivery': each(heap + indices),
    })),
  );
  const all = tables.reduce((sum, { heap, indices }) => sum + heap + indices, 0);
  console.log(`${JSON.stringify(counts)}`);
  console.log(`In all ${each(all)} bytes a delivery; log: append ${each(log.append)}, fold ${each(log.fold)} bytes.`);
  console.log(`Our processor: append ${each(cpu.append)} µs, fold ${each(cpu.fold)} µs a delivery.`);
}
