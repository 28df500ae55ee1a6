import { backlog } from '@/lib/events/store';

export const dynamic = 'force-dynamic';

/** Whether the database answers, how many deliveries wait to be folded, and since when. 503 when it does not answer. */
export async function GET(): Promise<Response> {
  try {
    const { waiting, since } = await backlog();
    return Response.json({
      status: 'ok',
      database: 'up',
      waiting_to_fold: waiting,
      waiting_since: since?.toISOString() ?? null,
    });
  } catch {
    const unknown = { waiting_to_fold: null, waiting_since: null };
    return Response.json({ status: 'unavailable', database: 'down', ...unknown }, { status: 503 });
  }
}
