import { receive } from '@/lib/ingest';

/** Where providers post. Thin on purpose: the bytes are made durable, everything else happens behind. */
export async function POST(request: Request, { params }: { params: Promise<{ provider: string }> }): Promise<Response> {
  return receive((await params).provider, request);
}
