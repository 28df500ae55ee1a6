/** The frame's own limit: what a route handler costs that does nothing. Built for the benchmark only. */
export function POST(): Response {
  return new Response(null, { status: 204 });
}

/** And for an answer to a question: its address read, a few hundred bytes of JSON said. */
export function GET(request: Request): Response {
  return Response.json({ data: [{ id: new URL(request.url).searchParams.get('q'), text: 'x'.repeat(1_200) }] });
}
