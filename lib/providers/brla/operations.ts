import type { EventType, Fee } from '@/lib/events/event';
import type { RefundStatus } from '@/lib/events/status';
import { details, links, money, type Told } from '@/lib/providers/facts';
import { meaningOf, unknownWord } from '@/lib/providers/reading';
import type * as their from './payload';

/** What each operation says beyond what all of them say, and what happened where its status does not tell. */
export type OperationTold = Told & { readonly type?: EventType };

/** Names of tokens and currencies that are written in capitals whatever the payload does; any other is kept. */
const KNOWN_CURRENCIES = ['BRL', 'BRLA', 'USDC', 'USDT'];

export function currencyOf(name: string | undefined): string | undefined {
  return KNOWN_CURRENCIES.find((known) => known === name?.toUpperCase()) ?? name;
}

/** The dollar coin of an exchange; where none is named, the amount's own field still says dollars. */
export function dollarOf(coin: string | undefined): string {
  return currencyOf(coin) ?? 'USD';
}

function feesOf(kind: Fee['kind'], amount: string | undefined): Fee[] {
  return amount === undefined ? [] : [{ kind, amount: { amount, currency: 'BRLA' } }];
}

export function mint(data: their.Data<typeof their.mint>): OperationTold {
  return {
    facts: {
      amount: money(data.amount, 'BRLA'),
      fees: feesOf('discounted', data.discountedFee),
      links: links(['pays_deposit', data.depositId]),
    },
    identifiers: [
      ['deposit_id', data.depositId],
      ['reference_label', data.referenceLabel],
      ['tax_id', data.taxId],
      ['destination_address', data.walletAddress, data.chain],
    ],
  };
}

export function burn(data: their.Data<typeof their.burn>): OperationTold {
  return {
    facts: { amount: money(data.amount, 'BRLA'), fees: feesOf('transfer', data.transferFee) },
    identifiers: [['source_address', data.walletAddress, data.chain]],
  };
}

/** Which of the two amounts went in is told by `usdToBrla` alone: without it neither is placed. */
export function swap(data: their.Data<typeof their.swap>): OperationTold {
  const dollars = money(data.usdAmount, dollarOf(data.coin));
  const reais = money(data.brlaAmount, 'BRLA');
  const [amount, amountOut] = data.usdToBrla === undefined ? [] : data.usdToBrla ? [dollars, reais] : [reais, dollars];
  return {
    facts: { amount, amountOut, details: details({ execution: data.type }) },
    identifiers: [
      ['source_address', data.walletAddress, data.chain],
      ['destination_address', data.receiverAddress, data.chain],
    ],
  };
}

export function pixToUsd(data: their.Data<typeof their.pixToUsd>): OperationTold {
  return {
    facts: {
      amount: money(data.amountBrl, 'BRL'),
      amountOut: money(data.amountUsd, dollarOf(data.coin)),
      links: links(['fills_order', data.pixToUsdId]),
      details: details({ execution: data.type }),
    },
    identifiers: [
      ['pix_order_id', data.pixToUsdId],
      ['destination_address', data.walletAddress, data.chain],
    ],
  };
}

export function pixToToken(data: their.Data<typeof their.pixToToken>): OperationTold {
  const token = currencyOf(data.token);
  return {
    facts: {
      amount: money(data.amountBrl, 'BRL'),
      amountOut: money(data.amountToken, token),
      token,
      links: links(['fills_order', data.pixToTokenId]),
      details: details({ execution: data.type }),
    },
    identifiers: [
      ['pix_order_id', data.pixToTokenId],
      ['destination_address', data.walletAddress, data.chain],
    ],
  };
}

const REFUND_STATUSES: Readonly<Record<string, RefundStatus>> = {
  QUEUED: 'pending',
  POSTED: 'processing',
  SUCCESS: 'completed',
  FAILED: 'failed',
};

/** `REFUND` says that the PIX failed; the status is then the refund's own and no longer the payment's. */
export function usdToPix(data: their.Data<typeof their.usdToPix>): OperationTold {
  const facts = {
    amount: money(data.amountUsd, dollarOf(data.coin)),
    amountOut: money(data.amountBrl, 'BRL'),
  };
  if (data.type === undefined) return { facts, identifiers: [] };
  if (data.type !== 'REFUND') return { facts, identifiers: [], doubt: unknownWord('data.type', data.type) };
  const providerStatus = data.status;
  const status = meaningOf(REFUND_STATUSES, providerStatus);
  if (!status) return { facts, identifiers: [], doubt: unknownWord('data.status', providerStatus) };
  const steps = [{ step: 'REFUND', status, providerStatus, id: data.tx ?? null }];
  return { type: 'Failed', facts: { ...facts, refund: { status, providerStatus, steps } }, identifiers: [] };
}

const KYC_STATUSES = ['PENDING', 'APPROVED', 'REJECTED'];

export function kyc(data: their.Data<typeof their.kyc>): OperationTold {
  const word = data.kycStatus;
  return {
    facts: { details: details({ kyc_status: word, kyc_level: data.level }) },
    identifiers: [['tax_id', data.taxId]],
    doubt: word === undefined || KYC_STATUSES.includes(word) ? undefined : unknownWord('data.kycStatus', word),
  };
}

/** The PIX that pays an operation out; it never says how much, only how much came back. */
export function moneyTransfer(data: their.Data<typeof their.moneyTransfer>): OperationTold {
  const paidOut = data.associatedOperationId;
  return {
    facts: {
      revertedAmount: money(data.revertedAmount, 'BRL'),
      links: links(['pays_out', paidOut && `brla:${paidOut}`]),
      details: details({ associated_operation_type: data.associatedOperationType }),
    },
    identifiers: [
      ['e2e', data.e2e],
      ['associated_operation_id', paidOut],
    ],
  };
}

/** Another hash for an operation of a kind that is not told here; both stay. */
export function repost(data: their.Data<typeof their.repost>): OperationTold {
  return {
    type: 'HashReplaced',
    facts: {},
    identifiers: [
      ['tx_hash', data.newTx, data.chain],
      ['replaced_tx_hash', data.oldTx, data.chain],
    ],
  };
}
