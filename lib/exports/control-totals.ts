import { add, compare } from '@/lib/money';
import type { ControlTotal } from './export';

/** The totals of two parts of a file together, in a fixed order. */
export function together(a: readonly ControlTotal[], b: readonly ControlTotal[]): ControlTotal[] {
  const sums = new Map<string, ControlTotal>();
  for (const total of [...a, ...b]) {
    const key = keyOf(total);
    const known = sums.get(key);
    sums.set(key, known ? joined(known, total) : total);
  }
  return [...sums.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, total]) => total);
}

/** Whether two lists of totals say the same, to the last unit. */
export function areSame(a: readonly ControlTotal[], b: readonly ControlTotal[]): boolean {
  const [one, other] = [together(a, []), together(b, [])];
  return (
    one.length === other.length &&
    one.every((total, at) => {
      const twin = other[at];
      return twin !== undefined && keyOf(twin) === keyOf(total) && isEqual(total, twin);
    })
  );
}

function isEqual(one: ControlTotal, other: ControlTotal): boolean {
  if (one.count !== other.count) return false;
  if (one.sum === null || other.sum === null) return one.sum === other.sum;
  return compare(one.sum, other.sum) === 0;
}

function joined(one: ControlTotal, other: ControlTotal): ControlTotal {
  const sum = one.sum === null ? other.sum : other.sum === null ? one.sum : add(one.sum, other.sum);
  return { ...one, count: one.count + other.count, sum };
}

function keyOf({ currency, direction }: ControlTotal): string {
  return `${direction ?? ''} ${currency ?? ''}`;
}
