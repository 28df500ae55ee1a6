import Papa from 'papaparse';
import type { Fee, IdentifierKind } from '@/lib/events/event';
import { failureText } from '@/lib/transactions/timeline';
import type { Transaction } from '@/lib/transactions/transaction';

/**
 * The columns of an exported list: header and text of the cell. An empty cell means "not told", which is not zero.
 * Amounts and ids are exactly as the provider wrote them; times are the provider's, in UTC with all their digits. Fees
 * and what came back are bare numbers, as in the API: providers tell both in reais only.
 */
export const COLUMNS = {
  id: (transaction) => transaction.id,
  provider: (transaction) => transaction.provider,
  kind: (transaction) => transaction.kind,
  status: (transaction) => transaction.status,
  provider_status: (transaction) => transaction.providerStatus,
  amount: (transaction) => transaction.amount?.amount,
  currency: (transaction) => transaction.amount?.currency,
  amount_out: (transaction) => transaction.amountOut?.amount,
  currency_out: (transaction) => transaction.amountOut?.currency,
  fee_discounted: (transaction) => feeText(transaction, 'discounted'),
  fee_transfer: (transaction) => feeText(transaction, 'transfer'),
  reverted_amount: (transaction) => transaction.revertedAmount?.amount,
  network: (transaction) => transaction.network,
  token: (transaction) => transaction.token,
  external_ref: (transaction) => transaction.externalRef,
  bank_reference: (transaction) => bankReference(transaction)?.value,
  bank_reference_kind: (transaction) => bankReference(transaction)?.kind,
  counterparty: (transaction) => transaction.details.sender_name ?? transaction.details.holder_name,
  occurred_at: (transaction) => transaction.occurredAt,
  updated_at: (transaction) => transaction.updatedAt,
  refund_status: (transaction) => transaction.refund?.status,
  incomplete: (transaction) => String(transaction.isIncomplete),
  events: (transaction) => String(transaction.eventCount),
  failure: (transaction) => failureText(transaction.failure),
} as const satisfies Record<string, (transaction: Transaction) => string | null | undefined>;

const NAMES = Object.keys(COLUMNS);
const CELLS = Object.values(COLUMNS);

/** What a bank statement shows of a payment, likeliest first. */
const BANK_REFERENCES: readonly IdentifierKind[] = ['clave_rastreo', 'e2e'];

/** The identifier to look for on the bank's side. */
export function bankReference({ identifiers }: Transaction) {
  const rank = (kind: IdentifierKind) => BANK_REFERENCES.indexOf(kind);
  return identifiers
    .filter(({ kind }) => rank(kind) >= 0)
    .reduce<Transaction['identifiers'][number] | null>(
      (best, one) => (best && rank(best.kind) <= rank(one.kind) ? best : one),
      null,
    );
}

function feeText({ fees }: Transaction, kind: Fee['kind']): string | undefined {
  return fees.find((fee) => fee.kind === kind)?.amount.amount;
}

/**
 * Cells that a spreadsheet would run as a formula; papaparse puts an apostrophe before them. A negative amount is
 * spared and stays a number. Wide forms count, because Excel in an East Asian locale runs them too.
 */
export const FORMULA = /^(?![-+]?\d+(\.\d+)?$)[=+\-@\t\r\n＝＋－＠]/;
export const NEWLINE = '\r\n';

/** The line of column names. */
export function csvHeader(): string {
  return NAMES.join(',') + NEWLINE;
}

/** One line per transaction, each with its line end, so that chunks can follow one another. */
export function csvLines(transactions: readonly Transaction[]): string {
  if (transactions.length === 0) return '';
  const rows = transactions.map((transaction) => CELLS.map((cell) => cell(transaction) ?? ''));
  return Papa.unparse(rows, { newline: NEWLINE, escapeFormulae: FORMULA }) + NEWLINE;
}
