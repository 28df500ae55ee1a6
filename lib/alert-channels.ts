import 'server-only';
import type { Alert, AlertChannel } from '@/lib/alerts/alert';
import { alertMessage, type Message, testMessage } from '@/lib/alerts/message';
import { channelSecret } from '@/lib/alerts/signature';
import { isEmailTarget, type TargetFault, urlFault } from '@/lib/alerts/target';
import { postSigned } from '@/lib/alerts/webhook.api';
import { env } from '@/lib/env';
import { DEFAULT_LOCALE, isLocale } from '@/lib/language/locales';
import { translatorOf } from '@/lib/language/translator';
import { sendMail } from '@/lib/mail.api';

/** How a channel is spoken to. */

/** `null`: it arrived; otherwise why not, for people. */
export type Failure = string | null;

const NO_MAIL = 'No mail server is set up: SMTP_URL and SMTP_FROM are not set.';

/** Tells a channel about alerts, in one message. Never throws, and takes 20 seconds at the most. */
export function tellAlerts(channel: AlertChannel, alerts: readonly Alert[], now: Date): Promise<Failure> {
  return tell(channel, now, (locale) => {
    const t = translatorOf(locale, 'alerts');
    return alertMessage(t, alerts, { appUrl: env().APP_URL, now });
  });
}

/** Sends a message that says it is a test. */
export function tellTest(channel: AlertChannel, now: Date): Promise<Failure> {
  return tell(channel, now, (locale) => {
    const t = translatorOf(locale, 'alerts');
    return testMessage(t, { appUrl: env().APP_URL, name: channel.name });
  });
}

async function tell(
  { id, kind, target, locale }: AlertChannel,
  now: Date,
  compose: (locale: Parameters<typeof translatorOf>[0]) => Message,
): Promise<Failure> {
  const { subject, text, slack } = compose(isLocale(locale) ? locale : DEFAULT_LOCALE);
  if (kind === 'email') {
    const mail = await sendMail({ to: target, subject, text });
    if (mail.outcome === 'not_set_up') return NO_MAIL;
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
