import 'server-only';
import { isKnownKey } from './store';

/** One shape for every API error; `detail` says what to do about it. */
export function apiError(status: number, error: string, detail: unknown): Response {
  return Response.json({ error, detail }, { status });
}

/** The key of `Authorization: Bearer <key>` or `X-API-Key: <key>`. */
function keyOf(headers: Headers): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? headers.get('x-api-key')?.trim();
}

/** Answers an API request: 401 without a valid key, 500 in our error shape for the unexpected. */
export async function apiAnswer(request: Request, answer: () => Promise<Response>): Promise<Response> {
  try {
    const key = keyOf(request.headers);
    if (!key || !(await isKnownKey(key))) {
      const response = apiError(
        401,
        'unauthorized',
        'Send an API key as "Authorization: Bearer <key>"; make one with `npm run api-key -- --name NAME`.',
      );
      response.headers.set('www-authenticate', 'Bearer');
      return response;
    }
    return await answer();
  } catch (error) {
    console.error(`api ${new URL(request.url).pathname}:`, error);
    return apiError(500, 'internal', 'Something failed on our side. Nothing was changed.');
  }
}
