import 'server-only';
import { type Env, env } from '@/lib/env';
import { log } from '@/lib/log';
import { fetchAveniaKeys, fetchBrlaKeys } from '@/lib/providers/brla/api';
import type { Provider } from '@/lib/providers/catalogue';
import type { SignatureDeclaration } from '@/lib/providers/contract';
import { fetchJunoKeys } from '@/lib/providers/juno/api';
import { KeyRing, type SigningKey } from '@/lib/providers/key-ring';
import { type Rings, type Source, secretDigest } from '@/lib/providers/verify';

type SetUp = { readonly source: Source; readonly rings: Rings };

/** One set of key rings per process, also when a bundler evaluates this module twice. */
const holder = globalThis as typeof globalThis & { conciliaSources?: Record<Provider, SetUp> };

/** How this installation is set up for a provider. */
export function sourceOf(provider: Provider): Source {
  return setUps()[provider].source;
}

/** The keys that prove a provider's deliveries. */
export function ringsOf(provider: Provider): Rings {
  return setUps()[provider].rings;
}

function setUps(): Record<Provider, SetUp> {
  holder.conciliaSources ??= setUp(env());
  return holder.conciliaSources;
}

function setUp(settings: Env): Record<Provider, SetUp> {
  return { juno: setUpJuno(settings), ripio: setUpRipio(settings), brla: setUpBrla(settings) };
}

function setUpJuno(settings: Env): SetUp {
  const { JUNO_ENVIRONMENT: environment, JUNO_API_URL: host } = settings;
  return {
    source: {
      ...plain(settings),
      environment,
      requiresSignature: settings.JUNO_REQUIRE_SIGNATURE === 'on',
    },
    rings: new Map([['bitso', ring(settings.JUNO_WEBHOOK_PUBLIC_KEYS, () => fetchJunoKeys(environment, host))]]),
  };
}

function setUpBrla(settings: Env): SetUp {
  const {
    BRLA_ENVIRONMENT: environment,
    BRLA_WEBHOOK_PUBLIC_KEY: key,
    AVENIA_WEBHOOK_PUBLIC_KEY: successor,
  } = settings;
  return {
    source: { ...plain(settings), environment },
    rings: new Map([
      ['brla', ring(key && [{ id: null, key }], () => fetchBrlaKeys(environment, settings.BRLA_API_URL))],
      [
        'avenia',
        ring(successor && [{ id: null, key: successor }], () => fetchAveniaKeys(environment, settings.AVENIA_API_URL)),
      ],
    ]),
  };
}

function setUpRipio(settings: Env): SetUp {
  const { RIPIO_WEBHOOK_PROOF: proof, RIPIO_PATH_SECRET: pathSecret } = settings;
  const signature = ripioSignature(settings);
  const key = proof === 'ecdsa' ? settings.RIPIO_PUBLIC_KEY : settings.RIPIO_HMAC_SECRET;
  return {
    source: {
      ...plain(settings),
      environment: settings.RIPIO_ENVIRONMENT,
      signatures: signature ? [signature] : [],
      pathSecretDigest: proof === 'path-secret' && pathSecret ? secretDigest(pathSecret) : null,
      peers: settings.RIPIO_ADDRESSES ?? null,
    },
    rings: new Map(signature && key ? [[signature.signer, KeyRing.fixed([{ id: null, key }])]] : []),
  };
}

/** Ripio documents no signature for these webhooks; these are the ways of two sister products. */
function ripioSignature(settings: Env): SignatureDeclaration | null {
  const common = { signer: 'ripio', keyIdHeader: null, signs: ['body'] } as const;
  const { RIPIO_WEBHOOK_PROOF: proof, RIPIO_SIGNATURE_HEADER: header, RIPIO_SIGNATURE_PREFIX: prefix } = settings;
  if (proof === 'ecdsa')
    return { ...common, scheme: 'ecdsa-p256-sha256', header: header ?? 'x-signature-ecdsa-sha256', prefix: '' };
  if (proof === 'hmac')
    return { ...common, scheme: 'hmac-sha256', header: header ?? 'http-x-wh-signature-256', prefix };
  return null;
}

/** A source with nothing configured beside what its provider declares. */
function plain({ CONCILIA_MODE }: Env) {
  return {
    isLocal: CONCILIA_MODE === 'local',
    requiresSignature: false,
    signatures: [],
    pathSecretDigest: null,
    peers: null,
  } satisfies Partial<Source>;
}

/** The configured keys or, without any, those the provider publishes. The clock is one that nobody can set. */
function ring(configured: readonly SigningKey[] | undefined, fetchKeys: () => Promise<SigningKey[]>): KeyRing {
  if (configured) return KeyRing.fixed(configured);
  return KeyRing.fetched(
    async () => {
      try {
        return await fetchKeys();
      } catch (error) {
        log.error({ err: error }, 'sources: keys out of reach'); // a ring asks at most once in its cooldown
        throw error;
      }
    },
    () => performance.now(),
  );
}
