import 'server-only';
import { createHash } from 'node:crypto';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { type PasswordFault, passwordFault } from './password';

/** Nobody waits longer for somebody else's server. */
const PATIENCE_MS = 3_000;

/** What is wrong with a password, the breached ones of the world among it where the operator has said whom to ask. */
export async function passwordFaultNow(password: string, email: string): Promise<PasswordFault | null> {
  const fault = passwordFault(password, email);
  if (fault) return fault;
  const { BREACHED_PASSWORDS_URL: url } = env();
  return url !== undefined && (await isBreached(url, password)) ? 'common' : null;
}

/**
 * Whether a password is in a list of breached ones that speaks the range protocol of Have I Been Pwned: five of forty
 * signs of its SHA-1 leave the house, padded answers hide how many were found. A server that is away keeps nobody out.
 */
export async function isBreached(url: string, password: string, patienceMs = PATIENCE_MS): Promise<boolean> {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
  try {
    const answer = await fetch(`${url}/range/${hash.slice(0, 5)}`, {
      headers: { 'add-padding': 'true' },
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    const lines = (await answer.text()).split('\n').map((line) => line.trim().split(':'));
    // Padding is listed with a count of none.
    return lines.some(([rest, count]) => rest === hash.slice(5) && Number(count) > 0);
  } catch (error) {
    log.warn({ err: error }, 'passwords: the list of breached ones could not be asked');
    return false;
  }
}
