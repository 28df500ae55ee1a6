import 'server-only';
import { env } from '@/lib/env';
import { PROVIDERS, type Provider } from '@/lib/providers/catalogue';
import { providers } from '@/lib/providers/index';
import type { KeyRingState } from '@/lib/providers/key-ring';
import { proofLines } from '@/lib/providers/proof-lines';
import { rawName } from '@/lib/providers/raw-name';
import { ringsOf, sourceOf } from '@/lib/sources';
import { HOURS } from './home';
import { readSources } from './home.store';
import { type SourceReport, UNKNOWN_DAYS, type UnknownKind } from './reported-source';
import { countRefused, readRhythms, readUnknown, type UnknownDelivery } from './source-report.store';

/** Unknown kinds are looked for among this many of the latest. */
const UNKNOWN_LIMIT = 300;
const DAY_MS = HOURS * 3_600_000;

/** A report on each source. What it says of keys is what this process has asked and seen. */
export async function reportSources(now: Date): Promise<SourceReport[]> {
  const [lines, rhythms, refused, unknown] = await Promise.all([
    readSources(now),
    readRhythms(now),
    countRefused(new Date(+now - DAY_MS)),
    readUnknown(new Date(+now - UNKNOWN_DAYS * DAY_MS), UNKNOWN_LIMIT),
  ]);
  return PROVIDERS.flatMap((provider) => {
    const line = lines.find((one) => one.provider === provider);
    if (!line) return [];
    const source = sourceOf(provider);
    const report: SourceReport = {
      ...line,
      environment: source.environment,
      address: `${env().APP_URL.replace(/\/+$/, '')}/api/webhooks/${provider}`,
      addressSecret: source.pathSecretDigest ? 'RIPIO_PATH_SECRET' : null,
      isLocal: source.isLocal,
      proofs: proofLines(providers[provider], source, ringStates(provider)),
      rhythm: rhythms[provider],
      refused: refused.get(provider) ?? 0,
      unknownKinds: kindsOf(unknown.filter((one) => one.provider === provider)),
    };
    return [report];
  });
}

function ringStates(provider: Provider): ReadonlyMap<string, KeyRingState> {
  return new Map([...ringsOf(provider)].map(([signer, ring]) => [signer, ring.state()]));
}

function kindsOf(deliveries: readonly UnknownDelivery[]): UnknownKind[] {
  const kinds = new Map<string | null, UnknownKind>();
  for (const { provider, body, receivedAt } of deliveries) {
    const name = rawName(provider, body);
    const before = kinds.get(name);
    kinds.set(name, { name, count: (before?.count ?? 0) + 1, lastAt: before?.lastAt ?? receivedAt });
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}
