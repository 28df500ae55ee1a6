import { type Said, said } from '@/lib/language/said';
import { add, compare } from '@/lib/money';
import { amountAt, chargesOf, counterpartyOf, dayOf, idsOf, negative, textOfDetails } from './camt053-facts';
import { unique } from './find-ids';
import type { Profile } from './profile';
import { beginning, joinTexts, kindByText } from './reader';
import type { LineKind, StatementLine, StatementPart } from './statement';
import { isSaid } from './words';
import { all, textAt, textsAt, type XmlNode } from './xml';

/** What an entry says once for all transactions in it. */
type Entry = {
  readonly shared: Omit<StatementLine, 'place' | 'amount' | 'text' | 'counterparty' | 'ids' | 'kind'>;
  readonly amount: string;
  readonly texts: readonly string[];
  readonly role: 'Dbtr' | 'Cdtr';
  readonly kind: LineKind;
};

/** One entry: a line, or a line for each of its transactions where their amounts add up to the entry's. */
export function* entryParts(node: XmlNode, place: string, profile: Profile): Generator<StatementPart> {
  const status = textAt(node, 'Sts', 'Cd') ?? textAt(node, 'Sts');
  const told = joinTexts([textAt(node, 'AcctSvcrRef'), ...entryTexts(node), textAt(node, 'Amt')]);
  if (status === 'PDNG' || status === 'INFO' || status === 'FUTR') {
    const text = beginning(told);
    yield { part: 'note', place, text, reason: said('parsing.camt.notBooked', { status, text }) };
    return;
  }
  const entry = readEntry(node, status, profile);
  if (isSaid(entry)) {
    yield { part: 'unreadable', place, reason: entry, text: beginning(told) };
    return;
  }
  const details = all(node, 'NtryDtls', 'TxDtls');
  const amounts = details.length > 1 ? amountsOf(details, node, entry) : null;
  if (amounts) {
    for (const [i, transaction] of details.entries()) {
      yield {
        part: 'line',
        line: lineOf(entry, [transaction], amounts[i] ?? '0', `${place}, TxDtls ${i + 1}`, profile),
      };
    }
    return;
  }
  yield { part: 'line', line: lineOf(entry, details, entry.amount, place, profile) };
  if (details.length > 1) {
    yield { part: 'note', place, text: '', reason: said('parsing.camt.oneLine', { count: details.length }) };
  }
}

function readEntry(node: XmlNode, status: string | null, profile: Profile): Entry | Said {
  if (status === null) return said('parsing.camt.noStatus');
  if (status !== 'BOOK') return said('parsing.camt.status', { status });
  const written = all(node, 'Amt')[0];
  const money = amountAt(written);
  if (!money) return said('parsing.field.noAmount', { field: 'Amt', text: beginning(textAt(written) ?? '') });
  const side = textAt(node, 'CdtDbtInd');
  if (side !== 'CRDT' && side !== 'DBIT')
    return said('parsing.field.noDirection', { field: 'CdtDbtInd', text: beginning(side ?? '') });
  const booked = dayOf(textAt(node, 'BookgDt', 'DtTm') ?? textAt(node, 'BookgDt', 'Dt'), profile.zone);
  if (!booked) return said('parsing.camt.noDate');
  const valued = dayOf(textAt(node, 'ValDt', 'DtTm') ?? textAt(node, 'ValDt', 'Dt'), profile.zone);
  const isReversal = /^(?:true|1)$/.test(textAt(node, 'RvslInd') ?? '');
  return {
    shared: {
      bookedOn: booked.on,
      bookedAt: booked.at,
      valueOn: valued?.on ?? null,
      currency: money.currency,
      bankReference: textAt(node, 'AcctSvcrRef') ?? textAt(node, 'NtryRef'),
      balance: null,
    },
    amount: side === 'DBIT' ? negative(money.amount) : money.amount,
    texts: [...entryTexts(node), ...(isReversal ? ['Reversal'] : []), ...chargesOf(node)],
    // Side is that of this booking, reversal or not; the parties of a reversal are those of what it reverses.
    role: (side === 'CRDT') !== isReversal ? 'Dbtr' : 'Cdtr',
    kind: kindByCode(node),
  };
}

function entryTexts(node: XmlNode): string[] {
  return [...textsAt(node, 'AddtlNtryInf'), ...textsAt(node, 'BkTxCd', 'Prtry', 'Cd')];
}

/** Sub-families of the bank transaction code that are charges and taxes. */
const FEES: ReadonlySet<string> = new Set(['CHRG', 'FEES', 'COMM', 'COME', 'COMI', 'COMT']);

function kindByCode(node: XmlNode): LineKind {
  const code = textAt(node, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') ?? '';
  return code === 'TAXE' ? 'tax' : FEES.has(code) ? 'fee' : 'payment';
}

/** The amounts of the transactions in an entry, if each has one in its currency and their sum is the entry's. */
function amountsOf(details: readonly XmlNode[], node: XmlNode, entry: Entry): string[] | null {
  const entrySide = textAt(node, 'CdtDbtInd');
  const amounts: string[] = [];
  for (const transaction of details) {
    const written = all(transaction, 'Amt')[0] ?? all(transaction, 'AmtDtls', 'TxAmt', 'Amt')[0];
    const money = amountAt(written);
    const side = textAt(transaction, 'CdtDbtInd') ?? entrySide;
    if (!money || money.currency !== entry.shared.currency || (side !== 'CRDT' && side !== 'DBIT')) return null;
    amounts.push(side === 'DBIT' ? negative(money.amount) : money.amount);
  }
  return compare(amounts.reduce(add, '0'), entry.amount) === 0 ? amounts : null;
}

function lineOf(
  entry: Entry,
  details: readonly XmlNode[],
  amount: string,
  place: string,
  profile: Profile,
): StatementLine {
  const detailTexts = details.map(textOfDetails);
  const text = joinTexts([...detailTexts, ...entry.texts]);
  const parties = details.map((transaction) => counterpartyOf(transaction, entry.role));
  // Of several transactions in one line nobody is the counterparty.
  const counterparty = (parties.length === 1 && parties[0]) || { name: null, account: null, taxId: null };
  const found = details.flatMap((transaction, i) => {
    const party = parties[i] ?? counterparty;
    return idsOf(transaction, party, detailTexts[i] ?? '', profile.zone);
  });
  const ownReference = details.length === 1 ? textAt(details[0], 'Refs', 'AcctSvcrRef') : null;
  return {
    place,
    ...entry.shared,
    bankReference: ownReference ?? entry.shared.bankReference,
    amount,
    text,
    counterparty,
    kind: kindByText(text, profile) ?? entry.kind,
    ids: unique([...found, ...idsOf(undefined, counterparty, joinTexts(entry.texts), profile.zone)]),
  };
}
