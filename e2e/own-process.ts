import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../scripts/postgres.mjs';
import type { Desk } from './fixtures';

/** A process of the desk with settings of its own, beside the one that all tests share and on the same database. */

const root = path.resolve(import.meta.dirname, '..');
const PROGRAMS = {
  server: ['scripts/server.mjs'],
  worker: ['--conditions=react-server', '--import', 'tsx', 'lib/worker.ts'],
} as const;

/** Signs its sessions. */
export const AUTH_SECRET = 'a secret of its own, which is long enough';

export type OwnProcess = {
  /** As the fixtures take a desk; a session of the other process is none here. */
  readonly desk: Desk;
  /** Everything that it has printed, on both channels. */
  readonly printed: () => string;
  readonly child: ChildProcess;
  /** Resolves to its exit code. */
  readonly stop: () => Promise<unknown>;
};

export async function startOwn(
  program: keyof typeof PROGRAMS,
  desk: Desk,
  settings: Record<string, string> = {},
): Promise<OwnProcess> {
  const port = String(await freePort());
  const child = spawn(process.execPath, [...PROGRAMS[program]], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: desk.databaseUrl,
      AUTH_SECRET,
      PORT: port,
      APP_URL: `http://localhost:${port}`,
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'info',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const exited = once(child, 'exit');
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (piece) => {
        text += piece;
        if (/^ready$/m.test(text)) resolve();
      });
    void exited.then(() => reject(new Error(`The ${program} ended before it was ready:\n${text}`)));
  });
  await ready;
  return {
    desk: { ...desk, url: `http://localhost:${port}` },
    printed: () => text,
    child,
    async stop() {
      child.kill('SIGTERM');
      const [code] = await exited;
      return code;
    },
  };
}
