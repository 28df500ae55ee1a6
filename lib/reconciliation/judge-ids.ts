import { withoutSeparators } from '@/lib/identifiers/typed-text';
import type { FoundId, FoundKind } from '@/lib/statements/found-ids';
import type { StatementLine } from '@/lib/statements/statement';
import type { Leg, LegId, LegIdKind } from './leg';

/** How the ids, accounts and names of a line and a leg compare. */

/**
 * `silent`: one side tells nothing. `hidden`: what is told is masked so far that nothing can be compared.
 * `contradicts`: both tell, and share none.
 */
export type Compared = {
  readonly verdict: 'agrees' | 'contradicts' | 'hidden' | 'silent';
  /** The values compared, as written. */
  readonly line: string | null;
  readonly leg: string | null;
  /** The bank hides a part of it: what can be seen agrees, and the rest may not. */
  readonly isPartial?: true;
};

export const SILENT: Compared = { verdict: 'silent', line: null, leg: null };

/**
 * Compares ids of one kind by key; where any pair is equal the rest does not matter. What was found in free text may be
 * anybody's account, or no id at all, so that it contradicts nothing; only an end-to-end id is sure wherever it stands.
 */
export function compareIds(found: readonly FoundId[], told: readonly LegId[], kind: Shared): Compared {
  const lineIds = found.filter((id) => id.kind === kind);
  const legIds = told.filter((id) => id.kind === kind);
  for (const line of lineIds) {
    const leg = legIds.find(({ key }) => key === line.key);
    if (leg) return { verdict: 'agrees', line: line.value, leg: leg.value };
  }
  const line = lineIds.find(({ from }) => kind === 'e2e' || (from === 'field' && kind !== 'reference'));
  const [leg] = legIds;
  return line && leg ? { verdict: 'contradicts', line: line.value, leg: leg.value } : SILENT;
}

/** Kinds that both lines and legs have. */
type Shared = FoundKind & LegIdKind;

/** A hash is one only together with its network; where one side does not tell its network the hash decides. */
export function compareHashes(found: readonly FoundId[], told: readonly LegId[]): Compared {
  const lineIds = found.filter(({ kind }) => kind === 'tx_hash');
  const legIds = told.filter(({ kind }) => kind === 'tx_hash');
  for (const line of lineIds) {
    const leg = legIds.find(({ key }) => isSameHash(line.key, key));
    if (leg) return { verdict: 'agrees', line: line.value, leg: leg.value };
  }
  const [line] = lineIds;
  const [leg] = legIds;
  return line && leg ? { verdict: 'contradicts', line: line.key, leg: leg.key } : SILENT;
}

function isSameHash(a: string, b: string): boolean {
  const [networkA, hashA] = splitHash(a);
  const [networkB, hashB] = splitHash(b);
  return hashA === hashB && (networkA === networkB || networkA === '' || networkB === '');
}

function splitHash(key: string): [network: string, hash: string] {
  const at = key.lastIndexOf(' ');
  return at < 0 ? ['', key] : [key.slice(0, at), key.slice(at + 1)];
}

/** Agreement counts before contradiction, and that before silence. */
export function weightiest<T extends Compared>(compared: readonly [T, ...T[]]): T {
  const first = (verdict: Compared['verdict']) => compared.find((one) => one.verdict === verdict);
  return first('agrees') ?? first('contradicts') ?? first('hidden') ?? compared[0];
}

/** CLABE, CBU or CVU: found in a field or in the text, or masked in the counterparty's account. */
export function accountOf(line: StatementLine, leg: Leg): Compared {
  const accounts = leg.ids.filter(({ kind }) => kind === 'clabe' || kind === 'cbu');
  const compared: [Compared, Compared] = [compareIds(line.ids, leg.ids, 'clabe'), compareIds(line.ids, leg.ids, 'cbu')];
  const { account } = line.counterparty;
  const isMasked = account !== null && /[*•x]{2,}/i.test(account);
  return weightiest(isMasked ? [...compared, compareMasked(account, accounts)] : compared);
}

/** CPF, CNPJ, CUIT: whole, or as much of it as the bank shows. */
export function taxIdOf(line: StatementLine, leg: Leg): Compared {
  const told = leg.ids.filter(({ kind }) => kind === 'tax_id');
  const masked = line.ids
    .filter(({ kind }) => kind === 'masked_tax_id')
    .map(({ key, from }) => ({ compared: compareMasked(key, told), from }))
    .filter(({ compared, from }) => from === 'field' || compared.verdict !== 'contradicts')
    .map(({ compared }) => compared);
  return weightiest([compareIds(line.ids, leg.ids, 'tax_id'), ...masked]);
}

/** Fewer visible digits than these agree by chance too often. */
const ENOUGH_DIGITS = 4;

/** Whether the visible digits of a masked value stand where a whole one has them; a shorter mask is its end. */
export function compareMasked(masked: string, told: readonly LegId[]): Compared {
  const [leg] = told;
  if (!leg) return SILENT;
  const mask = withoutSeparators(masked).toUpperCase().replace(/[•X]/g, '*');
  if (mask.replace(/\*/g, '').length < ENOUGH_DIGITS) return { verdict: 'hidden', line: masked, leg: leg.value };
  const fitting = told.find(({ key }) => isUnderMask(mask, key));
  return fitting
    ? { verdict: 'agrees', line: masked, leg: fitting.value, isPartial: true }
    : { verdict: 'contradicts', line: masked, leg: leg.value };
}

function isUnderMask(mask: string, key: string): boolean {
  if (mask.length > key.length) return false;
  const end = key.slice(key.length - mask.length);
  return [...mask].every((letter, at) => letter === '*' || letter === end[at]);
}

/** Words of company forms say nothing about who it is. */
const FORMS = new Set([
  'SA',
  'CV',
  'DE',
  'SAPI',
  'SRL',
  'SAS',
  'LTDA',
  'EIRELI',
  'ME',
  'SC',
  'RL',
  'DO',
  'DA',
  'DOS',
  'DEL',
  'LA',
]);

/** Names are similar when at least half the words of the shorter one are in the other; banks cut and reorder them. */
export function nameOf(line: StatementLine, leg: Leg): 'similar' | 'different' | 'silent' {
  const told = wordsOf(leg.counterparty.name);
  const written = wordsOf(line.counterparty.name);
  if (told.length === 0) return 'silent';
  // A name may stand in the text alone, where nothing says that what stands there is one.
  if (written.length === 0) return isMostlyIn(told, wordsOf(line.text)) ? 'similar' : 'silent';
  const [shorter, longer] = told.length <= written.length ? [told, written] : [written, told];
  return isMostlyIn(shorter, longer) ? 'similar' : 'different';
}

function isMostlyIn(words: readonly string[], others: readonly string[]): boolean {
  return words.filter((word) => others.includes(word)).length * 2 >= words.length;
}

function wordsOf(name: string | null): string[] {
  const plain = (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return [...new Set(plain.split(/[^0-9A-Z]+/).filter((word) => word.length > 1 && !FORMS.has(word)))];
}
