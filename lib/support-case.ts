import 'server-only';
import { byViewer } from './audit';
import { record } from './audit/store';
import { prisma } from './db';
import { readEnd } from './live.store';
import { refundOf } from './refunds/ladder';
import { readLimits } from './refunds/limit.store';
import { addNotes } from './remarks/store';
import { type Answer, answerOf } from './support/answer';
import { type Mark, supportHref } from './support/mark';
import { type Passed, readCompletionTime, readEventsUpTo, readPassed } from './support/store';
import { evolve } from './transactions/evolve';
import { momentsOf } from './transactions/sentence';
import { timeline } from './transactions/timeline';
import type { Transaction } from './transactions/transaction';

/** One payment as Support answers for it, and the mark that the answer rests on. */
export type Case = {
  readonly transaction: Transaction;
  readonly answer: Answer;
  readonly passed: Passed | null;
  readonly mark: Mark;
};

/**
 * The answer to what a customer asks about one payment: as of now, or of a mark, from the messages that had been
 * received by then (read with today's understanding) and what was known by then of how long such things take. Limits
 * set by hand keep no history: they are those of today. `null` where nothing of it had arrived.
 */
export async function readCase(id: string, frozen: Mark | null, now: Date): Promise<Case | null> {
  if (id.includes('\u0000') || !id.isWellFormed()) return null; // what PostgreSQL cannot store, it does not have
  const mark = frozen ?? { position: await readEnd(), at: now };
  const { events, environment } = await readEventsUpTo(id, mark.position);
  const transaction = evolve(events);
  if (!transaction || !environment) return null;
  const { provider, kind } = transaction;
  const [limits, completion, passed] = await Promise.all([
    readLimits(mark.at),
    readCompletionTime({ provider, kind, environment }, mark.at),
    readPassed(id, mark.at),
  ]);
  const { reachedAt } = momentsOf(transaction, timeline(events));
  const refund = refundOf(transaction, events);
  const facts = { transaction, refund, reachedAt, limits, completion, passedAt: passed?.at ?? null, at: mark.at };
  return { transaction, answer: answerOf(facts), passed, mark };
}

/**
 * Passes a payment to finance: a note on it with the link to the frozen answer, and an entry in the log, both or none.
 * `unknown` where the store has no such payment.
 */
export async function passCase(
  id: string,
  { text, language }: { readonly text: string; readonly language: string | null },
  viewer: { readonly email: string },
  now: Date,
): Promise<'passed' | 'unknown'> {
  const link = supportHref(id, { mark: { position: await readEnd(), at: now }, language });
  const by = await byViewer(viewer);
  return prisma().$transaction(async (tx) => {
    const [noted] = await addNotes([id], `${text}\n${link}`, viewer.email, tx);
    if (noted?.outcome !== 'done') return 'unknown';
    await record(tx, { ...by, action: 'case_passed', objectKind: 'transaction', objectId: id, detail: { link } });
    return 'passed';
  });
}
