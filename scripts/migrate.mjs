// The database's schema: prisma/migrations applied to a database, and kept in step with prisma/schema.prisma.
//
//   node scripts/migrate.mjs                     apply what is missing to DATABASE_URL
//   node scripts/migrate.mjs new NAME [--empty]  write the migration that leads to what schema.prisma says
//   node scripts/migrate.mjs check               exit 1 when schema.prisma and the migrations disagree

import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from './postgres.mjs';
import { isEntry } from './processes.mjs';
import { withSchemaEngine } from './schema-engine.mjs';

const home = path.join(import.meta.dirname, '..', 'prisma');
const migrationsDir = path.join(home, 'migrations');
const filters = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations that `url` has not seen; returns their names. Safe to run from several processes at once.
 * @param {string} url
 */
export async function migrate(url) {
  const migrationsList = await readMigrations();
  return alone(url, () =>
    withSchemaEngine(url, async (engine) => {
      await releaseFailed(engine, migrationsList); // a run killed half-way: PostgreSQL has undone it, allow it again
      try {
        return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
      } catch (error) {
        const failed = await releaseFailed(engine, migrationsList);
        throw new Error(
          `${failed ? `Migration ${failed} failed and was undone` : 'Migrating failed'}: ${reason(error)}`,
          {
            cause: error,
          },
        );
      }
    }),
  );
}

/**
 * Writes the next migration; returns its directory, or undefined when schema.prisma asks for nothing new.
 * `empty` gives a file to fill by hand, for what schema.prisma cannot say (triggers, checks, collations).
 * @param {string} name
 * @param {{ empty?: boolean }} [options]
 */
export async function createMigration(name, { empty = false } = {}) {
  const script = empty ? '-- What schema.prisma cannot say.' : await findDrift();
  if (script === undefined) return undefined;
  const moment = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const directory = path.join(migrationsDir, `${moment}_${name.replace(/\W+/g, '_')}`);
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(directory, 'migration.sql'), `${script}\n`);
  return directory;
}

/** The SQL that would take the migrations to what schema.prisma says; undefined when they agree. */
export async function findDrift() {
  const content = await readFile(path.join(home, 'schema.prisma'), 'utf8');
  const from = { tag: 'migrations', ...(await readMigrations()) };
  const to = { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] };
  const { exitCode, stdout } = await onThrowAwayCluster((engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters }),
  );
  return exitCode === 0 ? undefined : stdout.trim();
}

async function readMigrations() {
  const entries = existsSync(migrationsDir) ? await readdir(migrationsDir, { withFileTypes: true }) : [];
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: migrationsDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.map(readMigration)),
  };
}

async function readMigration(name) {
  const script = await readFile(path.join(migrationsDir, name, 'migration.sql'), 'utf8');
  return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } } };
}

/** Lets what failed be tried again: a script runs as one transaction, so there is nothing of it to clean up. */
async function releaseFailed(engine, migrationsList) {
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList,
    filters,
    optInToShadowDatabase: false,
  });
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
  return failedMigrationNames.join(', ');
}

/** The database's own words, without the engine's trace of itself. */
function reason(error) {
  const [message] = String(error.message).split(/\n\s+0: /);
  return message.replace('external connector error', '').replace('Error querying the database: ', '').trim();
}

async function alone(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('concilia migrate'))`);
    return await work();
  } finally {
    await client.end(); // ends the lock too
  }
}

async function onThrowAwayCluster(work) {
  const postgres = await startPostgres({ durable: false });
  try {
    return await withSchemaEngine(postgres.url, work);
  } catch (error) {
    throw new Error(reason(error), { cause: error });
  } finally {
    await postgres.stop();
  }
}

async function main([command, name, flag]) {
  if (command === 'new' && name) {
    const directory = await createMigration(name, { empty: flag === '--empty' });
    console.log(directory ? `Wrote ${path.relative('.', directory)}/migration.sql` : 'Nothing to migrate');
    return 0;
  }
  if (command === 'check') {
    const drift = await findDrift();
    if (drift) console.error(`schema.prisma asks for what no migration does:\n\n${drift}`);
    return drift ? 1 : 0;
  }
  if (command === undefined && process.env.DATABASE_URL) {
    const applied = await migrate(process.env.DATABASE_URL);
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}` : 'Up to date');
    return 0;
  }
  console.error('Usage: node scripts/migrate.mjs [new NAME [--empty] | check], or with DATABASE_URL set: apply');
  return 2;
}

if (isEntry(import.meta)) {
  process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    return 1;
  });
}
