import { readCbu } from '@/lib/identifiers/cbu';
import { isEvmHash, isTronHash } from '@/lib/identifiers/chain';
import { readClabe } from '@/lib/identifiers/clabe';
import { readClaveRastreo } from '@/lib/identifiers/clave-rastreo';
import { readPixId } from '@/lib/identifiers/pix';
import { readCnpj, readCpf, readCuit } from '@/lib/identifiers/tax-ids';
import type { Atom, Atoms, Hit } from './find-ids-atoms';
import type { Labelled } from './find-ids-labels';

/** The ids that show by themselves what they are: by their shape, or by check digits that hold. */
export function findShaped(atoms: Atoms, { labels, joined }: Labelled): Hit[] {
  const hits: Hit[] = [];
  for (let i = 0; i < atoms.length; i++) {
    if (joined.has(i)) continue;
    const atom = atoms.at(i) as Atom;
    const punctuated = readPunctuated(atoms, i);
    if (punctuated) {
      hits.push({ kind: punctuated.kind, value: atoms.written(i, punctuated.last), at: atom.start });
      i = punctuated.last;
      continue;
    }
    const label = labels.get(i);
    const isAccount = label === 'clabe' || label === 'account';
    for (const hit of readAtom(atom)) if (!(isAccount && hit.kind === 'clave_rastreo')) hits.push(hit);
  }
  return hits;
}

function readAtom({ text, start }: Atom): Hit[] {
  if (text.length < 11) return [];
  const hit = (kind: Hit['kind'], value = text, offset = 0): Hit => ({ kind, value, at: start + offset });
  // Sixty-four digits without a letter are a number of something else.
  if (isEvmHash(text) || (isTronHash(text) && /[a-f]/i.test(text))) return [hit('tx_hash')];
  if (text.length >= PIX_LENGTH) return pixIds(text).map(({ kind, id, offset }) => hit(PIX_KINDS[kind], id, offset));
  const hits: Hit[] = [];
  // Banks number transfers with 18 digits too, so that many digits are two things at once.
  if (readClaveRastreo(text)?.isKnownShape || /^\d{18}$/.test(text)) hits.push(hit('clave_rastreo'));
  if (readClabe(text)?.isValid) hits.push(hit('clabe'));
  if (readCbu(text)?.isValid) hits.push(hit('cbu'));
  if (readCuit(text)?.isValid || readCpf(text)?.isValid || isPlainCnpj(text)) hits.push(hit('tax_id'));
  return hits;
}

/** In running text a word of 14 capitals and digits is a CNPJ only if its check digits hold. */
function isPlainCnpj(text: string): boolean {
  return /^[0-9A-Z]{12}\d{2}$/.test(text) && readCnpj(text)?.isValid === true;
}

const PIX_LENGTH = 32;
const PIX_KINDS = { E: 'e2e', D: 'pix_return' } as const;

/** PIX ids that are a run of letters and digits, or stand inside one: then their date must be one. */
function pixIds(run: string): { kind: 'E' | 'D'; id: string; offset: number }[] {
  const found: { kind: 'E' | 'D'; id: string; offset: number }[] = [];
  for (let offset = 0; offset + PIX_LENGTH <= run.length; offset++) {
    if (run[offset] !== 'E' && run[offset] !== 'D') continue;
    const read = readPixId(run.slice(offset, offset + PIX_LENGTH));
    if (!read || (run.length > PIX_LENGTH && !read.moment?.startsWith('20'))) continue;
    found.push({ kind: read.kind, id: read.id, offset });
    offset += PIX_LENGTH - 1;
  }
  return found;
}

/** Shapes of several atoms: the lengths of the pieces, what is between them, and whether the whole is one. */
type Punctuated = {
  readonly kind: Hit['kind'];
  readonly lengths: readonly number[];
  readonly marks: string;
  readonly isOne: (written: string) => boolean;
};

const isCnpj = (written: string) => readCnpj(written) !== null;
const PUNCTUATED: readonly Punctuated[] = [
  {
    kind: 'reference',
    lengths: [8, 4, 4, 4, 12],
    marks: '----',
    isOne: (written) => /^[0-9a-f-]+$/i.test(written),
  },
  { kind: 'tax_id', lengths: [2, 3, 3, 4, 2], marks: '../-', isOne: isCnpj },
  { kind: 'tax_id', lengths: [8, 4, 2], marks: '/-', isOne: isCnpj },
  { kind: 'tax_id', lengths: [3, 3, 3, 2], marks: '..-', isOne: (written) => readCpf(written) !== null },
  { kind: 'tax_id', lengths: [9, 2], marks: '-', isOne: (written) => readCpf(written)?.isValid === true },
  { kind: 'tax_id', lengths: [2, 8, 1], marks: '--', isOne: (written) => !!readCuit(written)?.holder },
];

function readPunctuated(atoms: Atoms, i: number): { kind: Hit['kind']; last: number } | null {
  const first = atoms.at(i)?.text.length ?? 0;
  for (const { kind, lengths, marks, isOne } of PUNCTUATED) {
    if (lengths[0] !== first || !atoms.areJoinedBy(i, marks)) continue;
    if (!lengths.every((length, k) => atoms.at(i + k)?.text.length === length)) continue;
    const last = i + lengths.length - 1;
    if (isOne(atoms.written(i, last)) && !continues(atoms, i, last)) return { kind, last };
  }
  return null;
}

/** Whether digits go on at either end, as in "1.529.982.247-25": then it is a longer number. */
function continues(atoms: Atoms, first: number, last: number): boolean {
  const isMark = (gap: string | null) => gap !== null && /^[.\-/]$/.test(gap);
  const before = isMark(atoms.gapBefore(first)) && /^\d+$/.test(atoms.at(first - 1)?.text ?? '');
  const after = isMark(atoms.gapBefore(last + 1)) && /^\d+$/.test(atoms.at(last + 1)?.text ?? '');
  return before || after;
}

const HIDDEN = String.raw`*\u2022\u25cf\u2219\u00b7Xx`;
const CPF_SIGN = String.raw`[\d${HIDDEN}]`;
const MASKED_CPF = new RegExp(
  `(?<![0-9A-Za-z*\\u2022])${CPF_SIGN}{3}[. ]?${CPF_SIGN}{3}[. ]?${CPF_SIGN}{3}[-. ]?${CPF_SIGN}{2}(?![0-9A-Za-z*\\u2022])`,
  'g',
);
const HIDDEN_SIGNS = new RegExp(`[${HIDDEN}]`, 'g');

/** CPFs with hidden digits: "•••.123.456-••". Of less than four digits a match would mean nothing. */
export function findMasked(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const { 0: value, index } of text.matchAll(MASKED_CPF)) {
    const visible = value.match(/\d/g)?.length ?? 0;
    if (visible >= 4 && visible < 11) hits.push({ kind: 'masked_tax_id', value, at: index });
  }
  return hits;
}

/** The visible digits with `*` for each hidden one: `***123456**`. */
export function maskedKey(value: string): string {
  return value.replace(HIDDEN_SIGNS, '*').replace(/[^\d*]/g, '');
}
