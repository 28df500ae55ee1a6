import 'server-only';
import { prisma } from '@/lib/db';
import { isProvider } from '@/lib/providers/catalogue';
import { type LoggedRequest, sourceOfPath, TOLERANCE_MS } from './access-log';

/** When messages for one source arrived within a span: stored deliveries, and refusals whose bytes were kept. */
export async function arrivalsOf(source: string, from: Date, to: Date): Promise<Date[]> {
  const [start, end] = [new Date(+from - TOLERANCE_MS), new Date(+to + TOLERANCE_MS)];
  const rows = await prisma().$queryRaw<{ at: Date }[]>`
    SELECT received_at AS at FROM deliveries
    WHERE provider = ${source} AND origin = 'webhook' AND received_at BETWEEN ${start} AND ${end}
    UNION ALL
    SELECT received_at FROM refusals
    WHERE received_at BETWEEN ${start} AND ${end}
      AND (path = ${`/api/webhooks/${source}`} OR starts_with(path, ${`/api/webhooks/${source}/`}))`;
  return rows.map((row) => row.at);
}

/** Keeps false acknowledgements; those imported before are left as they are. Returns how many are new. */
export async function addFalseAcknowledgements(requests: readonly LoggedRequest[]): Promise<number> {
  const { count } = await prisma().falseAcknowledgement.createMany({
    data: requests.map(({ method: _, ...request }) => {
      const source = sourceOfPath(request.path);
      return { ...request, provider: source && isProvider(source) ? source : null };
    }),
    skipDuplicates: true,
  });
  return count;
}
