import type { z } from 'zod';
import * as wire from '@/lib/providers/wire';

/** Ripio's IPN, in its own words. Amounts are decimal texts in whole units; the time of sending is not read at all. */

export const envelope = wire.body({ event_type: wire.word });

const common = {
  id: wire.id,
  created_at: wire.instant,
  updated_at: wire.instant,
  currency_code: wire.text,
  end_user_id: wire.text,
  amount: wire.amount,
  /** Not shown for every event: what happened is told by `event_type` first. */
  status: wire.text,
};

const deposit = {
  ...common,
  refunded: wire.flag,
  refund_fiat_withdrawal_id: wire.otherId,
  origin_account_identifier: wire.text,
  origin_account_holder_id: wire.text,
  origin_account_holder_name: wire.prose,
};

const withdrawal = {
  ...common,
  transaction_id: wire.text,
  external_ref: wire.text,
  beneficiary_fiat_account_id: wire.text,
  /** Documented as a text, shown as null; an object is taken as well. */
  refunded_fiat_deposit: wire.otherIdOrHolder,
};

export const depositBody = wire.body({ payload: wire.body(deposit) });
export const withdrawalBody = wire.body({ payload: wire.body(withdrawal) });

/** A row of Ripio's lists is the same object that a webhook has as its payload. */
export const listedDepositBody = wire.body({ row: wire.body(deposit) });
export const listedWithdrawalBody = wire.body({ row: wire.body(withdrawal) });

export type Common = z.output<z.ZodObject<typeof common>>;
export type Deposit = z.output<z.ZodObject<typeof deposit>>;
export type Withdrawal = z.output<z.ZodObject<typeof withdrawal>>;
