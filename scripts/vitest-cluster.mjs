// Once for all database tests: a throw-away cluster whose first database is migrated and then only ever copied.

import { migrate } from './migrate.mjs';
import { startPostgres } from './postgres.mjs';

/** @param {import('vitest/node').TestProject} project */
export default async function setUp(project) {
  const postgres = await startPostgres({ durable: false });
  try {
    await migrate(postgres.url);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  project.provide('templateUrl', postgres.url);
  return () => postgres.stop();
}
