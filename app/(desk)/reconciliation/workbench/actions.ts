'use server';

import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { proposalHref } from '@/components/approvals/proposal-href';
import { whyNotCorrected } from '@/components/reconciliation/correction-words';
import { type Deed, MARKS, type MarkKind, type Remainder } from '@/components/workbench/deed';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { spoken } from '@/lib/language/said';
import { log } from '@/lib/log';
import { displayReader } from '@/lib/reader';
import {
  type Reconsidered,
  type Refused,
  reconsiderPair,
  refusePair,
  type Unmatched,
  undoMatch,
} from '@/lib/reconciliation/decision.store';
import { lineChangeSchema } from '@/lib/reconciliation/line-correction';
import { correctLines, undoCorrections } from '@/lib/reconciliation/line-correction.store';
import { isRemainderReason, LONGEST_REMARK } from '@/lib/reconciliation/running-sum';
import { MAX_SELECTED } from '@/lib/reconciliation/workbench-query';
import type { Undo } from '@/lib/reconciliation/workbench-view';
import { matchOrPropose } from '@/lib/second-person';
import { LINE_KIND_WORDS } from '@/lib/statements/statement';

/** More payments are not matched with one amount at once. */
const MAX_LEGS = 200;
const UNREADABLE = refused('What was selected could not be read. Nothing was done: load the page again.');

/** Matches lines and payments; with something left over only for a reason from the list and with a remark. */
export async function matchSelected(
  lines: readonly string[],
  legs: readonly string[],
  remainder: Remainder | null,
): Promise<Deed> {
  const viewer = await requireRight('reconcile');
  if (!areTexts(lines, MAX_SELECTED) || !areTexts(legs, MAX_LEGS)) return UNREADABLE;
  const given = { lineSeqs: lines, legIds: legs, by: viewer.email, address: await askedFrom() };
  const because = remainder === null ? {} : readRemainder(remainder);
  if (because === null) return refused('Choose a reason from the list and write a remark. Nothing was done.');
  return answered('match', async () => matchDeed(await matchOrPropose({ ...given, ...because }), lines, legs));
}

/** Takes one thing back: a match, a dismissal or corrections; and none of the others. */
export async function undoDeed(what: unknown): Promise<Deed> {
  const viewer = await requireRight('reconcile');
  const { data: undo } = undoSchema.safeParse(what);
  if (!undo) return UNREADABLE;
  const address = await askedFrom();
  return answered('undo', async () => {
    switch (undo.what) {
      case 'match':
        return UNMATCHED[await undoMatch(undo.id, viewer.email, 'Undone at the workbench', address)];
      case 'dismissal':
        return RECONSIDERED[await reconsiderPair(undo.line, undo.leg, viewer.email, address)];
      case 'corrections': {
        const corrected = await undoCorrections(undo.ids, 'Undone at the workbench', viewer.email, address);
        if (corrected.outcome !== 'corrected')
          return refused(`${spoken(whyNotCorrected(corrected), await displayReader())} Nothing was done.`);
        return done(`Undone. ${corrected.ids.length === 1 ? 'The line is' : 'The lines are'} read as before.`);
      }
    }
  });
}

const text = z.string().min(1).max(200);
const undoSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('match'), id: text }),
  z.object({ what: z.literal('dismissal'), line: text, leg: text }),
  z.object({ what: z.literal('corrections'), ids: z.array(text).min(1).max(MAX_SELECTED) }),
]);

const UNMATCHED = {
  undone: done('Undone. Its lines and payments are free again.'),
  already_undone: refused('It was undone before. Nothing was done twice.'),
  not_found: refused('There is no such match any more.'),
} as const satisfies Record<Unmatched, Deed>;

/** Says of lines that they are a fee, a tax or a transfer between own accounts: no payment is looked for any more. */
export async function markLines(lines: readonly string[], kind: MarkKind, remark: string): Promise<Deed> {
  const viewer = await requireRight('reconcile');
  const reason = readRemark(remark);
  const change = Object.values(MARKS)
    .flat()
    .find((known) => known === kind);
  if (!areTexts(lines, MAX_SELECTED) || !change || reason === null) return UNREADABLE;
  return answered('mark', async () => {
    const by = { by: viewer.email, address: await askedFrom() };
    const told = { change: lineChangeSchema.parse({ kind: change }), reason, ...by };
    const corrected = await correctLines(lines, told);
    if (corrected.outcome !== 'corrected')
      return refused(`${spoken(whyNotCorrected(corrected), await displayReader())} Nothing was done.`);
    const what = LINE_KIND_WORDS[change].toLowerCase();
    return done(`Marked ${count(corrected.ids, 'line')}: ${what}. No payment is looked for.`, {
      what: 'corrections',
      ids: corrected.ids,
    });
  });
}

/** Takes back that a line and a payment do not belong together. */
export async function reconsider(line: string, leg: string): Promise<Deed> {
  const viewer = await requireRight('reconcile');
  if (!areTexts([line, leg], 2)) return UNREADABLE;
  const address = await askedFrom();
  return answered('reconsider', async () => RECONSIDERED[await reconsiderPair(line, leg, viewer.email, address)]);
}

const RECONSIDERED = {
  reconsidered: done('The pair is considered again: it is proposed, and rules may join it.'),
  not_refused: refused('Nobody dismissed this pair, or it was taken back before.'),
  not_found: refused('The line or the payment is gone: its statement may have been taken back.'),
} as const satisfies Record<Reconsidered, Deed>;

/** Remembers that a line and a payment do not belong together. */
export async function dismissPair(line: string, leg: string): Promise<Deed> {
  const viewer = await requireRight('reconcile');
  if (!areTexts([line, leg], 2)) return UNREADABLE;
  return answered('dismiss', async () => {
    const outcome = await refusePair(line, leg, viewer.email, await askedFrom());
    if (outcome !== 'refused') return NOT_DISMISSED[outcome];
    const says = 'Dismissed. This pair is not proposed again, and no rule joins it.';
    return done(says, { what: 'dismissal', line, leg });
  });
}

const NOT_DISMISSED = {
  already_refused: done('This pair was dismissed before.'),
  matched: refused('The two are matched by now. Undo the match first.'),
  not_found: refused('The line or the payment is gone: its statement may have been taken back.'),
} as const satisfies Record<Exclude<Refused, 'refused'>, Deed>;

async function matchDeed(
  matched: Awaited<ReturnType<typeof matchOrPropose>>,
  lines: readonly string[],
  legs: readonly string[],
): Promise<Deed> {
  const t = await getTranslations('approvals');
  switch (matched.outcome) {
    case 'matched':
      return done(`Matched ${count(lines, 'line')} with ${count(legs, 'payment')}.`, {
        what: 'match',
        id: matched.matchId,
      });
    case 'proposed':
      return {
        outcome: 'waiting',
        says: t('deed.waiting'),
        link: { href: proposalHref(matched.id), words: t('look') },
      };
    case 'proposed_before': {
      const link = { href: proposalHref(matched.id), words: t('look') };
      return { ...refused(t('deed.before', { who: matched.by })), link };
    }
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
  const told = readRemark(remark);
  return isRemainderReason(reason) && told !== null ? { reason, remark: told } : null;
}

function readRemark(remark: unknown): string | null {
  const told = typeof remark === 'string' ? remark.trim() : '';
  const isReadable = told !== '' && told.length <= LONGEST_REMARK && told.isWellFormed() && !told.includes('\u0000');
  return isReadable ? told : null;
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
    log.error({ err: error }, `workbench: ${what}`);
    return refused('It could not be done, and nothing was changed. Try again in a moment.');
  }
}

function done(says: string, undo: Undo | null = null): Deed {
  return { outcome: 'done', says, undo };
}

function refused(says: string) {
  return { outcome: 'refused', says } as const;
}

function count(things: readonly string[], noun: string): string {
  return `${things.length} ${noun}${things.length === 1 ? '' : 's'}`;
}
