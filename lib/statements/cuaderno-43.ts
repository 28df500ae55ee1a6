import { isCalendarDate } from '@/lib/time-zones';
import { readLines } from './decode';
import { findIds } from './find-ids';
import type { Profile } from './profile';
import { beginning, joinTexts, kindByText } from './reader';
import { cents, field, isBlank } from './record-field';
import { type StatementFile, type StatementHead, type StatementPart, UnreadableFile } from './statement';

/**
 * Cuaderno 43 as Banorte writes it: records 11 (account), 22 (movement), 23 (its text, which goes on from one record to
 * the next), 33 (closing balance) and 88 (end). The account has 15 signs more than in the Spanish original, so that the
 * fields behind it stand 15 positions later. A file without its closing balance is cut off.
 */
export async function* readCuaderno43(file: StatementFile, profile: Profile): AsyncGenerator<StatementPart> {
  let account: string | null = null;
  let isOpen = false;
  let movement: Movement | null = null;
  const finished = () => {
    const parts = movement ? [readMovement(movement, profile), ...movement.notes] : [];
    movement = null;
    return parts;
  };
  for await (const { number, text, isCut } of readLines(file)) {
    const place = `line ${number}`;
    const note: StatementPart = { part: 'note', place, text: beginning(text) };
    const type = isCut ? '' : text.slice(0, 2);
    if (account === null && type !== '11') {
      throw new UnreadableFile('The first line is no record 11, so the file is no Cuaderno 43');
    }
    if (type === '23' && movement && movement.notes.length < MOST_TEXTS) {
      movement = joined(movement, text, note);
      continue;
    }
    yield* finished();
    if (type === '22') {
      if (!isOpen) throw new UnreadableFile(`Line ${number} is a movement outside of a record 11 and its record 33`);
      movement = { place, record: text, text: '', notes: [] };
    } else if (type === '11') {
      const head = openingOf(text, number);
      if (account !== null && head.account !== account) {
        throw new UnreadableFile(
          `The file has statements of several accounts: ${account}, ${head.account}. Import one at a time`,
        );
      }
      yield { part: 'head', head: account === null ? head : { to: head.to } };
      yield note;
      account = head.account;
      isOpen = true;
    } else if (type === '33') {
      const closing = signed(field(text, 75, 88), field(text, 74, 74));
      if (closing === null) throw new UnreadableFile(`Record 33 in line ${number} has no closing balance`);
      yield { part: 'head', head: { closing } };
      yield note;
      isOpen = false;
    } else if (OTHERS.has(type) || isBlank(text)) yield note;
    else yield { part: 'unreadable', place, reason: 'This is no record of a Cuaderno 43', text: beginning(text) };
  }
  yield* finished();
  if (account === null) throw new UnreadableFile('The file is empty');
  if (isOpen) throw new UnreadableFile('The file is cut off: its closing balance (record 33) is missing');
}

/** Amounts in another currency, a text whose movement is unreadable, and the end. */
const OTHERS: ReadonlySet<string> = new Set(['23', '24', '88']);

/** A record 22 while its texts are still to come, and the parts for the lines they are on. */
type Movement = {
  readonly place: string;
  readonly record: string;
  readonly text: string;
  readonly notes: readonly StatementPart[];
};

/** Words and ids are broken where a record is full, so that its blanks count. */
const TEXT_SIGNS = 76;
/** A movement has up to five; what repeats without end is none of it. */
const MOST_TEXTS = 10;

function joined({ place, record, text, notes }: Movement, more: string, note: StatementPart): Movement {
  const piece = more.slice(4, 4 + TEXT_SIGNS).padEnd(TEXT_SIGNS);
  return { place, record, text: text + piece, notes: [...notes, note] };
}

/** ISO 4217 by number, of those that such an account is kept in. */
const CURRENCIES: Readonly<Record<string, string>> = { '484': 'MXN', '840': 'USD', '978': 'EUR' };

function openingOf(text: string, number: number): Partial<StatementHead> & Pick<StatementHead, 'account' | 'to'> {
  const [from, to] = [dayOf(field(text, 36, 41)), dayOf(field(text, 42, 47))];
  if (!from || !to) {
    throw new UnreadableFile(
      `Positions 36 to 47 of line ${number} are no two days: the bank has a record 11 of its own`,
    );
  }
  const account = field(text, 26, 35).replace(/^0+(?=\d)/, '');
  return {
    account: account || 'unnamed',
    currency: CURRENCIES[field(text, 63, 65)] ?? null,
    opening: signed(field(text, 49, 62), field(text, 48, 48)),
    from,
    to,
  };
}

function readMovement({ place, record, text }: Movement, profile: Profile): StatementPart {
  const unreadable = (reason: string): StatementPart => ({
    part: 'unreadable',
    place,
    reason,
    text: beginning(record),
  });
  const bookedOn = dayOf(field(record, 11, 16));
  if (!bookedOn) return unreadable(`Positions 11 to 16, “${field(record, 11, 16)}”, are no date`);
  const amount = signed(field(record, 29, 42), field(record, 28, 28));
  if (amount === null) return unreadable('Positions 28 to 42 are no side (1 or 2) with an amount');
  const said = joinTexts([field(record, 53, 82), text]);
  const document = field(record, 43, 52).replace(/^0+/, '');
  return {
    part: 'line',
    line: {
      place,
      bookedOn,
      bookedAt: null,
      valueOn: dayOf(field(record, 17, 22)),
      amount,
      currency: null,
      text: said,
      counterparty: { name: null, account: null, taxId: null },
      bankReference: document || null,
      balance: null,
      kind: kindByText(said, profile) ?? 'payment',
      ids: findIds(said),
    },
  };
}

/** AAMMDD as YYYY-MM-DD; `null` for no date. */
function dayOf(text: string): string | null {
  const date = `20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4)}`;
  return /^\d{6}$/.test(text) && isCalendarDate(date) ? date : null;
}

/** Fourteen digits of hundredths that went out (1) or came in (2); fewer are the beginning of a record that is cut off. */
function signed(digits: string, side: string): string | null {
  const value = digits.length === 14 ? cents(digits) : null;
  if (value === null || (side !== '1' && side !== '2')) return null;
  return side === '1' && /[1-9]/.test(value) ? `-${value}` : value;
}
