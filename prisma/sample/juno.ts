import { centsText } from '@/lib/money';
import { type Country, later, localDate, recentMoment, workingMoment } from './calendar';
import { conversionDetail } from './juno-conversion';
import { FAILURES, type Outcome, type Stage, stagesOf } from './juno-stages';
import { autoPaymentClabe, chainAddress, chainHash, externalReference, mexicanParty } from './parties';
import type { Desk } from './post';
import type { Random } from './prng';

export type JunoType = 'ISSUANCE' | 'REDEMPTION' | 'CRYPTO_DEPOSIT' | 'CRYPTO_WITHDRAWAL' | 'CONVERSION';

export type JunoTransaction = {
  readonly type: JunoType;
  readonly id: string;
  /** `null` where the payload shows none (conversions). */
  readonly externalRef: string | null;
  readonly createdAt: Date;
  /** The object named after the type, as far as every report shows it. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly stages: readonly Stage[];
};

/** Every stage of one transaction, each as its own webhook. */
export function reportJuno(desk: Desk, transaction: JunoTransaction): void {
  const { type, id, externalRef, createdAt } = transaction;
  let at = createdAt;
  for (const stage of transaction.stages) {
    at = later(at, stage.afterSeconds);
    if (!stage.isSent) continue;
    const detail = { ...transaction.detail, ...stage.detail };
    // Refund reports carry no reference of ours, as in Juno's own samples.
    const reference = externalRef === null || 'refund_status' in detail ? {} : { external_ref: externalRef };
    const times = { created_at: seconds(createdAt), updated_at: seconds(at) };
    const payload = { type, id, status: stage.status, ...reference, ...times, [type.toLowerCase()]: detail };
    desk.send('juno', at, () => ({ event: 'TRANSACTION', payload }));
  }
}

/** How many transactions of a kind end how. What is under way began minutes ago. */
type Plan = Readonly<Partial<Record<Outcome, number>>>;

const ALL_OUTCOMES_OF_REFUNDS = {
  refund_pending: 1,
  refund_in_progress: 2,
  refund_complete: 4,
  refund_failed: 2,
} as const;
const PLANS = {
  spei_issuance: { complete: 38, failed: 1, pending: 2, in_progress: 2, ...ALL_OUTCOMES_OF_REFUNDS },
  transfer_issuance: { complete: 15, failed: 1, in_progress: 1 },
  spei_redemption: { complete: 28, failed: 2, pending: 1, in_progress: 2, ...ALL_OUTCOMES_OF_REFUNDS },
  transfer_redemption: { complete: 9, failed: 1, pending: 1 },
  crypto_deposit: { complete: 11, failed: 1, pending: 1, in_progress: 1 },
  crypto_withdrawal: { complete: 11, failed: 2, pending: 1, in_progress: 1 },
  conversion: { complete: 11, failed: 1, pending: 1, in_progress: 1 },
} as const satisfies Record<string, Plan>;

/** All of Juno's sample but the journey's part. */
export function playJuno(desk: Desk): void {
  const treasury = chainAddress(desk.random);
  const wallets = Array.from({ length: 9 }, () => chainAddress(desk.random)) as [string, ...string[]];
  const chain = { treasury, wallets };
  play(desk, PLANS.spei_issuance, 'mexico', (outcome, at) => speiIssuance(desk.random, chain, outcome, at));
  play(desk, PLANS.transfer_issuance, 'brazil', () => transferIssuance(desk.random, chain));
  play(desk, PLANS.spei_redemption, 'mexico', (_outcome, at) => speiRedemption(desk.random, at));
  play(desk, PLANS.transfer_redemption, 'brazil', () => transferRedemption(desk.random));
  play(desk, PLANS.crypto_deposit, 'mexico', () => chainMove(desk.random, chain, 'CRYPTO_DEPOSIT'));
  play(desk, PLANS.crypto_withdrawal, 'mexico', () => chainMove(desk.random, chain, 'CRYPTO_WITHDRAWAL'));
  play(desk, PLANS.conversion, 'mexico', () => ({ type: 'CONVERSION', detail: conversionDetail(desk.random) }));
}

/** What a kind says of itself: always, once complete, once failed. */
type Content = {
  readonly type: JunoType;
  readonly detail: object;
  readonly whenComplete?: object;
  readonly whenFailed?: object;
};
type Chain = { readonly treasury: string; readonly wallets: readonly [string, ...string[]] };

function play(
  desk: Desk,
  plan: Plan,
  country: Country,
  contentOf: (outcome: Outcome, createdAt: Date) => Content,
): void {
  const { random, now } = desk;
  let isFirst = true;
  for (const [outcome, count] of Object.entries(plan) as [Outcome, number][]) {
    for (let i = 0; i < count; i++) {
      const createdAt = beginningOf(random, now, outcome, country);
      const { type, detail, ...ends } = contentOf(outcome, createdAt);
      const externalRef = type === 'CONVERSION' ? null : externalReference(random, createdAt);
      // PENDING and IN_PROGRESS may be skipped; the first transaction of each plan shows them all.
      const stages = stagesOf(random, type, outcome, { tellsAll: isFirst, ...ends, variant: i });
      reportJuno(desk, { type, id: random.uuid(), externalRef, createdAt, detail: { ...detail }, stages });
      isFirst = false;
    }
  }
}

function beginningOf(random: Random, now: Date, outcome: Outcome, country: Country): Date {
  if (outcome === 'pending') return recentMoment(random, now, 1, 4);
  if (outcome === 'in_progress' || outcome === 'refund_pending') return recentMoment(random, now, 4, 9);
  if (outcome === 'refund_in_progress') return recentMoment(random, now, 15, 55);
  return workingMoment(random, now, country);
}

function speiIssuance(random: Random, chain: Chain, outcome: Outcome, at: Date): Content {
  const index = random.integer(1, 24);
  const sender = mexicanParty(index);
  const isRefund = outcome.startsWith('refund');
  // A deposit below 100 MXN cannot be issued; the other refunds fail further down the road.
  const cents = isRefund && random.chance(0.4) ? random.cents(20, 99) : random.cents(100, 480_000);
  return {
    type: 'ISSUANCE',
    detail: {
      network: random.pick(['ARBITRUM', 'ARBITRUM', 'POLYGON', 'ETHEREUM']),
      amount: plainAmount(cents),
      method: 'SPEI',
      asset: 'MXN',
      deposit_sender_clabe: sender.clabe,
      deposit_sender_name: sender.name,
      deposit_receiver_clabe: autoPaymentClabe(index),
      refunded: false,
      crypto_source_address: chain.treasury,
      external_fiat_id: senderClave(random, sender.banxicoCode, at),
    },
    whenComplete: arrival(random, chain),
    whenFailed: { error: cents < 10_000 ? FAILURES.tooSmall : FAILURES.unexpected },
  };
}

function transferIssuance(random: Random, chain: Chain): Content {
  return {
    type: 'ISSUANCE',
    detail: {
      network: 'POLYGON',
      amount: plainAmount(random.cents(50, 90_000)),
      method: 'BITSO_TRANSFER',
      asset: 'BRL',
      refunded: false,
      crypto_source_address: chain.treasury,
    },
    whenComplete: arrival(random, chain),
    // The documented member; Juno's samples show an object named `error` instead. Both occur.
    whenFailed: { failure_reason: 'Token issuance is paused on this network' },
  };
}

function speiRedemption(random: Random, at: Date): Content {
  const account = { clabe: mexicanParty(random.integer(1, 24)).clabe };
  const receiver = (extra: object) => ({
    receiver_account: { type: 'MEXICAN_BANK_ACCOUNT', mexican_bank_account: { ...account, ...extra } },
  });
  return {
    type: 'REDEMPTION',
    detail: {
      network: random.pick(['ARBITRUM', 'ARBITRUM', 'POLYGON', 'BASE']),
      amount: plainAmount(random.cents(100, 350_000)),
      method: 'SPEI',
      asset: 'MXN',
      refunded: false,
      ...receiver({}),
    },
    whenComplete: receiver({ external_fiat_id: junoClave(random, at) }),
  };
}

function transferRedemption(random: Random): Content {
  const amount = plainAmount(random.cents(100, 60_000));
  const receiver = { receiver_account: { type: 'BITSO_TRANSFER' } };
  const detail = { network: 'POLYGON', amount, method: 'BITSO_TRANSFER', asset: 'BRL', refunded: false, ...receiver };
  return { type: 'REDEMPTION', detail };
}

function chainMove(random: Random, chain: Chain, type: 'CRYPTO_DEPOSIT' | 'CRYPTO_WITHDRAWAL'): Content {
  const asset = random.pick(['MXNB', 'MXNB', 'USDC', 'BRL1']);
  const amount =
    asset === 'USDC' ? `${random.integer(20, 24_000)}.${random.digits(6)}` : plainAmount(random.cents(50, 200_000));
  const ends = [chain.treasury, random.pick(chain.wallets)];
  const [source, destination] = type === 'CRYPTO_DEPOSIT' ? ends.reverse() : ends;
  return {
    type,
    detail: {
      network: asset === 'BRL1' ? 'POLYGON' : random.pick(['ARBITRUM', 'POLYGON', 'ETHEREUM', 'BASE']),
      amount,
      asset,
      crypto_source_address: source,
      crypto_destination_address: destination,
    },
    whenComplete: { crypto_tx_hash: chainHash(random) },
    whenFailed: { failure_reason: 'Transfer was not confirmed by the network' },
  };
}

function arrival(random: Random, chain: Chain): object {
  return { crypto_destination_address: random.pick(chain.wallets), crypto_tx_hash: chainHash(random) };
}

/** Clave de rastreo of a transfer Juno sends: local date, NVIO's Banxico code, sequence; 30 characters. */
export function junoClave(random: Random, at: Date): string {
  return `${localDate(at, 'mexico')}9071015060${random.digits(12)}`;
}

/** Each sending bank has its own habit; eighteen digits look like a CLABE, and some begin with zeros. */
function senderClave(random: Random, banxicoCode: string, at: Date): string {
  return random.pick([
    `${localDate(at, 'mexico')}${banxicoCode}${random.digits(14)}`,
    `MBAN0100${localDate(at, 'mexico').slice(2)}00${random.digits(8)}`,
    `BNET0100${localDate(at, 'mexico').slice(2)}00${random.digits(8)}`,
    `00${random.digits(16)}`,
    `TESTSPEI${random.digits(18)}`,
  ]);
}

/** "100", "1234.5" is never written: whole amounts without, all others with two decimals. */
export function plainAmount(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : (centsText(String(cents)) as string);
}

/** ISO 8601 to the second, as Juno writes it. */
function seconds(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
