import type { z } from 'zod';
import * as wire from '@/lib/providers/wire';

/** Juno's webhook, in its own words. Amounts are decimal texts in whole units. */

/** What every delivery has; which object holds the rest depends on `payload.type`. */
export const envelope = wire.body({ event: wire.word });
export const typedBody = wire.body({ payload: wire.body({ type: wire.word }) });

const common = {
  id: wire.id,
  status: wire.word,
  external_ref: wire.text,
  created_at: wire.instant,
  updated_at: wire.instant,
};

/** The documents tell `failure_reason`, their examples show `error`. */
const failing = {
  failure_reason: wire.prose,
  error: wire.group({ code: wire.text, message: wire.prose }),
};

const onChain = {
  crypto_source_address: wire.text,
  crypto_destination_address: wire.text,
  crypto_tx_hash: wire.text,
};

/** Both ways between fiat and token. `asset` is the fiat it is settled in, not the token. */
const settlement = {
  network: wire.text,
  amount: wire.amount,
  method: wire.text,
  asset: wire.text,
  refunded: wire.flag,
  refund_status: wire.text,
  refund_steps: wire.list({ step: wire.word, status: wire.word, id: wire.text }),
  ...failing,
};

const issuance = {
  ...settlement,
  ...onChain,
  deposit_sender_clabe: wire.text,
  deposit_sender_name: wire.prose,
  deposit_receiver_clabe: wire.text,
  external_fiat_id: wire.text,
};

const redemption = {
  ...settlement,
  receiver_account: wire.group({
    type: wire.text,
    mexican_bank_account: wire.group({ clabe: wire.text, external_fiat_id: wire.text }),
  }),
};

const transfer = { network: wire.text, amount: wire.amount, asset: wire.text, ...onChain, ...failing };

const conversion = {
  quote_id: wire.text,
  amount_from: wire.amount,
  amount_to: wire.amount,
  asset_from: wire.text,
  asset_to: wire.text,
  exchange_rate: wire.digits,
  ...failing,
};

/** The `payload` member, one form per `payload.type`. */
const saying = <S extends z.ZodRawShape>(shape: S) => wire.body({ payload: wire.body({ ...common, ...shape }) });
export const issuanceBody = saying({ issuance: wire.group(issuance) });
export const redemptionBody = saying({ redemption: wire.group(redemption) });
export const cryptoDepositBody = saying({ crypto_deposit: wire.group(transfer) });
export const cryptoWithdrawalBody = saying({ crypto_withdrawal: wire.group(transfer) });
export const conversionBody = saying({ conversion: wire.group(conversion) });

/** Some members of one form, as zod reads them. */
type Read<S extends z.ZodRawShape> = z.output<z.ZodObject<S>>;
export type Common = Read<typeof common>;
export type Settlement = Read<typeof settlement>;
export type Transfer = Read<typeof transfer>;
export type Conversion = Read<typeof conversion>;
export type OnChain = Read<typeof onChain>;
export type Failing = Read<typeof failing>;
