// The app behind Node's own HTTP server, so that we, not the client, say who is calling, and so that a stop lets
// the requests in flight finish. Prints the line "ready" once it listens.
//
//   PORT                 3000
//   HOST                 only this machine, unless set (0.0.0.0 or :: for everyone)
//   TRUSTED_PROXIES      addresses or networks whose X-Forwarded-For is believed, separated by commas
//   TRUSTED_PROXY_COUNT  how many proxies stand in front of us

import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import next from 'next';
import { parseHops, parseTrusted, provenPeer } from './peer.mjs';
import { root } from './processes.mjs';

const DRAIN_SECONDS = 10;

const port = Number(process.env.PORT ?? 3000);
const hosts = process.env.HOST ? [process.env.HOST] : ['127.0.0.1', '::1'];

try {
  const servers = await serve(await requestListener());
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop(servers));
  console.log('ready');
} catch (error) {
  console.error(
    error.code === 'EADDRINUSE' ? `Port ${port} is taken by another program; set PORT to a free one.` : error,
  );
  process.exit(1);
}

async function requestListener() {
  const trusted = parseTrusted(process.env.TRUSTED_PROXIES);
  const hops = parseHops(process.env.TRUSTED_PROXY_COUNT);
  const app = next({ dev: false, dir: root, port, hostname: hosts[0] });
  await app.prepare();
  const handle = app.getRequestHandler();
  return (request, response) => {
    const { headers, socket } = request;
    const forwardedFor = headers['x-forwarded-for'];
    const peer = provenPeer({ socketAddress: socket.remoteAddress, forwardedFor, trusted, hops });
    // Node has lower-cased the names and joined repetitions, so whatever the client sent under these is gone.
    headers['x-concilia-peer'] = peer;
    headers['x-forwarded-for'] = peer;
    return handle(request, response);
  };
}

/** "localhost" means both loopback addresses to a client, and a machine may lack the second. */
async function serve(listener) {
  const servers = await Promise.all(
    hosts.map(async (host) => {
      const server = createServer(listener);
      const listening = new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
      server.listen(port, host);
      try {
        await listening;
        return server;
      } catch (error) {
        if (host === '::1' && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code)) return undefined;
        throw error;
      }
    }),
  );
  return servers.filter((server) => server !== undefined);
}

async function stop(servers) {
  const closed = Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  // A kept-alive connection turns idle only when its last response ends, so keep asking.
  const nudge = setInterval(() => {
    for (const server of servers) server.closeIdleConnections();
  }, 50);
  await Promise.race([closed, sleep(DRAIN_SECONDS * 1000)]);
  clearInterval(nudge);
  process.exit(0);
}
