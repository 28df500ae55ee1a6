import 'server-only';
import { type Env, env } from '@/lib/env';
import { type Said, said } from '@/lib/language/said';
import { type BrlaClient, type BrlaSettings, brlaApi } from '@/lib/providers/brla/account.api';
import { AVENIA_HOSTS, BRLA_HOSTS } from '@/lib/providers/brla/api';
import { aveniaFeed } from '@/lib/providers/brla/avenia.api';
import type { Provider } from '@/lib/providers/catalogue';
import { JUNO_HOSTS, type JunoClient, junoApi } from '@/lib/providers/juno/client.api';
import { aloneWith } from '@/lib/providers/juno/nonce.store';
import type { EventFeed, FeedName } from '@/lib/providers/listing';
import { RIPIO_HOSTS, type RipioClient, ripioApi } from '@/lib/providers/ripio/api';

type Clients = {
  readonly juno: JunoClient | null;
  readonly ripio: RipioClient | null;
  readonly brla: BrlaClient | null;
  readonly feeds: readonly EventFeed[];
};

/** One set per process, also when a bundler evaluates this module twice: a client remembers its token and its pace. */
const holder = globalThis as typeof globalThis & { conciliaProviderClients?: Clients };

function clients(): Clients {
  holder.conciliaProviderClients ??= clientsFor(env());
  return holder.conciliaProviderClients;
}

/** The feeds of undelivered events that can be asked; none where no access is configured. */
export const feeds = (): readonly EventFeed[] => clients().feeds;

/** `null` where no access is configured; then `missingFor` says what to set. So also the two below. */
export const junoClient = (): JunoClient | null => clients().juno;
export const ripioClient = (): RipioClient | null => clients().ripio;
export const brlaClient = (): BrlaClient | null => clients().brla;

const NEEDED = {
  juno: 'JUNO_API_KEY and JUNO_API_SECRET',
  ripio: 'RIPIO_API_CLIENT_ID and RIPIO_API_CLIENT_SECRET',
  brla: 'BRLA_API_EMAIL and BRLA_API_PASSWORD, or BRLA_API_KEY and BRLA_API_PRIVATE_KEY',
  avenia: 'AVENIA_API_KEY and AVENIA_API_PRIVATE_KEY',
} as const satisfies Record<Provider | FeedName, string>;

/** The settings without which a provider's API cannot be asked, as words: "JUNO_API_KEY and JUNO_API_SECRET". */
export function missingFor(provider: Provider | FeedName): string {
  return NEEDED[provider];
}

/** The same for a person, in their language. */
export function neededFor(provider: Provider | FeedName): Said {
  return said(`acknowledgements.needed.${provider}`);
}

function clientsFor(settings: Env): Clients {
  const brla = brlaFor(settings);
  const feeds = [brla?.feed, aveniaFor(settings)].filter((feed) => feed !== undefined);
  return { juno: junoFor(settings), ripio: ripioFor(settings), brla: brla?.client ?? null, feeds };
}

function junoFor(settings: Env): JunoClient | null {
  const { JUNO_API_KEY: key, JUNO_API_SECRET: secret, JUNO_ENVIRONMENT: environment } = settings;
  if (key === undefined || secret === undefined) return null;
  return junoApi({
    host: settings.JUNO_API_URL ?? JUNO_HOSTS[environment],
    key,
    secret,
    isQuerySigned: settings.JUNO_SIGN_QUERY === 'on',
    alone: aloneWith(key),
  });
}

function ripioFor(settings: Env): RipioClient | null {
  const { RIPIO_API_CLIENT_ID: clientId, RIPIO_API_CLIENT_SECRET: clientSecret } = settings;
  if (clientId === undefined || clientSecret === undefined) return null;
  return ripioApi({ host: settings.RIPIO_API_URL ?? RIPIO_HOSTS[settings.RIPIO_ENVIRONMENT], clientId, clientSecret });
}

function brlaFor(settings: Env) {
  const access = brlaAccess(settings);
  if (!access) return undefined;
  const host = settings.BRLA_API_URL ?? BRLA_HOSTS[settings.BRLA_ENVIRONMENT];
  return brlaApi({ host, access, subAccounts: settings.BRLA_SUB_ACCOUNTS });
}

/** Where both are set the key goes first: nothing secret of it ever leaves this machine. */
function brlaAccess(settings: Env): BrlaSettings['access'] | null {
  const { BRLA_API_EMAIL: email, BRLA_API_PASSWORD: password } = settings;
  const { BRLA_API_KEY: key, BRLA_API_PRIVATE_KEY: privateKey } = settings;
  if (key !== undefined && privateKey !== undefined) return { key, privateKey };
  return email !== undefined && password !== undefined ? { email, password } : null;
}

function aveniaFor(settings: Env): EventFeed | undefined {
  const { AVENIA_API_KEY: key, AVENIA_API_PRIVATE_KEY: privateKey } = settings;
  if (key === undefined || privateKey === undefined) return undefined;
  const host = settings.AVENIA_API_URL ?? AVENIA_HOSTS[settings.BRLA_ENVIRONMENT];
  return aveniaFeed({ host, access: { key, privateKey }, subAccounts: settings.AVENIA_SUB_ACCOUNTS });
}
