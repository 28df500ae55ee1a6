// The providers' messages with their signatures, by keys made for one run; and the settings under which they are proof.

import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** @returns {{ settings: Record<string, string>, signed: (message: import('../faults/load.mjs').Message) => import('../faults/load.mjs').Message }} */
export function makeSigner() {
  const juno = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const brla = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const secret = randomBytes(24).toString('base64url');
  const textOf = ({ publicKey }) => publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const headers = {
    juno: (body) => ({ 'x-bitso-webhook-event-signature': sign('sha256', body, juno.privateKey).toString('base64') }),
    brla: (body) => ({ signature: sign('sha256', body, brla.privateKey).toString('base64') }),
    ripio: (body) => ({
      'http-x-wh-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    }),
  };
  return {
    settings: {
      CONCILIA_MODE: 'production',
      JUNO_WEBHOOK_PUBLIC_KEYS: textOf(juno),
      JUNO_REQUIRE_SIGNATURE: 'on',
      BRLA_WEBHOOK_PUBLIC_KEY: textOf(brla),
      RIPIO_WEBHOOK_PROOF: 'hmac',
      RIPIO_HMAC_SECRET: secret,
    },
    signed: (message) => ({ ...message, headers: headers[message.provider](message.body) }),
  };
}

/** Endless messages, each signed as it is asked for. */
export function* signedStream(messages, { signed }) {
  for (const message of messages) yield signed(message);
}
