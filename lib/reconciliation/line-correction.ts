import { z } from 'zod';
import { keptSaid, keptText, type Said, said } from '@/lib/language/said';
import { fieldId, unique } from '@/lib/statements/find-ids';
import type { FoundId, FoundKind } from '@/lib/statements/found-ids';
import { accountIds } from '@/lib/statements/reader';
import { LINE_KINDS, type LineKind } from '@/lib/statements/statement';

/**
 * How a person says that a line should have been read. What the bank said (text, amount, day, reference) is not among it
 * and never changes; neither does the file.
 */

/** What the desk made of a line, and a person may correct. */
export type LineReading = {
  readonly kind: LineKind;
  readonly name: string | null;
  /** CLABE, CBU, CVU or whatever the bank writes, of the other side. */
  readonly account: string | null;
  readonly taxId: string | null;
  readonly ids: readonly FoundId[];
};

/** Kinds of ids that a person may add; a tax id that is partly hidden is told by its asterisks. */
export const ADDABLE_KINDS = [
  'clave_rastreo',
  'e2e',
  'pix_return',
  'clabe',
  'cbu',
  'tax_id',
  'tx_hash',
  'reference',
] as const satisfies readonly FoundKind[];

/** Ids of one line. */
const MOST_IDS = 50;
const told = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\u0000', '').toWellFormed().replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most, `has ${most} characters at the most`));
const field = z.union([told(200).transform((text) => text || null), z.null()]).optional();

/** What shall be otherwise; what is left out stays. */
export const lineChangeSchema = z.object({
  kind: z.enum(LINE_KINDS).optional(),
  name: field,
  account: field,
  taxId: field,
  removedIds: z
    .array(z.object({ kind: z.string(), key: z.string() }))
    .max(MOST_IDS)
    .default([]),
  /** Blank ones are none. */
  addedIds: z
    .array(z.object({ kind: z.enum(ADDABLE_KINDS), value: told(100) }))
    .max(MOST_IDS)
    .default([]),
});
export type LineChange = z.input<typeof lineChangeSchema>;

/**
 * The reading after a change, `change` as the schema gives it. An account or tax id brings its id along and takes that of
 * the one before it away. What a person adds is as good as what a file has a field for.
 */
export function correctedReading(before: LineReading, change: z.output<typeof lineChangeSchema>): LineReading {
  const { kind = before.kind, name = before.name, account = before.account, taxId = before.taxId } = change;
  const gone = [
    ...change.removedIds,
    ...(account === before.account ? [] : accountIds(before.account)),
    ...(taxId === before.taxId ? [] : taxIds(before.taxId)),
  ];
  const kept = before.ids.filter((id) => !gone.some((one) => one.kind === id.kind && one.key === id.key));
  const ids = unique([
    ...kept,
    ...(account === before.account ? [] : accountIds(account)),
    ...(taxId === before.taxId ? [] : taxIds(taxId)),
    ...change.addedIds.flatMap((id) => fieldId(id.kind, id.value) ?? []),
  ]);
  return { kind, name, account, taxId, ids };
}

function taxIds(taxId: string | null): FoundId[] {
  const id = taxId === null ? null : fieldId('tax_id', taxId);
  return id ? [id] : [];
}

/** What came of correcting lines: all of them, or none. */
export type Corrected =
  /** `ids` of the corrections, as decimal text: what undoing them asks for. */
  | { readonly outcome: 'corrected'; readonly ids: readonly string[] }
  /** Every line is so already. */
  | { readonly outcome: 'unchanged' }
  /** Some are gone: their import was undone. */
  | { readonly outcome: 'not_found' }
  /** Some have a match; it is undone first. */
  | { readonly outcome: 'matched'; readonly matchIds: readonly string[] }
  /** What shall be undone was corrected again since. */
  | { readonly outcome: 'not_latest' };

/** One thing that a correction changed; `null`: there was or is none. */
export type ReadingChange = {
  readonly label: Said;
  readonly before: Said | string | null;
  readonly after: Said | string | null;
};

/** What two readings differ in, for people; empty where they are the same. */
export function readingChanges(before: LineReading, after: LineReading): ReadingChange[] {
  const [gone, come] = [idsWithout(before, after), idsWithout(after, before)];
  const kinds = { before: said(`words.lineKind.${before.kind}`), after: said(`words.lineKind.${after.kind}`) };
  const fields: readonly ReadingChange[] = [
    { label: said('reasons.change.name'), before: before.name, after: after.name },
    { label: said('reasons.change.account'), before: before.account, after: after.account },
    { label: said('reasons.change.taxId'), before: before.taxId, after: after.taxId },
    ...gone.map(({ kind, value }) => ({ label: said(`legs.found.${kind}`), before: value, after: null })),
    ...come.map(({ kind, value }) => ({ label: said(`legs.found.${kind}`), before: null, after: value })),
  ];
  return [
    ...(before.kind === after.kind ? [] : [{ label: said('reasons.change.kind'), ...kinds }]),
    ...fields.filter((change) => change.before !== change.after),
  ];
}

function idsWithout({ ids }: LineReading, other: LineReading): FoundId[] {
  return ids.filter(({ kind, key }) => !other.ids.some((id) => id.kind === kind && id.key === key));
}

/** "Kind: Payment → Bank fee; CLABE: none → 0121…"; `null` where nothing changed. */
export function changeWords(changes: readonly ReadingChange[]): Said | null {
  const none = said('words.none');
  return changes
    .map(({ label, before, after }) =>
      said('reasons.change.one', { label, before: before ?? none, after: after ?? none }),
    )
    .reduceRight<Said | null>((more, one) => (more ? said('reasons.change.more', { one, more }) : one), null);
}

/** What a correction changed and why, as a text that is kept; `reason` is what somebody typed, or a kept sentence. */
export function correctionText(changes: readonly ReadingChange[], reason: string): string {
  const words = changeWords(changes);
  return words ? keptText(said('reasons.kept.corrected', { changes: words, reason: keptSaid(reason) })) : reason;
}

/** A correction, for the page of its line. */
export type CorrectionView = {
  readonly seq: string;
  readonly changes: readonly ReadingChange[];
  /** As it was typed, or a kept sentence. */
  readonly reason: string;
  /** Whether it took another one back. */
  readonly isUndo: boolean;
  readonly madeBy: string;
  readonly madeAt: Date;
};
