import { sqlState } from '@/lib/db';

/** PostgreSQL's code for a statement that its own limit ended. */
const QUERY_CANCELLED = '57014';

/** What was read, or that the database's own limit ended the reading; anything else goes to the error page. */
export async function inTime<T>(reading: Promise<T>): Promise<T | 'too long'> {
  try {
    return await reading;
  } catch (error) {
    if (sqlState(error) === QUERY_CANCELLED) return 'too long';
    throw error;
  }
}
