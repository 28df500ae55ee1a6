import { readiness } from '@/lib/readiness';

export const dynamic = 'force-dynamic';

/** Whether a balancer may send requests here: 503 with the reason where it may not. */
export async function GET(): Promise<Response> {
  const found = await readiness();
  return Response.json(found, { status: found.status === 'ok' ? 200 : 503 });
}
