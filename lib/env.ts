import 'server-only';
import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { parseGroupRoles } from '@/lib/access/oidc';
import { PASSWORD_LENGTH } from '@/lib/access/password';
import { parseMasterKeys } from '@/lib/events/body-key';
import { type AddressList, parseAddressList } from '@/lib/providers/address-list';
import { ENVIRONMENTS } from '@/lib/providers/catalogue';
import type { SignatureScheme } from '@/lib/providers/contract';
import type { SigningKey } from '@/lib/providers/key-ring';
import { fitsScheme, readPublicKey } from '@/lib/providers/signature';
import { isLoopback } from '@/lib/providers/verify';

// A message says what a value must be and never what it was: values are secrets, and messages are logged.

const SECRET_LENGTH = 16;
const KEY_FORMS = 'as PEM (line breaks may be written as \\n) or as base64';

const environment = z.enum(ENVIRONMENTS).default('stage');
const secret = z.string().min(SECRET_LENGTH, `must have at least ${SECRET_LENGTH} characters`);

const addresses = z.string().transform((text, context): AddressList => {
  const list = parseAddressList(text);
  if (list) return list;
  context.addIssue('must be addresses or networks such as 10.0.0.0/8, separated by commas');
  return z.NEVER;
});

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' });

const apiHost = z
  .url({ protocol: /^https?$/, error: 'must be a URL such as https://api.example.com' })
  .refine(isTrusted, 'must begin with https://: what came unprotected would prove nothing')
  .transform((url) => url.replace(/\/+$/, ''));

function isTrusted(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || isLoopback(hostname);
}

function publicKey(scheme: SignatureScheme, kind: string) {
  return z.string().transform((text, context) => {
    const key = readPublicKey(text);
    if (key && fitsScheme(scheme, key)) return key;
    context.addIssue(`must be ${kind} public key, ${KEY_FORMS}`);
    return z.NEVER;
  });
}

/** The private half of an API key, with which we sign what we ask for. */
const signingKey = z.string().transform((text, context): KeyObject => {
  const key = readPrivateKey(text);
  if (key?.asymmetricKeyType === 'rsa') return key;
  context.addIssue(`must be an RSA private key, ${KEY_FORMS}`);
  return z.NEVER;
});

function readPrivateKey(text: string): KeyObject | null {
  const pem = text.replace(/\\n/g, '\n').trim();
  try {
    if (pem.startsWith('-----BEGIN')) return createPrivateKey(pem);
    return createPrivateKey({ key: Buffer.from(pem, 'base64'), format: 'der', type: 'pkcs8' });
  } catch {
    return null;
  }
}

const words = z.string().transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
);

/** `group:role,group:role`. */
const groupRoles = z.string().transform((text, context) => {
  const roles = parseGroupRoles(text);
  if (roles) return roles;
  context.addIssue('must be group:role pairs separated by commas, each role one of the desk');
  return z.NEVER;
});

/** `id:key,id:key`; a key without an id is tried for every id. */
const keysById = z.string().transform((text, context): SigningKey[] => {
  const keys = text.split(',').map((item) => {
    const [, id = null, keyText = ''] = /^(?:\s*([^\s:]+)\s*:)?([^:]*)$/s.exec(item) ?? [];
    return { id, key: readPublicKey(keyText) };
  });
  const isUsable = (entry: { id: string | null; key: SigningKey['key'] | null }): entry is SigningKey =>
    entry.key !== null && fitsScheme('rsa-pkcs1-sha256', entry.key);
  if (keys.every(isUsable)) return keys;
  context.addIssue(`must be RSA public keys, each ${KEY_FORMS}, written id:key and separated by commas`);
  return z.NEVER;
});

/** `id:base64,id:base64`, 32 bytes each; the first encrypts what is new. */
const masterKeys = z.string().transform((text, context) => {
  const keys = parseMasterKeys(text);
  if (keys) return keys;
  context.addIssue(
    'must be keys of 32 bytes as base64, each with its own name, written id:key and separated by commas',
  );
  return z.NEVER;
});

/** Every variable the desk reads, in one place; the only reader of `process.env` in `lib` and `app`. */
const variables = z.object({
  DATABASE_URL: databaseUrl,
  /** Past a pooler, to the same primary: for LISTEN, locks of a session, the queue of jobs and migrations. */
  DATABASE_DIRECT_URL: databaseUrl.optional(),
  /** A streaming replica, for reads that may be a few seconds old. */
  DATABASE_REPLICA_URL: databaseUrl.optional(),
  /** Behind more than this the replica is not asked. */
  DATABASE_REPLICA_LAG_SECONDS: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a number of seconds')
    .default('5')
    .transform(Number),
  /** `transaction`: what DATABASE_URL leads to gives out a server for one transaction at a time. */
  DATABASE_POOLER: z.enum(['none', 'transaction']).default('none'),
  AUTH_SECRET: z
    .string({ error: 'is missing; `npm start` makes one' })
    .min(32, 'must have at least 32 characters; `npm start` makes one'),
  /** Encrypts what providers sent, so that it can be erased by destroying a key. Losing these is losing the evidence. */
  BODY_KEYS: masterKeys.optional(),
  /** Where people reach the desk; decides whether cookies are sent over TLS only. */
  APP_URL: z.url('must be a URL such as https://desk.example.com').default('http://localhost:3000'),
  /** `local` accepts unsigned deliveries from this machine's loopback, and from nowhere else. */
  CONCILIA_MODE: z.enum(['local', 'production']).default('local'),
  DATA_DIR: z.string().default('.data'),
  SAMPLE_DATA: z.enum(['on', 'off']).default('on'),
  ADMIN_EMAIL: z.email('must be an e-mail address').default('admin@concilia.localhost'),
  ADMIN_PASSWORD: z
    .string()
    .min(PASSWORD_LENGTH.min, `must have at least ${PASSWORD_LENGTH.min} characters`)
    .max(PASSWORD_LENGTH.max, `must have at most ${PASSWORD_LENGTH.max} characters`)
    .optional(),

  /** Asked for five signs of a new password's hash; without it only the desk's own short list is looked into. */
  BREACHED_PASSWORDS_URL: apiHost.optional(),

  OIDC_ISSUER: apiHost.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().max(40, 'must have at most 40 characters').default('SSO'),
  OIDC_SIGN_UP: z.enum(['on', 'off']).default('off'),
  OIDC_TRUST_EMAIL: z.enum(['on', 'off']).default('off'),
  OIDC_ROLE_CLAIM: z.string().default('groups'),
  OIDC_ROLES: groupRoles.default([]),

  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be a URL such as smtps://user:password@mail.example.com' })
    .optional(),
  SMTP_FROM: z
    .string()
    .regex(
      /^[^\r\n<>]*<?[^\s@<>,;]+@[^\s@<>,;]+>?$/,
      'must be an e-mail address, or a name and an address: Desk <desk@example.com>',
    )
    .optional(),

  // Read by scripts/server.mjs, which has to know them before the app does; checked here with everything else.
  TRUSTED_PROXIES: addresses.optional(),
  TRUSTED_PROXY_COUNT: z
    .string()
    .regex(/^\d{1,2}$/, 'must be a number of proxies')
    .optional(),
  DRAIN_SECONDS: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a number of seconds')
    .default('0'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  LOG_FORMAT: z.enum(['json', 'text']).optional(),

  METRICS_TOKEN: secret.optional(),
  /** Off unless set: the worker has no other port. */
  METRICS_WORKER_PORT: z.coerce.number('must be a port').int('must be a port').min(1).max(65_535).optional(),
  /** Read by the library as well, with the other variables of OpenTelemetry. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be a URL such as http://localhost:4318' })
    .optional(),

  JUNO_ENVIRONMENT: environment,
  JUNO_REQUIRE_SIGNATURE: z.enum(['on', 'off']).default('off'),
  JUNO_WEBHOOK_PUBLIC_KEYS: keysById.optional(),
  JUNO_API_URL: apiHost.optional(),
  JUNO_API_KEY: z.string().optional(),
  JUNO_API_SECRET: secret.optional(),
  JUNO_SIGN_QUERY: z.enum(['on', 'off']).default('on'),

  BRLA_ENVIRONMENT: environment,
  BRLA_WEBHOOK_PUBLIC_KEY: publicKey('ecdsa-p256-sha256', 'an ECDSA P-256').optional(),
  BRLA_API_URL: apiHost.optional(),
  BRLA_API_EMAIL: z.email('must be an e-mail address').optional(),
  BRLA_API_PASSWORD: z.string().optional(),
  BRLA_API_KEY: z.string().optional(),
  BRLA_API_PRIVATE_KEY: signingKey.optional(),
  BRLA_ACCOUNT: z.string().optional(),
  BRLA_SUB_ACCOUNTS: words.default([]),
  BRLA_CONFIRM_EVENTS: z.enum(['on', 'off']).default('off'),
  AVENIA_WEBHOOK_PUBLIC_KEY: publicKey('rsa-pss-sha256', 'an RSA').optional(),
  AVENIA_API_URL: apiHost.optional(),
  AVENIA_API_KEY: z.string().optional(),
  AVENIA_API_PRIVATE_KEY: signingKey.optional(),
  AVENIA_SUB_ACCOUNTS: words.default([]),

  RIPIO_ENVIRONMENT: environment,
  RIPIO_WEBHOOK_PROOF: z.enum(['ecdsa', 'hmac', 'path-secret', 'none']).default('none'),
  RIPIO_SIGNATURE_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header')
    .transform((name) => name.toLowerCase())
    .optional(),
  RIPIO_SIGNATURE_PREFIX: z.string().default('sha256='),
  RIPIO_PUBLIC_KEY: publicKey('ecdsa-p256-sha256', 'an ECDSA P-256').optional(),
  RIPIO_HMAC_SECRET: secret.transform((text) => createSecretKey(text, 'utf8')).optional(),
  RIPIO_PATH_SECRET: secret
    .regex(/^[A-Za-z0-9_-]*$/, 'must have only letters, digits, - and _, since it stands in an address')
    .max(200, 'must have at most 200 characters')
    .optional(),
  RIPIO_ADDRESSES: addresses.optional(),
  RIPIO_API_URL: apiHost.optional(),
  RIPIO_API_CLIENT_ID: z.string().optional(),
  RIPIO_API_CLIENT_SECRET: secret.optional(),
});

/** What each proof of Ripio's needs. */
const RIPIO_NEEDS = {
  ecdsa: 'RIPIO_PUBLIC_KEY',
  hmac: 'RIPIO_HMAC_SECRET',
  'path-secret': 'RIPIO_PATH_SECRET',
  none: null,
} as const satisfies Record<string, keyof z.infer<typeof variables> | null>;

/** Credentials that come in twos. */
const PAIRS = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
  ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['SMTP_URL', 'SMTP_FROM'],
  ['JUNO_API_KEY', 'JUNO_API_SECRET'],
  ['BRLA_API_EMAIL', 'BRLA_API_PASSWORD'],
  ['BRLA_API_KEY', 'BRLA_API_PRIVATE_KEY'],
  ['AVENIA_API_KEY', 'AVENIA_API_PRIVATE_KEY'],
  ['RIPIO_API_CLIENT_ID', 'RIPIO_API_CLIENT_SECRET'],
] as const satisfies readonly (readonly [keyof z.infer<typeof variables>, keyof z.infer<typeof variables>])[];

const schema = variables.superRefine((settings, context) => {
  const { RIPIO_WEBHOOK_PROOF: proof, CONCILIA_MODE: mode } = settings;
  const issue = (variable: keyof typeof settings, message: string) =>
    context.addIssue({ code: 'custom', path: [variable], message });
  if (proof === 'none' && mode === 'production') {
    const message =
      'must be ecdsa, hmac or path-secret when CONCILIA_MODE is production: Ripio documents no signature, so anybody ' +
      'could post in its name. Ask Ripio which it signs with; until then set path-secret and RIPIO_PATH_SECRET';
    issue('RIPIO_WEBHOOK_PROOF', message);
  }
  if (settings.DATABASE_POOLER === 'transaction' && settings.DATABASE_DIRECT_URL === undefined)
    issue(
      'DATABASE_DIRECT_URL',
      'is missing, and DATABASE_POOLER is transaction: nobody can LISTEN through that pooler',
    );
  for (const [one, other] of PAIRS) {
    const missing = settings[one] === undefined ? one : other;
    if ((settings[one] === undefined) !== (settings[other] === undefined))
      issue(missing, `is missing, and ${missing === one ? other : one} is set: one is of no use without the other`);
  }
  const needed = RIPIO_NEEDS[proof];
  if (needed && settings[needed] === undefined) issue(needed, `is missing, and RIPIO_WEBHOOK_PROOF is ${proof}`);
});

export type Env = z.infer<typeof schema>;
export const VARIABLES: readonly string[] = Object.keys(variables.shape);

/** Checks and reads an environment; a variable set to nothing is one not set. Throws, naming what is wrong and why. */
export function readEnv(given: NodeJS.ProcessEnv): Env {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  if (!result.success) throw new Error(`The environment is not usable:\n${z.prettifyError(result.error)}`);
  return result.data;
}

let checked: Env | undefined;

/** The checked environment, read once. Throws at start, naming every variable that is wrong and why. */
export function env(): Env {
  checked ??= readEnv(process.env);
  return checked;
}
