import 'server-only';
import { prisma } from '@/lib/db';
import { type Changes, MOST_NAMED } from '@/lib/live-changes';

/** Receipts that are read at once. */
const PAGE = 1_000;
/** Whoever is further behind than this is told "many" at once, and reads what it shows again. */
const FAR_BEHIND = 5_000n;

/** The position of the last receipt; 0 before the first. */
export async function readEnd(): Promise<bigint> {
  const [row] = await prisma().$queryRaw<{ position: bigint }[]>`
    SELECT coalesce(max(position), 0) AS position FROM receipts`;
  return row?.position ?? 0n;
}

/**
 * The payments that the next receipts after a position told of. One that only a related payment's message spoke of is
 * found by the link between the two; a provider's list names several in a row, with or without one.
 */
export async function readChanges(after: bigint): Promise<Changes> {
  const end = await readEnd();
  if (end - after > FAR_BEHIND) return { position: String(end), ids: [], isMany: true, hasMore: false };
  const [row] = await prisma().$queryRaw<{ position: bigint | null; isListed: boolean | null; ids: string[] }[]>`
    WITH sealed AS MATERIALIZED (
      SELECT position, delivery_seq FROM receipts WHERE position > ${after} ORDER BY position LIMIT ${PAGE}),
    told AS MATERIALIZED (
      SELECT DISTINCT r.transaction_id AS id FROM sealed s JOIN readings r ON r.delivery_seq = s.delivery_seq
      WHERE r.transaction_id IS NOT NULL)
    SELECT (SELECT max(position) FROM sealed) AS position,
      (SELECT bool_or(d.origin = 'listed') FROM sealed s JOIN deliveries d ON d.seq = s.delivery_seq) AS "isListed",
      ARRAY(
        SELECT id FROM told
        UNION SELECT l.target FROM told JOIN links l ON l.transaction_id = told.id
        UNION SELECT l.transaction_id FROM told JOIN links l ON l.target = told.id
        LIMIT ${MOST_NAMED + 1}) AS ids`;
  const position = row?.position ?? after;
  const ids = row?.ids ?? [];
  const areTooMany = ids.length > MOST_NAMED;
  return {
    position: String(position),
    ids: areTooMany ? [] : ids,
    isMany: areTooMany || row?.isListed === true,
    hasMore: position < end,
  };
}

/** Those of some payments whose own first message was folded after a position: they were in no list before. */
export async function readNewcomers(ids: readonly string[], mark: bigint): Promise<string[]> {
  const rows = await prisma().$queryRaw<{ id: string }[]>`
    SELECT e.transaction_id AS id FROM events e JOIN receipts r ON r.delivery_seq = e.delivery_seq
    WHERE e.transaction_id = ANY(${[...ids]}::text[]) AND NOT (e.data->>'isEcho')::boolean
    GROUP BY 1 HAVING min(r.position) > ${mark}`;
  return rows.map(({ id }) => id);
}
