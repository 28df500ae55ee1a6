import 'server-only';
import type { Sight } from '@/lib/access/rights';
import { seen } from '@/lib/access/seen';
import type { AuditAction } from '@/lib/audit/entry';
import { record } from '@/lib/audit/store';
import { prisma, type Tx } from '@/lib/db';
import { keptInEnglish } from '@/lib/language/translator';
import type { Prisma } from '@/prisma/generated/client';
import {
  type Corrected,
  type CorrectionView,
  correctedReading,
  correctionText,
  type LineReading,
  type lineChangeSchema,
  readingChanges,
} from './line-correction';
import { FOUND_IDS } from './line-row.store';
import { holdMatching } from './run.store';

/**
 * Corrections of how lines were read. Each is a row that stays, and the line is what the latest of them says. All or none
 * of several lines are corrected.
 */

/** A run may be under way: a person waits for it. */
const PATIENCE = { maxWait: 10_000, timeout: 60_000 } as const;

type Told = {
  readonly change: ReturnType<typeof lineChangeSchema.parse>;
  /** Why, in the person's words, or a kept sentence. */
  readonly reason: string;
  readonly by: string;
  /** From where, as our server proved it. */
  readonly address?: string | null;
};

/** Corrects the same of one or several free lines. */
export async function correctLines(
  seqs: readonly string[],
  { change, reason, by, address = null }: Told,
): Promise<Corrected> {
  const wanted = [...new Set(seqs)].filter(isNumber).map(BigInt);
  if (wanted.length === 0 || wanted.length < new Set(seqs).size) return { outcome: 'not_found' };
  return prisma().$transaction(async (tx): Promise<Corrected> => {
    await holdMatching(tx);
    const lines = await readReadings(tx, wanted);
    const refusal = refusalOf(wanted, lines);
    if (refusal) return refusal;
    const deeds = lines
      .map(({ seq, reading }) => ({ seq, before: reading, after: correctedReading(reading, change), undoes: null }))
      .filter(({ before, after }) => !areSame(before, after));
    if (deeds.length === 0) return { outcome: 'unchanged' };
    const ids = await keep(tx, deeds, reason, by);
    await logEach(tx, 'lines_corrected', deeds, { reason, by, address });
    return { outcome: 'corrected', ids };
  }, PATIENCE);
}

/** In the log stands which fields were corrected, not what they hold: they name people. */
async function logEach(
  tx: Tx,
  action: AuditAction,
  deeds: readonly DeedOnLine[],
  { reason, by, address }: Required<Omit<Told, 'change'>>,
): Promise<void> {
  const isOther =
    ({ before, after }: DeedOnLine) =>
    (name: keyof LineReading) =>
      JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  const told = deeds.map((deed) => ({
    ...{ actor: by, address, action, objectKind: 'line', objectId: String(deed.seq) },
    detail: {
      fields: (['kind', 'name', 'account', 'taxId', 'ids'] as const).filter(isOther(deed)),
      ...(deed.before.kind === deed.after.kind
        ? {}
        : { before: { kind: deed.before.kind }, after: { kind: deed.after.kind } }),
      reason: keptInEnglish(reason),
    },
  }));
  await record(tx, ...told);
}

/** Takes corrections back that are the latest of their lines: a correction of its own, to what the line was before. */
export async function undoCorrections(
  ids: readonly string[],
  reason: string,
  by: string,
  address: string | null = null,
): Promise<Corrected> {
  const wanted = [...new Set(ids)].filter(isNumber).map(BigInt);
  return prisma().$transaction(async (tx): Promise<Corrected> => {
    await holdMatching(tx);
    const rows = await tx.lineCorrection.findMany({ where: { seq: { in: wanted } }, orderBy: { seq: 'asc' } });
    if (rows.length === 0 || rows.length < new Set(ids).size) return { outcome: 'not_found' };
    const seqs = rows.map(({ lineSeq }) => lineSeq);
    const latest = await tx.lineCorrection.groupBy({
      by: ['lineSeq'],
      where: { lineSeq: { in: seqs } },
      _max: { seq: true },
    });
    if (rows.some(({ seq }) => !latest.some(({ _max }) => _max.seq === seq))) return { outcome: 'not_latest' };
    const lines = await readReadings(tx, seqs);
    const refusal = refusalOf(seqs, lines);
    if (refusal) return refusal;
    const before = new Map(lines.map(({ seq, reading }) => [seq, reading]));
    const deeds = rows.flatMap((row) => {
      const reading = before.get(row.lineSeq);
      return reading ? [{ seq: row.lineSeq, before: reading, after: readingOf(row.before), undoes: row.seq }] : [];
    });
    const kept = await keep(tx, deeds, reason, by);
    await logEach(tx, 'correction_undone', deeds, { reason, by, address });
    return { outcome: 'corrected', ids: kept };
  }, PATIENCE);
}

/** The corrections of a line, the latest first. */
export async function correctionsOf(sight: Sight, lineSeq: string): Promise<CorrectionView[]> {
  if (!isNumber(lineSeq)) return [];
  const rows = await prisma().lineCorrection.findMany({
    where: { lineSeq: BigInt(lineSeq) },
    orderBy: { seq: 'desc' },
  });
  return rows.map(({ seq, before, after, undoes, reason, madeBy, madeAt }) => ({
    seq: String(seq),
    changes: readingChanges(seen(sight, readingOf(before)), seen(sight, readingOf(after))),
    isUndo: undoes !== null,
    ...seen(sight, { reason, madeBy, madeAt }),
  }));
}

type ReadLine = { seq: bigint; matchId: string | null; reading: LineReading };

async function readReadings(tx: Tx, seqs: readonly bigint[]): Promise<ReadLine[]> {
  return tx.$queryRaw`
    SELECT l.seq, (SELECT m.match_id::text FROM matched_lines m WHERE m.line_seq = l.seq) AS "matchId",
      jsonb_build_object('kind', l.kind, 'name', l.name, 'account', l.account, 'taxId', l.tax_id, 'ids', ${FOUND_IDS})
        AS reading
    FROM lines l WHERE l.seq = ANY(${[...seqs]}::bigint[]) ORDER BY l.seq`;
}

function refusalOf(wanted: readonly bigint[], lines: readonly ReadLine[]): Corrected | null {
  if (lines.length < wanted.length) return { outcome: 'not_found' };
  const matchIds = [...new Set(lines.flatMap(({ matchId }) => matchId ?? []))];
  return matchIds.length > 0 ? { outcome: 'matched', matchIds } : null;
}

/** The same in every member, also in where an id was found: a field's word counts for more. */
function areSame(a: LineReading, b: LineReading): boolean {
  const inOrder = ({ ids, kind, name, account, taxId }: LineReading) =>
    JSON.stringify([kind, name, account, taxId, ids.map(({ kind: of, key, from }) => `${of} ${key} ${from}`).sort()]);
  return inOrder(a) === inOrder(b);
}

type DeedOnLine = { seq: bigint; before: LineReading; after: LineReading; undoes: bigint | null };

async function keep(tx: Tx, deeds: readonly DeedOnLine[], reason: string, by: string): Promise<string[]> {
  const ids: string[] = [];
  const madeAt = new Date(); // the same of all: they are one deed
  for (const { seq: lineSeq, before, after, undoes } of deeds) {
    const kept = await tx.lineCorrection.create({
      data: { lineSeq, before: json(before), after: json(after), undoes, reason, madeBy: by, madeAt },
    });
    ids.push(String(kept.seq));
    const { kind, name, account, taxId } = after;
    await tx.line.update({ where: { seq: lineSeq }, data: { kind, name, account, taxId } });
    await tx.lineId.deleteMany({ where: { lineSeq } });
    await tx.lineId.createMany({
      data: after.ids.map((id) => ({ lineSeq, kind: id.kind, key: id.key, value: id.value, origin: id.from })),
    });
    await tellExceptions(tx, { lineSeq, before, after }, reason, by);
  }
  return ids;
}

/**
 * A line that is no payment has no exception: they resolve by themselves, and are open again once it is a payment again.
 * Where it stays a payment the next run says what still holds.
 */
async function tellExceptions(
  tx: Tx,
  { lineSeq, before, after }: { lineSeq: bigint; before: LineReading; after: LineReading },
  reason: string,
  by: string,
): Promise<void> {
  const text = correctionText(readingChanges(before, after), reason);
  if (after.kind !== 'payment') {
    await tx.$executeRaw`
      WITH closed AS (
        UPDATE match_exceptions SET state = 'resolved', resolution = 'corrected', remark = ${reason}, resolved_at = now(),
          wait_until = NULL
        WHERE line_seq = ${lineSeq} AND state <> 'resolved' RETURNING id)
      INSERT INTO exception_notes (exception_id, kind, text, made_by) SELECT id, 'resolved', ${text}, ${by} FROM closed`;
    return;
  }
  await tx.$executeRaw`
    WITH noted AS (
      UPDATE match_exceptions e SET resolution = NULL, remark = NULL, resolved_at = NULL,
        state = CASE WHEN e.state <> 'resolved' THEN e.state WHEN e.owner IS NULL THEN 'open' ELSE 'in_work' END
      FROM match_exceptions old
      WHERE old.id = e.id AND e.line_seq = ${lineSeq} AND (e.state <> 'resolved' OR e.resolution = 'corrected')
      RETURNING e.id, old.state)
    INSERT INTO exception_notes (exception_id, kind, text, made_by)
    SELECT id, CASE state WHEN 'resolved' THEN 'reopened' ELSE 'note' END, ${text}, ${by} FROM noted`;
}

function json(reading: LineReading): Prisma.InputJsonValue {
  return { ...reading, ids: reading.ids.map((id) => ({ ...id })) };
}

/** What `json` kept. */
function readingOf(kept: Prisma.JsonValue): LineReading {
  return kept as unknown as LineReading;
}

function isNumber(text: string): boolean {
  return /^\d{1,18}$/.test(text);
}
