import 'server-only';
import { z } from 'zod';
import { said } from '@/lib/language/said';
import { fetchKeyAnswer, keysOutOfReach } from '@/lib/providers/api';
import type { Environment } from '@/lib/providers/catalogue';
import type { SigningKey } from '@/lib/providers/key-ring';
import { readPublicKey } from '@/lib/providers/signature';

/**
 * Juno's webhooks are Bitso's, whose keys clients in use fetch from Bitso's hosts; that Juno's own serve them too is
 * likely and not documented. Both are asked, and the keys of both are used.
 */
const HOSTS = {
  production: ['https://api.bitso.com', 'https://buildwithjuno.com'],
  stage: ['https://stage.bitso.com', 'https://stage.buildwithjuno.com'],
} as const satisfies Record<Environment, readonly string[]>;
const PATH = '/v4/webhooks/public-key';

const MOST_KEYS = 20;
const id = z.union([z.string(), z.number()]).transform(String);
/** In the spelling of Bitso's page, and in the one its clients have seen. */
const entry = z.union([
  z.object({ key_id: id, public_key: z.string() }),
  z.object({ keyId: id, publicKey: z.string() }).transform((key) => ({ key_id: key.keyId, public_key: key.publicKey })),
]);
const entries = z.array(entry).min(1).max(MOST_KEYS);
const answer = z.union([entries, z.object({ payload: entries }).transform(({ payload }) => payload)]);

/** The keys that sign Juno's webhooks now. Rejects, with a reason that may be shown, when there are none to be had. */
export async function fetchJunoKeys(environment: Environment, host?: string): Promise<SigningKey[]> {
  const urls = (host === undefined ? HOSTS[environment] : [host]).map((each) => each + PATH);
  const answers = await Promise.allSettled(urls.map(fetchFrom));
  const keys = answers.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  if (keys.length > 0) return keys;
  throw answers.find((each) => each.status === 'rejected')?.reason;
}

async function fetchFrom(url: string): Promise<SigningKey[]> {
  const keys = keysIn(await fetchKeyAnswer(url));
  if (keys.length === 0) throw keysOutOfReach(url, said('proof.keys.noneReadable'));
  return keys;
}

/** Entries whose key cannot be read are left out: one odd key must not hide the others. */
function keysIn(text: string): SigningKey[] {
  const read = answer.safeParse(jsonOf(text));
  if (!read.success) return [];
  return read.data.flatMap(({ key_id, public_key }) => {
    const key = readPublicKey(public_key);
    return key ? [{ id: key_id, key }] : [];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
