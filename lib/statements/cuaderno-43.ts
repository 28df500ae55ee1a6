import { type Said, said } from '@/lib/language/said';
import { isCalendarDate } from '@/lib/time-zones';
import { readLines } from './decode';
import { findIds } from './find-ids';
import type { Profile } from './profile';
import { beginning, joinTexts, kindByText } from './reader';
import { cents, field, isBlank } from './record-field';
import { type StatementFile, type StatementHead, type StatementPart, UnreadableFile } from './statement';
import type { Words } from './words';

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
      throw new UnreadableFile(said('parsing.c43.noRecord11'));
    }
    if (type === '23' && movement && movement.notes.length < MOST_TEXTS) {
      movement = joined(movement, text, note);
      continue;
    }
    yield* finished();
    if (type === '22') {
      if (!isOpen) throw new UnreadableFile(said('parsing.c43.outside', { line: number }));
      movement = { place, record: text, text: '', notes: [] };
    } else if (type === '11') {
      const head = openingOf(text, number);
      if (account !== null && head.account !== account) {
        const all = [account, head.account ?? UNNAMED].map(accountWords);
        throw new UnreadableFile(said('parsing.file.several', { accounts: { all } }));
      }
      yield { part: 'head', head: account === null ? head : { to: head.to } };
      yield note;
      account = head.account;
      isOpen = true;
    } else if (type === '33') {
      const closing = signed(field(text, 75, 88), field(text, 74, 74));
      if (closing === null) throw new UnreadableFile(said('parsing.c43.noClosing', { line: number }));
      yield { part: 'head', head: { closing } };
      yield note;
      isOpen = false;
    } else if (OTHERS.has(type) || isBlank(text)) yield note;
    else yield { part: 'unreadable', place, reason: said('parsing.c43.noRecord'), text: beginning(text) };
  }
  yield* finished();
  if (account === null) throw new UnreadableFile(said('parsing.file.empty'));
  if (isOpen) throw new UnreadableFile(said('parsing.c43.cutOff'));
}

/** An account whose number is left out. */
const UNNAMED = 'unnamed';

function accountWords(account: string): Words {
  return account === UNNAMED ? said('parsing.file.unnamed') : account;
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
    throw new UnreadableFile(said('parsing.c43.noDays', { line: number }));
  }
  const account = field(text, 26, 35).replace(/^0+(?=\d)/, '');
  return {
    account: account || UNNAMED,
    currency: CURRENCIES[field(text, 63, 65)] ?? null,
    opening: signed(field(text, 49, 62), field(text, 48, 48)),
    from,
    to,
  };
}

function readMovement({ place, record, text }: Movement, profile: Profile): StatementPart {
  const unreadable = (reason: Said): StatementPart => ({
    part: 'unreadable',
    place,
    reason,
    text: beginning(record),
  });
  const bookedOn = dayOf(field(record, 11, 16));
  if (!bookedOn) return unreadable(said('parsing.c43.noDate', { text: field(record, 11, 16) }));
  const amount = signed(field(record, 29, 42), field(record, 28, 28));
  if (amount === null) return unreadable(said('parsing.c43.noAmount'));
  const words = joinTexts([field(record, 53, 82), text]);
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
      text: words,
      counterparty: { name: null, account: null, taxId: null },
      bankReference: document || null,
      balance: null,
      kind: kindByText(words, profile) ?? 'payment',
      ids: findIds(words),
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
