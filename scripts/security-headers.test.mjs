import { describe, expect, test } from 'vitest';
import { isForged, nonceOf, securityOf } from './security-headers.mjs';

function headersOf(pathname, env = {}) {
  const headers = new Map();
  const policy = securityOf(env).apply(pathname, { setHeader: (name, value) => headers.set(name, value) });
  return { headers, policy };
}

describe('the headers of an answer', () => {
  test('let a page run only the scripts of its own nonce, which is another one each time', () => {
    const [one, other] = [headersOf('/transactions'), headersOf('/transactions')];
    expect(one.policy).toBe(one.headers.get('content-security-policy'));
    expect(one.policy).toContain(`script-src 'self' 'nonce-${nonceOf(one.policy)}' 'strict-dynamic';`);
    expect(nonceOf(one.policy)).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(nonceOf(one.policy)).not.toBe(nonceOf(other.policy));
    const scripts = one.policy.split('; ').filter((directive) => directive.startsWith('script-src'));
    expect(scripts.join()).not.toMatch(/unsafe|https?:|\*|data:/);
    for (const directive of ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"])
      expect(one.policy.split('; ')).toContain(directive);
  });

  test('let nothing of the API do anything in a browser', () => {
    const { headers, policy } = headersOf('/api/v1/transactions');
    expect(policy).toBeUndefined();
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; frame-ancestors 'none'/);
  });

  test('speak of TLS only where the desk is reached by it', () => {
    expect(headersOf('/', { APP_URL: 'http://localhost:3000' }).headers.has('strict-transport-security')).toBe(false);
    const { headers, policy } = headersOf('/', { APP_URL: 'https://desk.example.com' });
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect(policy).toContain('upgrade-insecure-requests');
  });

  test('let the sign-in form lead to the issuer that is configured, and to no text that is none', () => {
    expect(headersOf('/', { OIDC_ISSUER: 'https://id.example.com/realms/desk' }).policy).toContain(
      "form-action 'self' https://id.example.com",
    );
    expect(headersOf('/', { OIDC_ISSUER: "'unsafe-inline'; script-src *" }).policy).toMatch(/form-action 'self'$/);
  });

  test('let a cache keep what the build named by its content, and nothing else', () => {
    const { cacheControl } = securityOf({});
    expect(cacheControl('/_next/static/chunks/a.js')).toBeUndefined();
    expect(cacheControl('/transactions')).toContain('no-store');
    expect(cacheControl('/webhooks/12/raw')).toContain('no-store');
  });
});

describe('a request in a signed-in person’s name', () => {
  const post = (headers, url = '/exports/start') => ({
    method: 'POST',
    url,
    headers: { host: 'desk:3000', ...headers },
  });

  test('is forged where the browser says that another site sent it', () => {
    expect(isForged(post({ 'sec-fetch-site': 'cross-site' }))).toBe(true);
    expect(isForged(post({ 'sec-fetch-site': 'same-site', origin: 'http://desk:3000' }))).toBe(true);
    expect(isForged(post({ 'sec-fetch-site': 'same-origin' }))).toBe(false);
    expect(isForged(post({ 'sec-fetch-site': 'none' }))).toBe(false);
  });

  test('is forged where an older browser names another origin, or none that can be read', () => {
    expect(isForged(post({ origin: 'https://evil.example' }))).toBe(true);
    expect(isForged(post({ origin: 'null' }))).toBe(true);
    expect(isForged(post({ origin: 'http://desk:3000' }))).toBe(false);
    expect(isForged(post({ origin: 'https://desk.example.com' }), 'https://desk.example.com')).toBe(false);
    expect(isForged(post({}))).toBe(false);
  });

  test('is not asked for its origin where it only reads, or where a key or a signature proves it', () => {
    expect(isForged({ ...post({ 'sec-fetch-site': 'cross-site' }), method: 'GET' })).toBe(false);
    for (const url of ['/api/v1/exports', '/api/webhooks/juno', '/api/webhooks'])
      expect(isForged(post({ 'sec-fetch-site': 'cross-site' }, url))).toBe(false);
    for (const url of ['/api/v1x', '/api/auth/sign-in', '/'])
      expect(isForged(post({ 'sec-fetch-site': 'cross-site' }, url))).toBe(true);
  });
});
