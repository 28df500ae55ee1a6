// Asking a running desk, and how long it took.

import { execFileSync } from 'node:child_process';
import { root } from '../../scripts/processes.mjs';

/** Signs in by the desk's own form, as a browser without script would; resolves to the session's cookie. */
export async function signedIn({ url, signIn }) {
  const page = await (await fetch(`${url}/sign-in`)).text();
  const form = new FormData();
  // The page has more forms than this one; its hidden fields stand before the one for the e-mail.
  const own = page.slice(0, page.indexOf('name="email"'));
  for (const [input] of own.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [name, value] = ['name', 'value'].map((attribute) => new RegExp(`${attribute}="([^"]*)"`).exec(input)?.[1]);
    if (name) form.set(name, (value ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  }
  form.set('email', signIn.email);
  form.set('password', signIn.password);
  const headers = { origin: url };
  const response = await fetch(`${url}/sign-in`, { method: 'POST', body: form, headers, redirect: 'manual' });
  await response.arrayBuffer();
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) throw new Error(`Signing in was answered ${response.status} without a session.`);
  return cookies.join('; ');
}

/** A key for the API, made as an operator makes it. */
export function apiKey({ databaseUrl }) {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const verb = ['scripts/verb.mjs', 'lib/api-key.ts', '--name', 'bench'];
  return execFileSync(process.execPath, verb, { cwd: root, env, encoding: 'utf8' }).trim();
}

/**
 * Does each of several things with every sample, in turns, so that all of them meet the same machine. Resolves to the
 * sorted milliseconds of each; `agree` is given their results and throws where they are not the same.
 */
export async function inTurns(samples, things, agree = () => {}) {
  const times = Object.fromEntries(Object.keys(things).map((name) => [name, []]));
  for (const sample of samples) {
    const results = {};
    for (const [name, thing] of Object.entries(things)) {
      const began = performance.now();
      results[name] = await thing(sample);
      times[name].push(performance.now() - began);
    }
    agree(results, sample);
  }
  for (const own of Object.values(times)) own.sort((a, b) => a - b);
  return times;
}

/** The value below which a share of the sorted ones is. */
export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Reads a page to its end; resolves to the milliseconds until its first byte. */
export async function firstByteOf(address, headers) {
  const began = performance.now();
  const response = await fetch(address, { headers });
  if (!response.ok) throw new Error(`${address} was answered ${response.status}.`);
  let first = null;
  for await (const _ of response.body) first ??= performance.now() - began;
  return first ?? performance.now() - began;
}
