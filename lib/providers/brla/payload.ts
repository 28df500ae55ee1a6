import type { z } from 'zod';
import * as wire from '@/lib/providers/wire';

/**
 * BRLA's webhook (v1), in its own words. The outer id names the event, the inner one the operation. Each status carries
 * only a part: amounts come with QUEUED, the hash with POSTED. Integers are cents, of reais and of dollars alike; the two
 * amounts that are texts are in whole units.
 */

export const envelope = wire.body({ subscription: wire.word });

const outer = { id: wire.id, createdAt: wire.unixMillis, userId: wire.text };

const operation = {
  id: wire.id,
  status: wire.word,
  externalId: wire.text,
  chain: wire.text,
  tx: wire.text,
  reason: wire.prose,
  failureReason: wire.prose,
};

/** How much of an exchange one blockchain transaction did: ATOMIC, PARTIAL-BRLA, PARTIAL-USD, PARTIAL-TOKEN. */
const exchange = { ...operation, coin: wire.text, type: wire.text };

const saying = <S extends z.ZodRawShape>(data: S) => wire.body({ ...outer, data: wire.body(data) });

export const mint = saying({
  ...operation,
  depositId: wire.otherId,
  walletAddress: wire.text,
  referenceLabel: wire.text,
  /** Net of the fee. */
  amount: wire.cents,
  discountedFee: wire.cents,
  taxId: wire.text,
});

export const burn = saying({
  ...operation,
  walletAddress: wire.text,
  /** Before the fee. */
  amount: wire.cents,
  transferFee: wire.cents,
});

export const swap = saying({
  ...exchange,
  walletAddress: wire.text,
  receiverAddress: wire.text,
  brlaAmount: wire.cents,
  usdAmount: wire.cents,
  usdToBrla: wire.flag,
});

export const pixToUsd = saying({
  ...exchange,
  pixToUsdId: wire.otherId,
  walletAddress: wire.text,
  amountBrl: wire.cents,
  amountUsd: wire.cents,
});

export const pixToToken = saying({
  ...exchange,
  token: wire.text,
  pixToTokenId: wire.otherId,
  walletAddress: wire.text,
  amountBrl: wire.cents,
  amountToken: wire.units,
});

/** Here `type` is empty, or REFUND when the PIX failed and the dollars go back. */
export const usdToPix = saying({ ...exchange, amountBrl: wire.cents, amountUsd: wire.cents });

export const kyc = saying({ ...operation, level: wire.digits, kycStatus: wire.text, taxId: wire.text });

export const moneyTransfer = saying({
  ...operation,
  associatedOperationId: wire.otherId,
  associatedOperationType: wire.text,
  e2e: wire.text,
  revertedAmount: wire.cents,
});

export const repost = saying({ ...operation, oldTx: wire.text, newTx: wire.text });

/** Tokens that somebody sent us: it has no operation, so the event's own id stands for it. */
export const balanceUpdate = saying({
  tokenAddress: wire.text,
  fromAddress: wire.text,
  /** Two decimals, rounded down. */
  amount: wire.units,
  tx: wire.text,
  tokenName: wire.text,
});

export type Outer = z.output<z.ZodObject<typeof outer>>;
export type Operation = z.output<z.ZodObject<typeof operation>>;
export type Data<S extends z.ZodType<{ data: unknown }>> = z.output<S>['data'];
