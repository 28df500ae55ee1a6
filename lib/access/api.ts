import 'server-only';
import { type Reader, said, spoken } from '@/lib/language/said';
import { log } from '@/lib/log';
import { networkOf, overAllowance, tooOften } from './allowance';
import { apiError, askerOf } from './answer';
import { may, type Right } from './rights';
import { type ApiCaller, callerWith } from './store';

/** The key of `Authorization: Bearer <key>` or `X-API-Key: <key>`. */
function keyOf(headers: Headers): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? headers.get('x-api-key')?.trim();
}

/**
 * Answers an API request whose key has the right in its scope: 401 without a valid key, 403 without the right, 429 too often, 500 in
 * our error shape for the unexpected.
 */
export async function apiAnswer(
  request: Request,
  right: Right,
  answer: (caller: ApiCaller) => Promise<Response>,
): Promise<Response> {
  const asker = () => askerOf(request);
  try {
    const key = keyOf(request.headers);
    const caller = key ? await callerWith(key) : null;
    if (!caller) {
      const address = networkOf(request.headers.get('x-concilia-peer') ?? 'unknown');
      return (await overAllowance('unknown_key', address, asker)) ?? unauthorized(asker());
    }
    if (!may(caller, right)) {
      return apiError(403, 'forbidden', spoken(said('keys.answer.scope', { right }), asker()));
    }
    return (await tooOften('api', caller.counted, asker)) ?? (await answer(caller));
  } catch (error) {
    log.error({ err: error }, 'api: failed');
    return apiError(500, 'internal', spoken(said('keys.answer.failed'), asker()));
  }
}

function unauthorized(asker: Reader): Response {
  const response = apiError(401, 'unauthorized', spoken(said('keys.answer.key'), asker));
  response.headers.set('www-authenticate', 'Bearer');
  return response;
}
