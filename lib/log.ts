import 'server-only';
import { processLog, requestInHand } from '@/scripts/log.mjs';

/**
 * The log of this process; what went wrong is given as `{ err }`, and never as part of the sentence. Ids of ours may
 * stand in a line, persons' data may not.
 */
export const log = processLog();

/** Puts the person, by id, on every further line about the request in hand. */
export function noteUser(id: string): void {
  const context = requestInHand.getStore();
  if (context) context.user = id;
}
