// The app behind Node's own HTTP server, so that we, not the client, say who is calling, and so that a stop lets
// the requests in flight finish. Prints the line "ready" once it listens.
//
//   PORT                 3000
//   HOST                 only this machine, unless set (0.0.0.0 or :: for everyone)
//   TRUSTED_PROXIES      addresses or networks whose X-Forwarded-For is believed, separated by commas
//   TRUSTED_PROXY_COUNT  how many proxies stand in front of us
//   DRAIN_SECONDS        for how long, once told to stop, requests are still taken while /api/health/ready says no; 0
//   APP_URL, OIDC_ISSUER see security-headers.mjs; LOG_LEVEL, LOG_FORMAT see log.mjs

import { readdirSync } from 'node:fs';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { Server } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import next from 'next';
import { processLog, requestInHand, takeOverConsole } from './log.mjs';
import { processMetrics } from './metrics.mjs';
import { observer, requestId } from './observe.mjs';
import { isVouchedFor, parseHops, parseTrusted, provenPeer } from './peer.mjs';
import { root } from './processes.mjs';
import { decodable, readRoutes } from './routes.mjs';
import { isForged, nonceOf, securityOf } from './security-headers.mjs';

/** For the requests in flight. */
const FINISH_SECONDS = 10;
/** Long enough for a large upload over a poor line; a client that sends a byte a second is sent away. */
const PATIENCE = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 65_000, // longer than balancers keep an idle connection (60 s): none posts into one that closes
  requireHostHeader: false, // without one a delivery is refused like any other whose origin is not proven
  maxHeaderSize: 256 * 1024, // so that a search far too long is told so, and not turned away without a word
};
/** Instead of Node's own 400, 408, 417 and 431: a provider takes what is below 500 for "delivered" and sends no more. */
const NOT_STORED = 'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
/** However an address was mistyped at a provider, as long as it can only mean this one. */
const MEANT_FOR_WEBHOOKS = /^(?:https?:\/\/[^/?]*)?\/+api\/+webhooks(?=[/?]|$)/i;
/** Bodies read here, for the route handler to take by the number in a header: reading one through the frame's streams
 * costs a tenth of its whole time for a request. */
const bodies = new Map();
globalThis[Symbol.for('concilia.bodies')] = bodies;
const LARGEST_BODY = 1024 * 1024;
/** What the routes of the webhooks have a word to say about. */
const HEARD_METHODS = ['POST', 'PUT', 'PATCH'];
let lastBody = 0;
/** Answers that are owed, or not yet out to the last byte. */
const answers = new Set();
let isStopping = false;
/** What the app cannot know by itself, for /api/health/ready. */
globalThis[Symbol.for('concilia.server')] = {
  isStopping: () => isStopping,
  migrations: readdirSync(path.join(root, 'prisma', 'migrations')).filter((name) => /^\d/.test(name)),
};
const log = processLog();
takeOverConsole(log);

const port = Number(process.env.PORT ?? 3000);
const hosts = process.env.HOST ? [process.env.HOST] : ['127.0.0.1', '::1'];

try {
  const servers = await serve(await requestListener());
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop(servers));
  process.stdout.write('ready\n');
} catch (error) {
  if (error.code === 'EADDRINUSE') log.fatal(`Port ${port} is taken by another program; set PORT to a free one.`);
  else log.fatal({ err: error }, 'The server could not start');
  process.exit(1);
}

async function requestListener() {
  const trusted = parseTrusted(process.env.TRUSTED_PROXIES);
  const hops = parseHops(process.env.TRUSTED_PROXY_COUNT);
  // Next listens for upgrades there, which never come: were it to listen here, Node would no longer take a request that
  // offers one (Java's clients offer HTTP/2) for the plain message it is.
  const httpServer = createServer();
  const app = next({ dev: false, dir: root, port, hostname: hosts[0], httpServer });
  await app.prepare();
  const handle = answering(app.getRequestHandler());
  const watch = observer({ log, metrics: processMetrics(), routeOf: readRoutes() });
  const ofDesk = forPeople({ handle, watch, isKnownProxy: (address) => isVouchedFor(address, { trusted, hops }) });
  return (request, response) => {
    const began = performance.now();
    const { headers, socket } = request;
    const forwardedFor = headers['x-forwarded-for'];
    const peer = provenPeer({ socketAddress: socket.remoteAddress, forwardedFor, trusted, hops });
    // Node has lower-cased the names and joined repetitions, so whatever the client sent under these is gone.
    headers['x-concilia-peer'] = peer;
    headers['x-forwarded-for'] = peer;
    const isWebhook = MEANT_FOR_WEBHOOKS.test(request.url);
    if (isWebhook) {
      request.url = straightened(request.url);
      delete headers.rsc; // a page's way of asking, which Next answers with a redirect
    }
    request.url = decodable(request.url);
    headers['x-concilia-url'] = request.url; // where the sign-in page leads back to
    delete headers['x-concilia-body'];
    if (isStopping) response.setHeader('connection', 'close');
    answers.add(response);
    response.once('close', () => answers.delete(response));
    if (!isWebhook) return ofDesk(request, response, began);
    response.once('close', () => watch.webhook(response, began));
    if (!HEARD_METHODS.includes(request.method) && hasBody(headers)) {
      return response.writeHead(503).end(); // Next would say 405, or 204
    }
    if (Number(headers['content-length']) <= LARGEST_BODY) return withBody(request, response, handle);
    return handle(request, response);
  };
}

/** What is asked by people, or by programs with a key: with an id, a line in the log, and the browser's orders. */
function forPeople({ handle, watch, isKnownProxy }) {
  const security = securityOf(process.env);
  return (request, response, began) => {
    const { headers, method, socket } = request;
    const [pathname] = request.url.replace(/^https?:\/\/[^/?]*/i, '').split('?');
    const context = { request: requestId(headers['x-request-id'], isKnownProxy(socket.remoteAddress)) };
    headers['x-request-id'] = context.request;
    response.setHeader('x-request-id', context.request);
    tellPolicy(headers, security.apply(pathname, response));
    const cacheControl = security.cacheControl(pathname);
    response.writeHead = (...head) => {
      if (cacheControl && !response.hasHeader('cache-control')) response.setHeader('cache-control', cacheControl);
      return ServerResponse.prototype.writeHead.apply(response, head);
    };
    response.once('close', () => watch.answered({ method, pathname, context }, response, began));
    if (isForged(request, process.env.APP_URL)) return refuseForged(response);
    return requestInHand.run(context, () => handle(request, response));
  };
}

/** Next takes the nonce for its scripts from here, and the layout for its own; a client's copy never survives. */
function tellPolicy(headers, policy) {
  for (const name of ['content-security-policy', 'content-security-policy-report-only', 'x-concilia-nonce'])
    delete headers[name];
  if (policy === undefined) return;
  headers['content-security-policy'] = policy;
  headers['x-concilia-nonce'] = nonceOf(policy);
}

function refuseForged(response) {
  const detail = 'This was sent from a page that is not the desk’s. Open the desk itself and do it there.';
  response.writeHead(403, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ error: 'cross_origin', detail }));
}

const hasBody = (headers) => Number(headers['content-length']) > 0 || headers['transfer-encoding'] !== undefined;

/** Whatever goes wrong inside, the client is told, and not left to wait. */
function answering(handle) {
  return async (request, response) => {
    try {
      await handle(request, response);
    } catch (error) {
      log.error({ err: error, method: request.method }, 'server: could not be answered');
      if (response.headersSent) response.destroy();
      else response.writeHead(503).end();
    }
  };
}

/** Hands on a request whose body is already here. One that ends before its body does, or with it, is owed nothing. */
function withBody(request, response, handle) {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.once('end', () => {
    if (request.socket.destroyed) return;
    const number = String(++lastBody);
    bodies.set(number, pieces.length === 1 ? pieces[0] : Buffer.concat(pieces));
    response.once('close', () => bodies.delete(number));
    void handle(unread(request, number), response);
  });
}

/** The frame takes no request of which anything was read, so it is given one that looks untouched. */
function unread({ socket, method, url, headers, httpVersion }, number) {
  const request = Object.assign(new IncomingMessage(socket), { method, url, httpVersion, complete: true });
  request.headers = { ...headers, 'x-concilia-body': number };
  request.push(null);
  return request;
}

/** Next redirects an address with a slash too many, and a provider follows no redirect: it would be "delivered". */
function straightened(url) {
  const [path, ...query] = url.replace(MEANT_FOR_WEBHOOKS, '/api/webhooks').split('?');
  return [path.replace(/\/+/g, '/').replace(/\/$/, ''), ...query].join('?');
}

/**
 * What is no HTTP, or comes too slowly: told so, unless an answer is under way that this would garble. A connection on
 * which nothing was said is only closed: a browser opens some in advance, and would take this for the answer to its next
 * question, where it asks again on a connection that has gone.
 */
function turnAway(error, socket) {
  const isUnderWay = [...answers].some((answer) => answer.req.socket === socket && answer.headersSent);
  if (socket.writable && !isUnderWay && socket.bytesRead > 0) socket.write(NOT_STORED);
  socket.destroy(error);
}

/** Node tells only the answer whose turn it is that the connection has gone, not those in line behind it. */
function closeAnswers(socket) {
  for (const answer of answers) {
    if (answer.req.socket !== socket || answer.socket) continue;
    answer.destroy();
    answer.emit('close');
  }
}

/** "localhost" means both loopback addresses to a client, and a machine may lack the second. */
async function serve(listener) {
  const servers = await Promise.all(
    hosts.map(async (host) => {
      const server = createServer(PATIENCE, listener).on('clientError', turnAway).on('checkExpectation', listener);
      server.on('connection', (socket) => socket.once('close', () => closeAnswers(socket)));
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
  isStopping = true;
  await sleep(Number(process.env.DRAIN_SECONDS || 0) * 1000); // until the balancer has heard that we are not ready
  // Node's own close(), and the nudge below, cut off an answer that was written whole but is still on its way out.
  const closed = Promise.all(
    servers.map((server) => new Promise((resolve) => Server.prototype.close.call(server, resolve))),
  );
  const isOnItsWay = (answer) => answer.writableEnded && !answer.writableFinished;
  // A kept-alive connection turns idle only when its last response ends, so keep asking.
  const nudge = setInterval(() => {
    if (![...answers].some(isOnItsWay)) for (const server of servers) server.closeIdleConnections();
  }, 50);
  await Promise.race([closed, sleep(FINISH_SECONDS * 1000)]);
  clearInterval(nudge);
  process.exit(0);
}
