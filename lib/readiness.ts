import 'server-only';
import { log } from '@/lib/log';
import { appliedMigrations } from '@/lib/readiness.store';

export type Readiness =
  | { readonly status: 'ok' }
  | { readonly status: 'unavailable'; readonly reason: 'stopping' | 'database' | 'migrations' };

const SERVER = Symbol.for('concilia.server');
/** Put there by scripts/server.mjs. */
type Server = { readonly isStopping: () => boolean; readonly migrations: readonly string[] };
const holder = globalThis as { [SERVER]?: Server };

/**
 * Whether this process may be sent requests: it is not about to stop, its database answers, and that has all the
 * migrations of this build. It may have more: while a newer build takes over, the older one goes on.
 */
export async function readiness(): Promise<Readiness> {
  const server = holder[SERVER];
  if (server?.isStopping()) return { status: 'unavailable', reason: 'stopping' };
  try {
    const applied = await appliedMigrations();
    const isComplete = (server?.migrations ?? []).every((name) => applied.has(name));
    return isComplete ? { status: 'ok' } : { status: 'unavailable', reason: 'migrations' };
  } catch (error) {
    log.warn({ err: error }, 'health: not ready');
    return { status: 'unavailable', reason: 'database' };
  }
}
