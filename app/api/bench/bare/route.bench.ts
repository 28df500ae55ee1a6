/** The frame's own limit: what a route handler costs that does nothing. Built for the benchmark only. */
export function POST(): Response {
  return new Response(null, { status: 204 });
}

/** And for an answer to a question: its address read, as much JSON said as it asks for. */
export function GET(request: Request): Response {
  const bytes = Number(new URL(request.url).searchParams.get('bytes'));
  const row = { id: 'bench:row', text: 'x'.repeat(450) };
  return Response.json({ data: Array.from({ length: Math.max(1, Math.round(bytes / 500)) }, () => row) });
}
