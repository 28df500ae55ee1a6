import { describe, expect, test } from 'vitest';
import { inEnglish, readerOf } from '@/lib/language/translator';
import { PROVIDERS, type Provider } from './catalogue';
import { readDelivery } from './read';
import { readingSaid, spokenReading } from './reading-words';

const bytes = (text: string) => new TextEncoder().encode(text);
const reasonOf = (provider: Provider, text: string, origin?: 'listed') => {
  const reading = readDelivery(provider, bytes(text), origin);
  return reading.outcome === 'unrecognised' ? reading.reason : '';
};

const spanish = readerOf('es', 'UTC');

/** Values of every kind, for every member in turn. */
const STRANGE = ['7', '"x"', 'true', '[1]', '{"a":1}', '"a b"', `"${'x'.repeat(600)}"`, '1e400', 'null'];
const WHOLE: Readonly<Record<Provider, string>> = {
  juno: `{"event":"TRANSACTION","payload":{"type":"ISSUANCE","status":"COMPLETE","id":"a","external_ref":"b",
    "created_at":"2026-01-15T15:19:22Z","updated_at":"2026-01-15T15:20:14Z",
    "issuance":{"network":"ARBITRUM","method":"SPEI","amount":"1500.00","asset":"MXN"}}}`,
  ripio: `{"event_type":"FIAT_DEPOSIT.COMPLETED","deposit":{"id":"a","updated_at":"2026-01-15T15:19:22Z"}}`,
  brla: `{"id":"a","createdAt":1768490362000,"userId":"u","subscription":"MINT","data":{"id":"a","status":"POSTED",
    "updatedAt":"2026-01-15T15:19:22Z","amount":100}}`,
};

function spoilt(text: string): string[] {
  const values = [...text.matchAll(/:\s*("[^"]*"|\d+)/g)];
  return values.flatMap(({ 0: all, 1: value = '', index }) =>
    STRANGE.map((strange) => text.slice(0, index) + all.replace(value, () => strange) + text.slice(index + all.length)),
  );
}

describe('every reason that the readers give', () => {
  const bodies = ['', '7', 'null', '[]', '"text"', 'no json', '{"event":"\\u0000"}', '{"a":"\\ud800"}', '{}'];
  const avenia = [
    '{"subscription":"KYC","subAccountId":"s","data":{}}',
    '{"subscription":"LIMIT-UPDATE","subAccountId":"s"}',
    '{"subscription":"MARS","subAccountId":"s"}',
    '{"subAccountId":"s"}',
    '{"subscription":"TICKET","subAccountId":"s"}',
    '{"subscription":"TICKET","data":[]}',
    '{"subscription":"TICKET","data":{"ticket":{}}}',
    '{"subscription":"TICKET","data":{"ticket":{"id":"t"}}}',
    '{"subscription":"TICKET","data":{"ticket":{"id":"t","updatedAt":"2026-01-15T15:19:22Z","status":"ODD"}}}',
  ];
  const reasons = PROVIDERS.flatMap((provider) =>
    [...bodies, ...spoilt(WHOLE[provider]), ...avenia].map((body) => reasonOf(provider, body)),
  );
  const deep = reasonOf('juno', '['.repeat(100) + ']'.repeat(100));
  const listed = reasonOf('brla', '{"list":"mars","row":{}}', 'listed');
  const all = [...new Set([...reasons, deep, listed])].filter((reason) => reason !== '');

  test('are many', () => expect(all.length).toBeGreaterThan(60));

  test.each(all)('%s', (reason) => {
    const sentence = readingSaid(reason);
    expect(sentence).not.toBeNull();
    if (sentence) expect(inEnglish(sentence)).toBe(reason);
    expect(spokenReading(reason, spanish)).not.toBe(reason);
  });
});

test('a sentence from elsewhere stays as it is', () => {
  expect(readingSaid('an older version')).toBeNull();
  expect(spokenReading('an older version', spanish)).toBe('an older version');
});

test('what became of it is told in the reader’s words, and what the provider wrote is not touched', () => {
  expect(spokenReading('payload.status says "TIME-TRAVEL", a word we do not know.', spanish)).toBe(
    'payload.status dice "TIME-TRAVEL", una palabra que no conocemos.',
  );
  expect(spokenReading('data.amount should be a whole number of cents, not "a, not an object."', spanish)).toBe(
    'data.amount should be a whole number of cents, not "a, not an object."',
  );
});
