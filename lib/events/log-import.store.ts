import 'server-only';
import { prisma } from '@/lib/db';
import { addFalseAcknowledgements } from './acknowledgement.store';
import { type CoveredStretch, LONGEST_GAP_HOURS, type LogCoverage, type LogImport } from './log-import';
import type { LostRequest } from './unaccounted';

/** A long log has hundreds of thousands of lines, and each may be a finding. */
const LONGEST_IMPORT_MS = 5 * 60_000;
const LISTED_STRETCHES = 20;

/** Keeps what an import found and that it happened, both or neither. Returns how many findings are new. */
export function keepImport(
  lost: readonly LostRequest[],
  record: Omit<LogImport, 'seq' | 'importedAt' | 'found' | 'alreadyKnown'>,
): Promise<number> {
  return prisma().$transaction(
    async (tx) => {
      const found = await addFalseAcknowledgements(tx, lost);
      await tx.accessLogImport.create({ data: { ...record, found, alreadyKnown: lost.length - found } });
      return found;
    },
    { timeout: LONGEST_IMPORT_MS },
  );
}

/** The latest imports, newest first. */
export async function listImports(limit: number): Promise<readonly LogImport[]> {
  const rows = await prisma().accessLogImport.findMany({ orderBy: { seq: 'desc' }, take: limit });
  return rows.map((row) => ({ ...row, seq: String(row.seq), sizeBytes: Number(row.sizeBytes) }));
}

/** Which times the imported logs cover. A log without a line about a webhook is somebody else's and covers nothing. */
export async function readLogCoverage(): Promise<LogCoverage> {
  const [[all], stretches] = await Promise.all([
    prisma().$queryRaw<{ imports: number; lastImportedAt: Date | null }[]>`
      SELECT count(*)::float8 AS imports, max(imported_at) AS "lastImportedAt" FROM access_log_imports`,
    // Overlapping logs, and those that follow each other closely, are one stretch; a log cannot cover what is to come.
    prisma().$queryRaw<CoveredStretch[]>`
      WITH covered AS (
        SELECT first_at, least(last_at, imported_at) AS last_at FROM access_log_imports
        WHERE webhook_requests > 0 AND first_at < imported_at
      ), before AS (
        SELECT *, max(last_at) OVER (ORDER BY first_at, last_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS end_before
        FROM covered
      ), numbered AS (
        SELECT *, count(*) FILTER (WHERE first_at > end_before + make_interval(hours => ${LONGEST_GAP_HOURS}))
                  OVER (ORDER BY first_at, last_at) AS stretch
        FROM before
      )
      SELECT min(first_at) AS "from", max(last_at) AS "to" FROM numbered
      GROUP BY stretch ORDER BY stretch DESC LIMIT ${LISTED_STRETCHES}`,
  ]);
  return { imports: all?.imports ?? 0, lastImportedAt: all?.lastImportedAt ?? null, stretches };
}
