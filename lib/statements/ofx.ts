import { type Said, said } from '@/lib/language/said';
import { decimalText } from '@/lib/money';
import { isCalendarDate, type TimeZone } from '@/lib/time-zones';
import { instantOf } from './calendar';
import { decodeText, readWhole } from './decode';
import { certainIds, findIds, referenceIds, unique } from './find-ids';
import { type Aggregate, scanOfx } from './ofx-scan';
import type { Profile } from './profile';
import { accountIds, beginning, isCurrency, joinTexts, kindByText } from './reader';
import {
  type LineKind,
  type StatementFile,
  type StatementHead,
  type StatementLine,
  type StatementPart,
  UnreadableFile,
} from './statement';
import { plain } from './table-columns';

/**
 * OFX 1.x (SGML) and 2.x (XML), of one bank account or credit card. The scanner is our own: the libraries for it lose what
 * follows a second `<OFX>`, do not know CDATA and take exponential time over a long tag name.
 */
export async function* readOfx(file: StatementFile, profile: Profile): AsyncGenerator<StatementPart> {
  const bytes = await readWhole(file);
  const root = scanOfx(decodeText(bytes, encodingOf(bytes)));
  const statements = within(root, 'STMTRS', 'CCSTMTRS');
  if (statements.length === 0) throw new UnreadableFile(said('parsing.ofx.noStatement'));
  const accounts = new Set(statements.map(accountOf));
  if (accounts.size > 1) {
    const all = [...accounts].map((account) => account ?? said('parsing.file.noNumber'));
    throw new UnreadableFile(said('parsing.file.several', { accounts: { all } }));
  }
  for (const statement of statements) {
    const currency = statement.fields.get('CURDEF') || null;
    if (currency && !isCurrency(currency)) throw new UnreadableFile(noCurrency('CURDEF', currency));
    yield { part: 'head', head: headOf(statement) };
    for (const transaction of within(statement, 'STMTTRN')) yield readTransaction(transaction, currency, profile);
  }
}

/** The header of 1.x names it in two fields, that of 2.x as any XML does. Without a name it is what banks use. */
function encodingOf(bytes: Uint8Array): string {
  const header = new TextDecoder('latin1').decode(bytes.subarray(0, 2000)).split(/<OFX>/i)[0] ?? '';
  const xml = /<\?xml[^>]{0,150}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})["']/i.exec(header)?.[1];
  if (xml) return xml;
  if (/<\?xml/i.test(header) || /ENCODING:\s{0,5}UTF-?8/i.test(header) || /CHARSET:\s{0,5}UTF-?8/i.test(header))
    return 'utf-8';
  if (/CHARSET:\s{0,5}(?:ISO-?)?8859-?1/i.test(header)) return 'iso-8859-1';
  return 'windows-1252';
}

/** All aggregates of these names inside one, however deep. */
function within(aggregate: Aggregate, ...names: readonly string[]): Aggregate[] {
  return aggregate.children.flatMap((child) => (names.includes(child.name) ? [child] : within(child, ...names)));
}

function noCurrency(field: string, text: string): Said {
  return said('parsing.field.noCurrency', { field, text: beginning(text) });
}

function accountOf(statement: Aggregate): string | null {
  const account = statement.children.find(({ name }) => name === 'BANKACCTFROM' || name === 'CCACCTFROM');
  const parts = ['BANKID', 'BRANCHID', 'ACCTID'].map((name) => account?.fields.get(name)).filter(Boolean);
  return parts.join(' ') || null;
}

function headOf(statement: Aggregate): Partial<StatementHead> {
  const account = within(statement, 'BANKACCTFROM', 'CCACCTFROM')[0]?.fields;
  const list = within(statement, 'BANKTRANLIST')[0]?.fields;
  const balance = within(statement, 'LEDGERBAL')[0]?.fields;
  const to = readMoment(list?.get('DTEND') ?? '', 'UTC')?.on ?? null;
  const asOf = readMoment(balance?.get('DTASOF') ?? '', 'UTC')?.on ?? null;
  // Of another day it is the balance at the time of the download, with movements that are not in the file.
  const closing = !to || !asOf || asOf === to ? readAmount(balance?.get('BALAMT') ?? '') : null;
  return {
    account: account?.get('ACCTID') || null,
    bank: account?.get('BANKID') || null,
    currency: statement.fields.get('CURDEF') || null,
    from: readMoment(list?.get('DTSTART') ?? '', 'UTC')?.on ?? null,
    to,
    ...(typeof closing === 'object' && closing && { closing: closing.amount }),
  };
}

function readTransaction(
  { fields, children, line }: Aggregate,
  currency: string | null,
  profile: Profile,
): StatementPart {
  const field = (name: string) => fields.get(name) || null;
  const inner = (name: string, ...aggregates: readonly string[]) =>
    children.find((child) => aggregates.includes(child.name))?.fields.get(name) || null;
  const place = `line ${line}`;
  const name = field('NAME') ?? inner('NAME', 'PAYEE');
  const text = joinTexts([name, field('MEMO')]);
  const unreadable = (reason: Said): StatementPart => ({ part: 'unreadable', place, reason, text: beginning(text) });
  const wrong = (name: string) => ({ field: name, text: beginning(field(name) ?? '') });
  const posted = readMoment(field('DTPOSTED') ?? '', profile.zone);
  if (!posted) return unreadable(said('parsing.field.noDate', wrong('DTPOSTED')));
  const amount = readAmount(field('TRNAMT') ?? '');
  if (amount === 'none') return unreadable(said('parsing.field.noAmount', wrong('TRNAMT')));
  if (amount === 'two') return unreadable(said('parsing.field.twoAmounts', wrong('TRNAMT')));
  const ownCurrency = inner('CURSYM', 'CURRENCY');
  if (ownCurrency && !isCurrency(ownCurrency)) return unreadable(noCurrency('CURSYM', ownCurrency));
  const account = inner('ACCTID', 'BANKACCTTO', 'CCACCTTO');
  const read: StatementLine = {
    place,
    bookedOn: posted.on,
    bookedAt: posted.at,
    valueOn: readMoment(field('DTAVAIL') ?? '', profile.zone)?.on ?? null,
    amount: amount.amount,
    currency: ownCurrency ?? currency,
    text,
    counterparty: { name, account, taxId: null },
    bankReference: field('FITID'),
    balance: null,
    kind: kindOf(field('TRNTYPE'), text, profile),
    ids: unique([
      ...referenceIds(field('REFNUM') ?? '', profile.zone),
      ...accountIds(account),
      ...findIds(text),
      // No field is meant for a PIX id, so banks put it anywhere.
      ...certainIds(joinTexts([field('CHECKNUM'), field('FITID')])),
    ]),
  };
  return { part: 'line', line: read };
}

const BALANCES = ['saldo anterior', 'saldo inicial', 'saldo do dia', 'saldo final', 'saldo em conta', 's a l d o'];

function kindOf(type: string | null, text: string, profile: Profile): LineKind {
  if (BALANCES.some((beginsWith) => plain(text).startsWith(beginsWith))) return 'balance';
  const told = kindByText(text, profile);
  if (told) return told;
  return type === 'FEE' || type === 'SRVCHG' ? 'fee' : 'payment';
}

const MOMENT =
  /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(?:\.(\d{1,6}))?\s{0,3}(?:\[([+-]?)(\d{1,2})(?:\.(\d{1,2}))?(?::[^\]]{0,40})?\])?$/;

/**
 * "20260314", "20260314101112.000[-3:BRT]": the day as the bank wrote it, and the instant. A time without an offset is
 * the bank's local one, whatever the standard says, and midnight to the second is a day without a time.
 */
function readMoment(text: string, zone: TimeZone): { on: string; at: string | null } | null {
  const match = MOMENT.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hours, minutes, seconds = '00', fraction, sign = '', offset, part = '0'] = match;
  const on = `${year}-${month}-${day}`;
  if (!isCalendarDate(on)) return null;
  if (!hours || !minutes || `${hours}${minutes}${seconds}` === '000000') return { on, at: null };
  if (hours > '23' || minutes > '59' || seconds > '59') return null;
  const time = `${hours}:${minutes}:${seconds}${fraction ? `.${fraction.slice(0, 3)}` : ''}`;
  const inHour = String(Math.round(Number(`0.${part}`) * 60)).padStart(2, '0');
  const shift = offset === undefined ? null : `${sign === '-' ? '-' : '+'}${offset.padStart(2, '0')}:${inHour}`;
  return { on, at: instantOf(on, time, zone, shift) };
}

/**
 * An amount with a point or a comma before its decimals, or why it cannot be told: it is none, or may be two. Both signs in one number are thousands
 * and decimals; one sign with three digits behind it may be either, so that it is not read.
 */
function readAmount(text: string): { readonly amount: string } | 'none' | 'two' {
  const [, sign = '', body = ''] = /^([+-]?)\s{0,3}(\d[\d.,]{0,60})$/.exec(text.trim()) ?? [];
  const decimal = body.lastIndexOf(',') > body.lastIndexOf('.') ? ',' : '.';
  const thousands = decimal === ',' ? '.' : ',';
  const pieces = body.split(decimal);
  const [whole = '', fraction] = pieces;
  if (!body || pieces.length > 2 || fraction === '') return 'none';
  if (
    whole.includes(thousands) ? !isGrouped(whole, thousands) : /^[1-9]\d{0,2}$/.test(whole) && fraction?.length === 3
  ) {
    return 'two';
  }
  const digits = whole.split(thousands).join('');
  const amount = decimalText(`${sign === '-' ? '-' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}`);
  return amount === null ? 'none' : { amount };
}

function isGrouped(whole: string, mark: string): boolean {
  const [first = '', ...rest] = whole.split(mark);
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
}
