import { checksumAddress } from '@/lib/identifiers/chain';
import { sendBrla } from './brla-events';
import { later, recentMoment, workingMoment } from './calendar';
import { brazilianTaxId, chainAddress, chainHash } from './parties';
import type { Desk } from './post';

/** Token contracts on Polygon. */
const TOKENS = [
  ['BRLA', '0xe6a537a407488807f0bbeb0038b79004f19dddfb'],
  ['USDC', '0x3c499c542cef5e3811e1192ce70d8cc03d5c3359'],
  ['USDT', '0xc2132d05d31c914a87c6611c10748aeb04b58e8f'],
] as const;

const LONE_BALANCE_UPDATES = 8;
const SWAPS_WITH_BALANCE_UPDATE = 5;

/** Tokens that arrived: from strangers, and those a swap brought under the swap's own hash. */
export function playBalanceUpdates(
  desk: Desk,
  users: readonly [string, ...string[]],
  swaps: { at: Date; tx: string }[],
): void {
  const { random, now } = desk;
  const send = (at: Date, tx: string) => {
    const [tokenName, tokenAddress] = random.pick(TOKENS);
    const cents = random.cents(10, 30_000);
    const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
    const fromAddress = chainAddress(random);
    const data = { tokenAddress: checksumAddress(tokenAddress), fromAddress, amount, tx, tokenName };
    sendBrla(desk, 'BALANCE-UPDATE', at, random.pick(users), data);
  };
  for (let i = 0; i < LONE_BALANCE_UPDATES; i++) send(workingMoment(random, now, 'brazil'), chainHash(random));
  for (const { at, tx } of swaps.slice(0, SWAPS_WITH_BALANCE_UPDATE)) send(later(at, random.integer(1, 9)), tx);
}

const KYC = { approved: 6, rejected: 2, pending: 2 } as const;

export function playKyc(desk: Desk, users: readonly [string, ...string[]]): void {
  const { random, now } = desk;
  let applicant = 0;
  for (const [outcome, count] of Object.entries(KYC)) {
    for (let i = 0; i < count; i++) {
      const startAt = outcome === 'pending' ? recentMoment(random, now, 2, 40) : workingMoment(random, now, 'brazil');
      const id = random.uuid();
      const userId = random.pick(users);
      const level = random.integer(1, 2);
      const taxId = brazilianTaxId(++applicant);
      const send = (at: Date, status: string, kycStatus: string, more: object = {}) =>
        sendBrla(desk, 'KYC', at, userId, { id, status, level, kycStatus, taxId, ...more });
      send(startAt, 'POSTED', 'PENDING');
      const endAt = later(startAt, random.integer(40, 400));
      if (outcome === 'approved') send(endAt, 'SUCCESS', 'APPROVED');
      const failureReason = random.pick(['face match failure', 'name does not match']);
      if (outcome === 'rejected') send(endAt, 'FAILED', 'REJECTED', { failureReason });
    }
  }
}

/** A repost of an operation nothing else is known of yet: what it is remains to be told. */
export function playLoneRepost(desk: Desk, users: readonly [string, ...string[]]): void {
  const { random, now } = desk;
  const hashes = { oldTx: chainHash(random), newTx: chainHash(random) };
  const data = { id: random.uuid(), status: 'POSTED', ...hashes, chain: 'Polygon', reason: 'gas price readjusted' };
  sendBrla(desk, 'REPOST-TRANSACTION', recentMoment(random, now, 3, 8), random.pick(users), data);
}
