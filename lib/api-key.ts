import 'server-only';
import { parseArgs } from 'node:util';
import { addDays } from 'date-fns';
import { isRight, RIGHT_NAMES, type Right } from '@/lib/access/rights';
import { createApiKey } from '@/lib/access/store';
import { disconnect } from '@/lib/db';

const USAGE = 'npm run api-key -- --name "month-end report" [--scopes ask,browse,export] [--days 90]';
/** What a report needs: to read everything, and nothing that changes anything. */
const USUAL: readonly Right[] = ['ask', 'browse', 'export', 'personal'];

/** `npm run api-key -- --name NAME`: makes a key for the API and prints it, this once. */
async function main(): Promise<void> {
  const options = { name: { type: 'string' }, scopes: { type: 'string' }, days: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const name = values.name?.trim();
  if (!name || name.length > 80) throw new Error(`Say what the key is for: ${USAGE}`);
  console.log(
    await createApiKey({ name, scopes: readScopes(values.scopes), createdBy: null, expiresAt: readEnd(values.days) }),
  );
}

function readScopes(text: string | undefined): readonly Right[] {
  if (text === undefined) return USUAL;
  const scopes = text.split(',').map((scope) => scope.trim());
  if (scopes.every(isRight)) return scopes;
  throw new Error(`A scope is one of ${RIGHT_NAMES.join(', ')}: ${USAGE}`);
}

function readEnd(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 3650) return addDays(new Date(), days);
  throw new Error(`Days are 1 to 3650: ${USAGE}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await disconnect();
}
