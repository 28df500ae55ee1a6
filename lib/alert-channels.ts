import 'server-only';
import type { Alert, AlertChannel } from '@/lib/alerts/alert';
import { alertMessage, type Message, testMessage } from '@/lib/alerts/message';
import { channelSecret } from '@/lib/alerts/signature';
import { isEmailTarget, type TargetFault, urlFault } from '@/lib/alerts/target';
import { postSigned } from '@/lib/alerts/webhook.api';
import { env } from '@/lib/env';
import { DEFAULT_LOCALE, isLocale } from '@/lib/language/locales';
import { type Reader, type Said, said } from '@/lib/language/said';
import { readerOf } from '@/lib/language/translator';
import { sendMail } from '@/lib/mail.api';

/** How a channel is spoken to. */

/** `null`: it arrived; otherwise why not, for people. */
export type Failure = Said | null;

/** Tells a channel about alerts, in one message. Never throws, and takes 20 seconds at the most. */
export function tellAlerts(channel: AlertChannel, alerts: readonly Alert[], now: Date): Promise<Failure> {
  return tell(channel, now, (reader) => alertMessage(reader, alerts, { appUrl: env().APP_URL, now }));
}

/** Sends a message that says it is a test. */
export function tellTest(channel: AlertChannel, now: Date): Promise<Failure> {
  return tell(channel, now, (reader) => testMessage(reader, { appUrl: env().APP_URL, name: channel.name }));
}

async function tell(
  { id, kind, target, locale }: AlertChannel,
  now: Date,
  compose: (reader: Reader) => Message,
): Promise<Failure> {
  const { subject, text, slack } = compose(readerOf(isLocale(locale) ? locale : DEFAULT_LOCALE, 'UTC'));
  if (kind === 'email') {
    const mail = await sendMail({ to: target, subject, text });
    if (mail.outcome === 'not_set_up') return said('alerts.failure.noMail');
    return mail.outcome === 'failed' ? mail.why : null;
  }
  const posted = await postSigned({ url: target, body: slack, secret: secretOf(id), now, isLocal: isLocal() });
  return posted.outcome === 'failed' ? posted.why : null;
}

/** With what the messages to a channel are signed. */
export function secretOf(channelId: string): string {
  return channelSecret(env().AUTH_SECRET, channelId);
}

/** What is wrong with where a channel would go; `null`: nothing. */
export function targetFault(kind: AlertChannel['kind'], target: string): TargetFault | 'not_an_email' | null {
  if (kind === 'email') return isEmailTarget(target) ? null : 'not_an_email';
  return urlFault(target, isLocal());
}

function isLocal(): boolean {
  return env().CONCILIA_MODE === 'local';
}
