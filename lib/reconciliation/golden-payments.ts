import type { Message } from './golden-case';

/** For tests only: payments as their providers tell them, in the few words in which the cases differ. */

type Common = {
  /** Tells payments of one case apart. */
  readonly n?: number;
  /** UTC. */
  readonly at?: string;
};

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** A value as the text that replaces a member; `null` removes it. */
const text = (value: string | null) => (value === null ? undefined : JSON.stringify(value));

export const SENDER = '646180000000000012';
export const RECEIVER = '710969000000000017';
export const PAYEE = '012180000000000028';
export const CLAVE_IN = 'SYNTHSPEI000000000000000001';
export const CLAVE_OUT = '202602029071000000000000000001';

type Spei = Common & { readonly amount?: string; readonly clave?: string | null; readonly status?: string };

export function issuance(spei: Spei & { readonly sender?: string; readonly name?: string } = {}): Message[] {
  const { n = 1, at = '2026-02-10T15:19:22Z', amount = '100', clave = CLAVE_IN, status = 'COMPLETE' } = spei;
  const own = {
    'payload.issuance.deposit_sender_clabe': text(spei.sender ?? SENDER),
    'payload.issuance.deposit_sender_name': text(spei.name ?? 'Sintetica Uno SA de CV'),
    'payload.issuance.external_fiat_id': text(clave),
  };
  return [['juno', 'issuance-complete', { ...juno(n, at, status), 'payload.issuance.amount': text(amount), ...own }]];
}

export function redemption(spei: Spei & { readonly payee?: string } = {}): Message[] {
  const { n = 2, at = '2026-02-10T15:19:22Z', amount = '100', clave = CLAVE_OUT, status = 'COMPLETE' } = spei;
  const account = 'payload.redemption.receiver_account.mexican_bank_account';
  const own = { [`${account}.clabe`]: text(spei.payee ?? PAYEE), [`${account}.external_fiat_id`]: text(clave) };
  return [
    ['juno', 'redemption-complete', { ...juno(n, at, status), 'payload.redemption.amount': text(amount), ...own }],
  ];
}

function juno(n: number, at: string, status: string) {
  return {
    'payload.id': text(uuid(n)),
    'payload.status': text(status),
    'payload.created_at': text(at),
    'payload.updated_at': text(at),
  };
}

export const HASH = `0x${'a1'.repeat(32)}`;
export const OLD_HASH = `0x${'b2'.repeat(32)}`;

type Crypto = Common & { readonly amount?: string; readonly hash?: string | null; readonly network?: string };

export function crypto(way: 'deposit' | 'withdrawal', told: Crypto & { readonly status?: string } = {}): Message[] {
  const { n = 3, at = '2026-02-10T15:19:22Z', amount = '100', hash = HASH, network = 'ARBITRUM' } = told;
  const member = `payload.crypto_${way}`;
  const own = {
    [`${member}.amount`]: text(amount),
    [`${member}.crypto_tx_hash`]: text(hash),
    [`${member}.network`]: text(network),
  };
  return [['juno', `crypto-${way}-complete`, { ...juno(n, at, told.status ?? 'COMPLETE'), ...own }]];
}

export const CVU = '0000465100000000000017';
export const CUIT = '20000000019';

type Ars = Common & { readonly amount?: string };

export function deposit(
  ars: Ars & { cvu?: string | null; cuit?: string | null; name?: string; as?: string; refundedBy?: number } = {},
): Message[] {
  const {
    n = 4,
    at = '2026-02-10T14:48:33Z',
    amount = '12345.67',
    as = 'completed',
    name = 'Titular Sintético Uno',
  } = ars;
  const { cvu = CVU, cuit = CUIT, refundedBy } = ars;
  const refund = refundedBy === undefined ? {} : { 'payload.refund_fiat_withdrawal_id': text(uuid(refundedBy)) };
  const own = {
    'payload.origin_account_identifier': text(cvu),
    'payload.origin_account_holder_id': text(cuit),
    'payload.origin_account_holder_name': text(name),
  };
  return [['ripio', `fiat-deposit-${as}`, { ...ripio(n, at, amount), ...own, ...refund }]];
}

export function withdrawal(ars: Ars & { refunds?: number; as?: string; currency?: string } = {}): Message[] {
  const { n = 5, at = '2026-02-11T14:18:22Z', amount = '12345.67', refunds, as = 'completed', currency } = ars;
  const fixture = refunds === undefined ? `fiat-withdrawal-${as}` : `fiat-withdrawal-refund-${as}`;
  const refund = refunds === undefined ? {} : { 'payload.refunded_fiat_deposit': text(uuid(refunds)) };
  const named = currency === undefined ? {} : { 'payload.currency_code': text(currency) };
  return [['ripio', fixture, { ...ripio(n, at, amount), ...refund, ...named }]];
}

function ripio(n: number, at: string, amount: string) {
  return {
    'payload.id': text(uuid(n)),
    'payload.amount': text(amount),
    'payload.created_at': text(at),
    'payload.updated_at': text(at),
  };
}

export const E2E = 'E99999999202603021200synthetic01';
export const PAY_IN_E2E = 'E99999999202603021301synthetic03';
export const CNPJ = '11222333000181';
const AT = '2026-03-02T12:00:00Z';

/** `lost`: the messages that never came. */
type Brla = Common & { readonly lost?: readonly string[]; readonly ends?: 'success' | 'failed' | 'posted' };

export function mint(
  told: Brla & { cents?: number; fee?: number | null; taxId?: string; hash?: string; label?: string } = {},
): Message[] {
  const { n = 6, cents = 99750, fee = 250, taxId = CNPJ, hash = HASH, label = 'synthetic-label-1' } = told;
  const queued = {
    'data.amount': String(cents),
    'data.discountedFee': fee === null ? undefined : String(fee),
    'data.taxId': text(taxId),
    'data.referenceLabel': text(label),
  };
  return operation('mint', n, told, { queued, posted: { 'data.tx': text(hash) } });
}

export function pixToUsd(told: Brla & { cents?: number; hash?: string } = {}): Message[] {
  const { n = 7, cents = 60000, hash = HASH } = told;
  return operation('pix-to-usd', n, told, {
    queued: { 'data.amountBrl': String(cents) },
    posted: { 'data.tx': text(hash) },
  });
}

export function burn(told: Brla & { cents?: number; fee?: number | null; hash?: string } = {}): Message[] {
  const { n = 8, cents = 150000, fee = 75, hash = HASH } = told;
  const queued = { 'data.amount': String(cents), 'data.transferFee': fee === null ? undefined : String(fee) };
  return operation('burn', n, told, { queued, posted: { 'data.tx': text(hash) } });
}

export function usdToPix(told: Brla & { cents?: number } = {}): Message[] {
  const { n = 9, cents = 57639 } = told;
  return operation('usd-to-pix', n, told, { queued: { 'data.amountBrl': String(cents) }, posted: {} });
}

function operation(
  name: string,
  n: number,
  { at = AT, lost = [], ends = 'success' }: Brla,
  changes: { readonly queued: object; readonly posted: object },
): Message[] {
  const states = ends === 'posted' ? ['queued', 'posted'] : ends === 'failed' ? ['queued', 'failed'] : ALL;
  return states
    .filter((state) => !lost.includes(state))
    .map((state): Message => {
      const own = state === 'queued' ? changes.queued : state === 'posted' ? changes.posted : {};
      return ['brla', `${name}-${state}`, { ...brla(n, `${name}-${state}`, at), ...own }];
    });
}

const ALL = ['queued', 'posted', 'success'];

/** The PIX that pays operation `of` out. */
export function transfer(
  told: Common & {
    of?: number;
    e2e?: string;
    ends?: 'success' | 'failed' | 'posted';
    type?: string;
    reverted?: number;
  } = {},
): Message[] {
  const { n = 10, of = 8, at = AT, e2e = E2E, ends = 'success', type = 'BURN', reverted } = told;
  const shared = { 'data.associatedOperationId': text(uuid(of)), 'data.associatedOperationType': text(type) };
  const of1 = (state: string, changes: object, when: string): Message => [
    'brla',
    `money-transfer-${state}`,
    { ...brla(n, `transfer-${state}`, when), ...shared, ...changes },
  ];
  const ended = of1(ends, ends === 'posted' ? {} : { 'data.e2e': text(e2e) }, at);
  if (reverted === undefined) return [ended];
  const later = new Date(Date.parse(at) + 3_600_000).toISOString();
  return [ended, of1('reversed', { 'data.e2e': text(e2e), 'data.revertedAmount': String(reverted) }, later)];
}

export function increment(told: Common & { amount?: string; hash?: string; token?: string } = {}): Message[] {
  const { n = 11, at = AT, amount = '1298.37', hash = HASH, token = 'usdc' } = told;
  const own = { 'data.amount': text(amount), 'data.tx': text(hash), 'data.tokenName': text(token) };
  return [['brla', 'balance-update', { id: text(`evt-${n}`), createdAt: String(Date.parse(at)), ...own }]];
}

/** Another hash for operation `of`. */
export function repost(of: number, oldHash: string, newHash: string): Message[] {
  const own = { 'data.oldTx': text(oldHash), 'data.newTx': text(newHash) };
  return [['brla', 'repost-transaction', { ...brla(of, 'repost', AT), ...own }]];
}

function brla(n: number, state: string, at: string) {
  return { id: text(`evt-${n}-${state}`), createdAt: String(Date.parse(at)), 'data.id': text(uuid(n)) };
}
