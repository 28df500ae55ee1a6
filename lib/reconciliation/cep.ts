import { readClabe } from '@/lib/identifiers/clabe';
import type { Leg } from './leg';

/** What Banxico’s receipt of a SPEI payment (CEP) is asked for with; `null` where nobody told it. */
export type CepFields = {
  /** DD-MM-YYYY, as its form wants it. */
  readonly day: string;
  readonly clave: string | null;
  readonly sender: CepBank | null;
  readonly receiver: CepBank | null;
  /** The receiving CLABE. */
  readonly account: string | null;
  /** Decimal text without sign. */
  readonly amount: string | null;
};
export type CepBank = { readonly name: string | null; readonly banxicoCode: string | null };

export type Clabes = { readonly senderClabe: string | null; readonly receiverClabe: string | null };

/** The fields of a SPEI leg. A leg of another rail has no such receipt: `null`. */
export function cepFieldsOf(
  { rail, localDay, ids, money }: Pick<Leg, 'rail' | 'localDay' | 'ids' | 'money'>,
  { senderClabe, receiverClabe }: Clabes,
): CepFields | null {
  if (rail !== 'spei') return null;
  return {
    day: localDay.split('-').reverse().join('-'),
    clave: ids.find(({ kind }) => kind === 'clave_rastreo')?.value ?? null,
    sender: bankOf(senderClabe),
    receiver: bankOf(receiverClabe),
    account: receiverClabe,
    amount: money?.amount ?? null,
  };
}

function bankOf(clabe: string | null): CepBank | null {
  const read = clabe === null ? null : readClabe(clabe);
  return read && { name: read.bank, banxicoCode: read.banxicoCode };
}
