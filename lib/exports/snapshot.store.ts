import 'server-only';
import type { PoolClient } from 'pg';
import Cursor from 'pg-cursor';
import { exportPool, primary, type Reader } from '@/lib/db';
import { caughtUpReplica } from '@/lib/replica.store';
import { Prisma } from '@/prisma/generated/client';
import type { ControlTotal } from './export';
import type { Chunk, Reading } from './file-pieces';
import type { Source } from './source.store';

/** A row's place in the order of its list, as text. */
export type Place = { readonly value: string; readonly id: string };
export type Part = { readonly after: Place | null; readonly upTo: Place | null; readonly limit: number | null };
export const WHOLE: Part = { after: null, upTo: null, limit: null };

/** Rows read and written at once: one chunk per row is three times slower. */
const CHUNK_ROWS = 2_000;

/**
 * One moment of the store on a connection of its own: rows, counts and totals that agree, however long the reading takes.
 * `interrupt` ends a statement that is under way.
 */
export type ExportSnapshot = {
  /** The end of the chain of receipts. */
  readonly mark: bigint | null;
  /** Chunks of rows; with the place of the last of them where the part has a limit: there one may go on. */
  readonly read: (source: Source, part: Part) => Reading<Place | null>;
  readonly totals: (source: Source, part: Part) => Promise<ControlTotal[]>;
  readonly count: (source: Source) => Promise<number>;
  readonly interrupt: () => void;
  readonly close: () => Promise<void>;
};

/** On the replica once it holds all that is committed by now, so that nobody misses in a file what they have just done. */
export async function openSnapshot(): Promise<ExportSnapshot> {
  const replica = await caughtUpReplica();
  const opened = replica && (await snapshotOn(replica).catch(() => null)); // it has gone: the primary is asked
  return opened ?? snapshotOn(primary());
}

async function snapshotOn(reader: Reader): Promise<ExportSnapshot> {
  const client = await reader.exportPool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // What is read bit by bit never runs in parallel: a plan for several workers would be done by one, and badly.
    await client.query('SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL jit = off');
    // The process is asked of the database: a pooler's word about it means nothing to PostgreSQL.
    const { rows } = await client.query<{ mark: string | null; process: number }>(
      'SELECT max(position)::text AS mark, pg_backend_pid() AS process FROM receipts',
    );
    const { mark = null, process = 0 } = rows[0] ?? {};
    let isInterrupted = false;
    return {
      mark: mark === null ? null : BigInt(mark),
      read: (source, part) => readingOf(client, source, part),
      totals: (source, part) => totalsIn(client, source, part),
      count: (source) => countIn(client, source),
      interrupt: () => {
        isInterrupted = true;
        cancelStatement(reader, process);
      },
      close: () => close(client, isInterrupted),
    };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Rows of a filter, counted up to a limit; `null` where that alone would take too long. */
export async function countUpTo(source: Source, limit: number, milliseconds: number): Promise<number | null> {
  const client = await exportPool().connect();
  try {
    await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${Math.round(milliseconds)}`);
    const { rows } = await client.query<{ count: string }>(
      Prisma.sql`SELECT count(*) AS count FROM (SELECT FROM ${source.list.of} LIMIT ${limit}) AS counted`,
    );
    return Number(rows[0]?.count ?? 0);
  } catch (error) {
    if ((error as { code?: unknown }).code === QUERY_CANCELLED) return null;
    throw error;
  } finally {
    await client.query('ROLLBACK').then(
      () => client.release(),
      () => client.release(true),
    );
  }
}

const QUERY_CANCELLED = '57014';

function readingOf(client: PoolClient, source: Source, part: Part): Reading<Place | null> {
  const { select, joined, cells } = source;
  return {
    // What stands beside the next rows is asked for while those before are written.
    cells: async function* (skip) {
      let waiting: Promise<Chunk<Place | null>> | null = null;
      for await (const { rows, last } of rowsIn(client, source, { ...part, select, skip })) {
        const next = cells(rows).then((made) => ({ rows: made, last }));
        next.catch(() => undefined);
        if (waiting) yield await waiting;
        waiting = next;
      }
      if (waiting) yield await waiting;
    },
    lines:
      joined &&
      async function* () {
        for await (const { rows, last } of rowsIn(client, source, { ...part, select: joined, skip: 0 }))
          yield { lines: rows.map(([line]) => String(line)), last };
      },
  };
}

type Wanted = Part & { readonly select: Prisma.Sql; readonly skip: number };
type Selected = { readonly rows: readonly (readonly unknown[])[]; readonly last: Place | null };

async function* rowsIn(client: PoolClient, source: Source, wanted: Wanted): AsyncGenerator<Selected> {
  const { key, text: place, tie } = source.list;
  const { limit, skip, select } = wanted;
  const way = source.isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const isPlaced = limit !== null;
  const { text, values } = Prisma.sql`
    SELECT ${isPlaced ? Prisma.sql`${place}, ${tie}::text, ` : Prisma.empty}${select} FROM ${within(source, wanted)}
    ORDER BY ${key} ${way}, ${tie} ${way} ${isPlaced ? Prisma.sql`LIMIT ${limit - skip}` : Prisma.empty}
    ${skip > 0 ? Prisma.sql`OFFSET ${skip}` : Prisma.empty}`;
  const cursor = client.query(new Cursor<unknown[]>(text, values, { rowMode: 'array' }));
  // One chunk ahead: the database reads on while the one before is written. A failure shows when its turn comes.
  const ahead = () => {
    const chunk = cursor.read(CHUNK_ROWS);
    chunk.catch(() => undefined);
    return chunk;
  };
  let next = ahead();
  try {
    for (let rows = await next; rows.length > 0; rows = await next) {
      next = ahead();
      const [value, id] = rows.at(-1) ?? [];
      yield isPlaced
        ? { rows: rows.map((row) => row.slice(2)), last: { value: String(value), id: String(id) } }
        : { rows, last: null };
    }
  } finally {
    await cursor.close();
  }
}

/** FROM and WHERE of a part: the rows behind one place, up to another. */
function within({ list, isDescending }: Source, { after, upTo }: Part): Prisma.Sql {
  const { of, key, cast, tie, tieCast } = list;
  const [behind, before] = isDescending ? [Prisma.sql`<`, Prisma.sql`>=`] : [Prisma.sql`>`, Prisma.sql`<=`];
  const bound = (place: Place | null, sign: Prisma.Sql) =>
    place ? Prisma.sql` AND (${key}, ${tie}) ${sign} (${place.value}::${cast}, ${place.id}::${tieCast})` : Prisma.empty;
  return Prisma.sql`${of}${bound(after, behind)}${bound(upTo, before)}`;
}

type TotalRow = Omit<ControlTotal, 'count'> & { readonly count: string };

async function totalsIn(client: PoolClient, source: Source, part: Part): Promise<ControlTotal[]> {
  const { rows } = await client.query<TotalRow>(source.totals(within(source, part)));
  return rows.map(({ currency, direction, count, sum }) => ({ currency, direction, count: Number(count), sum }));
}

async function countIn(client: PoolClient, { list }: Source): Promise<number> {
  const { rows } = await client.query<{ count: string }>(Prisma.sql`SELECT count(*) AS count FROM ${list.of}`);
  return Number(rows[0]?.count ?? 0);
}

/** Over another connection: this one waits for what it asked. */
function cancelStatement({ pool }: Reader, process: number): void {
  void pool.query('SELECT pg_cancel_backend($1)', [process]).catch(() => undefined); // it ends later
}

/** A connection that was interrupted is not used again: the cancelling may still be on its way. */
async function close(client: PoolClient, isInterrupted: boolean): Promise<void> {
  await client.query('ROLLBACK').then(
    () => client.release(isInterrupted),
    () => client.release(true),
  );
}
