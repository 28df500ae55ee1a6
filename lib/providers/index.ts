import { brla } from './brla/index';
import type { Provider } from './catalogue';
import type { ProviderContract } from './contract';
import { juno } from './juno/index';
import { ripio } from './ripio/index';

/** The registry: a name in the catalogue without a contract here does not compile. */
export const providers = { juno, ripio, brla } satisfies Record<Provider, ProviderContract>;
