import { getTranslations } from 'next-intl/server';
import { apiError } from '@/lib/access/answer';
import { may } from '@/lib/access/rights';
import { viewerFor, viewerOf } from '@/lib/access/session';
import { followChanges, hasRoom } from '@/lib/live';
import { type Changes, readPosition } from '@/lib/live-changes';
import { log } from '@/lib/log';

/** How often a stream that goes on looks whether its session still stands. */
const CHECK_MS = 15_000;

/**
 * What moves in the store, as server-sent events: `changed` with the payments' ids, its `id` the place in the chain of
 * receipts to go on from (`Last-Event-ID`, or `after`), and `beat`, which only says that the stream is alive.
 */
export async function GET(request: Request): Promise<Response> {
  const viewer = await viewerFor('browse');
  if (viewer instanceof Response) return viewer;
  const t = await getTranslations('transactions');
  const asked = request.headers.get('last-event-id') || new URL(request.url).searchParams.get('after');
  const after = readPosition(asked);
  if (after === null) return apiError(400, 'bad_parameter', t('answer.after'));
  if (!hasRoom()) return apiError(503, 'busy', t('answer.busy'));
  return new Response(streamOf(request, after), {
    headers: {
      'content-type': 'text/event-stream',
      // Not to be held back by whoever would compress or collect it.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

function streamOf({ headers, signal }: Request, after: bigint): ReadableStream<Uint8Array> {
  const leaving = new AbortController();
  const texts = spoken(followChanges(after, AbortSignal.any([signal, leaving.signal])), new Headers(headers));
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      leaving.abort();
      await texts.return();
    },
  });
}

/** The events as text, as long as the session stands. What fails ends the stream: the browser comes again from where it was. */
async function* spoken(changes: AsyncGenerator<Changes | null, void>, headers: Headers): AsyncGenerator<string, void> {
  let checkedAt = performance.now();
  try {
    for await (const change of changes) {
      if (performance.now() - checkedAt >= CHECK_MS) {
        if (!may(await viewerOf(headers), 'browse')) return;
        checkedAt = performance.now();
      }
      yield change === null
        ? 'event: beat\ndata:\n\n'
        : `id: ${change.position}\nevent: changed\ndata: ${JSON.stringify(change)}\n\n`;
    }
  } catch (error) {
    log.warn({ err: error }, 'live: a stream ended');
  }
}
