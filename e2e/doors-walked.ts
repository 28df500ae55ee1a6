import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { type Door, doorsOf, OPEN_DOORS } from '../lib/access/doors';
import type { Right } from '../lib/access/rights';
import type { Desk } from './fixtures';

/** Every door of the app as something that can be asked over HTTP, with the ids of things that are there. */

const root = path.resolve(import.meta.dirname, '..');
const app = path.join(root, 'app');

/** The guarded doors of the source; those open on purpose are left out. */
export function guardedDoors(): Door[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(bench|test)\./.test(file))
    .flatMap((file) => doorsOf(file, readFileSync(path.join(app, file), 'utf8')))
    .filter((door) => !(door.file in OPEN_DOORS));
}

/** What stands in an address for each dynamic part of a route. */
export type Samples = Readonly<Record<string, string>>;

const ID_QUERIES = {
  '/transactions/[id]': `SELECT id FROM transactions ORDER BY id LIMIT 1`,
  '/webhooks/[seq]': `SELECT seq::text AS id FROM deliveries ORDER BY seq LIMIT 1`,
  '/webhooks/refused/[seq]': `SELECT seq::text AS id FROM refusals ORDER BY seq LIMIT 1`,
  '/reconciliation/legs/[id]': `SELECT id FROM legs ORDER BY id LIMIT 1`,
  '/reconciliation/lines/[seq]': `SELECT seq::text AS id FROM lines ORDER BY seq LIMIT 1`,
  '/reconciliation/statements/[id]': `SELECT id::text AS id FROM statements ORDER BY id LIMIT 1`,
  '/reconciliation/exceptions/[id]': `SELECT id::text AS id FROM match_exceptions ORDER BY id LIMIT 1`,
  '/reconciliation/rules/runs/[id]': `SELECT id::text AS id FROM match_runs ORDER BY id LIMIT 1`,
  '/exports/[id]': `SELECT id FROM exports WHERE state = 'done' AND NOT is_streamed AND sight = 'masked' ORDER BY requested_at DESC LIMIT 1`,
} as const;

/** A value for every dynamic part; where the store has none yet, the walk fails at the door that needs it. */
export async function samplesOf(desk: Desk): Promise<Samples> {
  const client = new pg.Client({ connectionString: desk.databaseUrl });
  await client.connect();
  try {
    const samples: Record<string, string> = {
      '/reconciliation/rails/[rail]': 'spei',
      '/reconciliation/rules/[rule]': 'clave',
    };
    for (const [route, text] of Object.entries(ID_QUERIES)) {
      const { rows } = await client.query<{ id: string }>(text);
      if (rows[0]) samples[route] = rows[0].id;
    }
    samples['/support/[id]'] = samples['/transactions/[id]'] ?? '';
    samples['/api/v1/transactions/[id]'] = samples['/transactions/[id]'] ?? '';
    samples['/api/v1/exports/[id]'] = samples['/exports/[id]'] ?? '';
    return samples;
  } finally {
    await client.end();
  }
}

/** What a page must be told before there is anything to show. */
const QUERIES: Readonly<Record<string, string>> = { '/settings/alerts/rule': '?kind=backlog' };

/** The address of a page or handler, with samples in its dynamic parts. Throws where there is none for one. */
export function addressOf(file: string, samples: Samples): string {
  const route = `/${path.dirname(file)}`.replaceAll(/\/\([^)]*\)/g, '').replace(/^\/\.$/, '/');
  let address = '';
  let above = '';
  for (const part of route.split('/').filter(Boolean)) {
    above += `/${part}`;
    if (!part.startsWith('[')) address += `/${part}`;
    else {
      const sample = samples[above];
      if (!sample) throw new Error(`The walk knows no ${part} for ${above}: add one to the samples.`);
      address += `/${encodeURIComponent(sample)}`;
    }
  }
  return (address || '/') + (QUERIES[route] ?? '');
}

/** The address of every page for whoever is signed in, with things that are there in their dynamic parts. */
export async function everyPage(desk: Desk): Promise<string[]> {
  const samples = await samplesOf(desk);
  return guardedDoors()
    .filter(({ kind }) => kind === 'page')
    .map(({ file }) => addressOf(file, samples));
}

/** The actions of the build: where each is in the source, and a page that knows it. */
export type BuiltAction = { readonly id: string; readonly file: string; readonly name: string; readonly page: string };

type Manifest = {
  readonly node: Readonly<
    Record<
      string,
      {
        readonly workers: Readonly<Record<string, unknown>>;
        readonly filename?: string;
        readonly exportedName?: string;
      }
    >
  >;
};

export function builtActions(): BuiltAction[] {
  const text = readFileSync(path.join(root, '.next/server/server-reference-manifest.json'), 'utf8');
  return Object.entries((JSON.parse(text) as Manifest).node).map(
    ([id, { workers, filename = '', exportedName = '' }]) => ({
      id,
      file: filename.replace(/^.*?\bapp\//, ''),
      name: exportedName,
      page: (Object.keys(workers).find((worker) => worker.endsWith('/page')) ?? '').replace(/^app\//, ''),
    }),
  );
}

/** An API key of exactly this scope, made directly, as the keys' own page would. */
export async function keyWith(desk: Desk, scopes: readonly Right[]): Promise<string> {
  const key = `ck_${randomBytes(32).toString('base64url')}`;
  const client = new pg.Client({ connectionString: desk.databaseUrl });
  await client.connect();
  try {
    await client.query(`INSERT INTO api_keys (id, name, prefix, hash, scopes) VALUES ($1, $2, $3, $4, $5)`, [
      randomUUID(),
      `walk ${scopes.join(' ')}`,
      key.slice(0, 9),
      createHash('sha256').update(key).digest('hex'),
      [...scopes],
    ]);
  } finally {
    await client.end();
  }
  return key;
}

/** How many rows each table has, so that one can say that nothing changed. */
export async function rowCounts(desk: Desk): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: desk.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    );
    const counts: Record<string, string> = {};
    for (const { name } of rows) {
      const { rows: counted } = await client.query<{ count: string }>(`SELECT count(*)::text AS count FROM "${name}"`);
      counts[name] = counted[0]?.count ?? '';
    }
    return counts;
  } finally {
    await client.end();
  }
}
