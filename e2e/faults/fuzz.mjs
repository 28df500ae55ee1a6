// Bodies that no provider would send, decided by a seed: the providers' fixtures bent and broken, and plain rubbish.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/processes.mjs';
import { PROVIDERS, randomNumbers } from './histories.mjs';

const MIB = 1024 * 1024;
const CONTENT_TYPES = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'application/json; charset=utf-16',
  'nonsense',
];
/** Values that readers of JSON have stumbled over, as JSON text. */
const AWKWARD = [
  ...['null', 'true', '""', '[]', '{}', '-0', '0', '-1', '1e400', '-1e-400', '0.1e1', '1E+2', '9007199254740993'],
  ...['9'.repeat(400), `0.${'1'.repeat(400)}`, '"\\u0000"', '"\\ud83d"', '"\\udc00\\ud800"', '"1,000.00"', '" 12 "'],
  ...['"NaN"', '"Infinity"', '"1e5"', '"0x10"', '"-5"', '"١٢٣"', '"2026-02-30T25:61:61Z"', '"9999-12-31T23:59:59Z"'],
  ...['"0000-01-01T00:00:00Z"', '"2026-02-07T13:28:13.123456789123456789Z"', '"2026-02-07T13:28:13+23:59"'],
  ...[
    '8640000000000001',
    '-62135596800001',
    `"${'界'.repeat(3_000)}"`,
    '"__proto__"',
    '{"__proto__":{"a":1}}',
    '"\\u202e"',
  ],
  ...[`"${"'; DROP TABLE deliveries; --"}"`, '{"constructor":{"prototype":{}}}', '[[[[[[]]]]]]', '"\\\\u0000"'],
];

/** @returns {import('./load.mjs').Message[]} */
export function fuzzedMessages(count, seed) {
  const random = randomNumbers(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const fixtures = PROVIDERS.flatMap(fixturesOf);
  // Nearly half of them are still JSON and get as far as the readers; some as far as the fold.
  const kinds = [...Object.values(bodies), ...Array(8).fill(bodies.bent)];
  const messages = Array.from({ length: count - OVERSIZE.length }, (_, i) => {
    const fixture = pick(fixtures);
    return {
      provider: random() < 0.8 ? fixture.provider : pick(PROVIDERS),
      body: pick(kinds)({ random, pick, text: unlike(fixture.text, i) }),
      headers: { 'content-type': random() < 0.5 ? CONTENT_TYPES[0] : pick(CONTENT_TYPES), ...pick(HEADERS) },
      isChunked: random() < 0.3,
    };
  });
  const oversize = OVERSIZE.map((size, i) => ({
    provider: 'juno',
    body: Buffer.alloc(size, 120),
    isChunked: i % 2 === 1,
  }));
  return [...messages, ...oversize];
}

/** Odd, and nobody's business but the sender's. */
const HEADERS = [
  {},
  {},
  {},
  { 'content-encoding': 'gzip' },
  { 'content-language': '\u00e9\u00ff' },
  { accept: 'text/html' },
];
/** Up to 1 MiB is stored, up to 8 MiB kept as refused, above that not even read. */
const OVERSIZE = [MIB, MIB, MIB + 1, MIB + 1, 2 * MIB, 2 * MIB, 9 * MIB, 9 * MIB];

const bodies = {
  bytes: ({ random }) =>
    Buffer.from(Array.from({ length: Math.floor(random() * 600) }, () => Math.floor(random() * 256))),
  truncated: ({ random, text }) => Buffer.from(text).subarray(0, Math.floor(random() * text.length)),
  flipped({ random, text }) {
    const body = Buffer.from(text);
    for (let times = Math.ceil(random() * 4); times > 0; times--)
      body[Math.floor(random() * body.length)] ^= 1 << (random() * 8);
    return body;
  },
  /** Still JSON, with awkward values in one to three places. */
  bent({ random, pick, text }) {
    let bent = text;
    for (let times = Math.ceil(random() * 3); times > 0; times--) bent = withOneValue(bent, pick(AWKWARD), random());
    return Buffer.from(bent);
  },
  /** One of its members removed, or told twice. */
  uneven({ random, pick, text }) {
    const lines = text.split('\n');
    const at = Math.floor(random() * lines.length);
    lines.splice(at, 1, ...pick([[], [lines[at], lines[at]]]));
    return Buffer.from(lines.join('\n'));
  },
  nested: ({ random, pick }) => Buffer.from(pick(['[', '{"a":', '[{"payload":', '{"data":[']).repeat(random() * 5_000)),
  alone: ({ pick }) => Buffer.from(pick(AWKWARD)),
  withNul: ({ random, text }) => Buffer.from(splicedAt(text, random(), '\u0000')),
  otherEncoding: ({ pick, text }) => Buffer.from(text, pick(['utf16le', 'latin1'])),
  marked: ({ text }) => Buffer.from(`\ufeff${text}`),
  twice: ({ text }) => Buffer.from(text + text),
  nothing: () => Buffer.alloc(0),
};

/** An event id of its own, where there are any: a second one would be a duplicate, however bent. */
const unlike = (text, i) => text.replace('"id": "evt-', `"id": "evt-${i}-`);

const splicedAt = (text, share, piece) => {
  const at = Math.floor(share * text.length);
  return text.slice(0, at) + piece + text.slice(at);
};

/** Replaces one value of a pretty-printed text by another; the text must not parse for this, so that many may follow. */
function withOneValue(text, value, share) {
  const values = [...text.matchAll(/": ("(?:[^"\\]|\\.)*"|[^\s,{}[\]]+)/g)];
  if (values.length === 0) return text;
  const { 0: found, 1: old, index } = values[Math.floor(share * values.length)];
  const at = index + found.length - old.length;
  return text.slice(0, at) + value + text.slice(at + old.length);
}

function fixturesOf(provider) {
  const folder = path.join(root, 'lib/providers', provider, 'fixtures');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ provider, text: readFileSync(path.join(folder, file), 'utf8') }));
}
