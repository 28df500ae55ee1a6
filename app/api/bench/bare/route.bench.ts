/** The frame's own limit: what a route handler costs that does nothing. Built for the benchmark only. */
export function POST(): Response {
  return new Response(null, { status: 204 });
}
