import { prisma } from '@/lib/db';

/** The obvious way, for comparison: one ORM `create` per request. Built for the benchmark only. */
export async function POST(request: Request): Promise<Response> {
  const body = new Uint8Array(await request.arrayBuffer());
  const { seq } = await prisma().delivery.create({
    data: {
      provider: 'brla',
      environment: 'stage',
      origin: 'webhook',
      receivedAt: new Date(),
      sourceAddress: '127.0.0.1',
      proof: 'loopback',
      headers: Object.fromEntries(request.headers),
      body,
      answerStatus: 200,
    },
  });
  return Response.json({ stored: true, delivery: String(seq) });
}
