import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type SmtpManner, type SmtpStandin, startSmtp } from '@/e2e/standins/smtp';
import { inEnglish } from './language/translator';
import { type MailOutcome, sendMailBy } from './mail.api';

const TIMES = { greetingMs: 300, silenceMs: 300, wholeMs: 600 };
const mail = {
  to: 'ana@example.com',
  subject: 'Concilia: 2 alertas, 1 urgente',
  text: 'La devolución está atascada\n',
};
const from = 'Concilia <desk@example.com>';

let standin: SmtpStandin | null = null;
afterEach(async () => {
  await standin?.close();
  standin = null;
});

const inWords = (sent: MailOutcome) => (sent.outcome === 'failed' ? { ...sent, why: inEnglish(sent.why) } : sent);

async function send(manner: SmtpManner, more: Partial<typeof mail> = {}) {
  standin = await startSmtp(manner);
  return inWords(await sendMailBy({ url: standin.url, from }, { ...mail, ...more }, TIMES));
}

test('a mail arrives as it was written, from whom it should be', async () => {
  expect(await send('takes')).toEqual({ outcome: 'sent' });
  expect(standin?.mails).toMatchObject([{ from: 'desk@example.com', to: ['ana@example.com'] }]);
  const data = standin?.mails[0]?.data ?? '';
  expect(data).toContain('Subject: Concilia: 2 alertas, 1 urgente');
  expect(data).toContain('From: Concilia <desk@example.com>');
  expect(data).toMatch(/La devoluci=C3=B3n|La devolución/);
});

test('a subject with a line break adds no header', async () => {
  expect(await send('takes', { subject: 'One\r\nBcc: eve@example.com' })).toEqual({ outcome: 'sent' });
  expect(standin?.mails[0]?.to).toEqual(['ana@example.com']);
  expect(standin?.mails[0]?.data).not.toMatch(/^Bcc:/m);
});

test('a server that refuses is told of by its number, without its words', async () => {
  expect(await send('refuses')).toEqual({ outcome: 'failed', why: 'The mail server refused it (550).' });
});

test.each(['silent', 'hangs', 'trickles'] as const)(
  'a server that hangs (%s) costs its time and no more',
  async (manner) => {
    const { outcome, why } = (await send(manner)) as { outcome: string; why: string };
    expect(outcome).toBe('failed');
    expect(why).toMatch(/in time|longer than 0.6 s/);
  },
);

test('a server that is not there, or has no address, is said so', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  await new Promise((resolve) => taken.close(resolve));
  const gone = inWords(await sendMailBy({ url: `smtp://127.0.0.1:${port}`, from }, mail, TIMES));
  expect(gone).toEqual({ outcome: 'failed', why: expect.stringMatching(/could not be reached/) });
});

test('where the line must be protected, a server that cannot protect it gets nothing', async () => {
  standin = await startSmtp('takes');
  // As it is asked of every server but those on this machine.
  const url = `${standin.url}?requireTLS=true`;
  const answer = await sendMailBy({ url, from }, mail, TIMES);
  expect(answer.outcome).toBe('failed');
  expect(standin.mails).toEqual([]);
});
