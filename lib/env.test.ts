import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnv, VARIABLES } from './env';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pemOf = (key: typeof ec.publicKey) => key.export({ type: 'spki', format: 'pem' }) as string;
const [ecPem, rsaPem] = [pemOf(ec.publicKey), pemOf(rsa.publicKey)];
const rsaBase64 = rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const privatePem = ec.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

const SECRET = 'correct-horse-battery-staple';
const needed = {
  NODE_ENV: 'test',
  DATABASE_URL: 'postgres://me:pass@localhost/desk',
  AUTH_SECRET: 'x'.repeat(32),
} as const;
const read = (given: Record<string, string>) => readEnv({ ...needed, ...given });

/** What starting with these settings says. */
function complaint(given: Record<string, string>): string {
  try {
    read(given);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

test('little is needed, and a variable set to nothing is one not set', () => {
  expect(read({})).toMatchObject({ CONCILIA_MODE: 'local', RIPIO_WEBHOOK_PROOF: 'none', JUNO_ENVIRONMENT: 'stage' });
  expect(read({ CONCILIA_MODE: '', RIPIO_PATH_SECRET: '', TRUSTED_PROXIES: '' })).toEqual(read({}));
});

test('all that is wrong is named at once', () => {
  const message = complaint({ DATABASE_URL: 'mysql://x', CONCILIA_MODE: 'prod', RIPIO_ADDRESSES: 'everyone' });
  for (const name of ['DATABASE_URL', 'CONCILIA_MODE', 'RIPIO_ADDRESSES']) expect(message).toContain(name);
});

test('behind a pooler that gives out transactions, a way past it is needed', () => {
  expect(complaint({ DATABASE_POOLER: 'transaction' })).toContain('DATABASE_DIRECT_URL');
  expect(complaint({ DATABASE_POOLER: 'transaction', DATABASE_DIRECT_URL: needed.DATABASE_URL })).toBe('');
  expect(complaint({ DATABASE_REPLICA_URL: 'replica', DATABASE_REPLICA_LAG_SECONDS: 'soon' })).toMatch(
    /DATABASE_REPLICA_URL[\s\S]*DATABASE_REPLICA_LAG|DATABASE_REPLICA_LAG[\s\S]*DATABASE_REPLICA_URL/,
  );
  expect(read({}).DATABASE_REPLICA_LAG_SECONDS).toBe(5);
});

describe('production does not start while anybody could speak for Ripio', () => {
  test.each(['', 'none'])('RIPIO_WEBHOOK_PROOF=%s', (proof) => {
    const message = complaint({ CONCILIA_MODE: 'production', RIPIO_WEBHOOK_PROOF: proof });
    expect(message).toContain('RIPIO_WEBHOOK_PROOF');
    expect(message).toContain('path-secret');
  });

  test.each([
    ['ecdsa', 'RIPIO_PUBLIC_KEY', ecPem],
    ['hmac', 'RIPIO_HMAC_SECRET', SECRET],
    ['path-secret', 'RIPIO_PATH_SECRET', SECRET],
  ])('%s needs %s', (proof, variable, value) => {
    for (const mode of ['local', 'production']) {
      const settings = { CONCILIA_MODE: mode, RIPIO_WEBHOOK_PROOF: proof };
      expect(complaint(settings)).toContain(variable);
      expect(complaint({ ...settings, [variable]: value })).toBe('');
    }
  });
});

describe('keys', () => {
  test('are read from every form', () => {
    const oneLine = ecPem.replaceAll('\n', '\\n');
    expect(read({ RIPIO_PUBLIC_KEY: oneLine }).RIPIO_PUBLIC_KEY?.equals(ec.publicKey)).toBe(true);
    expect(read({ BRLA_WEBHOOK_PUBLIC_KEY: ecPem }).BRLA_WEBHOOK_PUBLIC_KEY?.equals(ec.publicKey)).toBe(true);
    expect(read({ AVENIA_WEBHOOK_PUBLIC_KEY: rsaBase64 }).AVENIA_WEBHOOK_PUBLIC_KEY?.equals(rsa.publicKey)).toBe(true);
  });

  test.each([
    ['one with its id', `key-1:${rsaBase64}`, ['key-1']],
    ['two', `key-1:${rsaBase64}, key-2:${rsaPem.replaceAll('\n', '\\n')}`, ['key-1', 'key-2']],
    ['one without an id', rsaBase64, [null]],
    ['PEM in lines', `key-1:${rsaPem}`, ['key-1']],
  ])("Juno's: %s", (_, text, ids) => {
    const keys = read({ JUNO_WEBHOOK_PUBLIC_KEYS: text }).JUNO_WEBHOOK_PUBLIC_KEYS ?? [];
    expect(keys.map(({ id }) => id)).toEqual(ids);
    expect(keys.every(({ key }) => key.equals(rsa.publicKey))).toBe(true);
  });

  test.each([
    ['JUNO_WEBHOOK_PUBLIC_KEYS', 'an id alone', 'key-1:'],
    ['JUNO_WEBHOOK_PUBLIC_KEYS', 'an EC key', `key-1:${ecPem}`],
    ['JUNO_WEBHOOK_PUBLIC_KEYS', 'a key with two ids', `a:b:${rsaBase64}`],
    ['BRLA_WEBHOOK_PUBLIC_KEY', 'an RSA key', rsaPem],
    ['AVENIA_WEBHOOK_PUBLIC_KEY', 'an EC key', ecPem],
    ['RIPIO_PUBLIC_KEY', 'a private key', privatePem],
    ['RIPIO_PUBLIC_KEY', 'a word', 'not-a-key'],
  ])('%s is not to be %s', (variable, _, value) => {
    const message = complaint({ [variable]: value });
    expect(message).toContain(variable);
    expect(message).toContain('public key');
  });
});

describe('what must not be', () => {
  test.each([
    ['RIPIO_HMAC_SECRET', 'short'],
    ['RIPIO_PATH_SECRET', 'short'],
    ['RIPIO_PATH_SECRET', 'has/slashes/and?marks'],
    ['RIPIO_SIGNATURE_HEADER', 'x signature:'],
    ['AUTH_SECRET', 'short'],
    ['ADMIN_PASSWORD', 'short'],
    ['BRLA_API_URL', 'http://api.brla.digital'],
    ['JUNO_API_URL', 'http://127.0.0.1.example.com'],
    ['AVENIA_API_URL', 'ftp://api.avenia.io'],
    ['TRUSTED_PROXIES', '10.0.0.0/99'],
    ['TRUSTED_PROXY_COUNT', 'one'],
    ['RIPIO_ADDRESSES', ','],
    ['JUNO_REQUIRE_SIGNATURE', 'yes'],
  ])('%s=%s', (variable, value) => {
    expect(complaint({ [variable]: value })).toContain(variable);
  });

  test('a stand-in on this machine may be asked for keys without TLS', () => {
    expect(read({ JUNO_API_URL: 'http://127.0.0.1:4000/' }).JUNO_API_URL).toBe('http://127.0.0.1:4000');
    expect(read({ BRLA_API_URL: 'https://api.example.com/x//' }).BRLA_API_URL).toBe('https://api.example.com/x');
  });
});

test('no complaint tells a value: values are secrets, and complaints are logged', () => {
  const value = 'Pa55w0rd/of?mine';
  const messages = VARIABLES.map((variable) => complaint({ [variable]: value }));
  const wrong = messages.filter((message) => message !== '');
  expect(wrong.length).toBeGreaterThan(20);
  for (const message of wrong) {
    expect(message).not.toContain(value);
    expect(message).not.toContain('Pa55');
  }
  expect(complaint({ RIPIO_PUBLIC_KEY: privatePem })).not.toContain(privatePem.slice(30, 60));
  expect(complaint({ DATABASE_URL: 'mysql://me:hunter2@db/x' })).not.toContain('hunter2');
});

test('.env.example has every variable, each with a comment, none with a value that is in force', () => {
  const lines = readFileSync(path.join(import.meta.dirname, '..', '.env.example'), 'utf8').split('\n');
  const named = lines.flatMap((line) => /^#([A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect([...named].sort()).toEqual([...VARIABLES, 'PORT', 'HOST'].sort());
  lines.forEach((line, at) => {
    if (/^#[A-Z_]+=/.test(line)) expect([line, lines[at - 1]]).toEqual([line, expect.stringMatching(/^# \S/)]);
    else expect(line).toMatch(/^(#.*)?$/);
  });
});
