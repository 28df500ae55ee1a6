import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROVIDERS, type Provider } from '@/lib/providers/catalogue';

/** For database tests: the providers' messages as we know them, and a way to put them in. */
export type Message = { readonly provider: Provider; readonly name: string; readonly body: Uint8Array };

/** Every fixture of every provider. */
export function fixtures(): Message[] {
  return PROVIDERS.flatMap((provider) => {
    const folder = path.join(import.meta.dirname, 'providers', provider, 'fixtures');
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort();
    return files.map((file) => ({
      provider,
      name: path.basename(file, '.json'),
      body: new Uint8Array(readFileSync(path.join(folder, file))),
    }));
  });
}

/** The same items in another order, the same for the same seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

export function message(provider: Provider, payload: object | string): Message {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return { provider, name: 'made', body: new TextEncoder().encode(text) };
}

/** A BRLA event of its own operation, `i` apart from any other. */
export function brlaMint(i: number, status = 'QUEUED', more: object = {}): Message {
  const known = status === 'QUEUED' ? { amount: 1_000 + i, chain: 'Polygon', externalId: `ref-${i}` } : {};
  return message('brla', {
    subscription: 'MINT',
    createdAt: 1_772_452_800_000 + i * 1000,
    id: `event-${i}-${status}`,
    userId: 'account-test',
    data: { id: `operation-${i}`, status, ...known, ...more },
  });
}
