import type { Kind } from '@/lib/providers/catalogue';
import type { Transaction } from '@/lib/transactions/transaction';
import type { Leg } from './leg';
import { distinctIds } from './leg-ids';
import * as brla from './legs-brla';
import type { Around, Draft, Drafting } from './legs-draft';
import * as juno from './legs-juno';
import * as ripio from './legs-ripio';
import { localDayOf } from './local-day';

/** What a kind moves where a bank or a chain could see it. `in` is towards the provider, where the company's account is. */
const LEGS_OF_KIND: Readonly<Record<Kind, Drafting>> = {
  issuance: juno.issuance,
  redemption: juno.redemption,
  crypto_deposit: juno.cryptoDeposit,
  crypto_withdrawal: juno.cryptoWithdrawal,
  conversion: none,
  fiat_deposit: ripio.fiatDeposit,
  fiat_withdrawal: ripio.fiatWithdrawal,
  mint: brla.mint,
  burn: brla.burn,
  swap: brla.swap,
  pix_to_usd: brla.pixForTokens,
  pix_to_token: brla.pixForTokens,
  usd_to_pix: brla.usdToPix,
  money_transfer: brla.moneyTransfer,
  balance_update: brla.balanceUpdate,
  ticket: brla.ticket,
  kyc: none,
  operation: none,
};

/**
 * The legs of one transaction. `related` holds what its links name, in any order, so that one payment told by two
 * transactions (a burn and the PIX that pays it out) has one leg; without it the leg lacks what the other one tells.
 */
export function legsOf(transaction: Transaction, { environment, related = [] }: Around): Leg[] {
  const drafts = LEGS_OF_KIND[transaction.kind](transaction, related);
  return drafts.map((draft) => legFrom(draft, transaction, environment));
}

function legFrom(draft: Draft, transaction: Transaction, environment: Leg['environment']): Leg {
  const { id, provider, kind, network, externalRef } = transaction;
  const { name, rail, direction, sum, expectation, occurredAt, holder } = draft;
  return {
    id: `${id}#${name}`,
    transactionId: id,
    provider,
    kind,
    environment,
    rail,
    direction,
    ...sum,
    expectation,
    occurredAt,
    localDay: localDayOf(occurredAt, rail),
    counterparty: { name: holder ?? null },
    network: rail === 'chain' ? network : null,
    externalRef,
    ids: distinctIds(draft.ids),
  };
}

/** Moves inside the provider, or not at all. */
function none(): readonly Draft[] {
  return [];
}
