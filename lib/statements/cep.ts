import { readClaveRastreo } from '@/lib/identifiers/clave-rastreo';
import { type Said, said } from '@/lib/language/said';
import { decimalText } from '@/lib/money';
import { isCalendarDate } from '@/lib/time-zones';
import { instantOf } from './calendar';
import { fieldId, findIds, unique } from './find-ids';
import type { Profile } from './profile';
import { accountIds, beginning, joinTexts } from './reader';
import { type StatementFile, type StatementLine, type StatementPart, UnreadableFile } from './statement';
import { isSaid } from './words';
import { all, readXml, textAt, type XmlNode } from './xml';

/**
 * The central bank's electronic receipts of SPEI transfers (CEP), one line each. A receipt has no side: which way the
 * money went follows from `account`, the number of the account whose statement this is.
 */
export async function* readCep(
  file: StatementFile,
  profile: Profile,
  account: string | null,
): AsyncGenerator<StatementPart> {
  const root = await readXml(file);
  const receipts = receiptsIn(root);
  if (receipts.length === 0) throw new UnreadableFile(said('parsing.cep.none'));
  yield { part: 'head', head: { account, currency: 'MXN' } };
  for (const [i, receipt] of receipts.entries()) {
    const place = `CEP ${i + 1}`;
    const read = readReceipt(receipt, place, profile, account);
    if (!isSaid(read)) yield { part: 'line', line: read };
    else yield { part: 'unreadable', place, reason: read, text: beginning(textOf(receipt)) };
  }
}

/** At the top, or together in one element of any name. */
function receiptsIn(root: XmlNode): XmlNode[] {
  const atTop = all(root, 'SPEI_Tercero');
  if (atTop.length > 0 || typeof root === 'string') return atTop;
  return Object.keys(root).flatMap((name) => all(root, name, 'SPEI_Tercero'));
}

function readReceipt(receipt: XmlNode, place: string, profile: Profile, account: string | null): StatementLine | Said {
  const bookedOn = textAt(receipt, '@FechaOperacion') ?? '';
  if (!isCalendarDate(bookedOn))
    return said('parsing.field.noDate', { field: 'FechaOperacion', text: beginning(bookedOn) });
  const written = textAt(receipt, 'Beneficiario', '@MontoPago') ?? '';
  const amount = /^\d+(?:\.\d+)?$/.test(written) ? decimalText(written) : null;
  if (amount === null) return said('parsing.field.noAmount', { field: 'MontoPago', text: beginning(written) });
  const receiver = told(receipt, 'Beneficiario', '@Cuenta');
  const sender = told(receipt, 'Ordenante', '@Cuenta');
  const direction = directionOf(sender, receiver, account);
  if (direction !== 'in' && direction !== 'out') return direction;
  const other = direction === 'in' ? 'Ordenante' : 'Beneficiario';
  const [otherAccount, taxId] = [told(receipt, other, '@Cuenta'), told(receipt, other, '@RFC')];
  const clave = claveOf(receipt, [sender, receiver]);
  const text = textOf(receipt);
  return {
    place,
    bookedOn,
    bookedAt: creditedAt(receipt, profile),
    valueOn: null,
    amount: direction === 'in' ? amount : (decimalText(`-${amount}`) ?? amount),
    currency: 'MXN',
    text,
    counterparty: { name: told(receipt, other, '@Nombre'), account: otherAccount, taxId },
    bankReference: clave,
    balance: null,
    kind: 'payment',
    ids: unique([
      ...[clave && fieldId('clave_rastreo', clave), taxId && fieldId('tax_id', taxId)].filter((id) => !!id),
      ...accountIds(otherAccount),
      ...findIds(text),
    ]),
  };
}

/** What is written for people: the concept and the other bank. */
function textOf(receipt: XmlNode): string {
  return joinTexts([
    textAt(receipt, 'Beneficiario', '@Concepto'),
    textAt(receipt, 'Ordenante', '@BancoEmisor'),
    textAt(receipt, 'Beneficiario', '@BancoReceptor'),
  ]);
}

/** An attribute, unless the bank filled it with "ND" or "NA". */
function told(receipt: XmlNode, element: string, attribute: string): string | null {
  const text = textAt(receipt, element, attribute);
  return text && !/^(?:ND|NA|N\/A)$/i.test(text) ? text : null;
}

function directionOf(sender: string | null, receiver: string | null, account: string | null): 'in' | 'out' | Said {
  const own = account?.replace(/\D/g, '');
  if (!own) return said('parsing.cep.noAccount');
  const isIn = receiver === own;
  const isOut = sender === own;
  if (isIn && isOut) return said('parsing.cep.bothOwn');
  if (!isIn && !isOut) return said('parsing.cep.neitherOwn', { account: own });
  return isIn ? 'in' : 'out';
}

/** The tracking key where there is an attribute for it, or else the part of the signed chain that is built like one. */
function claveOf(receipt: XmlNode, accounts: readonly (string | null)[]): string | null {
  const attribute = textAt(receipt, '@claveRastreo') ?? textAt(receipt, '@ClaveRastreo');
  if (attribute) return attribute;
  const candidates = chainOf(receipt).filter((piece) => !accounts.includes(piece) && piece.length <= 30);
  return candidates.find((piece) => readClaveRastreo(piece)?.isKnownShape) ?? null;
}

/** Many times what the longest names and concepts need. */
const LONGEST_CHAIN = 4000;

function chainOf(receipt: XmlNode): string[] {
  const chain = (textAt(receipt, '@cadenaCDA') ?? '').slice(0, LONGEST_CHAIN);
  const pieces = chain.split('|').map((piece) => piece.trim());
  return pieces.slice(pieces.findIndex(Boolean));
}

/** The chain tells the calendar day of the credit, which is before the operating day for a transfer at night. */
function creditedAt(receipt: XmlNode, { zone }: Profile): string | null {
  const [, , date = '', time = ''] = chainOf(receipt);
  const day = /^(\d{2})(\d{2})(\d{4})$/.exec(date);
  const clock = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/.exec(textAt(receipt, '@Hora') ?? '');
  if (!day || !clock || clock.slice(1).join('') !== time) return null;
  const on = `${day[3]}-${day[2]}-${day[1]}`;
  return isCalendarDate(on) ? instantOf(on, clock[0], zone, null) : null;
}
