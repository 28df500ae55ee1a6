import { readPixId } from '@/lib/identifiers/pix';
import { type Said, said } from '@/lib/language/said';
import { isCalendarDate, type TimeZone } from '@/lib/time-zones';
import { instantOf, readTime } from './calendar';
import type { Line } from './decode';
import { certainIds, fieldId, findIds, unique } from './find-ids';
import type { FoundId } from './found-ids';
import type { Profile } from './profile';
import { beginning, joinTexts } from './reader';
import { cents, field } from './record-field';
import { type StatementPart, UnreadableFile } from './statement';

type Place = readonly [from: number, to: number];

/** Where a received payment has what, in the one record of its kind. `moment` is AAAAMMDDHHMMSS. */
type Receipt = {
  readonly record: '1' | '5';
  readonly movement: Place;
  readonly day: Place;
  readonly moment: Place | null;
  readonly txid: Place;
  readonly paid: Place;
  readonly person: Place;
  readonly taxId: Place;
  readonly name: Place;
  readonly message: Place;
  readonly e2e: Place;
};

/** Version 001 tells a payment in the record of its charge. */
const FIRST: Receipt = {
  record: '1',
  movement: [132, 133],
  day: [134, 141],
  moment: null,
  txid: [142, 176],
  paid: [285, 301],
  person: [475, 476],
  taxId: [477, 490],
  name: [491, 630],
  message: [335, 474],
  e2e: [633, 667],
};

/** From version 002 on a payment has a record of its own, with the time of day. */
const SECOND: Receipt = {
  record: '5',
  movement: [167, 168],
  day: [169, 176],
  moment: [185, 198],
  txid: [2, 36],
  paid: [301, 317],
  person: [334, 335],
  taxId: [336, 349],
  name: [350, 489],
  message: [490, 629],
  e2e: [632, 663],
};

const RECEIVED = '06';
/** Movements of a charge in which no money moves. */
const UNPAID = {
  '02': 'issued',
  '03': 'rejected',
  '04': 'changed',
  '05': 'changeRejected',
  '07': 'cancelled',
  '08': 'cancelledByBank',
  '10': 'cancellationRejected',
} as const;

function isUnpaid(movement: string): movement is keyof typeof UNPAID {
  return Object.hasOwn(UNPAID, movement);
}

/**
 * The records of the PIX return of 750 characters. A payment is read only where its day, its amount and a whole
 * end-to-end id stand at their positions, so that a bank's own variant is told as unreadable and never guessed.
 */
export class Cnab750 {
  readonly #layout: Receipt;

  constructor(
    readonly profile: Profile,
    header: string,
  ) {
    if (field(header, 2, 2) === '1') {
      throw new UnreadableFile(said('parsing.file.orders'));
    }
    this.#layout = field(header, 742, 744) === '001' ? FIRST : SECOND;
  }

  /** The parts of one record. */
  read({ number, text }: Line): StatementPart[] {
    const place = `line ${number}`;
    const note: StatementPart = { part: 'note', place, text: beginning(text) };
    const type = text[0] ?? '';
    if (type === '0') return [{ part: 'head', head: headOf(text) }, note];
    if (type === this.#layout.record) return [readReceipt(text, place, this.#layout, this.profile.zone)];
    // Additional texts and the QR code of a charge; another version's receipt would carry an id.
    if (type === '2' || type === '4' || type === '9') return [note];
    if (type === '1' && certainIds(text).length === 0) return [note];
    return [unreadable(text, place, said('parsing.cnab.unknownRecord', { type }))];
  }

  /** Nothing is held back. */
  end(): StatementPart[] {
    return [];
  }
}

function headOf(text: string) {
  const account = field(text, 55, 74).replace(/^0+(?=\d)/, '');
  return { account: account || null, bank: field(text, 27, 34) || null, currency: 'BRL' };
}

function readReceipt(text: string, place: string, layout: Receipt, zone: TimeZone): StatementPart {
  const at = ([from, to]: Place) => field(text, from, to);
  const movement = at(layout.movement);
  if (isUnpaid(movement)) {
    const txid = beginning(at(layout.txid));
    return { part: 'note', place, text: txid, reason: said(`parsing.cnab.unpaid.${UNPAID[movement]}`, { txid }) };
  }
  const [from, to] = layout.movement;
  if (movement !== RECEIVED) return unreadable(text, place, said('parsing.cnab.unknownMovement', { from, to }));
  const bookedOn = dayOf(at(layout.day));
  if (!bookedOn) return unreadable(text, place, said('parsing.cnab.noDay', { text: beginning(at(layout.day)) }));
  const paid = cents(at(layout.paid));
  if (paid === null || !/[1-9]/.test(paid))
    return unreadable(text, place, said('parsing.cnab.noPaidAmount', { text: beginning(at(layout.paid)) }));
  const e2e = readPixId(at(layout.e2e));
  if (!e2e) return unreadable(text, place, said('parsing.cnab.noE2e', { text: beginning(at(layout.e2e)) }));
  const taxId = taxIdOf(at(layout.taxId), at(layout.person));
  const txid = at(layout.txid);
  const words = joinTexts([at(layout.message)]);
  const named = [
    fieldId('e2e', e2e.id),
    /[1-9A-Za-z]/.test(txid) ? fieldId('reference', txid) : null,
    taxId ? fieldId('tax_id', taxId) : null,
  ];
  return {
    part: 'line',
    line: {
      place,
      bookedOn,
      bookedAt: layout.moment ? instantAt(at(layout.moment), zone) : null,
      valueOn: null,
      amount: paid,
      currency: 'BRL',
      text: words,
      counterparty: { name: at(layout.name) || null, account: null, taxId },
      bankReference: e2e.id,
      balance: null,
      kind: 'payment',
      ids: unique([...named.filter((id): id is FoundId => id !== null), ...findIds(words)]),
    },
  };
}

/** The ids that stand in it are shown, for whoever looks the payment up. */
function unreadable(text: string, place: string, reason: Said): StatementPart {
  const ids = certainIds(text).map(({ value }) => value);
  const whole = ids.length > 0 ? said('parsing.cnab.foundIn', { reason, ids: ids.join(', ') }) : reason;
  return { part: 'unreadable', place, reason: whole, text: beginning(text) };
}

/** AAAAMMDD as YYYY-MM-DD; `null` for no date. */
function dayOf(text: string): string | null {
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return /^\d{8}$/.test(text) && isCalendarDate(date) ? date : null;
}

/** The bank's local time of the payment as an instant. */
function instantAt(text: string, zone: TimeZone): string | null {
  const date = dayOf(text.slice(0, 8));
  const time = readTime(`${text.slice(8, 10)}:${text.slice(10, 12)}:${text.slice(12)}`);
  return date && time && text.length === 14 ? instantOf(date, time, zone, null) : null;
}

/** A person's eleven digits or a company's fourteen signs, out of a field that is filled with zeros. */
function taxIdOf(text: string, person: string): string | null {
  const length = { '01': 11, '02': 14 }[person];
  return length && /^[0-9A-Z]{14}$/.test(text) && /[1-9]/.test(text) ? text.slice(-length) : null;
}
