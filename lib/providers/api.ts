import 'server-only';

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
      throw new KeyAnswerError(`answered ${response.status}`);
    }
    return await boundedText(response);
  } catch (error) {
    throw new Error(`The public keys are out of reach: ${url} ${whatHappened(error)}.`);
  }
}

class KeyAnswerError extends Error {}

async function boundedText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > LONGEST_BYTES) throw new KeyAnswerError(`answered more than ${LONGEST_BYTES} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function whatHappened(error: unknown): string {
  if (error instanceof KeyAnswerError) return error.message;
  if (error instanceof Error && error.name === 'TimeoutError') return `did not answer within ${TIMEOUT_MS} ms`;
  return 'could not be asked';
}
