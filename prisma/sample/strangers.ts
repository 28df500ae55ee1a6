import { sendBrla } from './brla-events';
import { later } from './calendar';
import { argentineParty } from './parties';
import type { Desk } from './post';

/** Three genuine messages that nobody here understands yet: each provider has something new. */
export function playStrangers(desk: Desk): void {
  const { random, now } = desk;
  const hoursAgo = (hours: number) => later(now, -hours * 3600);
  const cardAt = hoursAgo(30);
  const at = `${cardAt.toISOString().slice(0, 19)}Z`;
  const payload = { type: 'CARD_PAYOUT', id: random.uuid(), status: 'COMPLETE', created_at: at, updated_at: at };
  desk.send('juno', cardAt, () => ({
    event: 'TRANSACTION',
    payload: { ...payload, card_payout: { amount: '250', asset: 'MXN' } },
  }));
  const limits = { operation: 'MINT', usedLimit: 1_250_000, limit: 5_000_000 };
  sendBrla(desk, 'LIMIT-UPDATE', hoursAgo(52), random.uuid(), limits);
  // The sister page of Ripio's document spells the time of sending `issue_datetime` for this one.
  const user = { end_user_id: argentineParty(7).endUserId, status: 'COMPLETED' };
  desk.send('ripio', hoursAgo(75), (sentAt) => ({
    event_type: 'KYC.COMPLETED',
    issue_datetime: sentAt.toISOString().replace('Z', '000Z'),
    payload: user,
  }));
}
