import 'server-only';
import { pool } from '@/lib/db';

/** A balancer asks often, and takes no answer for a no. */
const ANSWER_MS = 2_000;

/** The migrations that the database has taken whole. Throws where it does not answer. */
export async function appliedMigrations(): Promise<ReadonlySet<string>> {
  const { rows } = await pool().query<{ name: string }>({
    text: `SELECT migration_name AS name FROM _prisma_migrations
           WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    query_timeout: ANSWER_MS,
  } as { text: string });
  return new Set(rows.map(({ name }) => name));
}
