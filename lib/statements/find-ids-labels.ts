import { readCbu } from '@/lib/identifiers/cbu';
import { readClabe } from '@/lib/identifiers/clabe';
import { readClaveRastreo } from '@/lib/identifiers/clave-rastreo';
import { type Atom, type Atoms, areDigits, type Hit, plainWord } from './find-ids-atoms';

/** What a word in front of an id says about it. */
type Label = 'rastreo' | 'clabe' | 'account' | 'cbu' | 'tax' | 'rfc' | 'reference';

/** The atoms that a label spoke of: `joined` ones are pieces of an id, and say nothing by themselves. */
export type Labelled = {
  readonly hits: Hit[];
  readonly labels: ReadonlyMap<number, Label>;
  joined: ReadonlySet<number>;
};

const LABELS: ReadonlyMap<string, Label> = new Map([
  ['RASTREO', 'rastreo'],
  ['RAST', 'rastreo'],
  ['CLABE', 'clabe'],
  ['CTA', 'account'],
  ['CUENTA', 'account'],
  ['CONTA', 'account'],
  ['CBU', 'cbu'],
  ['CVU', 'cbu'],
  ['CPF', 'tax'],
  ['CNPJ', 'tax'],
  ['CUIT', 'tax'],
  ['CUIL', 'tax'],
  ['RFC', 'rfc'],
  ['REF', 'reference'],
  ['REFERENCIA', 'reference'],
  ['REFERENCE', 'reference'],
  ['TXID', 'reference'],
]);

/** Words that stand between a label and its id: "CLABE DEL ORDENANTE: …", "REF. NUM. …". */
const FILLERS: ReadonlySet<string> = new Set(
  'NO NUM NUMERO NUMERICA NRO N O DE DEL DA DO LA EL ES SPEI ORDENANTE BENEFICIARIO BENEFICIARIA ORIGEN DESTINO EMISOR RECEPTOR INTERBANCARIA COBRANZA TITULAR CREDITO DEBITO'.split(
    ' ',
  ),
);
const MOST_FILLERS = 3;
/** Between a label and its id there is punctuation, not a page. */
const WIDEST_GAP = 8;
/** The central bank's limit. */
const LONGEST_CLAVE = 30;

/** The ids that a word announces, for which no check digit needs to hold. */
export function findLabelled(atoms: Atoms): Labelled {
  const found: Labelled & { joined: Set<number>; labels: Map<number, Label> } = {
    hits: [],
    labels: new Map(),
    joined: new Set(),
  };
  for (let i = 0; i < atoms.length; i++) {
    const [label, glued] = labelOf(atoms.at(i) as Atom);
    if (!label) continue;
    if (glued) {
      const hit = READERS[label].glued?.(glued);
      if (hit) found.hits.push({ ...hit, at: (atoms.at(i) as Atom).end - glued.length });
      continue;
    }
    const at = valueAfter(atoms, i);
    if (at === null) continue;
    found.labels.set(at, label);
    for (const { kind, last } of READERS[label].read(atoms, at)) {
      const value = label === 'reference' ? atoms.written(at, last) : joinedText(atoms, at, last);
      found.hits.push({ kind, value, at: (atoms.at(at) as Atom).start });
      for (let k = at; last > at && k <= last; k++) found.joined.add(k);
    }
  }
  return found;
}

/** The label an atom is, or begins with where PDF text lost the blank ("CLABE646180…"). */
function labelOf(atom: Atom): [label: Label | undefined, glued: string] {
  if (atom.end - atom.start > 45) return [undefined, ''];
  const word = plainWord(atom);
  if (LABELS.has(word)) return [LABELS.get(word), ''];
  const [, front = '', rest = ''] = /^([A-Z]{3,10})(\d.*)$/.exec(atom.text) ?? [];
  return [LABELS.get(front), rest];
}

function valueAfter(atoms: Atoms, label: number): number | null {
  for (let i = label + 1; i <= label + 1 + MOST_FILLERS; i++) {
    const atom = atoms.at(i);
    if (!atom || atoms.distanceBefore(i) > WIDEST_GAP) return null;
    if (!FILLERS.has(plainWord(atom))) return i;
  }
  return null;
}

/** An id that begins at the atom the reader was given, and its last atom. */
type Reach = { readonly kind: Hit['kind']; readonly last: number };
type Reader = {
  readonly read: (atoms: Atoms, at: number) => Reach[];
  /** The id in a text that was glued to the label. */
  readonly glued?: (text: string) => Omit<Hit, 'at'> | null;
};

const READERS: Readonly<Record<Label, Reader>> = {
  rastreo: {
    read: claves,
    glued: (text) => (readClaveRastreo(text) ? { kind: 'clave_rastreo', value: text } : null),
  },
  clabe: {
    read: (atoms, at) => reaching(atoms, at, 18, 'clabe'),
    glued: (text) => (readClabe(text) ? { kind: 'clabe', value: text } : null),
  },
  account: { read: accounts },
  cbu: {
    read: (atoms, at) => reaching(atoms, at, 22, 'cbu'),
    glued: (text) => (readCbu(text) ? { kind: 'cbu', value: text } : null),
  },
  tax: {
    read: taxIds,
    glued: (text) => (/^\d{11}(\d{3})?$/.test(text) ? { kind: 'tax_id', value: text } : null),
  },
  rfc: { read: rfc },
  reference: { read: references },
};

/**
 * A clave, which Banorte breaks by blanks: pieces with a digit are joined as long as the whole is built like one. The
 * first piece alone stays a reading of its own where it is complete, since a number that follows may be a reference.
 */
function claves(atoms: Atoms, at: number): Reach[] {
  const first = (atoms.at(at) as Atom).text;
  const alone = first.length <= LONGEST_CLAVE ? readClaveRastreo(first) : null;
  let whole = first;
  let last = at;
  for (let i = at + 1; i <= at + LONGEST_CLAVE; i++) {
    const piece = atoms.at(i)?.text;
    if (!piece || whole.length + piece.length > LONGEST_CLAVE) break;
    if (!/^[0-9A-Za-z]*\d/.test(piece) || !/^\s+$/.test(atoms.gapBefore(i) ?? '')) break;
    whole += piece;
    if (readClaveRastreo(whole)?.isKnownShape) last = i;
  }
  const readings: Reach[] = [];
  if (alone && (alone.isKnownShape || last === at)) readings.push({ kind: 'clave_rastreo', last: at });
  if (last > at) readings.push({ kind: 'clave_rastreo', last });
  return readings;
}

/** Digits from an atom on, through single blanks, dots and dashes, that are exactly so many. */
function reaching(atoms: Atoms, at: number, digits: number, kind: Hit['kind']): Reach[] {
  let length = 0;
  for (let i = at; i < at + digits; i++) {
    const piece = atoms.at(i)?.text;
    if (!piece || !areDigits(piece)) return [];
    if (i > at && !/^[\s.\-/]$/.test(atoms.gapBefore(i) ?? '')) return [];
    length += piece.length;
    if (length === digits) return [{ kind, last: i }];
    if (length > digits) return [];
  }
  return [];
}

/** "Cuenta" may mean any number; what is put together from pieces must fit its check digits. */
function accounts(atoms: Atoms, at: number): Reach[] {
  const isTrue = ({ kind, last }: Reach) =>
    last === at || (kind === 'clabe' ? readClabe : readCbu)(joinedText(atoms, at, last))?.isValid;
  return [...reaching(atoms, at, 18, 'clabe'), ...reaching(atoms, at, 22, 'cbu')].filter(isTrue);
}

function taxIds(atoms: Atoms, at: number): Reach[] {
  // Of letters and digits: a CNPJ of the new kind.
  if (/^[0-9A-Z]{12}\d{2}$/i.test((atoms.at(at) as Atom).text)) return [{ kind: 'tax_id', last: at }];
  const short = reaching(atoms, at, 11, 'tax_id');
  return short.length > 0 ? short : reaching(atoms, at, 14, 'tax_id');
}

/** The tax authority's own stand-ins for "the public" and "a foreigner" are nobody's. */
const NOBODY = /^(?:XAXX|XEXX)010101000$/i;

function rfc(atoms: Atoms, at: number): Reach[] {
  const { text } = atoms.at(at) as Atom;
  return /^[A-ZÑ]{3,4}\d{6}[0-9A-Z]{3}$/i.test(text) && !NOBODY.test(text) ? [{ kind: 'tax_id', last: at }] : [];
}

/** Letters, digits, dashes and underscores with a digit among them, at least three. */
function references(atoms: Atoms, at: number): Reach[] {
  let last = at;
  while (last < at + 12 && /^[-_]$/.test(atoms.gapBefore(last + 1) ?? '')) last++;
  const text = atoms.written(at, last);
  return text.length >= 3 && text.length <= 64 && /\d/.test(text) ? [{ kind: 'reference', last }] : [];
}

/** As written, without the blanks that broke it. */
function joinedText(atoms: Atoms, from: number, to: number): string {
  return atoms.written(from, to).replace(/\s+/g, '');
}
