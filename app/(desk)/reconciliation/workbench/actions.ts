'use server';

import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { proposalHref } from '@/components/approvals/proposal-href';
import { whyNotCorrected } from '@/components/reconciliation/correction-words';
import { type Deed, MARKS, type MarkKind, type Remainder } from '@/components/workbench/deed';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { formatMoney } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';
import { keptText, said, spoken } from '@/lib/language/said';
import { log } from '@/lib/log';
import { displayRegion } from '@/lib/preferences';
import { displayReader } from '@/lib/reader';
import { reconsiderPair, refusePair, undoMatch } from '@/lib/reconciliation/decision.store';
import { lineChangeSchema } from '@/lib/reconciliation/line-correction';
import { correctLines, undoCorrections } from '@/lib/reconciliation/line-correction.store';
import { isRemainderReason, LONGEST_REMARK } from '@/lib/reconciliation/running-sum';
import { MAX_SELECTED } from '@/lib/reconciliation/workbench-query';
import type { Undo } from '@/lib/reconciliation/workbench-view';
import { matchOrPropose } from '@/lib/second-person';

/** More payments are not matched with one amount at once. */
const MAX_LEGS = 200;
/** What is kept as the reason of what was taken back here. */
const UNDONE = keptText(said('reasons.kept.undoneAtWorkbench'));

/** Matches lines and payments; with something left over only for a reason from the list and with a remark. */
export async function matchSelected(
  lines: readonly string[],
  legs: readonly string[],
  remainder: Remainder | null,
): Promise<Deed> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('workbench');
  if (!areTexts(lines, MAX_SELECTED) || !areTexts(legs, MAX_LEGS)) return refused(t('deed.unreadable'));
  const given = { lineSeqs: lines, legIds: legs, by: viewer.email, address: await askedFrom() };
  const because = remainder === null ? {} : readRemainder(remainder);
  if (because === null) return refused(t('deed.because'));
  return answered('match', t, async () =>
    matchDeed(await matchOrPropose({ ...given, ...because }), { lines, legs }, t),
  );
}

/** Takes one thing back: a match, a dismissal or corrections; and none of the others. */
export async function undoDeed(what: unknown): Promise<Deed> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('workbench');
  const { data: undo } = undoSchema.safeParse(what);
  if (!undo) return refused(t('deed.unreadable'));
  const address = await askedFrom();
  return answered('undo', t, async () => {
    switch (undo.what) {
      case 'match': {
        const outcome = await undoMatch(undo.id, viewer.email, UNDONE, address);
        return told(outcome === 'undone', t(`deed.unmatched.${outcome}`));
      }
      case 'dismissal':
        return reconsidered(undo.line, undo.leg, { by: viewer.email, address }, t);
      case 'corrections': {
        const corrected = await undoCorrections(undo.ids, UNDONE, viewer.email, address);
        if (corrected.outcome !== 'corrected')
          return refused(t('deed.nothingDone', { why: spoken(whyNotCorrected(corrected), await displayReader()) }));
        return done(t('deed.uncorrected', { count: corrected.ids.length }));
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

/** Says of lines that they are a fee, a tax or a transfer between own accounts: no payment is looked for any more. */
export async function markLines(lines: readonly string[], kind: MarkKind, remark: string): Promise<Deed> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('workbench');
  const reason = readRemark(remark);
  const change = Object.values(MARKS)
    .flat()
    .find((known) => known === kind);
  if (!areTexts(lines, MAX_SELECTED) || !change || reason === null) return refused(t('deed.unreadable'));
  return answered('mark', t, async () => {
    const by = { by: viewer.email, address: await askedFrom() };
    const corrected = await correctLines(lines, { change: lineChangeSchema.parse({ kind: change }), reason, ...by });
    if (corrected.outcome !== 'corrected')
      return refused(t('deed.nothingDone', { why: spoken(whyNotCorrected(corrected), await displayReader()) }));
    const words = await getTranslations('words');
    const marked = { count: corrected.ids.length, kind: words(`lineKind.${change}`).toLowerCase() };
    return done(t('deed.marked', marked), { what: 'corrections', ids: corrected.ids });
  });
}

/** Takes back that a line and a payment do not belong together. */
export async function reconsider(line: string, leg: string): Promise<Deed> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('workbench');
  if (!areTexts([line, leg], 2)) return refused(t('deed.unreadable'));
  const address = await askedFrom();
  return answered('reconsider', t, () => reconsidered(line, leg, { by: viewer.email, address }, t));
}

async function reconsidered(
  line: string,
  leg: string,
  { by, address }: { readonly by: string; readonly address: string | null },
  t: Translator<'workbench'>,
): Promise<Deed> {
  const outcome = await reconsiderPair(line, leg, by, address);
  return told(outcome === 'reconsidered', t(`deed.reconsidered.${outcome}`));
}

/** Remembers that a line and a payment do not belong together. */
export async function dismissPair(line: string, leg: string): Promise<Deed> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('workbench');
  if (!areTexts([line, leg], 2)) return refused(t('deed.unreadable'));
  return answered('dismiss', t, async () => {
    const outcome = await refusePair(line, leg, viewer.email, await askedFrom());
    const says = t(`deed.dismissed.${outcome}`);
    if (outcome === 'refused') return done(says, { what: 'dismissal', line, leg });
    return told(outcome === 'already_refused', says);
  });
}

async function matchDeed(
  matched: Awaited<ReturnType<typeof matchOrPropose>>,
  { lines, legs }: { readonly lines: readonly string[]; readonly legs: readonly string[] },
  t: Translator<'workbench'>,
): Promise<Deed> {
  const says = await getTranslations('approvals');
  switch (matched.outcome) {
    case 'matched':
      return done(t('deed.matched', { lines: lines.length, payments: legs.length }), {
        what: 'match',
        id: matched.matchId,
      });
    case 'proposed':
      return {
        outcome: 'waiting',
        says: says('deed.waiting'),
        link: { href: proposalHref(matched.id), words: says('look') },
      };
    case 'proposed_before': {
      const link = { href: proposalHref(matched.id), words: says('look') };
      return { ...refused(says('deed.before', { who: matched.by })), link };
    }
    case 'taken':
      return refused(matched.lines.length > 0 ? t('deed.lineTaken') : t('deed.paymentTaken'));
    case 'not_found':
      return refused(t('deed.gone'));
    case 'nothing_chosen':
      return refused(t('deed.nothingChosen'));
    case 'mixed':
      return refused(matched.what === 'books' ? t('deed.mixedBooks') : t('deed.mixedCurrencies'));
    case 'amount_unknown':
      return refused(t('deed.amountUnknown'));
    case 'remainder':
      return refused(
        t('deed.remainder', { remainder: formatMoney(matched.remainder, null, await displayRegion()).text }),
      );
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

async function answered(what: string, t: Translator<'workbench'>, work: () => Promise<Deed>): Promise<Deed> {
  try {
    return await work();
  } catch (error) {
    log.error({ err: error }, `workbench: ${what}`);
    return refused(t('deed.failed'));
  }
}

function done(says: string, undo: Undo | null = null): Deed {
  return { outcome: 'done', says, undo };
}

function refused(says: string) {
  return { outcome: 'refused', says } as const;
}

function told(isDone: boolean, says: string): Deed {
  return isDone ? done(says) : refused(says);
}
