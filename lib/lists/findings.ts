import type { Transaction } from '@/lib/transactions/transaction';
import type { ReadRow } from './batch';
import { compareListed, VERDICTS, type Verdict } from './compare';
import type { Difference, DifferenceField } from './difference';

/** What our store has of a batch of listed rows. */
export type Known = {
  readonly transactions: ReadonlyMap<string, Transaction>;
  readonly events: ReadonlySet<string>;
  /** Fields that are noted as different and not settled, by transaction. */
  readonly open: ReadonlyMap<string, readonly DifferenceField[]>;
};

/** A difference and the transaction it is about; of a row that names none, the row itself. */
export type Noted = Difference & { readonly transactionId: string };
export type Settled = Pick<Noted, 'transactionId' | 'field'>;

/** What comparing one row found. */
export type Findings = { readonly verdict: Verdict; readonly isNews: boolean; readonly differences: readonly Noted[] };

/** Compares a row, with all the transactions it names, with what the store has. What was stored before is no news. */
export function findingsOf({ reading, rowId }: ReadRow, known: Known): Findings {
  const [own] = reading.events;
  const isStored = own !== undefined && known.events.has(own.id);
  if (reading.outcome === 'unrecognised') {
    const transactionId = own?.transactionId ?? rowId;
    const isNoted = known.open.get(rowId)?.includes('row') ?? false;
    return {
      verdict: 'not_understood',
      isNews: own ? !isStored : !isNoted,
      differences: [{ transactionId, field: 'row', theirs: reading.reason, ours: null }],
    };
  }
  const compared = reading.events
    .filter(({ isEcho }) => !isEcho)
    .map((event) => ({ event, ...compareListed(event, known.transactions.get(event.transactionId) ?? null) }));
  const isNews = !isStored && compared.some((each) => each.isNews);
  const verdicts = compared.map(({ verdict }) => (isStored && NEWS.includes(verdict) ? 'same' : verdict));
  return {
    verdict: [...VERDICTS].reverse().find((verdict) => verdicts.includes(verdict)) ?? 'same',
    isNews,
    differences: compared.flatMap(({ event: { transactionId }, differences }) =>
      differences.map((difference) => ({ ...difference, transactionId })),
    ),
  };
}

const NEWS: readonly Verdict[] = ['missing', 'fills'];

/** What is to be kept of a batch's differences, and which of those kept before are over. */
export function changesOf(
  found: readonly Noted[],
  { open }: Known,
): { readonly noted: Noted[]; readonly settled: Settled[] } {
  const standing = new Map(found.map((difference) => [keyOf(difference), difference]));
  const kept = [...open].flatMap(([transactionId, fields]) => fields.map((field) => ({ transactionId, field })));
  const keptKeys = new Set(kept.map(keyOf));
  return {
    // A row that cannot be read stays what it is: writing down again that it is there says nothing.
    noted: [...standing].filter(([key, { field }]) => field !== 'row' || !keptKeys.has(key)).map(([, each]) => each),
    settled: kept.filter((each) => !standing.has(keyOf(each))),
  };
}

function keyOf({ transactionId, field }: Settled): string {
  return `${field} ${transactionId}`;
}
