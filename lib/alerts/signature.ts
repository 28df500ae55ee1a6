import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * How a webhook of ours is proven: `x-concilia-signature: t=<seconds>,v1=<hex>`, where v1 is HMAC-SHA256 with the
 * channel's secret over `<seconds>.<body>`. Pure.
 */
export const SIGNATURE_HEADER = 'x-concilia-signature';

/** The secret of a channel: it follows from the desk's own, so that nothing is kept and it can be shown again. */
export function channelSecret(authSecret: string, channelId: string): string {
  return `csk_${createHmac('sha256', authSecret).update(`alert-channel:${channelId}`).digest('base64url')}`;
}

export function signatureOf(secret: string, body: string, at: Date): string {
  const seconds = Math.floor(+at / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** What a receiver checks, `toleranceSeconds` keeps out what is replayed. */
export function isSigned(secret: string, body: string, header: string, now: Date, toleranceSeconds = 300): boolean {
  const [, seconds = '', given = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (given === '' || Math.abs(+now / 1000 - Number(seconds)) > toleranceSeconds) return false;
  const own = createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
  return timingSafeEqual(own, Buffer.from(given, 'hex'));
}
