import 'server-only';
import { may } from '@/lib/access/rights';
import type { Viewer } from '@/lib/access/session';
import { needsSecond, withoutSign } from '@/lib/approvals/limit';
import { readApprovalLimits } from '@/lib/approvals/limit.store';
import {
  type Failure,
  isSamePerson,
  objectOf,
  type Proposal,
  type ProposedDeed,
  shownMoney,
} from '@/lib/approvals/proposal';
import {
  addProposal,
  endProposal,
  holdProposals,
  type NewProposal,
  openAbout,
  takeProposal,
} from '@/lib/approvals/proposal.store';
import type { AuditAction, AuditDeed } from '@/lib/audit/entry';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import { said } from '@/lib/language/said';
import { compare } from '@/lib/money';
import { type HandMatch, type Matched, matchByHand, matchIn } from '@/lib/reconciliation/decision.store';
import {
  exceptionsAbout,
  explainResolved,
  holdForSecond,
  releaseFromSecond,
  resolveApproved,
} from '@/lib/reconciliation/exception-work.store';

/** What is above the limit of its currency is not done but proposed, and done once somebody else agrees. */

const PATIENCE = { maxWait: 10_000, timeout: 60_000 } as const;

export type Proposed =
  | { readonly outcome: 'proposed'; readonly id: string }
  /** Somebody asked before for the same lines, payments or exception; that one is to be decided first. */
  | { readonly outcome: 'proposed_before'; readonly id: string; readonly by: string };

export type MatchAsked = Pick<HandMatch, 'lineSeqs' | 'legIds' | 'by' | 'address'> &
  Partial<Pick<ProposedDeed, 'reason' | 'remark'>>;

/** Matches, or proposes to where more is left over than one person may accept. */
export async function matchOrPropose(
  asked: MatchAsked,
): Promise<Exclude<Matched, { outcome: 'not_alone' }> | Proposed> {
  const limits = await readApprovalLimits();
  const mayRemain = (remainder: string, currency: string | null) => !needsSecond(remainder, currency, limits);
  const matched = await matchByHand({ ...asked, mayRemain });
  if (matched.outcome !== 'not_alone') return matched;
  const { lineSeqs, legIds, reason, remark = '', by, address = null } = asked;
  if (reason === undefined) return { outcome: 'remainder', remainder: matched.remainder };
  return propose(
    {
      kind: 'forced_match',
      deed: { what: 'match', lines: [...lineSeqs], legs: [...legIds], exception: null, held: [], reason, remark },
      amount: withoutSign(matched.remainder),
      currency: matched.currency ?? '',
      proposedBy: by,
    },
    address,
  );
}

/** Asks for the second person. The exceptions that it is about wait until that is decided. */
export function propose(asked: NewProposal, address: string | null): Promise<Proposed> {
  return prisma().$transaction(async (tx): Promise<Proposed> => {
    await holdProposals(tx);
    const { lines, legs, exception, reason, remark } = asked.deed;
    const held = [
      ...new Set([...(await exceptionsAbout(tx, lines, legs)), ...(exception === null ? [] : [exception])]),
    ];
    const [first] = await openAbout({ lines, legs, exceptions: exception === null ? [] : [exception] }, tx);
    if (first) return { outcome: 'proposed_before', id: first.id, by: first.proposedBy };
    const { amount, currency, kind, proposedBy } = asked;
    const id = await addProposal(tx, { ...asked, deed: { ...asked.deed, held } });
    const waits = said('reasons.kept.secondPerson', { amount: { money: shownMoney(asked) } });
    await holdForSecond(tx, held, waits, proposedBy);
    await record(tx, {
      ...{ actor: proposedBy, address, action: 'proposal_made', objectKind: 'proposal', objectId: id },
      detail: { kind, amount, currency, lines, legs, exception, why: reason, remark },
    });
    return { outcome: 'proposed', id };
  }, PATIENCE);
}

type Decider = Pick<Viewer, 'email' | 'role'>;
type Refusal = 'not_allowed' | 'not_found' | 'decided_before' | 'own' | 'not_own';
export type Decided =
  | { readonly outcome: 'approved' | 'declined' | 'withdrawn' }
  | { readonly outcome: 'failed'; readonly why: Failure }
  | { readonly outcome: 'refused'; readonly why: Refusal };

/** Does what was proposed, as the second person. Where the world has moved on, it ends as failed and nothing is done. */
export function approve(id: string, viewer: Decider, address: string | null): Promise<Decided> {
  return deciding(id, viewer, async (tx, proposal) => {
    const done = await doIn(tx, proposal, viewer.email);
    const outcome = 'why' in done ? 'failed' : 'approved';
    const note = 'why' in done ? done.why : null;
    if (!(await endProposal(tx, id, { outcome, by: viewer.email, note })))
      throw new Error('The proposal was not open.');
    if ('why' in done) {
      await releaseFromSecond(tx, proposal.deed.held, said('reasons.kept.notDone'), viewer.email);
      await record(tx, deedOn(proposal, 'proposal_failed', viewer, address, { why: done.why }));
      return { outcome: 'failed', why: done.why };
    }
    const people = { proposedBy: proposal.proposedBy, approvedBy: viewer.email, proposal: id };
    const { lines, legs, reason, remark } = proposal.deed;
    const detail = {
      ...people,
      lines,
      legs,
      kind: reason,
      remark,
      amount: proposal.amount,
      currency: proposal.currency,
    };
    const approved = deedOn(proposal, 'proposal_approved', viewer, address, done.did);
    await record(tx, approved, { ...approved, ...done.as, detail });
    return { outcome: 'approved' };
  });
}

/** Says no, with a note. */
export function decline(id: string, note: string, viewer: Decider, address: string | null): Promise<Decided> {
  return deciding(id, viewer, async (tx, proposal) => {
    if (!(await endProposal(tx, id, { outcome: 'declined', by: viewer.email, note })))
      throw new Error('The proposal was not open.');
    await releaseFromSecond(tx, proposal.deed.held, said('reasons.kept.declined', { note }), viewer.email);
    await record(tx, deedOn(proposal, 'proposal_declined', viewer, address, { note }));
    return { outcome: 'declined' };
  });
}

/** Takes an own proposal back. */
export function withdraw(id: string, viewer: Decider, address: string | null): Promise<Decided> {
  return prisma().$transaction(async (tx): Promise<Decided> => {
    const proposal = await takeProposal(tx, id);
    if (!proposal) return { outcome: 'refused', why: 'not_found' };
    if (proposal.outcome !== null) return { outcome: 'refused', why: 'decided_before' };
    if (!(await endProposal(tx, id, { outcome: 'withdrawn', by: viewer.email, note: null })))
      return { outcome: 'refused', why: 'not_own' };
    await releaseFromSecond(tx, proposal.deed.held, said('reasons.kept.withdrawn'), viewer.email);
    await record(tx, deedOn(proposal, 'proposal_withdrawn', viewer, address, {}));
    return { outcome: 'withdrawn' };
  }, PATIENCE);
}

function deciding(
  id: string,
  viewer: Decider,
  work: (tx: Tx, proposal: Proposal) => Promise<Decided>,
): Promise<Decided> {
  const refused = (why: Refusal): Decided => ({ outcome: 'refused', why });
  return prisma().$transaction(async (tx): Promise<Decided> => {
    if (!may(viewer, 'approve')) return refused('not_allowed');
    const proposal = await takeProposal(tx, id);
    if (!proposal) return refused('not_found');
    if (proposal.outcome !== null) return refused('decided_before');
    return isSamePerson(proposal.proposedBy, viewer.email) ? refused('own') : work(tx, proposal);
  }, PATIENCE);
}

type Did =
  | {
      readonly did: Readonly<Record<string, unknown>>;
      readonly as: Pick<AuditDeed, 'action' | 'objectKind' | 'objectId'>;
    }
  | { readonly why: Failure };

/** Writes nothing where it cannot be done. */
async function doIn(tx: Tx, { deed, amount, currency, proposedBy }: Proposal, approvedBy: string): Promise<Did> {
  const { what, lines, legs, exception, reason, remark } = deed;
  const told = { resolution: reason, remark };
  if (what === 'resolve') {
    if (exception === null) return { why: 'gone' };
    const asked = { id: exception, amount, currency };
    const worked = await resolveApproved(tx, asked, told, { by: proposedBy, approvedBy });
    if (worked.outcome === 'unknown') return { why: 'gone' };
    const [objectKind, objectId] = ['exception', exception];
    if (worked.outcome === 'done')
      return { did: { exception }, as: { action: 'exception_resolved', objectKind, objectId } };
    return { why: worked.isResolved ? 'resolved' : 'changed' };
  }
  // Not a digit more than what the second person saw.
  const mayRemain = (remainder: string, of: string | null) =>
    compare(withoutSign(remainder), amount) === 0 && (of ?? '') === currency;
  const people = { by: proposedBy, approvedBy };
  const matched = await matchIn(tx, { lineSeqs: lines, legIds: legs, reason, remark, mayRemain, ...people });
  if (matched.outcome !== 'matched') return { why: FAILURE_OF[matched.outcome] };
  if (exception !== null) await explainResolved(exception, told, proposedBy, tx);
  const { matchId } = matched;
  return { did: { match: matchId }, as: { action: 'match_made', objectKind: 'match', objectId: matchId } };
}

const FAILURE_OF = {
  not_found: 'gone',
  nothing_chosen: 'gone',
  taken: 'taken',
  mixed: 'mixed',
  amount_unknown: 'amount_unknown',
  remainder: 'changed',
  not_alone: 'changed',
} as const satisfies Record<Exclude<Matched['outcome'], 'matched'>, Failure>;

function deedOn(
  { id, kind, amount, currency, proposedBy, deed }: Proposal,
  action: AuditAction,
  viewer: Decider,
  address: string | null,
  more: Readonly<Record<string, unknown>>,
): AuditDeed {
  return {
    ...{ actor: viewer.email, address, action, objectKind: 'proposal', objectId: id },
    detail: { kind, amount, currency, proposedBy, about: objectOf(deed), ...more },
  };
}
