import 'server-only';
import { randomUUID } from 'node:crypto';
import { changeLimit } from '@/lib/approvals/limit.store';
import { prisma } from '@/lib/db';
import type { Leg } from '@/lib/reconciliation/leg';

/** For database tests only: a bench of lines, payments and exceptions, and the people who work at it. */

export const ANA = 'ana@desk.test';
export const BEA = { email: 'bea@desk.test', role: 'approver' } as const;
export const CAI = { email: 'cai@desk.test', role: 'admin' } as const;
export const HERE = '10.0.0.9';
const DAY = '2026-02-10';

/** Nothing on the bench, and a limit of 100 MXN. */
export async function clearBench(): Promise<void> {
  for (const table of [
    'matched_lines',
    'matched_legs',
    'matches',
    'match_exceptions',
    'line_ids',
    'lines',
    'bank_accounts',
    'leg_ids',
    'legs',
  ])
    await prisma().$executeRawUnsafe(`DELETE FROM ${table}`);
  await prisma().$executeRaw`DELETE FROM proposals`;
  await prisma().$executeRaw`DELETE FROM approval_limits`;
  await changeLimit({ currency: 'MXN', amount: '100' }, CAI.email, HERE);
  await prisma().bankAccount.create({
    data: { id: 'mx', name: 'MX', rail: 'spei', currency: 'MXN', zone: 'America/Mexico_City', createdBy: ANA },
  });
}

/** A line of the bank that names nobody; its number. */
export async function line(amount: string, day = DAY): Promise<string> {
  const { seq } = await prisma().line.create({
    data: {
      statementId: 1n,
      accountId: 'mx',
      place: 'line 2',
      bookedOn: new Date(day),
      amount,
      currency: 'MXN',
      text: 'PAGO',
      kind: 'payment',
      fingerprint: Buffer.from(randomUUID()),
      occurrence: 0,
    },
  });
  return String(seq);
}

/** A payout that a provider tells, without any id; its own. */
export async function leg(name: string, amount: string, day = DAY): Promise<string> {
  const data: Leg = {
    id: `juno:redemption:${name}#out`,
    transactionId: `juno:redemption:${name}`,
    provider: 'juno',
    kind: 'redemption',
    environment: 'stage',
    rail: 'spei',
    direction: 'out',
    money: { amount, currency: 'MXN' },
    parts: [{ label: 'amount', amount }],
    expectation: 'expected',
    occurredAt: `${day}T16:00:00Z`,
    localDay: day,
    counterparty: { name: null },
    network: null,
    externalRef: null,
    ids: [],
  };
  const { id, transactionId, provider, kind, environment, rail, direction, expectation, occurredAt } = data;
  await prisma().leg.create({
    data: {
      ...{ id, transactionId, provider, kind, environment, rail, direction, expectation, data },
      ...{ amount, currency: 'MXN', occurredAt, localDay: new Date(day), lastDay: new Date(day) },
    },
  });
  return id;
}

export async function exceptionOf(
  lineSeq: string | null,
  legId: string | null,
  amount: string | null,
): Promise<string> {
  const reason = lineSeq !== null && legId !== null ? 'amount_differs' : 'missing_at_provider';
  const about = { about: randomUUID(), reason, lineSeq: lineSeq === null ? null : BigInt(lineSeq), legId };
  const { id } = await prisma().matchException.create({
    data: { ...about, rail: 'spei', amount, currency: 'MXN', day: new Date(DAY), state: 'open' },
  });
  return String(id);
}

export const exception = (id: string) => prisma().matchException.findUniqueOrThrow({ where: { id: BigInt(id) } });

/** What the log says of one object, in order. */
export const entriesOf = (objectKind: string, objectId: string) =>
  prisma().auditEntry.findMany({ where: { objectKind, objectId }, orderBy: { seq: 'asc' } });
