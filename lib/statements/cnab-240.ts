import { type Said, said } from '@/lib/language/said';
import { isCalendarDate } from '@/lib/time-zones';
import type { Line } from './decode';
import { certainIds, fieldId, unique } from './find-ids';
import type { FoundId } from './found-ids';
import type { Profile } from './profile';
import { beginning, joinTexts, kindByText } from './reader';
import { cents, field } from './record-field';
import { type LineKind, type StatementLine, type StatementPart, UnreadableFile } from './statement';

/** A payment whose later segments are still to come, and the parts for the lines they are on. */
type Pending = { readonly line: StatementLine; readonly ids: FoundId[]; readonly after: StatementPart[] };

/** The account of a lot that does not name it. */
const UNNAMED = 'unnamed';

/** The records of FEBRABAN's CNAB 240, in the order of the file. Positions are counted from 1, as its tables do. */
export class Cnab240 {
  #pending: Pending | null = null;
  /** Whether the payment before was no line, so that its later segments are none either. */
  #isPassing = false;
  #isStatementLot = false;
  #account: string | null = null;

  constructor(
    readonly profile: Profile,
    header: string,
  ) {
    if (field(header, 143, 143) === '1') {
      throw new UnreadableFile(said('parsing.file.orders'));
    }
  }

  /** The parts of one record; those of a payment follow when it is complete. */
  read({ number, text }: Line): StatementPart[] {
    const place = `line ${number}`;
    const note: StatementPart = { part: 'note', place, text: beginning(text) };
    const type = field(text, 8, 8);
    const segment = field(text, 14, 14);
    const completes = type === '3' && (COMPLETING.has(segment) || isBillOwner(text, segment));
    if (completes && this.#isPassing) return [note];
    if (completes && this.#pending) {
      const extended = complete(this.#pending, text, segment);
      this.#pending = { ...extended, after: [...extended.after, note] };
      return [];
    }
    const before = this.end();
    this.#isPassing = false;
    if (type === '0') return [...before, { part: 'head', head: headOf(text) }, note];
    if (type === '1') {
      this.#isStatementLot = field(text, 10, 11) === '04';
      return [...before, ...(this.#isStatementLot ? [this.#openingOf(text)] : []), note];
    }
    if (type === '5' && this.#isStatementLot) return [...before, closingOf(text), note];
    if (type !== '3') return [...before, note];
    if (segment === 'E' && this.#isStatementLot) return [...before, readMovement(text, place, this.profile)];
    if (segment !== 'A' && segment !== 'J') {
      const reason = said('parsing.cnab.segment', { segment: segment || '“ ”' });
      return [...before, { part: 'unreadable', place, reason, text: beginning(text) }];
    }
    const read = readPayment(text, place, segment);
    if ('part' in read) {
      this.#isPassing = true;
      return [...before, read];
    }
    this.#pending = { line: read, ids: [...read.ids], after: [] };
    return before;
  }

  #openingOf(text: string): StatementPart {
    const head = headOf(text);
    if (this.#account && head.account && head.account !== this.#account) {
      const first = this.#account === UNNAMED ? said('parsing.file.unnamed') : this.#account;
      throw new UnreadableFile(said('parsing.file.several', { accounts: { all: [first, head.account] } }));
    }
    // Of several lots of one account, the first begins the whole.
    if (this.#account) return { part: 'head', head: {} };
    this.#account = head.account ?? UNNAMED;
    const opening = signed(cents(field(text, 151, 168)), field(text, 169, 169));
    return { part: 'head', head: { account: head.account, opening, from: day(field(text, 143, 150)) } };
  }

  /** What is still held back. */
  end(): StatementPart[] {
    const pending = this.#pending;
    this.#pending = null;
    if (!pending) return [];
    return [{ part: 'line', line: { ...pending.line, ids: unique(pending.ids) } }, ...pending.after];
  }
}

/** Segments that go on about the payment before them. */
const COMPLETING: ReadonlySet<string> = new Set(['B', 'C', 'D', 'Z', '5']);

/** The optional record 52 of a bill, which names who owes and who is owed and has no day of payment. */
function isBillOwner(text: string, segment: string): boolean {
  return segment === 'J' && field(text, 18, 19) === '52' && day(field(text, 145, 152)) === null;
}

/** DDMMAAAA as YYYY-MM-DD; `null` for zeros and for no date. */
function day(text: string): string | null {
  const date = `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`;
  return text.length === 8 && isCalendarDate(date) ? date : null;
}

function signed(value: string | null, side: string): string | null {
  if (value === null || (side !== 'C' && side !== 'D')) return null;
  return side === 'D' && /[1-9]/.test(value) ? `-${value}` : value;
}

function headOf(text: string) {
  const account = field(text, 59, 70).replace(/^0+(?=.)/, '');
  return {
    account: account ? `${account}${field(text, 71, 71)}` : null,
    bank: field(text, 103, 132) || null,
    currency: 'BRL',
  };
}

function closingOf(text: string): StatementPart {
  const closing = signed(cents(field(text, 151, 168)), field(text, 169, 169));
  return { part: 'head', head: { closing, to: day(field(text, 143, 150)) } };
}

/** Categories of a statement's movement that are the bank's charges, and taxes. */
const CATEGORIES: Readonly<Record<string, LineKind>> = { 105: 'fee', 109: 'tax', 110: 'tax', 111: 'tax' };

/** Segment E: one movement of the account. */
function readMovement(text: string, place: string, profile: Profile): StatementPart {
  const unreadable = (reason: Said): StatementPart => ({ part: 'unreadable', place, reason, text: beginning(text) });
  const bookedOn = day(field(text, 143, 150));
  if (!bookedOn) return unreadable(said('parsing.cnab.noMovementDate', { text: field(text, 143, 150) }));
  const value = signed(cents(field(text, 151, 168)), field(text, 169, 169));
  if (value === null) return unreadable(said('parsing.cnab.noMovementAmount'));
  const words = joinTexts([field(text, 177, 201), field(text, 202, 240)]);
  const line: StatementLine = {
    place,
    bookedOn,
    bookedAt: null,
    valueOn: day(field(text, 135, 142)),
    amount: value,
    currency: null,
    text: words,
    counterparty: NOBODY,
    bankReference: field(text, 202, 240) || null,
    balance: null,
    kind: kindByText(words, profile) ?? CATEGORIES[field(text, 170, 172)] ?? 'payment',
    ids: unique(certainIds(text)),
  };
  return { part: 'line', line };
}

const NOBODY = { name: null, account: null, taxId: null };

/** Where a payment's segment has what: a transfer (A) or a bill (J). */
const PAYMENTS = {
  A: { name: [44, 73], ordered: [94, 101], paidOn: [155, 162], paid: [163, 177], own: [74, 93], bank: [135, 154] },
  J: { name: [62, 91], ordered: [92, 99], paidOn: [145, 152], paid: [153, 167], own: [183, 202], bank: [203, 222] },
} as const;

/** A payment that the bank says it made (occurrence 00); any other answer moved no money. */
function readPayment(text: string, place: string, segment: 'A' | 'J'): StatementLine | StatementPart {
  const at = (name: keyof (typeof PAYMENTS)['A']) =>
    field(text, PAYMENTS[segment][name][0], PAYMENTS[segment][name][1]);
  const occurrences: readonly string[] = field(text, 231, 240).match(/.{1,2}/g) ?? [];
  if (!occurrences.includes('00')) {
    const answer = occurrences.join(' ') || said('parsing.cnab.noAnswer');
    const name = beginning(at('name'));
    return { part: 'note', place, text: name, reason: said('parsing.cnab.notPaid', { answer, name }) };
  }
  const unreadable = (reason: Said): StatementPart => ({ part: 'unreadable', place, reason, text: beginning(text) });
  const bookedOn = day(at('paidOn'));
  if (!bookedOn) return unreadable(said('parsing.cnab.noPaidDate', { text: at('paidOn') }));
  const paid = cents(at('paid'));
  if (paid === null || !/[1-9]/.test(paid)) return unreadable(said('parsing.cnab.noPaidAmount', { text: at('paid') }));
  const account =
    segment === 'A' ? joinTexts([field(text, 24, 28), `${field(text, 30, 41)}${field(text, 42, 42)}`]) : null;
  const own = fieldId('reference', at('own'));
  return {
    place,
    bookedOn,
    bookedAt: null,
    valueOn: null,
    amount: `-${paid}`,
    currency: segment === 'A' ? currencyOf(field(text, 102, 104)) : null,
    text: joinTexts([at('name'), segment === 'A' ? field(text, 178, 217) : null]),
    counterparty: { name: at('name') || null, account, taxId: null },
    bankReference: at('bank') || null,
    balance: null,
    kind: 'payment',
    ids: [...(own ? [own] : []), ...certainIds(text)],
  };
}

function currencyOf(code: string): string | null {
  return code === 'BRL' ? 'BRL' : null;
}

/** A later segment of a payment: its beneficiary's tax id in B, and ids wherever they stand. */
function complete(pending: Pending, text: string, segment: string): Pending {
  const ids = [...pending.ids, ...certainIds(text)];
  const digits = field(text, 19, 32);
  const length = { 1: 11, 2: 14 }[field(text, 18, 18)];
  const taxId = segment === 'B' && length && digits.length === 14 ? digits.slice(-length) : null;
  const id = taxId && !/^0+$/.test(taxId) ? fieldId('tax_id', taxId) : null;
  if (!id) return { ...pending, ids };
  const counterparty = { ...pending.line.counterparty, taxId };
  return { ...pending, line: { ...pending.line, counterparty }, ids: [...ids, id] };
}
