import 'server-only';
import { Prisma } from '@/prisma/generated/client';

/** The ids found in a line `l`, as they are kept. */
export const FOUND_IDS = Prisma.sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value, 'key', i.key, 'from', i.origin)
    ORDER BY i.origin, i.kind, i.key)
  FROM line_ids i WHERE i.line_seq = l.seq), '[]'::jsonb)`;

/** A line `l` as its file told it: a StatementLine, for the criteria to judge. */
export const STATEMENT_LINE = Prisma.sql`jsonb_build_object(
  'place', l.place, 'bookedOn', l.booked_on, 'bookedAt', l.booked_at, 'valueOn', l.value_on, 'amount', l.amount::text,
  'currency', l.currency, 'text', l.text, 'counterparty', jsonb_build_object(
    'name', l.name, 'account', l.account, 'taxId', l.tax_id),
  'bankReference', l.bank_reference, 'balance', l.balance::text, 'kind', l.kind, 'ids', ${FOUND_IDS})`;
