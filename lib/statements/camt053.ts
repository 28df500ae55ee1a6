import { said } from '@/lib/language/said';
import { decimalText } from '@/lib/money';
import { entryParts } from './camt053-entry';
import { dayOf, negative } from './camt053-facts';
import type { Profile } from './profile';
import { type StatementFile, type StatementHead, type StatementPart, UnreadableFile } from './statement';
import { all, readXml, textAt, type XmlNode } from './xml';

/** ISO 20022 camt.053 of versions 02 to 08 and after, of one account; several statements of it are read on. */
export async function* readCamt053(file: StatementFile, profile: Profile): AsyncGenerator<StatementPart> {
  const root = await readXml(file);
  const message = all(root, 'Document', 'BkToCstmrStmt');
  if (message.length === 0) throw new UnreadableFile(said('parsing.camt.notCamt053', { reason: whatElse(root) }));
  const statements = all(message[0], 'Stmt');
  if (statements.length === 0) throw new UnreadableFile(said('parsing.camt.noStatement'));
  const accounts = new Set(statements.map(accountOf));
  if (accounts.size > 1) {
    const all = [...accounts].map((account) => account ?? said('parsing.file.noNumber'));
    throw new UnreadableFile(said('parsing.file.several', { accounts: { all } }));
  }
  // The bank may put the newest first; opening and closing balances are those of the whole.
  const inOrder = [...statements].sort((a, b) => compareDays(headOf(a, profile).from, headOf(b, profile).from));
  for (const [i, statement] of inOrder.entries()) {
    const { opening, from, ...head } = headOf(statement, profile);
    yield { part: 'head', head: i === 0 ? { ...head, from, opening } : head };
    const prefix = statements.length > 1 ? `Stmt ${statements.indexOf(statement) + 1}, ` : '';
    for (const [k, entry] of all(statement, 'Ntry').entries())
      yield* entryParts(entry, `${prefix}Ntry ${k + 1}`, profile);
  }
}

function whatElse(root: XmlNode): string {
  if (all(root, 'Document', 'BkToCstmrAcctRpt').length > 0) return 'camt052';
  if (all(root, 'Document', 'BkToCstmrDbtCdtNtfctn').length > 0) return 'camt054';
  return 'other';
}

function compareDays(a: string | null | undefined, b: string | null | undefined): number {
  return a && b && a !== b ? (a < b ? -1 : 1) : 0;
}

function accountOf(statement: XmlNode): string | null {
  return textAt(statement, 'Acct', 'Id', 'IBAN') ?? textAt(statement, 'Acct', 'Id', 'Othr', 'Id');
}

function headOf(
  statement: XmlNode,
  { zone }: Profile,
): Partial<StatementHead> & Pick<StatementHead, 'opening' | 'from'> {
  const bank = all(statement, 'Acct', 'Svcr', 'FinInstnId')[0];
  const day = (...path: readonly string[]) => dayOf(textAt(statement, ...path), zone)?.on ?? null;
  const balances = all(statement, 'Bal').map(balanceOf);
  const first = (code: string) => balances.find((balance) => balance.code === code)?.amount;
  const interim = balances.filter(({ code }) => code === 'ITBD').map(({ amount }) => amount);
  const from = day('FrToDt', 'FrDtTm') ?? day('FrToDt', 'FrDt');
  const to = day('FrToDt', 'ToDtTm') ?? day('FrToDt', 'ToDt');
  return {
    account: accountOf(statement),
    bank:
      ['Nm', 'BICFI', 'BIC'].map((name) => textAt(bank, name)).find(Boolean) ?? textAt(bank, 'ClrSysMmbId', 'MmbId'),
    currency: textAt(statement, 'Acct', 'Ccy') ?? textAt(statement, 'Bal', 'Amt', '@Ccy'),
    from,
    to,
    // Of a statement in pages, the inner ones begin and end with interim balances.
    opening: first('OPBD') ?? first('PRCD') ?? (interim.length > 1 ? interim[0] : undefined) ?? null,
    closing: first('CLBD') ?? interim.at(-1) ?? null,
  };
}

function balanceOf(balance: XmlNode): { code: string | null; amount: string } {
  const code = textAt(balance, 'Tp', 'CdOrPrtry', 'Cd');
  const written = textAt(balance, 'Amt') ?? '';
  const amount = /^-?\d+(?:\.\d+)?$/.test(written) ? decimalText(written) : null;
  const side = textAt(balance, 'CdtDbtInd');
  if (amount === null || (side !== 'CRDT' && side !== 'DBIT')) {
    throw new UnreadableFile(said('parsing.camt.badBalance', { code: code ?? '', text: written.slice(0, 40) }));
  }
  return { code, amount: side === 'DBIT' ? negative(amount) : amount };
}
