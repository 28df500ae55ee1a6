import { readClaveRastreo } from '@/lib/identifiers/clave-rastreo';
import { identifierKey } from '@/lib/identifiers/keys';
import { readPixId } from '@/lib/identifiers/pix';
import { trimmed } from '@/lib/identifiers/typed-text';
import type { TimeZone } from '@/lib/time-zones';
import { Atoms } from './find-ids-atoms';
import { findDotted } from './find-ids-dotted';
import { findLabelled } from './find-ids-labels';
import { findMasked, findShaped, maskedKey } from './find-ids-shapes';
import type { FoundId, FoundKind } from './found-ids';

/**
 * The ids inside free text of a bank, in the order in which they stand there, each once. Where one value may be two
 * things (18 digits are a CLABE and a clave), both readings are given: matching compares, it does not trust.
 */
export function findIds(text: string): FoundId[] {
  return readText(text).ids;
}

/** The same with the number of times a rule looked at a piece of the text, which grows with its length only. */
export function readText(text: string): { ids: FoundId[]; reads: number } {
  const clean = text.normalize('NFC').replace(INVISIBLE, '');
  const atoms = new Atoms(clean);
  const labelled = findLabelled(atoms);
  const dotted = findDotted(clean);
  const shaped = findShaped(atoms, labelled).filter(
    ({ kind, at }) => kind !== 'clave_rastreo' || !dotted.accounts.has(at),
  );
  const hits = [...labelled.hits, ...dotted.hits, ...shaped, ...findMasked(clean)].sort((a, b) => a.at - b.at);
  const ids = hits.map(({ kind, value }) => foundId(kind, value, 'text'));
  return { ids: unique(withoutWeakReferences(ids)), reads: atoms.reads };
}

/** Copying out of a PDF leaves them inside of numbers. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** What an explicit word calls a reference and what shows itself to be a PIX id or a hash is that, not two things. */
function withoutWeakReferences(ids: readonly FoundId[]): FoundId[] {
  const certain = new Set(ids.filter(({ kind }) => CERTAIN.has(kind)).map(({ value }) => value));
  return ids.filter(({ kind, value }) => kind !== 'reference' || !certain.has(value));
}

const CERTAIN: ReadonlySet<FoundKind> = new Set(['e2e', 'pix_return', 'tx_hash']);

/** The id in a field of which the file says what it holds; `null` for an empty one. */
export function fieldId(kind: FoundKind, value: string): FoundId | null {
  const text = trimmed(value);
  if (!/[0-9A-Za-z]/.test(text)) return null;
  if (kind === 'e2e' || kind === 'pix_return') {
    const pix = readPixId(text);
    return foundId(pix ? PIX_KINDS[pix.kind] : kind, text, 'field');
  }
  if (kind === 'tax_id' && findMasked(text).length > 0) return foundId('masked_tax_id', text, 'field');
  return foundId(kind, text, 'field');
}

const PIX_KINDS = { E: 'e2e', D: 'pix_return' } as const;

/**
 * The readings of a field in which banks put whatever identifies the transfer: a PIX id, a clave, or a reference. A clave
 * may look like anything, so that in Mexico any reference may be one.
 */
export function referenceIds(value: string, zone: TimeZone): FoundId[] {
  const text = trimmed(value);
  if (!/[0-9A-Za-z]/.test(text) || FILLERS.has(text.toUpperCase())) return [];
  const shaped = findIds(text).filter(({ kind, value: found }) => kind !== 'reference' && found === text);
  const ids = shaped.map((id): FoundId => ({ ...id, from: 'field' }));
  if (ids.some(({ kind }) => CERTAIN.has(kind))) return ids;
  if (zone === 'America/Mexico_City' && readClaveRastreo(text)) ids.push(foundId('clave_rastreo', text, 'field'));
  return unique([...ids, foundId('reference', text, 'field')]);
}

/** What banks write where they have no reference. */
const FILLERS: ReadonlySet<string> = new Set(['NOTPROVIDED', 'NONREF', 'NO APLICA', 'N/A', 'NA', 'ND']);

/** Only what can be nothing else, PIX ids and hashes, in a field that is the bank's own or among fields without gaps. */
export function certainIds(text: string): FoundId[] {
  return findIds(text).filter(({ kind }) => CERTAIN.has(kind));
}

/** Each id once; a field's word outranks the same id in the text. */
export function unique(ids: readonly FoundId[]): FoundId[] {
  const known = new Map<string, FoundId>();
  for (const id of ids) {
    const name = `${id.kind} ${id.key}`;
    if (!known.has(name) || (id.from === 'field' && known.get(name)?.from === 'text')) known.set(name, id);
  }
  return [...known.values()];
}

function foundId(kind: FoundKind, value: string, from: FoundId['from']): FoundId {
  const key = kind === 'masked_tax_id' ? maskedKey(value) : identifierKey(STORED_AS[kind], value);
  return { kind, value: kind === 'masked_tax_id' ? value.replace(/\s+/g, '') : value, key, from };
}

/** The kind under which transactions store such an id, so that both have the same key. */
const STORED_AS = {
  e2e: 'e2e',
  pix_return: 'e2e',
  clave_rastreo: 'clave_rastreo',
  clabe: 'receiver_clabe',
  cbu: 'origin_account',
  tax_id: 'tax_id',
  tx_hash: 'tx_hash',
  reference: 'external_ref',
} as const satisfies Record<Exclude<FoundKind, 'masked_tax_id'>, string>;
