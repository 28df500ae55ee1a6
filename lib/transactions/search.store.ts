import 'server-only';
import { prisma } from '@/lib/db';
import type { Hit, Match } from './hit';
import type { Transaction } from './transaction';

type MatchRow = { transaction_id: string; kind: Match['kind']; value: string };

/** Transactions that carry a value under one of the keys, or are or hold the id itself. Ids repeat across kinds: all of them. */
export async function findExact(keys: readonly string[], limit: number): Promise<Hit[]> {
  const wanted = [...keys];
  const matches = await prisma().$queryRaw<MatchRow[]>`
    SELECT transaction_id, kind, value FROM identifiers WHERE key = ANY(${wanted}::text[])
    UNION ALL
    SELECT id, 'transaction', id FROM transactions WHERE id = ANY(${wanted}::text[])
    UNION ALL
    SELECT transaction_id, 'event', id FROM events WHERE id = ANY(${wanted}::text[])
    LIMIT ${limit}`;
  return withTransactions(matches, true);
}

/** Transactions with a value that begins like one of the keys, the exact ones excepted. */
export async function findByPrefix(keys: readonly string[], limit: number): Promise<Hit[]> {
  const wanted = [...keys];
  const matches = await prisma().$queryRaw<MatchRow[]>`
    SELECT i.transaction_id, i.kind, i.value
    FROM unnest(${wanted}::text[]) AS prefix
    JOIN LATERAL (
      SELECT * FROM identifiers
      WHERE key > prefix COLLATE "C" AND key < (prefix || chr(1114111)) COLLATE "C"
      ORDER BY key LIMIT ${limit}) AS i ON true
    WHERE i.key <> ALL(${wanted}::text[])
    LIMIT ${limit}`;
  return withTransactions(matches, false);
}

async function withTransactions(matches: readonly MatchRow[], isExact: boolean): Promise<Hit[]> {
  if (matches.length === 0) return [];
  const ids = [...new Set(matches.map((match) => match.transaction_id))];
  const rows = await prisma().$queryRaw<{ state: Transaction }[]>`
    SELECT t.state FROM transactions t WHERE t.id = ANY(${ids}::text[]) ORDER BY t.occurred_at DESC, t.id DESC`;
  return rows.map(({ state }) => ({
    transaction: state,
    matches: matches
      .filter((match) => match.transaction_id === state.id)
      .map(({ kind, value }) => ({ kind, value, isExact })),
  }));
}
