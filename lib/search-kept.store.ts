import 'server-only';
import { randomBytes } from 'node:crypto';
import { prisma } from '@/lib/db';
import { tokenOf } from '@/lib/kept-value';

/**
 * Searches that must not stand in an address (a tax id, an account number, a pasted column): kept for one person under
 * a random token, for an hour.
 */
const NAME = 'search:';
const KEPT_MILLISECONDS = 60 * 60 * 1000;

/** Keeps a text; resolves to its token. Whatever anybody kept for too long is forgotten on the way. */
export async function keepSearch(userId: string, text: string, now: Date): Promise<string> {
  const token = randomBytes(12).toString('base64url');
  await prisma().$transaction([
    prisma().preference.deleteMany({ where: { name: { startsWith: NAME }, updatedAt: { lt: endOf(now) } } }),
    prisma().preference.create({ data: { userId, name: NAME + token, value: storable(text), updatedAt: now } }),
  ]);
  return token;
}

/** The text that this person kept under a token; `null` once it is forgotten, and for anybody else. */
export async function readKeptSearch(userId: string, token: string, now: Date): Promise<string | null> {
  const kept = await prisma().preference.findUnique({
    where: { userId_name: { userId, name: NAME + token }, updatedAt: { gte: endOf(now) } },
    select: { value: true },
  });
  return typeof kept?.value === 'string' ? kept.value : null;
}

/** What stands behind some tokens, and who kept it; those that are forgotten are left out. */
export async function readKept(
  tokens: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, { readonly text: string; readonly userId: string }>> {
  const kept = await prisma().preference.findMany({
    where: { name: { in: tokens.map((token) => NAME + token) }, updatedAt: { gte: endOf(now) } },
    select: { name: true, value: true, userId: true },
  });
  return new Map(
    kept.flatMap(({ name, value, userId }) =>
      typeof value === 'string' ? [[name.slice(NAME.length), { text: value, userId }] as const] : [],
    ),
  );
}

/** The same, whoever kept it: for filters, which show nothing of it. */
export async function readKeptValues(tokens: readonly string[], now: Date): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await readKept(tokens, now))].map(([token, { text }]) => [token, text]));
}

/**
 * Filters with the values that the tokens in some of them stand for, whoever kept them; `null` where one is not kept any
 * more: a list must not be wider than what was meant.
 */
export async function withKeptTexts<N extends string, F extends Readonly<Record<N, string | null>>>(
  filters: F,
  names: readonly N[],
): Promise<F | null> {
  const tokens = names.flatMap((name) => tokenOf(filters[name] ?? '') ?? []);
  if (tokens.length === 0) return filters;
  const kept = await readKeptValues(tokens, new Date()); // a list may be of another day; what is kept is kept now
  if (tokens.some((token) => !kept.has(token))) return null;
  const texts = names.map((name) => {
    const token = tokenOf(filters[name] ?? '');
    return [name, token === null ? filters[name] : (kept.get(token) ?? null)] as const;
  });
  return { ...filters, ...Object.fromEntries(texts) };
}

/** PostgreSQL has no NUL and no half surrogates in text; no identifier holds them either. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

function endOf(now: Date): Date {
  return new Date(now.getTime() - KEPT_MILLISECONDS);
}
