import 'server-only';
import { prisma } from '@/lib/db';
import type { Provider } from '@/lib/providers/catalogue';
import type { ListName } from '@/lib/providers/listing';
import type { Transaction } from '@/lib/transactions/transaction';
import type { DifferenceField } from './difference';
import type { Known, Noted, Settled } from './findings';

type KnownRow =
  | { readonly what: 'transaction'; readonly id: string; readonly data: Transaction }
  | { readonly what: 'event'; readonly id: string; readonly data: null }
  | { readonly what: 'difference'; readonly id: string; readonly data: readonly DifferenceField[] };

/** Looks a batch up in one statement. */
export async function lookUp(
  list: ListName,
  transactionIds: readonly string[],
  eventIds: readonly string[],
): Promise<Known> {
  const rows = await prisma().$queryRaw<KnownRow[]>`
    SELECT 'transaction' AS what, id, state AS data FROM transactions WHERE id = ANY(${[...transactionIds]}::text[])
    UNION ALL
    SELECT 'event', id, NULL FROM events WHERE id = ANY(${[...eventIds]}::text[])
    UNION ALL
    SELECT 'difference', transaction_id, jsonb_agg(field) FROM list_differences
    WHERE list = ${list} AND transaction_id = ANY(${[...transactionIds]}::text[]) AND settled_at IS NULL
    GROUP BY transaction_id`;
  const transactions = new Map<string, Transaction>();
  const events = new Set<string>();
  const open = new Map<string, readonly DifferenceField[]>();
  for (const row of rows) {
    if (row.what === 'transaction') transactions.set(row.id, row.data);
    else if (row.what === 'event') events.add(row.id);
    else open.set(row.id, row.data);
  }
  return { transactions, events, open };
}

/** Keeps differences: a new one is first seen now, an open one seen again, and one that was settled begins anew. */
export async function noteDifferences(list: ListName, noted: readonly Noted[], now: Date): Promise<void> {
  if (noted.length === 0) return;
  const rows = noted.map(({ transactionId, field, theirs, ours }) => ({
    transaction_id: transactionId,
    field,
    theirs,
    ours,
  }));
  await prisma().$executeRaw`
    INSERT INTO list_differences AS kept (list, transaction_id, field, theirs, ours, first_seen_at, last_seen_at)
    SELECT ${list}, transaction_id, field, theirs, ours, ${now}, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(transaction_id text, field text, theirs text, ours text)
    ORDER BY transaction_id, field
    ON CONFLICT (list, transaction_id, field) DO UPDATE SET
      theirs = excluded.theirs, ours = excluded.ours, last_seen_at = excluded.last_seen_at, settled_at = NULL,
      first_seen_at = CASE WHEN kept.settled_at IS NULL THEN kept.first_seen_at ELSE excluded.first_seen_at END`;
}

/** Marks differences as over. */
export async function settleDifferences(list: ListName, settled: readonly Settled[], now: Date): Promise<void> {
  if (settled.length === 0) return;
  const rows = settled.map(({ transactionId, field }) => ({ transaction_id: transactionId, field }));
  await prisma().$executeRaw`
    UPDATE list_differences AS kept SET settled_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(transaction_id text, field text)
    WHERE kept.list = ${list} AND kept.transaction_id = r.transaction_id AND kept.field = r.field
      AND kept.settled_at IS NULL`;
}

/** Whether rows of this provider's lists are stored and still wait to be read. */
export async function hasUnreadRows(provider: Provider): Promise<boolean> {
  const [row] = await prisma().$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM inbox i JOIN deliveries d ON d.seq = i.delivery_seq
      WHERE d.origin = 'listed' AND d.provider = ${provider}
    ) AS found`;
  return row?.found ?? false;
}

/**
 * When the oldest payment was created that a list may still change something about: its end has not come, or list and
 * store contradict each other. `null` where there is none since `earliest`.
 */
export async function oldestUnsettled(provider: Provider, earliest: Date): Promise<Date | null> {
  const [row] = await prisma().$queryRaw<{ at: Date | null }[]>`
    SELECT least(
      (SELECT min(occurred_at) FROM transactions
       WHERE provider = ${provider} AND status IN ('pending', 'processing', 'blocked') AND occurred_at > ${earliest}),
      (SELECT min(t.occurred_at) FROM list_differences d JOIN transactions t ON t.id = d.transaction_id
       WHERE d.settled_at IS NULL AND t.provider = ${provider} AND t.occurred_at > ${earliest})) AS at`;
  return row?.at ?? null;
}
