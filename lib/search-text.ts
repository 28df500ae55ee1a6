import type { IdentifierKind } from '@/lib/events/event';
import { classify, type Reading, type ReadingKind } from '@/lib/identifiers/classify';
import { type Said, said } from '@/lib/language/said';
import type { FoundKind } from '@/lib/statements/found-ids';

/** What somebody typed or pasted into the search box, before anything is asked. Pure. */

/** Longer than any identifier; what is pasted beyond it is not an id. */
export const MAX_QUERY_LENGTH = 500;
/** Values of one pasted column. */
export const MAX_VALUES = 1_000;

export type Asked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'one'; readonly text: string }
  | { readonly kind: 'column'; readonly values: readonly string[] }
  /** What cannot be searched, and why. */
  | { readonly kind: 'refused'; readonly message: Said };

/** One text, or a column of values with one in each line. */
export function readAsked(typed: string): Asked {
  const values = typed
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const [first] = values;
  if (first === undefined) return { kind: 'nothing' };
  if (values.length > MAX_VALUES) {
    return { kind: 'refused', message: said('search.refused.tooMany', { count: values.length, most: MAX_VALUES }) };
  }
  const longest = Math.max(...values.map((value) => value.length));
  if (longest > MAX_QUERY_LENGTH) {
    return { kind: 'refused', message: said('search.refused.tooLong', { count: longest, most: MAX_QUERY_LENGTH }) };
  }
  return values.length === 1 ? { kind: 'one', text: first } : { kind: 'column', values };
}

/** Numbers of accounts and of people: they never stand in an address, since links and access logs travel. */
const PRIVATE: readonly ReadingKind[] = ['cpf', 'cnpj', 'cuit', 'clabe', 'cbu', 'cvu'];

/** Whether a text may be somebody's tax id or account number, by any of its readings. */
export function isPrivate(text: string): boolean {
  return classify(text).some(({ kind }) => PRIVATE.includes(kind));
}

/** The fields in which a value of one reading stands, in payments and in lines; those absent may stand in any. */
const FIELDS: Readonly<Partial<Record<ReadingKind, readonly (IdentifierKind | FoundKind)[]>>> = {
  pix_e2e: ['e2e'],
  pix_return: ['e2e', 'pix_return'],
  clabe: ['sender_clabe', 'receiver_clabe', 'clabe'],
  clave_rastreo: ['clave_rastreo'],
  cbu: ['origin_account', 'cbu'],
  cvu: ['origin_account', 'cbu'],
  cpf: ['tax_id'],
  cnpj: ['tax_id'],
  cuit: ['tax_id'],
  evm_tx: ['tx_hash', 'replaced_tx_hash'],
  tron_tx: ['tx_hash', 'replaced_tx_hash'],
  evm_address: ['source_address', 'destination_address', 'token_address'],
  tron_address: ['source_address', 'destination_address', 'token_address'],
};

/** A text narrowed to one of its readings: what to look for, and in which fields (`null`: in any). */
export type Narrowed = { readonly text: string; readonly fields: readonly string[] | null };

/** The reading of this kind among those of a text, as something to look for; the whole text where there is none. */
export function narrowed(text: string, readings: readonly Reading[], kind: string | null): Narrowed {
  const reading = readings.find((one) => one.kind === kind);
  return reading ? { text: reading.value, fields: FIELDS[reading.kind] ?? null } : { text, fields: null };
}
