import { env } from '@/lib/env';
import { apiDocument } from '@/lib/openapi/document';

export const dynamic = 'force-dynamic'; // the address of the desk is known only where it runs

/** The reference of the API for tools. It is the same for everybody and tells nothing about anybody: no key is asked for. */
export function GET(): Response {
  return Response.json(apiDocument(new URL(env().APP_URL).origin));
}
