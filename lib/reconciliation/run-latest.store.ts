import 'server-only';
import { prisma } from '@/lib/db';
import { readRun } from './run.store';
import type { RunView } from './view';

/** The latest run that was kept and came to its end; `null` before the first. */
export async function latestKeptRun(): Promise<RunView | null> {
  const row = await prisma().matchRun.findFirst({
    where: { isDry: false, endedAt: { not: null } },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return row && readRun(String(row.id));
}
