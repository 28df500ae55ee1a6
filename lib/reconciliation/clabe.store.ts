import 'server-only';
import { prisma } from '@/lib/db';
import { identifierKey } from '@/lib/identifiers/keys';
import type { Environment } from '@/lib/providers/catalogue';
import type { ClabeFlow } from './clabe-flow';

type Step = Exclude<keyof ClabeFlow, 'clabe'>;
type Row = { step: Step; currency: string | null; count: bigint; sum: string | null };

/**
 * What came in on a CLABE that pays by itself, what was minted for it and what was given back: every issuance that names
 * it as the receiver, in one read.
 */
export async function clabeFlow(clabe: string, environment: Environment): Promise<ClabeFlow> {
  const key = identifierKey('receiver_clabe', clabe);
  const rows = await prisma().$queryRaw<Row[]>`
    WITH own AS (
      SELECT t.id, t.status, t.state FROM identifiers i JOIN transactions t ON t.id = i.transaction_id
      WHERE i.key = ${key} AND i.kind = 'receiver_clabe' AND t.kind = 'issuance' AND t.environment = ${environment}),
    told AS (
      SELECT CASE g.direction WHEN 'in' THEN 'came' ELSE 'returned' END AS step, g.currency, g.amount
      FROM legs g JOIN own ON own.id = g.transaction_id
      WHERE g.rail <> 'chain' AND g.expectation = 'expected'
      UNION ALL
      SELECT 'seen', g.currency, g.amount FROM legs g JOIN own ON own.id = g.transaction_id
      JOIN matched_legs m ON m.leg_id = g.id AND m.book = 'bank'
      WHERE g.rail <> 'chain' AND g.direction = 'in'
      UNION ALL
      SELECT 'minted', coalesce(own.state->>'token', own.state->'amount'->>'currency'),
        (own.state->'amount'->>'amount')::numeric
      FROM own WHERE own.status = 'completed')
    SELECT step, currency, count(*) AS count, sum(amount)::text AS sum FROM told GROUP BY 1, 2 ORDER BY 1, 2`;
  const of = (step: Step) =>
    rows
      .filter((row) => row.step === step)
      .map(({ currency, count, sum }) => ({ currency, count: Number(count), sum }));
  return { clabe, came: of('came'), seen: of('seen'), minted: of('minted'), returned: of('returned') };
}
