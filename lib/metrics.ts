import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { exportPool, pool } from '@/lib/db';
import { env } from '@/lib/env';
import { backlog } from '@/lib/events/store';
import { log } from '@/lib/log';
import { isLoopback } from '@/lib/providers/verify';
import { processMetrics } from '@/scripts/metrics.mjs';

/** Everything this process counts, and what waits in the store, in Prometheus' text format. */
export async function metricsText(): Promise<{ readonly text: string; readonly contentType: string }> {
  const { registry, backlog: waiting, backlogAge, connections } = processMetrics();
  for (const [name, opened] of Object.entries({ desk: pool(), exports: exportPool() })) {
    connections.set({ pool: name, state: 'open' }, opened.totalCount);
    connections.set({ pool: name, state: 'idle' }, opened.idleCount);
    connections.set({ pool: name, state: 'waited_for' }, opened.waitingCount);
  }
  try {
    const now = await backlog();
    waiting.set(now.waiting);
    backlogAge.set(now.since ? Math.max(0, Date.now() - now.since.getTime()) / 1000 : 0);
  } catch (error) {
    // The process's own figures are wanted most while the database is away.
    log.warn({ err: error }, 'metrics: the backlog is not known');
    waiting.set(Number.NaN);
    backlogAge.set(Number.NaN);
  }
  return { text: await registry.metrics(), contentType: registry.contentType };
}

/**
 * With METRICS_TOKEN whoever sends it. Without one this machine only, and not in production: a proxy on the same machine
 * that was not named to us looks like this machine, whoever stands behind it.
 */
export function mayReadMetrics(headers: Headers): boolean {
  const { METRICS_TOKEN, CONCILIA_MODE } = env();
  if (METRICS_TOKEN === undefined) return CONCILIA_MODE === 'local' && isLoopback(headers.get('x-concilia-peer') ?? '');
  const given = Buffer.from(headers.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${METRICS_TOKEN}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
