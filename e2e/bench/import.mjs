// `npm run bench:import`: a statement of a million CSV lines, imported whole (read, ids found, told from what is known,
// kept with their ids), beside the server's own COPY of the same rows into equal tables, in one run; and what reading it
// adds to memory.
//
//   LINES=1000000

import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { migrate } from '../../scripts/migrate.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';
import { generateClient } from '../../scripts/prepare.mjs';
import { makeTemporary } from '../../scripts/temporary.mjs';

const LINES = Number(process.env.LINES ?? 1_000_000);

const temporary = makeTemporary();
await generateClient({ log: console.log });
const postgres = await startPostgres({ dataDir: path.join(temporary.directory, 'postgres'), durable: true });
const database = new pg.Client({ connectionString: postgres.url });
try {
  await migrate(postgres.url);
  await database.connect();
  const file = path.join(temporary.directory, 'statement.csv');
  await pipeline(Readable.from(csv()), createWriteStream(file));
  const ours = await importWhole(file);
  const copied = await copyRows();
  const perSecond = (milliseconds) => Math.round((LINES / milliseconds) * 1000);
  console.table({
    'COPY of the same rows': { 'rows/s': perSecond(copied.milliseconds) },
    'our import': { 'rows/s': perSecond(ours.milliseconds) },
  });
  console.log(
    `${LINES} lines; COPY : our import ${(ours.milliseconds / copied.milliseconds).toFixed(1)}; memory grew by ${Math.round(ours.grownBytes / 1048576)} MiB at the most.`,
  );
  if (ours.accepted !== LINES || copied.lines !== LINES) throw new Error('Lines are missing.');
} finally {
  await database.end();
  await postgres.stop();
  await temporary.remove();
}

/** Every line another payment with an id in its text; the balance follows. */
function* csv() {
  yield 'FECHA,DESCRIPCION,CARGO,ABONO,SALDO,REFERENCIA\n';
  let text = '';
  for (let i = 1; i <= LINES; i++) {
    const day = String((i % 28) + 1).padStart(2, '0');
    text += `${day}/01/2026,SPEI RECIBIDO CLIENTE ${i} CLAVE DE RASTREO BENCH${String(i).padStart(14, '0')},,1.50,${(i * 1.5).toFixed(2)},${i}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** In a process of its own, so that its memory can be told from ours. */
async function importWhole(file) {
  const env = { ...process.env, DATABASE_URL: postgres.url, AUTH_SECRET: randomUUID(), STATEMENT: file };
  const child = fork(new URL('./import-statement.ts', import.meta.url), [], {
    env,
    // A small heap: what does not stay flat ends there, and garbage is not taken for growth.
    execArgv: ['--conditions=react-server', '--import', 'tsx', '--expose-gc', '--max-old-space-size=128'],
  });
  const [result] = await once(child, 'message');
  return result;
}

/** What PostgreSQL needs for the same rows in the same tables with the same indexes, when all is decided already. */
async function copyRows() {
  const { rows } = await database.query('SHOW data_directory');
  const place = (table) => `'${path.join(rows[0].data_directory, table)}.copy'`;
  const tables = ['lines', 'line_ids'];
  for (const table of tables) {
    await database.query(`COPY ${table} TO ${place(table)}`);
    await database.query(`CREATE TABLE copied_${table} (LIKE ${table} INCLUDING ALL)`);
  }
  const began = performance.now();
  await database.query('BEGIN');
  for (const table of tables) await database.query(`COPY copied_${table} FROM ${place(table)}`);
  await database.query('COMMIT');
  const milliseconds = performance.now() - began;
  const counted = await database.query('SELECT count(*)::int AS lines FROM copied_lines');
  return { milliseconds, lines: counted.rows[0].lines };
}
