'use server';

import type { Deed, Remainder } from '@/components/workbench/deed';
import { mayReconcile } from '@/lib/access/rights';
import { requireViewer } from '@/lib/access/session';
import { type Matched, matchByHand, type Refused, refusePair, undoMatch } from '@/lib/reconciliation/decision.store';
import { isRemainderReason, LONGEST_REMARK } from '@/lib/reconciliation/running-sum';
import { MAX_SELECTED } from '@/lib/reconciliation/workbench-query';

/** More payments are not matched with one amount at once. */
const MAX_LEGS = 200;
const UNREADABLE = refused('What was selected could not be read. Nothing was done: load the page again.');
const FORBIDDEN = refused('You may not match lines. Nothing was done.');

/** Matches lines and payments; with something left over only for a reason from the list and with a remark. */
export async function matchSelected(
  lines: readonly string[],
  legs: readonly string[],
  remainder: Remainder | null,
): Promise<Deed> {
  const viewer = await requireViewer();
  if (!mayReconcile(viewer)) return FORBIDDEN;
  if (!areTexts(lines, MAX_SELECTED) || !areTexts(legs, MAX_LEGS)) return UNREADABLE;
  const given = { lineSeqs: lines, legIds: legs, by: viewer.email };
  const because = remainder === null ? {} : readRemainder(remainder);
  if (because === null) return refused('Choose a reason from the list and write a remark. Nothing was done.');
  return answered('match', async () => matchDeed(await matchByHand({ ...given, ...because }), lines, legs));
}

/** Takes one match apart, and none of the others. */
export async function undoSelected(matchId: string): Promise<Deed> {
  const viewer = await requireViewer();
  if (!mayReconcile(viewer)) return FORBIDDEN;
  if (typeof matchId !== 'string') return UNREADABLE;
  return answered('undo', async () => {
    const outcome = await undoMatch(matchId, viewer.email, 'Undone at the workbench');
    if (outcome === 'undone') return done('Undone. Its lines and payments are free again.');
    if (outcome === 'already_undone') return refused('It was undone before. Nothing was done twice.');
    return refused('There is no such match any more.');
  });
}

/** Remembers that a line and a payment do not belong together. */
export async function dismissPair(line: string, leg: string): Promise<Deed> {
  const viewer = await requireViewer();
  if (!mayReconcile(viewer)) return FORBIDDEN;
  if (!areTexts([line, leg], 2)) return UNREADABLE;
  return answered('dismiss', async () => DISMISSED[await refusePair(line, leg, viewer.email)]);
}

const DISMISSED = {
  refused: done('Dismissed. This pair is not proposed again, and no rule joins it.'),
  already_refused: done('This pair was dismissed before.'),
  matched: refused('The two are matched by now. Undo the match first.'),
  not_found: refused('The line or the payment is gone: its statement may have been taken back.'),
} as const satisfies Record<Refused, Deed>;

function matchDeed(matched: Matched, lines: readonly string[], legs: readonly string[]): Deed {
  switch (matched.outcome) {
    case 'matched':
      return done(`Matched ${count(lines, 'line')} with ${count(legs, 'payment')}.`, matched.matchId);
    case 'taken': {
      const what = matched.lines.length > 0 ? 'A selected line' : 'A selected payment';
      return refused(`${what} was matched meanwhile by somebody else or by a rule. Nothing was done twice.`);
    }
    case 'not_found':
      return refused('Something that was selected is gone: its statement may have been taken back. Nothing was done.');
    case 'nothing_chosen':
      return refused('Select at least one line and one payment.');
    case 'mixed':
      return refused(`One match is of one ${matched.what === 'books' ? 'book' : 'currency'}. Nothing was done.`);
    case 'amount_unknown':
      return refused('The amount of a selected payment is unknown: the message that carries it never came.');
    case 'remainder':
      return refused(`${matched.remainder} is left over, so it needs a reason. Nothing was done.`);
    default:
      return matched satisfies never;
  }
}

function readRemainder({ reason, remark }: Remainder) {
  const text = typeof remark === 'string' ? remark.trim() : '';
  const isReadable = text !== '' && text.length <= LONGEST_REMARK && text.isWellFormed() && !text.includes('\u0000');
  return isRemainderReason(reason) && isReadable ? { reason, remark: text } : null;
}

/** What a browser sends is anything; each text is looked up as it is. */
function areTexts(texts: unknown, most: number): texts is string[] {
  const isOne = (text: unknown) => typeof text === 'string' && text.length > 0 && text.length <= 200;
  return Array.isArray(texts) && texts.length > 0 && texts.length <= most && texts.every(isOne);
}

async function answered(what: string, work: () => Promise<Deed>): Promise<Deed> {
  try {
    return await work();
  } catch (error) {
    console.error(`workbench: ${what}:`, error instanceof Error ? error.message : error);
    return refused('It could not be done, and nothing was changed. Try again in a moment.');
  }
}

function done(says: string, matchId: string | null = null): Deed {
  return { outcome: 'done', says, matchId };
}

function refused(says: string): Deed {
  return { outcome: 'refused', says };
}

function count(things: readonly string[], noun: string): string {
  return `${things.length} ${noun}${things.length === 1 ? '' : 's'}`;
}
