import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma } from '@/lib/db';
import type { Environment, Kind, Provider } from '@/lib/providers/catalogue';
import type { QueueRow, Subject } from './exception-subject';
import type { ExceptionRow } from './view';

type Found = {
  id: bigint;
  provider: Provider | null;
  kind: Kind;
  environment: Environment;
  reference: string | null;
};

/** Adds to each whose payment it is about, and the id by which the other side knows it: one read for all. */
export async function withSubjects(sight: Sight, rows: readonly ExceptionRow[]): Promise<QueueRow[]> {
  if (rows.length === 0) return [];
  const found = await prisma().$queryRaw<Found[]>`
    SELECT e.id, g.provider, g.kind, g.environment, coalesce(
      (SELECT i.value FROM leg_ids i WHERE i.leg_id = e.leg_id
        AND i.kind IN ('e2e', 'clave_rastreo', 'tx_hash') ORDER BY i.kind, i.key LIMIT 1),
      (SELECT i.value FROM line_ids i WHERE i.line_seq = e.line_seq
        AND i.kind IN ('e2e', 'pix_return', 'clave_rastreo', 'tx_hash') ORDER BY i.kind, i.key LIMIT 1),
      g.external_ref, l.bank_reference) AS reference
    FROM match_exceptions e
    LEFT JOIN legs g ON g.id = e.leg_id
    LEFT JOIN lines l ON l.seq = e.line_seq
    WHERE e.id = ANY(${rows.map(({ id }) => BigInt(id))}::bigint[])`;
  const subjects = new Map(found.map((row) => [String(row.id), subjectOf(row)]));
  return seen(
    sight,
    rows.map((row) => ({ ...row, subject: subjects.get(row.id) ?? { provider: null, reference: null } })),
  );
}

function subjectOf({ provider, kind, environment, reference }: Found): Subject {
  return provider === null ? { provider, reference } : { provider, kind, environment, reference };
}
