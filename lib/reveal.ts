import 'server-only';
import { personalKind } from '@/lib/access/masking';
import { readLineDetail } from '@/lib/reconciliation/detail.store';
import { readTransaction } from '@/lib/transactions/detail.store';
import type { Transaction } from '@/lib/transactions/transaction';

/** What one masked value is part of: a payment by its id, or a bank's line by its number. */
export type MaskedOf = { readonly kind: 'transaction' | 'line'; readonly id: string };

/**
 * One personal value, unmasked; `null` where there is none. `field` is a kind of identifier or detail of the payment (a dot
 * and a number after it where it has several: `receiver_clabe.1`), or a field of the line.
 */
export async function personalValue({ kind, id }: MaskedOf, field: string): Promise<string | null> {
  if (kind === 'line') return lineValue(id, field);
  const detail = await readTransaction('clear', id);
  return detail ? paymentValue(detail.transaction, field) : null;
}

async function lineValue(seq: string, field: string): Promise<string | null> {
  const line = (await readLineDetail('clear', seq))?.line;
  if (!line) return null;
  const fields = { name: line.name, account: line.account, tax_id: line.taxId, text: line.text };
  return Object.hasOwn(fields, field) ? fields[field as keyof typeof fields] : null;
}

function paymentValue({ identifiers, details, failure }: Transaction, field: string): string | null {
  const [name = '', place = '0'] = field.split('.');
  if (name === 'failure') return failure?.message ?? null;
  if (personalKind(name) === null) return null;
  const told = Object.entries(details).flatMap(([kind, value]) => (kind === name && value ? [value] : []));
  const known = identifiers.flatMap(({ kind, value }) => (kind === name ? [value] : []));
  return [...told, ...known][Number(place)] ?? null;
}
