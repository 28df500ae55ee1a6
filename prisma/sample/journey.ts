import { playOperation } from './brla-events';
import { later, localDate } from './calendar';
import { junoClave, plainAmount, reportJuno } from './juno';
import { conversionOf, mexicanRate } from './juno-conversion';
import type { Stage } from './juno-stages';
import { chainAddress, chainHash, mexicanParty } from './parties';
import type { Desk } from './post';

const REAIS_CENTS = 2_500_000;
const DOLLAR_CENTS = 464_253;

/**
 * One payment from Brazil to Mexico, four transactions long: PIX → USDC on Polygon (BRLA), the same hash arriving at
 * Juno, USDC → MXNB, MXNB → pesos by SPEI. Our reference goes along wherever the payload has room for one; the
 * conversion has none and is tied to its neighbours by amount and time alone.
 */
export function playJourney(desk: Desk): void {
  const { random } = desk;
  const startAt = later(desk.now, -26 * 3600);
  const externalRef = `XB-${localDate(startAt, 'mexico')}-0001`;
  const hash = chainHash(random);
  const [sender, receiver] = [chainAddress(random), chainAddress(random)];
  const boughtAt = playOperation(desk, {
    subscription: 'PIX-TO-USD',
    id: random.uuid(),
    externalId: externalRef,
    userId: random.uuid(),
    queuedAt: startAt,
    queued: {
      walletAddress: receiver,
      amountBrl: REAIS_CENTS,
      amountUsd: DOLLAR_CENTS,
      chain: 'Polygon',
      coin: 'USDC',
      reason: 'order paid',
    },
    later: { pixToUsdId: random.uuid() },
    type: 'ATOMIC',
    tx: hash,
    chain: 'Polygon',
    outcome: 'success',
    pace: { post: 14, finish: 21 },
  });
  playMexicanPart(desk, { boughtAt, externalRef, hash, sender, receiver });
}

type Arrival = {
  readonly boughtAt: Date;
  readonly externalRef: string;
  readonly hash: string;
  readonly sender: string;
  readonly receiver: string;
};

function playMexicanPart(desk: Desk, { boughtAt, externalRef, hash, sender, receiver }: Arrival): void {
  const { random } = desk;
  const deposited = later(boughtAt, 6);
  reportJuno(desk, {
    type: 'CRYPTO_DEPOSIT',
    id: random.uuid(),
    externalRef,
    createdAt: deposited,
    detail: {
      network: 'POLYGON',
      amount: plainAmount(DOLLAR_CENTS),
      asset: 'USDC',
      crypto_source_address: sender,
      crypto_destination_address: receiver,
    },
    stages: course(3, { crypto_tx_hash: hash }),
  });
  const converted = later(deposited, 95);
  const conversion = conversionOf(random, 'USDC', 'MXNB', BigInt(DOLLAR_CENTS) * 10_000n, mexicanRate(random));
  const stages: Stage[] = [{ afterSeconds: 0, status: 'COMPLETE', isSent: true }];
  reportJuno(desk, {
    type: 'CONVERSION',
    id: random.uuid(),
    externalRef: null,
    createdAt: converted,
    detail: { ...conversion },
    stages,
  });
  const redeemed = later(converted, 40);
  const account = { clabe: mexicanParty(17).clabe };
  const receiverAccount = (extra: object) => ({
    receiver_account: { type: 'MEXICAN_BANK_ACCOUNT', mexican_bank_account: { ...account, ...extra } },
  });
  reportJuno(desk, {
    type: 'REDEMPTION',
    id: random.uuid(),
    externalRef,
    createdAt: redeemed,
    detail: {
      network: 'POLYGON',
      amount: wholeCents((conversion as { amount_to: string }).amount_to),
      method: 'SPEI',
      asset: 'MXN',
      refunded: false,
      ...receiverAccount({}),
    },
    stages: course(20, receiverAccount({ external_fiat_id: junoClave(random, redeemed) })),
  });
}

/** Every state told, `pace` seconds apart. */
function course(pace: number, whenComplete: object): Stage[] {
  return [
    { afterSeconds: 0, status: 'PENDING', isSent: true },
    { afterSeconds: pace, status: 'IN_PROGRESS', isSent: true },
    { afterSeconds: pace * 2, status: 'COMPLETE', detail: whenComplete, isSent: true },
  ];
}

/** What a bank can pay of a token amount: cut, not rounded, to two decimals. */
function wholeCents(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  return `${whole}.${fraction.slice(0, 2).padEnd(2, '0')}`;
}
