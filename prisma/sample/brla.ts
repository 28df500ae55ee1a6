import { type Operation, type Payout, playOperation, playPayout, sendBrla } from './brla-events';
import { playBalanceUpdates, playKyc, playLoneRepost } from './brla-others';
import { later, recentMoment, workingMoment } from './calendar';
import { brazilianTaxId, chainAddress, chainHash, externalReference } from './parties';
import type { Desk } from './post';

/** Where an operation stands. `lost` succeeded but its QUEUED never came; `reposted` got a second hash on the way. */
type Outcome = 'success' | 'failed' | 'failed_before_posting' | 'queued' | 'posted' | 'lost' | 'reposted';
type Plan = Readonly<Partial<Record<Outcome, number>>>;

const PLANS = {
  mint: { success: 15, failed: 1, failed_before_posting: 1, queued: 1, posted: 1, lost: 2, reposted: 2 },
  swap: { success: 9, failed: 2, queued: 1, posted: 1, lost: 1, reposted: 1 },
  pix_to_usd: { success: 11, failed: 2, queued: 1, posted: 1, lost: 1 },
  pix_to_token: { success: 7, failed: 1, queued: 1, posted: 1 },
  burn_before_payout: { failed: 2, queued: 1, posted: 1 },
  usd_to_pix_before_payout: { failed_before_posting: 1, queued: 1, posted: 1 },
} as const satisfies Record<string, Plan>;

/** Operations that pay out by PIX, by how the payout went. `unqueued` is a success whose QUEUED was lost. */
const BURNS = {
  success: 12,
  failed: 2,
  reversed_full: 1,
  reversed_partly: 1,
  posted: 1,
  unqueued: 1,
  reposted: 1,
} as const;
/** Dollars sold: where the PIX fails, the dollars go back as a REFUND. */
const SALES = { success: 8, refunded: 2, refund_failed: 1, refund_running: 1, posted: 1 } as const;

type World = {
  readonly desk: Desk;
  readonly users: readonly [string, ...string[]];
  readonly wallets: readonly [string, ...string[]];
};
type Content = Pick<Operation, 'subscription' | 'queued' | 'later' | 'type'>;

export function playBrla(desk: Desk): void {
  const users = Array.from({ length: 4 }, () => desk.random.uuid()) as [string, ...string[]];
  const wallets = Array.from({ length: 8 }, () => chainAddress(desk.random)) as [string, ...string[]];
  const world: World = { desk, users, wallets };
  play(world, PLANS.mint, mint);
  const swapHashes = play(world, PLANS.swap, swap);
  play(world, PLANS.pix_to_usd, pixToUsd);
  play(world, PLANS.pix_to_token, pixToToken);
  play(world, PLANS.burn_before_payout, burn);
  play(world, PLANS.usd_to_pix_before_payout, usdToPix);
  each(BURNS, (outcome) => playBurn(world, outcome));
  each(SALES, (outcome) => playSale(world, outcome));
  playBalanceUpdates(desk, users, swapHashes);
  playKyc(desk, users);
  playLoneRepost(desk, users);
}

function each<Name extends string>(plan: Readonly<Partial<Record<Name, number>>>, act: (name: Name) => void): void {
  for (const [name, count] of Object.entries(plan) as [Name, number][]) for (let i = 0; i < count; i++) act(name);
}

/** Plays a plan; returns moment and hash of what succeeded. */
function play(
  world: World,
  plan: Plan,
  contentOf: (world: World, cents: number) => Content,
): { at: Date; tx: string }[] {
  const done: { at: Date; tx: string }[] = [];
  each<Outcome>(plan, (outcome) => {
    const cents = world.desk.random.cents(20, 60_000);
    const isSuccess = outcome === 'success' || outcome === 'lost' || outcome === 'reposted';
    const base = begin(world, outcome === 'queued' || outcome === 'posted', contentOf(world, cents));
    const operation: Operation = {
      ...base,
      outcome: isSuccess ? 'success' : outcome,
      isQueuedLost: outcome === 'lost',
      ...(outcome === 'reposted' && { repostTx: chainHash(world.desk.random) }),
    };
    const at = playOperation(world.desk, operation);
    if (isSuccess) done.push({ at, tx: operation.repostTx ?? operation.tx });
  });
  return done;
}

/** What all operations share. One under way began within the last minutes. */
function begin({ desk, users }: World, isUnderWay: boolean, content: Content): Omit<Operation, 'outcome'> {
  const { random, now } = desk;
  const queuedAt = isUnderWay ? recentMoment(random, now, 1, 5) : workingMoment(random, now, 'brazil');
  return {
    ...content,
    id: random.uuid(),
    externalId: externalReference(random, queuedAt),
    userId: random.pick(users),
    queuedAt,
    tx: chainHash(random),
    chain: 'chain' in content.queued ? String(content.queued.chain) : 'Polygon',
    pace: { post: random.integer(2, 40), finish: random.integer(3, 60) },
  };
}

function mint({ desk, wallets }: World, cents: number): Content {
  const { random } = desk;
  const isOrder = random.chance(0.7);
  const fee = Math.max(1, Math.round(cents / 200));
  const order = { depositId: random.uuid(), referenceLabel: `pedido${random.digits(8)}` };
  const queued = {
    ...(isOrder && order),
    walletAddress: random.pick(wallets),
    amount: cents - fee,
    discountedFee: fee,
    chain: random.pick(['Polygon', 'Polygon', 'Moonbeam']),
    reason: isOrder ? 'order paid' : 'mint on demand',
    ...(isOrder && { taxId: brazilianTaxId(random.integer(1, 20)) }),
  };
  return { subscription: 'MINT', queued };
}

/** Cents of dollars for cents of reais, near 5.40 reais a dollar. */
function dollars(random: Desk['random'], cents: number): number {
  return Math.max(1, Math.round((cents * 1000) / random.integer(5250, 5560)));
}

function swap({ desk, wallets }: World, cents: number): Content {
  const { random } = desk;
  const queued = {
    walletAddress: random.pick(wallets),
    receiverAddress: random.pick(wallets),
    brlaAmount: cents,
    usdAmount: dollars(random, cents),
    usdToBrla: random.chance(0.5),
    coin: random.pick(['USDC', 'USDC', 'USDT']),
    chain: 'Polygon',
    reason: 'swap on demand',
  };
  return { subscription: 'SWAP', queued, type: random.pick(['ATOMIC', 'ATOMIC', 'PARTIAL-BRLA', 'PARTIAL-USD']) };
}

function pixToUsd({ desk, wallets }: World, cents: number): Content {
  const { random } = desk;
  const walletAddress = random.pick(wallets);
  const coin = random.pick(['USDC', 'USDC', 'USDT']);
  const amounts = { amountBrl: cents, amountUsd: dollars(random, cents) };
  return {
    subscription: 'PIX-TO-USD',
    queued: { walletAddress, ...amounts, chain: 'Polygon', coin, reason: 'order paid' },
    later: { pixToUsdId: random.uuid() },
    type: random.pick(['ATOMIC', 'ATOMIC', 'PARTIAL-BRLA', 'PARTIAL-USD']),
  };
}

/** Name, decimals and price in whole reais. */
const TOKENS = [
  ['USDC', 6, 5],
  ['WETH', 18, 19_137],
  ['WBTC', 8, 563_291],
] as const;

/** Tokens for cents of reais, with every decimal the token has. */
function tokenAmount(cents: number, decimals: number, reais: number): string {
  const units = (BigInt(cents) * 10n ** BigInt(decimals)) / BigInt(reais * 100);
  const digits = units.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function pixToToken({ desk, wallets }: World, cents: number): Content {
  const { random } = desk;
  const [token, decimals, reais] = random.pick(TOKENS);
  const amountToken = tokenAmount(cents, decimals, reais);
  const amounts = { amountBrl: cents, amountToken, chain: 'Polygon', pixToTokenId: random.uuid() };
  return {
    subscription: 'PIX-TO-TOKEN',
    queued: { walletAddress: random.pick(wallets), ...amounts, reason: 'order paid' },
    later: { token },
    type: random.pick(['ATOMIC', 'ATOMIC', 'PARTIAL-BRLA', 'PARTIAL-TOKEN']),
  };
}

const PIX_FEE_CENTS = 75;

function burn({ desk, wallets }: World, cents: number): Content {
  const amounts = {
    amount: cents,
    transferFee: PIX_FEE_CENTS,
    chain: desk.random.pick(['Polygon', 'Polygon', 'Moonbeam']),
  };
  return { subscription: 'BURN', queued: { walletAddress: desk.random.pick(wallets), ...amounts, reason: 'pay out' } };
}

function usdToPix({ desk }: World, cents: number): Content {
  const { random } = desk;
  const amounts = { amountBrl: cents, amountUsd: dollars(random, cents), coin: random.pick(['USDC', 'USDT']) };
  return { subscription: 'USD-TO-PIX', queued: { ...amounts, reason: 'pay out' }, type: '' };
}

/** Tokens burnt, then the PIX; what the PIX does afterwards no longer changes the burn. */
function playBurn(world: World, outcome: keyof typeof BURNS): void {
  const { desk } = world;
  const cents = desk.random.cents(30, 45_000);
  const operation: Operation = {
    ...begin(world, outcome === 'posted', burn(world, cents)),
    outcome: 'success',
    isQueuedLost: outcome === 'unqueued',
    ...(outcome === 'reposted' && { repostTx: chainHash(desk.random) }),
    pace: { post: desk.random.integer(2, 15), finish: desk.random.integer(3, 20) },
  };
  const burntAt = playOperation(desk, operation);
  const paid = cents - PIX_FEE_CENTS;
  const payout: Payout = {
    operationId: operation.id,
    operationType: 'BURN',
    userId: operation.userId,
    outcome:
      outcome === 'posted' || outcome === 'failed' ? outcome : outcome.startsWith('reversed') ? 'reversed' : 'success',
    revertedCents: outcome === 'reversed_full' ? paid : Math.round(paid * 0.4),
  };
  playPayout(desk, later(burntAt, desk.random.integer(1, 5)), payout);
}

/** Dollars taken, PIX paid, sale done; or PIX refused and the dollars sent back on the chain. */
function playSale(world: World, outcome: keyof typeof SALES): void {
  const { desk } = world;
  const { random } = desk;
  const isUnderWay = outcome === 'posted' || outcome === 'refund_running';
  const base = begin(world, isUnderWay, usdToPix(world, random.cents(30, 45_000)));
  // A minute is enough for the whole course, so that what is under way now has got as far as it should.
  const postedAt = playOperation(desk, { ...base, outcome: 'posted', pace: { post: random.integer(2, 9), finish: 1 } });
  const { id, externalId, userId } = base;
  const send = (at: Date, data: object) => sendBrla(desk, 'USD-TO-PIX', at, userId, { ...data, id, externalId });
  const isPaid = outcome === 'success';
  const payout: Payout = {
    operationId: id,
    operationType: 'USD-TO-PIX',
    userId,
    outcome: outcome === 'posted' ? 'posted' : isPaid ? 'success' : 'failed',
  };
  const settledAt = playPayout(desk, later(postedAt, random.integer(1, 6)), payout);
  if (outcome === 'posted') return;
  const at = later(settledAt, random.integer(1, 4));
  if (isPaid) {
    send(at, { status: 'SUCCESS', type: '' });
    return;
  }
  send(at, { status: 'POSTED', type: 'REFUND', tx: chainHash(random) });
  const endAt = later(at, random.integer(4, 40));
  if (outcome === 'refunded') send(endAt, { status: 'SUCCESS', type: 'REFUND' });
  if (outcome === 'refund_failed') send(endAt, { status: 'FAILED', type: 'REFUND', failureReason: 'insufficient gas' });
}
