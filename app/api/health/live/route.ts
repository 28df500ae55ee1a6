export const dynamic = 'force-dynamic';

/** Whether this process answers at all; asks nothing of anybody. Who gets no answer may start it again. */
export function GET(): Response {
  return Response.json({ status: 'ok' });
}
