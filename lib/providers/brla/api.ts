import 'server-only';
import { z } from 'zod';
import { said } from '@/lib/language/said';
import { fetchKeyAnswer, keysOutOfReach } from '@/lib/providers/api';
import type { Environment } from '@/lib/providers/catalogue';
import type { SigningKey } from '@/lib/providers/key-ring';
import { readPublicKey } from '@/lib/providers/signature';

export const BRLA_HOSTS = {
  production: 'https://api.brla.digital:5567',
  stage: 'https://api.brla.digital:4567',
} as const satisfies Record<Environment, string>;
export const AVENIA_HOSTS = {
  production: 'https://api.avenia.io:8443',
  stage: 'https://api.sandbox.avenia.io:10952',
} as const satisfies Record<Environment, string>;

/** Documented as an object with the PEM in `publicKey`; the bare text is as clear. */
const answer = z.union([
  z.string(),
  z.object({ publicKey: z.string() }).transform(({ publicKey }) => publicKey),
  z.object({ public_key: z.string() }).transform(({ public_key }) => public_key),
]);

/** The key that signs BRLA's v1 webhooks now. Rejects, with a reason that may be shown, when it is not to be had. */
export function fetchBrlaKeys(environment: Environment, host?: string): Promise<SigningKey[]> {
  return fetchFrom(`${host ?? BRLA_HOSTS[environment]}/v1/pubkey`);
}

/** The key that signs Avenia's v2 webhooks now; it is changed from time to time. Rejects as `fetchBrlaKeys` does. */
export function fetchAveniaKeys(environment: Environment, host?: string): Promise<SigningKey[]> {
  return fetchFrom(`${host ?? AVENIA_HOSTS[environment]}/v2/public-key`);
}

async function fetchFrom(url: string): Promise<SigningKey[]> {
  const read = answer.safeParse(jsonOrText(await fetchKeyAnswer(url)));
  const key = read.success ? readPublicKey(read.data) : null;
  if (!key) throw keysOutOfReach(url, said('proof.keys.noneReadable'));
  return [{ id: null, key }];
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
