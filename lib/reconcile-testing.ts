import 'server-only';
import { createHash } from 'node:crypto';
import { prisma } from '@/lib/db';
import { saveLegs } from '@/lib/reconciliation/leg.store';
import type { AccountRail } from '@/lib/statements/account';
import type { StatementLine } from '@/lib/statements/statement';
import { saveTransactions } from '@/lib/transactions/store';
import type { Transaction } from '@/lib/transactions/transaction';

/** For database tests only: puts payments and statements where a run finds them. */

/** Deleted and not truncated, which is ten times as fast for a handful of rows. */
export async function emptyDesk(): Promise<void> {
  await prisma().$executeRaw`
    WITH a AS (DELETE FROM transactions), b AS (DELETE FROM identifiers), c AS (DELETE FROM links), d AS (DELETE FROM legs),
      e AS (DELETE FROM leg_ids), f AS (DELETE FROM bank_accounts), g AS (DELETE FROM statements), h AS (DELETE FROM lines),
      i AS (DELETE FROM line_ids), j AS (DELETE FROM matches), k AS (DELETE FROM matched_lines),
      l AS (DELETE FROM matched_legs), m AS (DELETE FROM match_exceptions)
    DELETE FROM match_runs`;
}

export async function putPayments(transactions: readonly Transaction[]): Promise<void> {
  const folded = transactions.map((state) => ({ state, environment: 'stage' as const }));
  await prisma().$transaction(async (tx) => {
    await saveTransactions(tx, folded);
    await saveLegs(tx, folded);
  });
}

const CURRENCY = { spei: 'MXN', pix: 'BRL', ars: 'ARS', ledger: 'USDC' } as const satisfies Record<AccountRail, string>;

/** A statement over all days of an account of its own; returns the seqs of its lines, in their order. */
export async function putStatement(
  rail: AccountRail,
  lines: readonly StatementLine[],
  { account = `${rail} account`, covers = ['2020-01-01', '2030-01-01'] as readonly [string, string] } = {},
): Promise<bigint[]> {
  const kept = await prisma().bankAccount.upsert({
    where: { name: account },
    update: {},
    create: { id: account, name: account, rail, currency: CURRENCY[rail], zone: 'UTC', createdBy: 'test' },
  });
  const { id: statementId } = await prisma().statement.create({
    data: {
      accountId: kept.id,
      fileName: 'golden.csv',
      fileHash: createHash('sha256').update(`${account} ${Math.random()}`).digest('hex'),
      sizeBytes: 1n,
      format: 'csv',
      profile: {},
      firstDay: new Date(covers[0]),
      lastDay: new Date(covers[1]),
      tallies: {},
      importedBy: 'test',
    },
  });
  const seqs: bigint[] = [];
  for (const line of lines) {
    const { place, bookedOn, amount, currency, text, counterparty, bankReference, kind } = line;
    const content = JSON.stringify([bookedOn, amount, text, counterparty, bankReference, line.ids]);
    const { seq } = await prisma().line.create({
      data: {
        statementId,
        accountId: kept.id,
        place,
        bookedOn: new Date(bookedOn),
        amount,
        currency: currency ?? kept.currency,
        text,
        name: counterparty.name,
        account: counterparty.account,
        taxId: counterparty.taxId,
        bankReference,
        kind,
        fingerprint: createHash('sha256').update(content).digest(),
        occurrence: seqs.length,
      },
    });
    await prisma().lineId.createMany({
      data: line.ids.map(({ kind: found, key, value, from }) => ({
        lineSeq: seq,
        kind: found,
        key,
        value,
        origin: from,
      })),
      skipDuplicates: true,
    });
    seqs.push(seq);
  }
  return seqs;
}
