import 'server-only';
import { type Said, said } from '@/lib/language/said';
import { ToldFailure } from './failure';

/** Two of these still leave time to answer within the providers' five seconds. */
const TIMEOUT_MS = 3_000;
/** A list of keys has a few kilobytes. */
const LONGEST_BYTES = 64 * 1024;

/**
 * What a public key endpoint answers, as text. Rejects, with a reason that may be shown, when there is no 200 with at
 * most 64 KiB within three seconds. Redirects are not followed: keys come from the host that was configured.
 */
export async function fetchKeyAnswer(url: string): Promise<string> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new ToldFailure(said('proof.keys.answered', { status: String(response.status) }));
    }
    return await boundedText(response);
  } catch (error) {
    throw keysOutOfReach(url, whatHappened(error));
  }
}

/** `what` goes on where the address stops. */
export function keysOutOfReach(url: string, what: Said): ToldFailure {
  return new ToldFailure(said('proof.keys.outOfReach', { url, what }));
}

async function boundedText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > LONGEST_BYTES) throw new ToldFailure(said('proof.what.tooMuch', { bytes: String(LONGEST_BYTES) }));
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function whatHappened(error: unknown): Said {
  if (error instanceof ToldFailure) return error.said;
  if (error instanceof Error && error.name === 'TimeoutError')
    return said('proof.keys.notInTime', { time: String(TIMEOUT_MS) });
  return said('proof.keys.couldNotAsk');
}
