// Three kinds of tests beside the code: `pure` ones, which run in milliseconds, `http` ones that speak over real HTTP
// with a provider's stand-in, and `db` ones on a real PostgreSQL.

import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { root } from './processes.mjs';

const rooms = '{lib,scripts,prisma,components,app}';
const databaseTests = `${rooms}/**/*.db.test.{ts,tsx,mjs}`;
const httpTests = `${rooms}/**/*.http.test.ts`;

export default defineConfig({
  root,
  resolve: {
    alias: [
      // What Next does for server code; outside Next the package's own entry throws.
      { find: /^server-only$/, replacement: path.join(root, 'node_modules/server-only/empty.js') },
      { find: /^@\//, replacement: `${root}/` },
    ],
  },
  test: {
    // For what hangs. No test is about speed, and a busy machine must not fail one by its clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [`${rooms}/**/*.test.{ts,tsx,mjs}`],
          exclude: [databaseTests, httpTests, '**/generated/**'],
        },
      },
      { extends: true, test: { name: 'http', include: [httpTests] } },
      {
        extends: true,
        test: {
          name: 'db',
          include: [databaseTests],
          globalSetup: 'scripts/vitest-cluster.mjs',
          setupFiles: 'scripts/vitest-own-database.mjs',
        },
      },
    ],
  },
});
