import 'server-only';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { mayReadMetrics, metricsText } from '@/lib/metrics';

/**
 * The worker's own /metrics on METRICS_WORKER_PORT, by the same rule as the desk's: without a token
 * it listens to this machine only. `null` where no port is set.
 */
export async function listenForScrapes(): Promise<Server | null> {
  const { METRICS_WORKER_PORT, METRICS_TOKEN } = env();
  if (METRICS_WORKER_PORT === undefined) return null;
  const server = createServer((request, response) => {
    const asked = new Headers({
      authorization: request.headers.authorization ?? '',
      'x-concilia-peer': request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '',
    });
    const path = request.url?.split('?')[0];
    if (path !== '/metrics') return response.writeHead(404).end();
    if (!mayReadMetrics(asked)) return response.writeHead(401).end();
    metricsText().then(
      ({ text, contentType }) => response.writeHead(200, { 'content-type': contentType }).end(text),
      (error) => {
        log.error({ err: error }, 'metrics: could not be told');
        response.writeHead(500).end();
      },
    );
  });
  server.listen(METRICS_WORKER_PORT, METRICS_TOKEN === undefined ? '127.0.0.1' : undefined);
  await once(server, 'listening');
  return server;
}
