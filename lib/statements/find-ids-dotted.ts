import { readClaveRastreo } from '@/lib/identifiers/clave-rastreo';
import type { Hit } from './find-ids-atoms';

/** What a dotted description told by its order alone. */
export type Dotted = {
  readonly hits: readonly Hit[];
  /** Where the CLABEs begin: in this order 18 digits are an account and no clave. */
  readonly accounts: ReadonlySet<number>;
};

/**
 * Banregio writes a transfer as "folio. bank. CLABE. name. clave. reference. concept" without a word in front of any of
 * them. A name may have dots of its own; it ends before what can be a clave followed by a numeric reference.
 */
const DOTTED =
  /(?<![0-9A-Za-z])(?<clabe>\d{18})\. ?(?<name>[^\n]{1,120}?)\. ?(?<clave>[0-9A-Za-z]{6,30})\. ?\d{1,10}(?:\.|$)/g;

export function findDotted(text: string): Dotted {
  const hits: Hit[] = [];
  const accounts = new Set<number>();
  for (const { index, groups } of text.matchAll(DOTTED)) {
    const { clabe = '', name = '', clave = '' } = groups ?? {};
    if (!readClaveRastreo(clave)) continue;
    accounts.add(index);
    hits.push({ kind: 'clave_rastreo', value: clave, at: text.indexOf(clave, index + clabe.length + name.length) });
  }
  return { hits, accounts };
}
