/** One shape for every API error; `detail` says what to do about it. */
export function apiError(status: number, error: string, detail: unknown): Response {
  return Response.json({ error, detail }, { status });
}
