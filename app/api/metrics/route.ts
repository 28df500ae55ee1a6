import { apiError } from '@/lib/access/answer';
import { mayReadMetrics, metricsText } from '@/lib/metrics';

export const dynamic = 'force-dynamic';

/** This process's figures for Prometheus: with METRICS_TOKEN as bearer token, or in local mode from this machine. */
export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request.headers))
    return apiError(401, 'unauthorized', 'Send METRICS_TOKEN as "Authorization: Bearer <token>".');
  const { text, contentType } = await metricsText();
  return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
}
