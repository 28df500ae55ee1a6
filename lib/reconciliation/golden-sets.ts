import { fromUnits, toUnits } from '@/lib/money';
import type { StatementLine } from '@/lib/statements/statement';
import { signedAmount } from './explain';
import type { Pair } from './golden-run';
import type { Leg } from './leg';

/** For tests only: sets of a few legs, or of a few lines, whose exact sum fits. Two or three; no more are looked for. */

export function addUp(amounts: readonly string[]): string {
  return fromUnits(amounts.reduce((sum, amount) => sum + toUnits(amount), 0n));
}

/** The legs of the smallest set that adds up to the line, or the leg to which the line adds up with others. */
export function setsFor(line: StatementLine, pairs: readonly Pair[]): string[] {
  const near = pairs.filter(isNear);
  const legs = near.filter((pair) => pair.line === line).map(({ leg }) => leg);
  const legSets = subsets(legs).filter((set) => addUp(set.map(amountOf)) === addUp([line.amount]));
  const smallest = legSets.sort((a, b) => a.length - b.length)[0];
  if (smallest) return smallest.map(({ id }) => id);
  return legs
    .filter((leg) => {
      const lines = near.filter((pair) => pair.leg === leg).map((pair) => pair.line);
      const sets = subsets(lines).filter((set) => set.includes(line));
      return sets.some((set) => addUp(set.map(({ amount }) => amount)) === addUp([amountOf(leg)]));
    })
    .map(({ id }) => id);
}

/** Nothing stands against it but the amount. */
function isNear({ failed, leg }: Pair): boolean {
  return leg.money !== null && failed.length === 1 && failed[0] === 'amount';
}

function amountOf(leg: Leg): string {
  return signedAmount(leg) ?? '0';
}

/** Every choice of two or three. */
function subsets<T>(items: readonly T[]): T[][] {
  return items.flatMap((first, i) =>
    items
      .slice(i + 1)
      .flatMap((second, j) => [[first, second], ...items.slice(i + j + 2).map((third) => [first, second, third])]),
  );
}
