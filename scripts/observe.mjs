// What is seen of a request from outside: its id, its line in the log, its place in the figures.

import { randomUUID } from 'node:crypto';

const SANE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{7,127}$/;
/** Asked for every few seconds by machines, or by every page: a line of each would bury the others. */
const QUIET = /^\/(?:_next\/|favicon\.ico|icon\.svg|api\/(?:health|metrics)(?:\/|$))/;

/** The id that a proxy of ours gave a request, if it looks like one; else a new one. */
export function requestId(given, isVouchedFor) {
  return isVouchedFor && typeof given === 'string' && SANE_ID.test(given) ? given : randomUUID();
}

/** Few enough to count by: `/transactions`, `/api/v1`. */
export function groupOf(route) {
  const [, first = '', second] = route.split('/');
  return first === 'api' && second ? `/api/${second}` : `/${first}`;
}

/**
 * @param {{ log: import('pino').Logger, metrics: ReturnType<typeof import('./metrics.mjs').processMetrics>,
 *   routeOf: (pathname: string) => string }} given
 */
export function observer({ log, metrics: { requests, requestTime }, routeOf }) {
  const count = (group, status, seconds) => {
    requests.inc({ group, status });
    requestTime.observe({ group }, seconds);
  };
  return {
    /** Webhooks are counted only: their deliveries are the store's own log, and a line each would cost a tenth. */
    webhook(response, began) {
      count('/api/webhooks', response.statusCode, (performance.now() - began) / 1000);
    },
    /** `context` is the one that the app may have put a person into. */
    answered({ method, pathname, context }, response, began) {
      const milliseconds = performance.now() - began;
      const route = routeOf(pathname);
      count(groupOf(route), response.statusCode, milliseconds / 1000);
      const isCutOff = !response.writableFinished;
      const line = {
        ...context,
        method,
        route,
        status: response.statusCode,
        milliseconds: Math.round(milliseconds * 10) / 10,
        ...(isCutOff && { cut_off: true }),
      };
      if (response.statusCode >= 500 && !QUIET.test(pathname)) log.warn(line, 'answered');
      else log[QUIET.test(pathname) ? 'debug' : 'info'](line, 'answered');
    },
  };
}
