import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma } from '@/lib/db';
import type { PaymentEvent } from '@/lib/events/event';
import type { Environment } from '@/lib/providers/catalogue';
import type { Arrival, Related, RelationName, TransactionDetail } from './detail';
import type { Transaction } from './transaction';

/** A transaction with its events, how each arrived, and what belongs to it; `null` when the store does not have it. */
export async function readTransaction(sight: Sight, id: string): Promise<TransactionDetail | null> {
  if (id.includes('\u0000') || !id.isWellFormed()) return null; // what PostgreSQL cannot store, it does not have
  const row = await prisma().transaction.findUnique({ where: { id }, select: { state: true, environment: true } });
  if (!row) return null;
  const [events, related] = await Promise.all([readEvents(id), readRelated(id)]);
  const environment = row.environment as Environment;
  return seen(sight, { transaction: row.state as unknown as Transaction, environment, events, related });
}

type ArrivalRow = Omit<Arrival, 'deliverySeq'> & { data: PaymentEvent; deliverySeq: bigint };

/** An echo has no reading of its own: it arrived with the event it was said by, whose id is the part before `~`. */
async function readEvents(transactionId: string): Promise<TransactionDetail['events']> {
  const rows = await prisma().$queryRaw<ArrivalRow[]>`
    SELECT e.data, d.seq AS "deliverySeq", r.outcome, r.reason, d.origin, d.proof, d.received_at AS "receivedAt",
           d.answer_status AS "answerStatus"
    FROM events e
    JOIN readings r ON r.event_id = split_part(e.id, '~', 1)
    JOIN deliveries d ON d.seq = r.delivery_seq
    WHERE e.transaction_id = ${transactionId}
    ORDER BY e.id, d.seq`;
  const byEvent = new Map<string, { event: PaymentEvent; arrivals: Arrival[] }>();
  for (const { data, ...row } of rows) {
    const arrival = { ...row, deliverySeq: String(row.deliverySeq) };
    const known = byEvent.get(data.id);
    if (known) known.arrivals.push(arrival);
    else byEvent.set(data.id, { event: data, arrivals: [arrival] });
  }
  return [...byEvent.values()];
}

/** More than these say nothing more: a reference shared by hundreds is a batch, and search lists it. */
const MAX_RELATED = 50;

type RelatedRow = {
  relation: RelationName;
  id: string;
  state: Transaction | null;
  isOneSided: boolean;
  via: string | null;
};

/** What else belongs to a transaction, by what either end tells of the other and by what both share. */
export async function readRelated(id: string): Promise<Related[]> {
  const rows = await prisma().$queryRaw<RelatedRow[]>`
    WITH related AS (
      -- what this transaction says of others; a refund must be told by both ends
      SELECT l.relation, l.target AS id, NULL AS via,
             l.relation IN ('refunded_by', 'refund_of')
             AND EXISTS (SELECT FROM transactions o WHERE o.id = l.target)
             AND NOT EXISTS (SELECT FROM links b WHERE b.transaction_id = l.target AND b.target = l.transaction_id) AS one_sided
      FROM links l WHERE l.transaction_id = ${id}
      UNION ALL
      -- what others say of it
      SELECT CASE l.relation WHEN 'pays_out' THEN 'paid_out_by' WHEN 'refunded_by' THEN 'refund_of' ELSE 'refunded_by' END,
             l.transaction_id, NULL, l.relation IN ('refunded_by', 'refund_of')
      FROM links l
      WHERE l.target = ${id} AND l.relation IN ('pays_out', 'refunded_by', 'refund_of')
        AND NOT EXISTS (SELECT FROM links b WHERE b.transaction_id = l.target AND b.target = l.transaction_id)
      UNION ALL
      -- others that came from the same pay-in or order
      SELECT CASE l.relation WHEN 'pays_deposit' THEN 'same_deposit' ELSE 'same_order' END, o.transaction_id, l.target, false
      FROM links l JOIN links o ON o.target = l.target AND o.relation = l.relation AND o.transaction_id <> l.transaction_id
      WHERE l.transaction_id = ${id} AND l.relation IN ('pays_deposit', 'fills_order')
      UNION ALL
      -- the same hash on the same network (or one side not telling it), old hashes of reposts included
      SELECT 'same_tx_hash', o.transaction_id, o.value, false
      FROM identifiers i JOIN identifiers o ON o.key = i.key AND o.transaction_id <> i.transaction_id
      WHERE i.transaction_id = ${id}
        AND i.kind IN ('tx_hash', 'replaced_tx_hash') AND o.kind IN ('tx_hash', 'replaced_tx_hash')
        AND (i.network IS NULL OR o.network IS NULL OR lower(i.network) = lower(o.network))
      UNION ALL
      SELECT 'same_external_ref', o.transaction_id, o.value, false
      FROM identifiers i JOIN identifiers o ON o.key = i.key AND o.kind = i.kind AND o.transaction_id <> i.transaction_id
      WHERE i.transaction_id = ${id} AND i.kind = 'external_ref')
    SELECT DISTINCT ON (r.relation, r.id) r.relation, r.id, r.via, r.one_sided AS "isOneSided", t.state
    FROM related r LEFT JOIN transactions t ON t.id = r.id
    ORDER BY r.relation, r.id LIMIT ${MAX_RELATED}`;
  return rows.map(({ state, ...row }) => ({ ...row, other: state }));
}
