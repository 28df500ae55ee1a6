import { decimalText } from '@/lib/money';
import { isCalendarDate, type TimeZone } from '@/lib/time-zones';
import { dayIn, instantOf } from './calendar';
import { fieldId, findIds, referenceIds } from './find-ids';
import type { FoundId } from './found-ids';
import { accountIds, isCurrency, joinTexts } from './reader';
import type { Counterparty } from './statement';
import { all, textAt, textsAt, type XmlNode } from './xml';

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/**
 * A Dt or DtTm: the bank's local day and the instant. With an offset the day is as written; in UTC ("Z") it is the day
 * that the instant has in the bank's zone. `null` for no date.
 */
export function dayOf(text: string | null, zone: TimeZone): { on: string; at: string | null } | null {
  const [, on = '', time, fraction = '', offset] = MOMENT.exec(text ?? '') ?? [];
  if (!isCalendarDate(on)) return null;
  if (!time) return { on, at: null };
  const at = instantOf(on, time + fraction.slice(0, 4), zone, offset ?? null);
  return at === null ? null : { on: offset === 'Z' ? dayIn(at, zone) : on, at };
}

/** An amount as ISO 20022 writes it, digits and a point, with its currency; `null` for anything else. */
export function amountAt(node: XmlNode | undefined): { amount: string; currency: string | null } | null {
  const written = textAt(node) ?? '';
  const amount = /^\d+(?:\.\d+)?$/.test(written) ? decimalText(written) : null;
  const currency = textAt(node, '@Ccy');
  return amount === null || (currency && !isCurrency(currency)) ? null : { amount, currency };
}

/** The amount with the other sign. */
export function negative(amount: string): string {
  return decimalText(amount.startsWith('-') ? amount.slice(1) : `-${amount}`) ?? amount;
}

/** The other side of a transfer: who paid when money came in, who was paid when it went out. */
export function counterpartyOf(details: XmlNode | undefined, role: 'Dbtr' | 'Cdtr'): Counterparty {
  const parties = all(details, 'RltdPties')[0];
  // Version 08 puts a Pty between the role and what is told of it.
  const party = all(parties, role, 'Pty')[0] ?? all(parties, role)[0];
  const account = all(parties, `${role}Acct`, 'Id')[0];
  return {
    name: textAt(party, 'Nm'),
    account: textAt(account, 'IBAN') ?? textAt(account, 'Othr', 'Id'),
    taxId: taxIdOf(party),
  };
}

/** CPF, CUIT, RFC, or CNPJ with letters, in the fields where a party may have ids of any kind. */
const TAX_ID = /^(?:\d{11}|\d{14}|[0-9A-Z]{12}\d{2}|[A-ZÑ&]{3,4}\d{6}[0-9A-Z]{3})$/i;

function taxIdOf(party: XmlNode | undefined): string | null {
  const others = [...all(party, 'Id', 'OrgId', 'Othr'), ...all(party, 'Id', 'PrvtId', 'Othr')];
  const named = others.find((other) => textAt(other, 'SchmeNm', 'Cd') === 'TXID');
  const shaped = others.find((other) => TAX_ID.test((textAt(other, 'Id') ?? '').replace(/[.\-/\s]/g, '')));
  return textAt(named ?? shaped, 'Id');
}

/** What identifies the transfer: the fields for it, whatever the bank put where, and the texts. */
export function idsOf(
  details: XmlNode | undefined,
  { account, taxId }: Counterparty,
  text: string,
  zone: TimeZone,
): FoundId[] {
  const refs = all(details, 'Refs')[0];
  const fields = ['EndToEndId', 'TxId', 'ClrSysRef', 'InstrId'].flatMap((name) => textsAt(refs, name));
  const creditor = textsAt(details, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref');
  const uetr = textAt(refs, 'UETR');
  return [
    ...[...fields, ...creditor].flatMap((value) => referenceIds(value, zone)),
    ...[uetr && fieldId('reference', uetr), taxId && fieldId('tax_id', taxId)].filter((id) => !!id),
    ...accountIds(account),
    ...findIds(text),
  ];
}

/** All free text of one transaction: what it is for, why it came back, what was charged. */
export function textOfDetails(details: XmlNode | undefined): string {
  const remittance = all(details, 'RmtInf');
  return joinTexts([
    ...remittance.flatMap((info) => textsAt(info, 'Ustrd')),
    ...remittance.flatMap((info) => textsAt(info, 'Strd', 'CdtrRefInf', 'Ref')),
    ...remittance.flatMap((info) => textsAt(info, 'Strd', 'AddtlRmtInf')),
    ...textsAt(details, 'RtrInf', 'Rsn', 'Cd').map((code) => `Return ${code}`),
    ...textsAt(details, 'RtrInf', 'AddtlInf'),
    ...textsAt(details, 'AddtlTxInf'),
    ...chargesOf(details),
  ]);
}

/** Charges told beside an amount, which they are part of or not: kept as text, never taken off. */
export function chargesOf(node: XmlNode | undefined): string[] {
  const amounts = [...all(node, 'Chrgs', 'Amt'), ...all(node, 'Chrgs', 'Rcrd', 'Amt')].map(amountAt);
  return amounts.map((charge) => (charge ? `Charge ${charge.amount} ${charge.currency ?? ''}` : ''));
}
