import { type Said, said } from '@/lib/language/said';
import type { ListName } from '@/lib/providers/listing';
import type { Verdict } from './compare';

/** What a comparison of one list counts, each row once. */
export const TALLIED = ['rows', 'added', 'filled', 'differing', 'not_understood'] as const;
export type Tally = Record<(typeof TALLIED)[number], number>;

export function emptyTally(): Tally {
  return { rows: 0, added: 0, filled: 0, differing: 0, not_understood: 0 };
}

const COUNTED_AS: Readonly<Partial<Record<Verdict, keyof Tally>>> = {
  missing: 'added',
  fills: 'filled',
  differs: 'differing',
  not_understood: 'not_understood',
};

/** Counts one row; what is the same, or poorer than what we have, only as a row. */
export function count(tally: Tally, verdict: Verdict): void {
  tally.rows += 1;
  const name = COUNTED_AS[verdict];
  if (name) tally[name] += 1;
}

/** The tallies of a run's lists as the numbers a run keeps: "ripio-deposits rows", and what was more than none. */
export function countsOf(tallies: ReadonlyMap<ListName, Tally>): Record<string, number> {
  const counts = [...tallies].flatMap(([list, tally]) =>
    TALLIED.filter((name) => name === 'rows' || tally[name] > 0).map((name) => [`${list} ${name}`, tally[name]]),
  );
  return Object.fromEntries(counts);
}

/** One list's tally out of a run's numbers; `null` when the run did not come to that list. */
export function tallyOf(counts: Readonly<Record<string, number>>, list: ListName): Tally | null {
  if (counts[`${list} rows`] === undefined) return null;
  const read = TALLIED.map((name) => [name, counts[`${list} ${name}`] ?? 0]);
  return Object.fromEntries(read) as Tally;
}

/** "Ripio fiat deposits: 412 rows compared, 3 added, 1 filled in." */
export function tallySaid(list: ListName, { not_understood: unread, ...tally }: Tally): Said {
  const { added, filled, differing } = tally;
  const news = added + filled + differing + unread === 0 ? 'none' : 'some';
  return said('jobs.lists.compared', { list: said(`jobs.lists.name.${list}`), ...tally, unread, news });
}
