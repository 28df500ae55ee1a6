import 'server-only';
import { env } from './env';
import type { Environment } from './providers/catalogue';

/** Real money first: production as soon as one source is in it. Never the two in one sum. */
export function shownEnvironment(): Environment {
  const { JUNO_ENVIRONMENT, RIPIO_ENVIRONMENT, BRLA_ENVIRONMENT } = env();
  return [JUNO_ENVIRONMENT, RIPIO_ENVIRONMENT, BRLA_ENVIRONMENT].includes('production') ? 'production' : 'stage';
}
