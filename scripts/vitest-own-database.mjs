// Before each file of database tests: a database of its own, where the app's code will look for one.

import { createTestDatabase } from './test-database.mjs';

process.env.DATABASE_URL = (await createTestDatabase()).url;
process.env.AUTH_SECRET ??= 'a secret for tests only, long enough for anyone';
