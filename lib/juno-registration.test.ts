import { expect, test } from 'vitest';
import { inEnglish } from '@/lib/language/translator';
import { isDone, type RegistrationAnswer, registrationInWords } from './juno-registration';

const words = (answer: RegistrationAnswer) => inEnglish(registrationInWords(answer));

const address = 'https://desk.example.com/api/webhooks/juno';
const webhook = { id: '11330', callbackUrl: 'https://old.example.com/hook', event: 'TRANSACTION' };

test('a registration says where Juno posts from now on', () => {
  expect(words({ outcome: 'registered', address })).toBe(`Juno posts to ${address} from now on.`);
});

test('a duplicated subscription names the address in the way, and what to do', () => {
  expect(words({ outcome: 'duplicate', address, webhooks: [webhook] })).toBe(
    'Not registered: an address is registered already: https://old.example.com/hook (11330). ' +
      'Juno takes one for each kind of event; delete it first.',
  );
  expect(words({ outcome: 'duplicate', address, webhooks: null })).toMatch(/List the addresses/);
});

test('a duplicated subscription of the very same address is nothing to worry about', () => {
  const webhooks = [{ ...webhook, callbackUrl: address }];
  expect(words({ outcome: 'duplicate', address, webhooks })).toMatch(/nothing to do/);
});

test('bad credentials and missing ones name the settings', () => {
  const message = 'POST /v4/webhooks: 401';
  expect(words({ outcome: 'api_problem', problem: 'unauthorised', message })).toMatch(
    /check JUNO_API_KEY and JUNO_API_SECRET/,
  );
  expect(words({ outcome: 'not_set_up' })).toBe(
    'No access to Juno’s API is configured: set JUNO_API_KEY and JUNO_API_SECRET.',
  );
  expect(words({ outcome: 'api_problem', problem: 'timed_out', message })).toBe(
    'Juno’s API did not answer in time. POST /v4/webhooks: 401',
  );
});

test('an empty list is said, not shown as nothing', () => {
  expect(words({ outcome: 'listed', webhooks: [] })).toMatch(/No address is registered/);
  expect(words({ outcome: 'listed', webhooks: [webhook, webhook] })).toBe('2 addresses are registered.');
});

test('only what was done counts as done', () => {
  const answers: RegistrationAnswer[] = [
    { outcome: 'registered', address },
    { outcome: 'listed', webhooks: [] },
    { outcome: 'deleted', id: '1' },
    { outcome: 'not_found', id: '1' },
    { outcome: 'refused', address, message: 'No.' },
    { outcome: 'unusable_address', problem: 'No.', isNamed: true },
  ];
  expect(answers.map(isDone)).toEqual([true, true, true, false, false, false]);
});
