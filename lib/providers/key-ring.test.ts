import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { COOLDOWN_MS, KEYS_LIVE_MS, KeyRing, type SigningKey } from './key-ring';

const signing = (id: string | null): SigningKey => ({ id, key: generateKeyPairSync('ed25519').publicKey });
const [first, second, third] = [signing('1'), signing('2'), signing('3')];

let now: number;
let fetches: number;
/** What the endpoint publishes; an error while it is down. */
let published: SigningKey[] | Error;
let ring: KeyRing;

beforeEach(() => {
  now = 1_000;
  fetches = 0;
  published = [first];
  ring = KeyRing.fetched(
    async () => {
      fetches++;
      await Promise.resolve();
      if (published instanceof Error) throw published;
      return published;
    },
    () => now,
  );
});

const DOWN = new Error('The key endpoint answered 500.');
const unavailable = { outcome: 'unavailable', reason: DOWN.message };
const keys = (...list: SigningKey[]) => ({ outcome: 'keys', keys: list });

test('keys are fetched once and known for an hour', async () => {
  expect(ring.known('1')).toEqual([]);
  expect(await ring.lookUp('1')).toEqual(keys(first));
  expect(ring.known('1')).toEqual([first]);
  expect(ring.known('2')).toEqual([]);
  now += KEYS_LIVE_MS - 1;
  expect(ring.known('1')).toEqual([first]);
  now += 1;
  expect(ring.known('1')).toEqual([]);
  expect(await ring.lookUp('1')).toEqual(keys(first));
  expect(fetches).toBe(2);
});

test('many who wait share one fetch', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => ring.lookUp('1')));
  expect(answers).toEqual(answers.map(() => keys(first)));
  expect(fetches).toBe(1);
});

test('there is one fetch at a time, also when it takes longer than the cooldown', async () => {
  const early = ring.lookUp('1');
  now += 2 * COOLDOWN_MS;
  expect(await Promise.all([early, ring.lookUp('1')])).toEqual([keys(first), keys(first)]);
  expect(fetches).toBe(1);
});

test('a flood of unknown ids costs one fetch in a cooldown', async () => {
  for (let i = 0; i < 100; i++) expect(await ring.lookUp(`forged-${i}`)).toEqual(keys());
  expect(fetches).toBe(1);
  now += COOLDOWN_MS;
  await Promise.all(Array.from({ length: 100 }, (_, i) => ring.lookUp(`forged-${i}`)));
  expect(fetches).toBe(2);
});

test('a new key is found after the cooldown, and the old one is gone with its list', async () => {
  await ring.lookUp('1');
  published = [second];
  expect(await ring.lookUp('2')).toEqual(keys());
  now += COOLDOWN_MS;
  expect(await ring.lookUp('2')).toEqual(keys(second));
  expect(ring.known('1')).toEqual([]);
});

test('while the endpoint is down and nothing was ever fetched, nothing can be said', async () => {
  published = DOWN;
  expect(await ring.lookUp('1')).toEqual(unavailable);
  expect(await ring.lookUp(null)).toEqual(unavailable);
  expect(fetches).toBe(1);
  published = [first];
  expect(await ring.lookUp('1')).toEqual(unavailable); // still the same cooldown
  now += COOLDOWN_MS;
  expect(await ring.lookUp('1')).toEqual(keys(first));
});

test('while it is down an old key is used, and an unknown id cannot be judged', async () => {
  await ring.lookUp('1');
  published = DOWN;
  now += 100 * KEYS_LIVE_MS;
  expect(ring.known('1')).toEqual([]);
  expect(await ring.lookUp('1')).toEqual(keys(first));
  expect(await ring.lookUp('2')).toEqual(unavailable);
  expect(fetches).toBe(2);
  published = [first];
  now += COOLDOWN_MS;
  expect(await ring.lookUp('2')).toEqual(keys()); // now it is known to be unknown
});

test('two keys with one id, and one without an id, are all given', async () => {
  const twin = signing('1');
  const nameless = signing(null);
  published = [first, second, twin, nameless];
  expect(await ring.lookUp('1')).toEqual(keys(first, twin, nameless));
  expect(ring.known('1')).toEqual([first, twin, nameless]);
  expect(ring.known('9')).toEqual([nameless]);
});

test('a delivery that names no key gets them all', async () => {
  published = [first, second, third];
  expect(await ring.lookUp(null)).toEqual(keys(first, second, third));
});

test('configured keys are there at once, for ever, and nothing is fetched', async () => {
  const fixed = KeyRing.fixed([first]);
  expect(fixed.known('1')).toEqual([first]);
  expect(fixed.known('2')).toEqual([]);
  expect(await fixed.lookUp('2')).toEqual(keys());
  expect(fixed.state()).toEqual({ isFixed: true, ids: ['1'], ageMs: null, failure: null, failingMs: null });
});

test('a clock that is set back neither keeps keys for ever nor stops the fetching', async () => {
  now = 10 * KEYS_LIVE_MS;
  await ring.lookUp('1');
  published = [second];
  now = 0;
  expect(ring.known('1')).toEqual([]);
  expect(await ring.lookUp('2')).toEqual(keys(second));
  expect(ring.known('2')).toEqual([second]);
});

test('says how it stands', async () => {
  expect(ring.state()).toEqual({ isFixed: false, ids: [], ageMs: null, failure: null, failingMs: null });
  await ring.lookUp('1');
  now += COOLDOWN_MS;
  published = DOWN;
  await ring.lookUp('2');
  const failed = { isFixed: false, ids: ['1'], ageMs: COOLDOWN_MS, failure: DOWN.message, failingMs: 0 };
  expect(ring.state()).toEqual(failed);
  now += COOLDOWN_MS;
  await ring.lookUp('2');
  expect(ring.state()).toEqual({ ...failed, ageMs: 2 * COOLDOWN_MS, failingMs: COOLDOWN_MS });
  now += COOLDOWN_MS;
  published = [second];
  await ring.lookUp('2');
  expect(ring.state()).toMatchObject({ ageMs: 0, failure: null, failingMs: null });
});
