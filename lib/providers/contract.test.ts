import { isIPv4 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_TYPES, type PaymentEvent } from '@/lib/events/event';
import { decimalText, toUnits } from '@/lib/money';
import { ENVIRONMENTS, KINDS, PROVIDERS, type Provider } from './catalogue';
import type { Reading } from './contract';
import { bytesOf, FIXTURES, fixture, jsonOf } from './golden';
import { providers } from './index';
import { type Json, LosslessNumber, readJson } from './json';
import { readDelivery } from './read';

const RUNS = { numRuns: 1000 };

describe.each(PROVIDERS)('%s', (provider) => {
  const contract = providers[provider];

  test('declares itself under its own name, with addresses that are addresses', () => {
    expect(contract.name).toBe(provider);
    for (const environment of ENVIRONMENTS) {
      const addresses: readonly string[] = contract.addresses[environment];
      expect(addresses.filter((address) => !isIPv4(address))).toEqual([]);
    }
  });

  test('reads any JSON without throwing, twice the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void expectSound(provider, textBytes(JSON.stringify(value)))),
      RUNS,
    );
  });

  test('reads any bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expectSound(provider, bytes)),
      RUNS,
    );
  });

  test('reads any damaged fixture without throwing, and never says what is not so', () => {
    const fixtures = FIXTURES.filter((each) => each.provider === provider);
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        ({ name }, damages) => {
          expectSound(provider, bytesOf(damages.reduce(damaged, jsonOf(fixture(provider, name)))));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe.each(FIXTURES)('$provider $name', ({ provider, name }) => {
  const bytes = fixture(provider, name);

  test('gives sound events, in plain JSON', () => {
    const reading = expectSound(provider, bytes);
    expect(reading.outcome).toBe('event');
    expect(JSON.parse(JSON.stringify(reading))).toStrictEqual(reading);
  });

  test('is the same without blanks, and with its members in any other order', () => {
    const reading = readDelivery(provider, bytes);
    expect(readDelivery(provider, bytesOf(jsonOf(bytes)))).toStrictEqual(reading);
    expect(readDelivery(provider, textBytes(backwards(jsonOf(bytes))))).toStrictEqual(reading);
  });

  test('passes with members nobody has heard of, everywhere', () => {
    const { events } = readDelivery(provider, textBytes(backwards(jsonOf(bytes), '"novelty":[{}],')));
    expect(events.map(({ id: _, ...event }) => event)).toEqual(
      readDelivery(provider, bytes).events.map(({ id: _, ...event }) => event),
    );
  });
});

describe('a delivery that is not JSON', () => {
  test.each([
    ['nothing', '', 'The body is empty.'],
    ['a text', '"text"', 'The body should be an object, not "text".'],
    ['a number', '7', 'The body should be an object, not the number 7.'],
    ['null', 'null', 'The body is missing.'],
    ['a list', '[]', 'The body should be an object, not an array.'],
    ['a NUL', '{"event":"\\u0000"}', 'A text holds a NUL character.'],
  ])('%s is unrecognised by every provider', (_, text, reason) => {
    for (const provider of PROVIDERS) {
      expect(readDelivery(provider, textBytes(text))).toEqual({
        outcome: 'unrecognised',
        reason,
        events: [],
      });
    }
  });

  test('and so is a form', () => {
    expect(readDelivery('juno', textBytes('event=TRANSACTION'))).toMatchObject({
      outcome: 'unrecognised',
      reason: expect.stringMatching(/^The body is not JSON/),
    });
  });
});

/** Reads twice, and checks everything that must be so of any reading of any provider. */
function expectSound(provider: Provider, bytes: Uint8Array): Reading {
  const reading = readDelivery(provider, bytes);
  expect(readDelivery(provider, bytes)).toStrictEqual(reading);
  if (reading.outcome === 'event') expect(reading.events.length).toBeGreaterThan(0);
  else {
    expect(reading.reason).toMatch(/\S/);
    expect(reading.reason).not.toMatch(/^the reader failed/);
    expect(reading.events.every((event) => event.type === 'Unrecognised')).toBe(true);
  }
  expect(new Set(reading.events.map((event) => event.id)).size).toBe(reading.events.length);
  expect(reading.events.map((event) => event.isEcho)).toEqual(reading.events.map((_, at) => at > 0));
  for (const event of reading.events) expectSoundEvent(provider, event);
  return reading;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,18})?Z$/;

function expectSoundEvent(provider: Provider, event: PaymentEvent) {
  expect(event.provider).toBe(provider);
  expect(event.id).toMatch(new RegExp(`^${provider}:[^\\s\\p{C}]{1,220}$`, 'u'));
  expect(event.transactionId).toMatch(new RegExp(`^${provider}:[^\\s\\p{C}]{1,220}$`, 'u'));
  if (event.kind !== null) expect(KINDS[provider]).toContain(event.kind);
  expect(EVENT_TYPES).toHaveProperty(event.type);
  expect(event.occurredAt).toMatch(INSTANT);
  const { facts } = event;
  if (facts.createdAt !== undefined) expect(facts.createdAt).toMatch(INSTANT);
  for (const money of [
    facts.amount,
    facts.amountOut,
    facts.revertedAmount,
    ...(facts.fees ?? []).map((fee) => fee.amount),
  ]) {
    if (!money) continue;
    expect(typeof toUnits(money.amount)).toBe('bigint');
    expect(decimalText(money.amount)).toBe(money.amount);
  }
  for (const { value } of facts.identifiers ?? []) expect(value.trim()).not.toBe('');
}

function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** JSON text with the members of every object in reverse, many blanks, and an extra member in front. */
function backwards(json: Json, extra = ''): string {
  if (json instanceof LosslessNumber) return json.value;
  if (Array.isArray(json)) return `[ ${json.map((item) => backwards(item, extra)).join(' , ')}\n]`;
  if (json === null || typeof json !== 'object') return JSON.stringify(json);
  const members = Object.entries(json).reverse();
  return `{\t${extra} ${members.map(([name, value]) => `${JSON.stringify(name)} : ${backwards(value, extra)}`).join('\r\n,')} }`;
}

/** One member, found by counting, and what is put in its place (`null`: nothing, it is removed). */
type Damage = { readonly at: number; readonly text: string | null };

const HOSTILE = [
  'null',
  '""',
  '{}',
  '[]',
  '[null]',
  '-0',
  '1e400',
  '0.1',
  '"1e400"',
  '"-1.10"',
  '" "',
  '"__proto__"',
  `"${'9'.repeat(600)}"`,
];

const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(40),
  text: fc.oneof(
    fc.constant(null),
    fc.constantFrom(...HOSTILE),
    fc
      .jsonValue()
      .map((value) => JSON.stringify(value))
      .filter((text) => readJson(textBytes(text)).ok),
  ),
});

function damaged(json: Json, { at, text }: Damage): Json {
  const places = placesOf(json);
  const place = places[at % places.length];
  if (!place) return json;
  const [holder, name] = place;
  if (text === null && Array.isArray(holder)) holder.splice(Number(name), 1);
  else if (text === null) delete holder[name];
  else holder[name] = jsonOf(textBytes(text));
  return json;
}

/** Every member of every object and array, with what holds it. */
function placesOf(json: Json): [holder: { [name: string]: Json }, name: string][] {
  if (json === null || typeof json !== 'object' || json instanceof LosslessNumber) return [];
  const holder = json as { [name: string]: Json };
  return Object.entries(holder).flatMap(([name, value]) => [[holder, name], ...placesOf(value)]);
}
