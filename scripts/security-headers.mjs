// What the browser is told not to do, on every answer but the webhooks'. Pure.
//
//   APP_URL      https there adds HSTS
//   OIDC_ISSUER  its origin may be the target of the sign-in form

import { randomBytes } from 'node:crypto';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Nothing of the device is used; the clipboard and passkeys are, by our own pages only. */
const PERMISSIONS = [
  ...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
]
  .map((name) => `${name}=()`)
  .concat(
    ['clipboard-write', 'publickey-credentials-create', 'publickey-credentials-get'].map((name) => `${name}=(self)`),
  )
  .join(', ');

/** The same for every answer, whoever asks. */
const FIXED = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', PERMISSIONS],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['x-frame-options', 'DENY'], // for what is older than frame-ancestors
];

/** Programs ask the API: no page of it may do anything. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** A cache may keep what the build named by its content; everything else is for one person, now. */
const STATIC = /^\/(?:_next\/static\/|favicon\.ico$|icon\.svg$)/;
const NOT_KEPT = 'private, no-cache, no-store, max-age=0, must-revalidate';

/** @param {{ APP_URL?: string, OIDC_ISSUER?: string }} env */
export function securityOf({ APP_URL = '', OIDC_ISSUER = '' }) {
  const isOverTls = APP_URL.startsWith('https:');
  const fixed = isOverTls
    ? [...FIXED, ['strict-transport-security', `max-age=${YEAR_SECONDS}; includeSubDomains`]]
    : FIXED;
  const formTargets = ["'self'", originOf(OIDC_ISSUER)].filter(Boolean).join(' ');
  return {
    /** Sets an answer's headers; returns the policy of a page, which Next has to be told for its own scripts. */
    apply(pathname, response) {
      for (const [name, value] of fixed) response.setHeader(name, value);
      const isApi = pathname.startsWith('/api/');
      const policy = isApi ? API_POLICY : pagePolicy(randomBytes(16).toString('base64'), { isOverTls, formTargets });
      response.setHeader('content-security-policy', policy);
      return isApi ? undefined : policy;
    },
    /** What a cache is told where the answer itself says nothing of it; `undefined` leaves it to Next. */
    cacheControl: (pathname) => (STATIC.test(pathname) ? undefined : NOT_KEPT),
  };
}

/**
 * Scripts run by the nonce of this one answer, and what they load themselves. Style sheets are files of ours, or carry
 * the nonce (next-themes stops transitions with one). A `style=` attribute cannot carry a nonce, and the server draws
 * bars, columns and widths with it: for attributes alone 'unsafe-inline' is allowed. It can paint, not fetch: images and
 * fonts come from ourselves only.
 */
function pagePolicy(nonce, { isOverTls, formTargets }) {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "script-src-attr 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    `form-action ${formTargets}`,
    ...(isOverTls ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** The nonce that a page's policy names. */
export const nonceOf = (policy) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * Whether a request that changes something comes from a page that is not ours. The browser says so itself
 * (Sec-Fetch-Site); one too old for that names the page's origin. A program sends neither, and no cookie that it was not
 * given. Where programs ask with a key, or with a signature, there is nothing to forge.
 * @param {{ method?: string, url?: string, headers: import('node:http').IncomingHttpHeaders }} request
 * @param {string} [appUrl]
 */
export function isForged({ method = 'GET', url = '/', headers }, appUrl) {
  if (SAFE_METHODS.has(method) || /^\/api\/(?:v1|webhooks)(?:[/?]|$)/.test(url)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (headers.origin === undefined) return false;
  const origin = originOf(headers.origin);
  return origin === undefined || !(origin === originOf(appUrl ?? '') || new URL(origin).host === headers.host);
}

function originOf(url) {
  return URL.canParse(url) && /^https?:/.test(url) ? new URL(url).origin : undefined;
}
