import { receive } from '@/lib/ingest';

type Context = { params: Promise<{ path?: string[] }> };

/**
 * Where providers post. Thin on purpose: the bytes are made durable, everything else happens behind. Every path below
 * ends here, also those nobody has: a 404 would be taken for "delivered" by a provider that was given a wrong address.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return receive((await params).path ?? [], request);
}

export { POST as PATCH, POST as PUT };
