import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import { prisma, type Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { isFailure, objectOf, type Proposal, type ProposalOutcome, proposedDeedSchema } from './proposal';

/** Whoever proposes holds this to the end of the transaction, so that of two at once the second sees the first. */
const PROPOSE_LOCK = 7_350_012;
/** No page shows more. */
const SHOWN = 200;

type ProposalRow = Omit<Proposal, 'deed'> & { readonly deed: unknown };

const COLUMNS = Prisma.sql`id, kind, deed, trim_scale(amount)::text AS amount, currency, proposed_by AS "proposedBy",
  proposed_at AS "proposedAt", outcome, decided_by AS "decidedBy", decided_at AS "decidedAt", note`;

function proposalOf({ deed, ...row }: ProposalRow): Proposal {
  return { ...row, deed: proposedDeedSchema.parse(deed) };
}

/** What a deed touches: another about any of the same must wait for it. */
export type About = {
  readonly lines: readonly string[];
  readonly legs: readonly string[];
  readonly exceptions: readonly string[];
};

const overlapping = ({ lines, legs, exceptions }: About) => Prisma.sql`outcome IS NULL AND (
  deed->'lines' ?| ${[...lines]}::text[] OR deed->'legs' ?| ${[...legs]}::text[] OR deed->'held' ?| ${[...exceptions]}::text[])`;

/** The open proposals about any of these lines, legs and exceptions, the first one first. */
export async function openAbout(about: About, tx: Tx = prisma()): Promise<Proposal[]> {
  const rows = await tx.$queryRaw<ProposalRow[]>`
    SELECT ${COLUMNS} FROM proposals WHERE ${overlapping(about)} ORDER BY proposed_at, id LIMIT ${SHOWN}`;
  return rows.map(proposalOf);
}

/** Lets nobody else propose until this transaction ends. */
export async function holdProposals(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PROPOSE_LOCK})`;
}

export type NewProposal = Pick<Proposal, 'kind' | 'deed' | 'amount' | 'currency' | 'proposedBy'>;

export async function addProposal(tx: Tx, { deed, ...asked }: NewProposal): Promise<string> {
  const id = randomUUID();
  await tx.proposal.create({ data: { id, ...asked, deed, reason: deed.reason, ...objectOf(deed) } });
  return id;
}

/** One proposal, held until the transaction ends: of two who decide at once the second sees what the first did. */
export async function takeProposal(tx: Tx, id: string): Promise<Proposal | null> {
  const [row] = await tx.$queryRaw<ProposalRow[]>`SELECT ${COLUMNS} FROM proposals WHERE id = ${id} FOR UPDATE`;
  return row ? proposalOf(row) : null;
}

type Ending = { readonly outcome: ProposalOutcome; readonly by: string; readonly note: string | null };

/**
 * Ends an open proposal. Whoever proposed it may withdraw it and nothing else, and nobody else may withdraw it: the
 * statement itself says so, and the table refuses an approval by the same person whoever writes it.
 */
export async function endProposal(tx: Tx, id: string, { outcome, by, note }: Ending): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE proposals SET outcome = ${outcome}, decided_by = ${by}, decided_at = now(), note = ${note}
    WHERE id = ${id} AND outcome IS NULL
      AND (lower(trim(proposed_by)) = lower(trim(${by}::text))) = (${outcome}::text = 'withdrawn')`;
  return count === 1;
}

/** As somebody sees it: what people typed is masked where they see personal data so. */
function shownTo(sight: Sight, { deed, note, ...proposal }: Proposal): Proposal {
  const { remark } = seen(sight, { remark: deed.remark });
  return { ...proposal, deed: { ...deed, remark }, note: isFailure(note) ? note : seen(sight, { note }).note };
}

/** The open ones, those that wait longest first. */
export async function openProposals(sight: Sight): Promise<Proposal[]> {
  const rows = await prisma().$queryRaw<ProposalRow[]>`
    SELECT ${COLUMNS} FROM proposals WHERE outcome IS NULL ORDER BY proposed_at, id LIMIT ${SHOWN}`;
  return rows.map((row) => shownTo(sight, proposalOf(row)));
}

/** The latest that were decided. */
export async function decidedProposals(sight: Sight, limit: number): Promise<Proposal[]> {
  const rows = await prisma().$queryRaw<ProposalRow[]>`
    SELECT ${COLUMNS} FROM proposals WHERE outcome IS NOT NULL ORDER BY decided_at DESC, id DESC LIMIT ${limit}`;
  return rows.map((row) => shownTo(sight, proposalOf(row)));
}

/** One by its id, open or decided. */
export async function readProposal(sight: Sight, id: string): Promise<Proposal | null> {
  if (!id.isWellFormed() || id.includes('\u0000')) return null;
  const [row] = await prisma().$queryRaw<ProposalRow[]>`SELECT ${COLUMNS} FROM proposals WHERE id = ${id}`;
  return row ? shownTo(sight, proposalOf(row)) : null;
}
