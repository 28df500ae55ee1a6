import type { Identifier, Link } from '@/lib/events/event';
import type { Progress } from '@/lib/events/status';
import { clockKey } from './order';
import type { Transaction } from './transaction';

/** The fold on its way: a transaction whose derived members are not settled yet. */
export type Folding = Omit<Transaction, 'status' | 'isIncomplete'> & {
  readonly progress: Progress | null;
  /** A message told when it was created, so that no list needs to. */
  readonly isCreationTold: boolean;
};

const ENDED: readonly Progress[] = ['completed', 'failed', 'returned', 'reversed'];

export function isEnded(progress: Progress | null): boolean {
  return progress !== null && ENDED.includes(progress);
}

/** Items of both by key; where both have one, the added one. */
export function mergeBy<T>(before: readonly T[], added: readonly T[], key: (item: T) => string): readonly T[] {
  if (added.length === 0) return before;
  return [...new Map([...before, ...added].map((item) => [key(item), item])).values()];
}

export function identifierKey(identifier: Identifier): string {
  return `${identifier.kind} ${identifier.value}`;
}

export function linkKey(link: Link): string {
  return `${link.relation} ${link.target}`;
}

export function earliest(a: string, b: string): string {
  return clockKey(a) <= clockKey(b) ? a : b;
}

export function latest(a: string, b: string): string {
  return clockKey(a) >= clockKey(b) ? a : b;
}
