// What can be said of the image and of compose.yaml without Docker: that what they name exists, and fits together.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { VARIABLES } from '@/lib/env';
import { root } from './processes.mjs';

// The reader of YAML that comes with the queue of jobs: cosmiconfig's, which graphile-worker asks for.
const fromQueue = createRequire(createRequire(import.meta.url).resolve('graphile-worker'));
const { load } = createRequire(fromQueue.resolve('cosmiconfig'))('js-yaml');

const source = (file) => readFileSync(path.join(root, file), 'utf8');
const compose = load(source('compose.yaml'));
const services = Object.entries(compose.services);
const dockerfile = source('Dockerfile').replace(/\\\n/g, ' ').split('\n');
const ignored = source('.dockerignore').split('\n');
/** Read by the launchers before there is an app; explained in .env.example like all the others. */
const OF_LAUNCHERS = ['PORT', 'HOST'];
const known = [...VARIABLES, ...OF_LAUNCHERS];
const isDesk = ([, { image }]) => image === 'concilia:local';

test('every stage that serves anybody has a user who is not root, and the build copies only what is there', () => {
  const stages = new Map();
  let stage;
  for (const line of dockerfile) {
    const from = /^FROM (\S+)(?: AS (\S+))?/.exec(line);
    if (from) {
      stage = { from: from[1], user: stages.get(from[1])?.user };
      stages.set(from[2] ?? 'default', stage);
    }
    const user = /^USER (\S+)/.exec(line);
    if (user) stage.user = user[1];
    const copy = /^COPY (?!--from)(.+) \S+$/.exec(line);
    for (const place of copy?.[1].split(' ') ?? []) expect(existsSync(path.join(root, place)), place).toBe(true);
  }
  expect(stages.get('app').user).toBe('node');
  expect(stages.get('default').user).toBe('node');
  expect(stages.get('pgbouncer').user).toBe('postgres');
});

test('secrets, the operator’s settings and what is made are no part of the image; what the build reads is', () => {
  for (const name of ['.env', 'secrets/', '.data/', '.git/', 'node_modules/', '.next/'])
    expect(ignored).toContain(name);
  const needed = [
    'app',
    'components',
    'lib',
    'prisma',
    'scripts',
    'next.config.mjs',
    'package-lock.json',
    '.env.example',
  ];
  for (const name of needed) for (const form of [name, `${name}/`]) expect(ignored).not.toContain(form);
  for (const { file } of Object.values(compose.secrets)) expect(file.startsWith('secrets/')).toBe(true);
});

test('every variable that is set is one that the desk reads', () => {
  const set = services.filter(isDesk).flatMap(([, { environment }]) => Object.keys(environment));
  expect(set.length).toBeGreaterThan(20);
  expect(set.map((name) => name.replace(/_FILE$/, '')).filter((name) => !known.includes(name))).toEqual([]);
  const inImage = dockerfile.flatMap((line) => (/^ENV (.+)/.exec(line)?.[1] ?? '').match(/[A-Z_]+(?==)/g) ?? []);
  const ofTools = ['NODE_ENV', 'NEXT_TELEMETRY_DISABLED', 'CHECKPOINT_DISABLE'];
  expect(inImage.filter((name) => ![...known, ...ofTools].includes(name))).toEqual([]);
  const explained = [...source('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
  for (const name of set.filter((one) => one.endsWith('_FILE')))
    expect(explained).toContain(name.replace(/_FILE$/, '')); // else the file would not be read
});

test('every service has its limits, its health and, where it is ours, no more rights than it needs', () => {
  for (const [name, service] of services) {
    expect(service.deploy?.resources?.limits, name).toMatchObject({
      cpus: expect.any(String),
      memory: expect.any(String),
    });
    const hasHealth = service.healthcheck !== undefined || isDesk([name, service]); // the image has its own
    expect(hasHealth, name).toBe(true);
    for (const other of Object.keys(service.depends_on ?? {})) expect(Object.keys(compose.services)).toContain(other);
    for (const secret of service.secrets ?? []) expect(Object.keys(compose.secrets)).toContain(secret.source ?? secret);
    for (const volume of service.volumes ?? []) {
      const [from] = volume.split(':');
      if (from.startsWith('.')) expect(existsSync(path.join(root, from)), from).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(from);
    }
  }
  for (const [, service] of services.filter(isDesk))
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], init: true });
});

test('each part is one that the launcher knows, and the proxies and addresses are those of the samples', () => {
  const parts = source('scripts/program.mjs');
  for (const [, { command }] of services.filter(isDesk))
    expect(parts).toMatch(new RegExp(`^ {2}(async )?${command[0]}[:(]`, 'm'));
  const nginx = source('docs/production/nginx.conf');
  const upstreams = [...nginx.matchAll(/server (\S+):3000 /g)].map(([, name]) => name);
  expect(upstreams).toEqual(services.filter(([, { command }]) => command?.[0] === 'server').map(([name]) => name));
  const address = compose.services.nginx.networks.inside.ipv4_address;
  expect(compose.services['app-1'].environment.TRUSTED_PROXIES).toBe(address);
  const pooler = source('docs/production/pgbouncer.ini');
  expect([...pooler.matchAll(/host=(\S+)/g)].every(([, host]) => host in compose.services)).toBe(true);
  expect(pooler).toContain('listen_port = 6432');
});
