import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import { admit } from './ingest';
import { projectAll } from './project';
import { rebuild } from './rebuild';
import { reconcile } from './reconcile';
import { emptyDesk, putPayments, putStatement } from './reconcile-testing';
import { matchByHand, undoMatch } from './reconciliation/decision.store';
import { GOLDEN } from './reconciliation/golden';
import { lineOf } from './reconciliation/golden-case';
import type { Leg } from './reconciliation/leg';
import { legsOf } from './reconciliation/legs';
import { fixtures, shuffled } from './testing';
import type { Transaction } from './transactions/transaction';

beforeEach(emptyDesk);
afterAll(disconnect);

const run = () => reconcile({ isDry: false, requestedBy: null });

/** The kept legs, and what the pure function makes of the kept transactions. */
async function legsBothWays(): Promise<[Leg[], Leg[]]> {
  const rows = await prisma().leg.findMany({ orderBy: { id: 'asc' } });
  const states = (await prisma().transaction.findMany()).map(({ state }) => state as unknown as Transaction);
  const made = states.flatMap((state) =>
    legsOf(state, { environment: 'stage', related: states.filter(({ id }) => id !== state.id) }),
  );
  const sorted = made.sort((a, b) => (a.id < b.id ? -1 : 1));
  return [rows.map(({ data }) => data as unknown as Leg), JSON.parse(JSON.stringify(sorted))];
}

const byId = (legs: readonly Leg[]) =>
  legs.map((leg) => ({ ...leg, ids: [...leg.ids].sort((a, b) => (a.key < b.key ? -1 : 1)) }));

test('legs are what the transactions say, and a rebuild keeps matches and decisions as they are', async () => {
  for (const { provider, body } of shuffled(fixtures(), 3)) {
    await admit({ provider, body, origin: 'sample', receivedAt: new Date() });
    await projectAll();
  }
  const [kept, pure] = await legsBothWays();
  expect(kept.length).toBeGreaterThan(10);
  expect(byId(kept)).toEqual(byId(pure));

  const ids = await prisma().legId.findMany({ where: { kind: { in: ['e2e', 'clave_rastreo'] } } });
  const chosen = kept.filter(
    (leg) => leg.money && leg.expectation === 'expected' && ids.some(({ legId }) => legId === leg.id),
  );
  const lines = chosen.map((leg, at) => {
    const id = leg.ids.find(({ kind }) => kind === 'e2e' || kind === 'clave_rastreo');
    const sign = leg.direction === 'out' ? '-' : '';
    const amount = `${sign}${leg.money?.amount}`;
    return lineOf(
      { on: leg.localDay, amount, currency: leg.money?.currency ?? 'BRL', ids: [`${id?.kind} ${id?.value}`] },
      at,
    );
  });
  for (const rail of ['pix', 'spei'] as const)
    await putStatement(
      rail,
      lines.filter((_, at) => chosen[at]?.rail === rail),
    );
  await run();
  const [first] = await prisma().matchedLeg.findMany({ orderBy: { legId: 'asc' } });
  await undoMatch(String(first?.matchId), 'ana@example.com', 'not ours');
  const free = await prisma().leg.findUniqueOrThrow({ where: { id: first?.legId as string } });
  const everything = () =>
    Promise.all([
      prisma().match.findMany({ orderBy: { id: 'asc' } }),
      prisma().matchedLine.findMany({ orderBy: { lineSeq: 'asc' } }),
      prisma().matchedLeg.findMany({ orderBy: [{ legId: 'asc' }, { book: 'asc' }] }),
      prisma().matchDecision.findMany({ orderBy: { seq: 'asc' } }),
    ]);
  await run();
  const before = await everything();
  expect(before[0].length).toBeGreaterThan(0);
  await rebuild();
  await run();
  expect(await everything()).toEqual(before);
  expect(await prisma().matchedLeg.count({ where: { legId: free.id } })).toBe(0);
});

test('a match follows its movement when another leg comes to tell it', async () => {
  const refunded = GOLDEN.filter(({ account }) => account === 'ars').find(({ transactions }) =>
    transactions.some(
      ({ kind, links }) => kind === 'fiat_withdrawal' && links.some(({ relation }) => relation === 'refund_of'),
    ),
  );
  const withdrawal = refunded?.transactions.find(({ kind }) => kind === 'fiat_withdrawal') as Transaction;
  const settled = { ...withdrawal, status: 'completed' as const };
  await putPayments([{ ...settled, links: [] }]);
  const leg = await prisma().leg.findUniqueOrThrow({ where: { id: `${settled.id}#out` } });
  const on = leg.localDay.toISOString().slice(0, 10);
  const [seq] = await putStatement('ars', [lineOf({ on, amount: `-${leg.amount}`, currency: leg.currency ?? 'ARS' })]);
  const made = await matchByHand({ lineSeqs: [String(seq)], legIds: [leg.id], by: 'ana@example.com' });
  expect(made).toMatchObject({ outcome: 'matched' });

  await putPayments([settled]);
  expect(await prisma().leg.count({ where: { id: leg.id } })).toBe(0);
  await run();
  expect(await prisma().matchedLeg.findMany()).toMatchObject([{ legId: `${settled.id}#return` }]);
  expect(await prisma().matchException.count({ where: { state: 'open' } })).toBe(0);
});
