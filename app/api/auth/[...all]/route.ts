import { apiError } from '@/lib/access/answer';
import { auth, OIDC, sso } from '@/lib/access/auth';
import { said, spoken } from '@/lib/language/said';
import { displayReader } from '@/lib/reader';

const CALLBACK = `callback/${OIDC}`;

/**
 * What of the library is open to the network: passkeys, and where single sign-on comes back to. Everything else is asked
 * for by our own pages and actions, which count tries and log.
 */
const OPEN: Readonly<Record<'GET' | 'POST', ReadonlySet<string>>> = {
  GET: new Set(['passkey/generate-register-options', 'passkey/generate-authenticate-options', CALLBACK]),
  POST: new Set(['passkey/verify-registration', 'passkey/verify-authentication']),
};

type Context = { readonly params: Promise<{ readonly all: string[] }> };

async function answer(method: 'GET' | 'POST', request: Request, context: Context): Promise<Response> {
  const path = (await context.params).all.join('/');
  if (!OPEN[method].has(path)) {
    return apiError(404, 'not_found', spoken(said('keys.answer.nothing'), await displayReader()));
  }
  return path === CALLBACK ? sso().handler(request) : auth().handler(request);
}

export function GET(request: Request, context: Context): Promise<Response> {
  return answer('GET', request, context);
}

export function POST(request: Request, context: Context): Promise<Response> {
  return answer('POST', request, context);
}
