import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Standin, startStandin } from '@/e2e/standins/server';
import { inEnglish } from '@/lib/language/translator';
import { channelSecret, isSigned, SIGNATURE_HEADER } from './signature';
import { postSigned } from './webhook.api';

const secret = channelSecret('a secret of the desk, for tests only', 'channel-1');
const now = new Date('2026-03-17T12:00:00Z');
const body = JSON.stringify({ text: 'Devolución atascada', blocks: [] });

let receiver: Standin;
beforeEach(async () => {
  receiver = await startStandin(() => ({ status: 200 }), { slowMs: 2_000 });
});
afterEach(() => receiver.close());

const post = async (more: Partial<Parameters<typeof postSigned>[0]> = {}) => {
  const url = `${receiver.url}/hook?team=ops`;
  const posted = await postSigned({ url, body, secret, now, isLocal: true, timeoutMs: 500, ...more });
  return posted.outcome === 'failed' ? { ...posted, why: inEnglish(posted.why) } : posted;
};

describe('what is posted', () => {
  test('arrives byte for byte, and its signature holds for this secret, this body and this time only', async () => {
    expect(await post()).toEqual({ outcome: 'sent' });
    const [asked] = receiver.calls;
    expect(asked).toMatchObject({ method: 'POST', url: '/hook?team=ops', body });
    expect(asked?.headers['content-type']).toBe('application/json; charset=utf-8');
    const header = String(asked?.headers[SIGNATURE_HEADER]);
    expect(header).toMatch(/^t=1773748800,v1=[0-9a-f]{64}$/);
    expect(isSigned(secret, body, header, now)).toBe(true);
    expect(isSigned(secret, `${body} `, header, now)).toBe(false);
    expect(isSigned(channelSecret('a secret of the desk, for tests only', 'channel-2'), body, header, now)).toBe(false);
    expect(isSigned(secret, body, header, new Date(+now + 301_000))).toBe(false);
    expect(isSigned(secret, body, header.replace('t=1773748800', 't=1773748801'), now)).toBe(false);
    expect(isSigned(secret, body, 'v1=00', now)).toBe(false);
  });

  test.each([
    ['500', /answered 500/],
    ['rate_limited', /answered 429/],
    ['redirect', /sent us elsewhere \(302\)/],
    ['hang_up', /could not be reached/],
    ['slow', /did not answer within 0.5 s/],
  ] as const)('to a receiver that answers with %s has failed, and is posted once', async (fault, why) => {
    receiver.fault(fault);
    expect(await post()).toEqual({ outcome: 'failed', why: expect.stringMatching(why) });
    expect(receiver.calls.length).toBe(1);
  });

  test('to nobody has failed', async () => {
    const { url } = receiver;
    await receiver.close();
    expect(await post({ url })).toMatchObject({ outcome: 'failed' });
  });
});

describe('outside local mode', () => {
  test.each([
    ['http://127.0.0.1'],
    ['https://127.0.0.1'],
    ['https://localhost'],
    ['https://[::1]'],
    ['https://10.1.2.3'],
    ['https://169.254.169.254'],
    ['https://[::ffff:10.0.0.1]'],
  ])('%s is not spoken to', async (host) => {
    const { port } = new URL(receiver.url);
    expect(await post({ url: `${host}:${port}/`, isLocal: false })).toEqual({
      outcome: 'failed',
      why: 'Its address is not allowed.',
    });
    expect(receiver.calls).toEqual([]);
  });

  test('a name that points to this machine is not spoken to either', async () => {
    // `localhost.` is a name like any other to us, and resolves to the loopback.
    const { port } = new URL(receiver.url);
    const answer = await post({ url: `https://localhost.:${port}/`, isLocal: false, timeoutMs: 2_000 });
    expect(answer).toEqual({ outcome: 'failed', why: expect.stringMatching(/private address|could not be reached/) });
    expect(receiver.calls).toEqual([]);
  });
});
