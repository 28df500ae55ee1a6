import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { env } from '@/lib/env';
import { type Said, said } from '@/lib/language/said';
import { isLoopback } from '@/lib/providers/verify';

/** An e-mail of plain text. What stands in `subject` and `text` leaves the house: nothing about a person. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** What became of a mail. `why` is for people, and names neither password nor content. */
export type MailOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'failed'; readonly why: Said }
  /** No mail server is configured. */
  | { readonly outcome: 'not_set_up' };

export type MailTimes = {
  /** To find the server and be greeted by it. */
  readonly greetingMs: number;
  /** Without a word from it. */
  readonly silenceMs: number;
  /** For everything. */
  readonly wholeMs: number;
};

/** A server that hangs costs no more than `wholeMs`, wherever it hangs. */
export const MAIL_TIMES: MailTimes = { greetingMs: 8_000, silenceMs: 10_000, wholeMs: 20_000 };

/** Whether mail can be sent at all. */
export function isMailSetUp(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Hands a mail to the configured server. Never throws, and never takes longer than its times say. */
export async function sendMail(mail: Mail): Promise<MailOutcome> {
  const { SMTP_URL: url, SMTP_FROM: from } = env();
  return url === undefined || from === undefined ? { outcome: 'not_set_up' } : sendMailBy({ url, from }, mail);
}

/** The same by a named server. */
export async function sendMailBy(
  { url, from }: { readonly url: string; readonly from: string },
  { to, subject, text }: Mail,
  { greetingMs, silenceMs, wholeMs }: MailTimes = MAIL_TIMES,
): Promise<MailOutcome> {
  const transport = createTransport({
    url,
    // A password goes nowhere unprotected, except on this machine; `?requireTLS=false` in the URL says otherwise.
    requireTLS: !isOwnMachine(url),
    connectionTimeout: greetingMs,
    greetingTimeout: greetingMs,
    dnsTimeout: greetingMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const over = new AbortController();
  const sent = transport
    .sendMail({ from, to, subject: subject.replace(/[\r\n]+/g, ' '), text })
    .then((): MailOutcome => ({ outcome: 'sent' }))
    .catch((error: unknown): MailOutcome => ({ outcome: 'failed', why: whyOf(error) }));
  const late = sleep(wholeMs, undefined, { signal: over.signal, ref: false }).then(
    (): MailOutcome => ({ outcome: 'failed', why: said('alerts.failure.mailSlow', { seconds: wholeMs / 1000 }) }),
    (): MailOutcome => ({ outcome: 'failed', why: said('alerts.failure.mailOff') }), // the mail was first
  );
  const outcome = await Promise.race([sent, late]);
  over.abort();
  transport.close();
  return outcome;
}

function isOwnMachine(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || isLoopback(hostname);
}

/** Codes of the library that have words of their own. */
const KNOWN_CODES = ['ETIMEDOUT', 'EAUTH', 'ETLS', 'EDNS', 'EENVELOPE'] as const;

/** What went wrong, by the library's code and the server's; the server's own words may hold anything and are left out. */
function whyOf(error: unknown): Said {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  if (typeof responseCode === 'number') return said('alerts.failure.mailRefused', { code: String(responseCode) });
  const known = KNOWN_CODES.find((one) => one === code);
  if (known) return said(`alerts.failure.${known}`);
  const name = typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : '';
  return name === ''
    ? said('alerts.failure.mailUnreachable')
    : said('alerts.failure.mailUnreachableCode', { code: name });
}
