import 'server-only';
import { z } from 'zod';
import { ENVIRONMENTS } from '@/lib/providers/catalogue';

const environment = z.enum(ENVIRONMENTS).default('stage');

/** Every variable the desk reads, in one place; the only reader of `process.env` in `lib` and `app`. */
const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters; `npm start` makes one'),
  /** Where people reach the desk; decides whether cookies are sent over TLS only. */
  APP_URL: z.url().default('http://localhost:3000'),
  /** `local` accepts unsigned deliveries from this machine's loopback, and from nowhere else. */
  CONCILIA_MODE: z.enum(['local', 'production']).default('local'),
  JUNO_ENVIRONMENT: environment,
  RIPIO_ENVIRONMENT: environment,
  BRLA_ENVIRONMENT: environment,
  DATA_DIR: z.string().default('.data'),
  SAMPLE_DATA: z.enum(['on', 'off']).default('on'),
  ADMIN_EMAIL: z.email().default('admin@concilia.localhost'),
  ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
});

export type Env = z.infer<typeof schema>;

let checked: Env | undefined;

/** The checked environment. Throws once, at start, naming every variable that is wrong and why. */
export function env(): Env {
  if (!checked) {
    const result = schema.safeParse(process.env);
    if (!result.success) throw new Error(`The environment is not usable:\n${z.prettifyError(result.error)}`);
    checked = result.data;
  }
  return checked;
}
