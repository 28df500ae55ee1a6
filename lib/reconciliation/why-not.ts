import { compare, fromUnits, toUnits } from '@/lib/money';
import type { StatementLine } from '@/lib/statements/statement';
import { isHundredfold } from './explain';
import {
  type Criteria,
  type Criterion,
  failuresOf,
  type JudgeOptions,
  judge,
  type RailIdKind,
  type Strength,
  strengthOf,
} from './judge';
import { LEG_EXPECTATIONS, type Leg } from './leg';

/** Why a line is not matched: its nearest candidates, and what each of them failed. */
export type WhyNot = {
  readonly leg: Leg;
  readonly strength: Strength;
  /**
   * Gravest first: a criterion that stands against it; `evidence` where nothing does but too little speaks for it;
   * `rivals` where others fit as well; `reserved` where it has its line already.
   */
  readonly failed: readonly (Criterion | 'evidence' | 'rivals' | 'reserved')[];
  /** "Same amount and account; 3 days apart, the window is 1." */
  readonly sentence: string;
};

export type WhyNotOptions = JudgeOptions & {
  /** Legs that have a line already: leg id → which, in words. */
  readonly reserved?: ReadonlyMap<string, string>;
  readonly limit?: number;
};

const LIMIT = 5;

/** The nearest candidates of a line, nearest first; legs that share nothing with it are none. */
export function whyNot(line: StatementLine, legs: readonly Leg[], options: WhyNotOptions = {}): WhyNot[] {
  const judged = legs
    .map((leg) => ({ leg, criteria: judge(line, leg, options) }))
    .filter(({ criteria }) => isNear(criteria))
    .map(({ leg, criteria }) => ({ leg, criteria, strength: strengthOf(criteria), score: scoreOf(criteria) }))
    .sort((a, b) => b.score - a.score || distanceOf(a.criteria) - distanceOf(b.criteria) || order(a.leg.id, b.leg.id));
  const counts = new Map<Strength, number>();
  for (const { strength } of judged) counts.set(strength, (counts.get(strength) ?? 0) + 1);
  return judged.slice(0, options.limit ?? LIMIT).map(({ leg, criteria, strength }) => {
    const rivals = strength === 'no' ? 0 : (counts.get(strength) ?? 1) - 1;
    return told(line, leg, criteria, strength, rivals, options.reserved?.get(leg.id));
  });
}

function told(
  line: StatementLine,
  leg: Leg,
  criteria: Criteria,
  strength: Strength,
  rivals: number,
  reservedBy: string | undefined,
): WhyNot {
  const against = failuresOf(criteria);
  const failed: WhyNot['failed'] = [
    ...against,
    ...(strength === 'similar' ? (['evidence'] as const) : []),
    ...(rivals > 0 ? (['rivals'] as const) : []),
    ...(reservedBy === undefined ? [] : (['reserved'] as const)),
  ];
  const reasons = [
    ...against.map((criterion) => PHRASES[criterion](criteria, line, leg)),
    ...(strength === 'similar' ? [tooLittle(criteria)] : []),
    ...(rivals > 0 ? [`${rivals === 1 ? 'one other fits' : `${rivals} others fit`} as well`] : []),
    ...(reservedBy === undefined ? [] : [`already reserved by ${reservedBy}`]),
  ];
  const same = agreementsOf(criteria);
  const clauses = same.length > 0 ? [`same ${inWords(same)}`, ...reasons] : reasons;
  return { leg, strength, failed, sentence: `${capital(clauses.join('; '))}.` };
}

function tooLittle({ account, taxId }: Criteria): string {
  const isPartial = account.isPartial || taxId.isPartial;
  return isPartial
    ? 'the bank hides a part of the account or tax id'
    : 'no rail id, account or tax id is the same on both sides';
}

const PHRASES: Readonly<Record<Criterion, (criteria: Criteria, line: StatementLine, leg: Leg) => string>> = {
  state: ({ state }) => `the bank moved the money, and the provider says: ${LEG_EXPECTATIONS[state].toLowerCase()}`,
  direction: (_, line) =>
    line.amount.startsWith('-') ? 'the line went out, the payment comes in' : 'the line came in, the payment goes out',
  currency: (_, line, leg) => `currency differs: ${line.currency} at the bank, ${leg.money?.currency} at the provider`,
  id: ({ id }) => `${ID_WORDS[id.kind]} differs: ${id.line} and ${id.leg}`,
  amount: ({ amount }, line, leg) => amountPhrase(amount, line, leg),
  account: ({ account }) => `account differs: ${account.line} and ${account.leg}`,
  tax_id: ({ taxId }) => `tax id differs: ${taxId.line} and ${taxId.leg}`,
  day: ({ day }, _, leg) =>
    `${count(Math.abs(day.days), leg.rail === 'spei' ? 'banking day' : 'day')} apart, the window is ${day.window}`,
  name: (_, line, leg) => `name differs: ${line.counterparty.name} and ${leg.counterparty.name}`,
};

const ID_WORDS = {
  e2e: 'end-to-end id',
  clave_rastreo: 'clave de rastreo',
  tx_hash: 'hash or network',
} as const satisfies Record<RailIdKind, string>;

function amountPhrase({ verdict, difference }: Criteria['amount'], line: StatementLine, leg: Leg): string {
  if (verdict === 'unknown' || !leg.money) return 'its amount is unknown, the message that carries it never came';
  const shown = unsigned(line.amount);
  if (difference === null) return `amounts in two currencies: ${shown} and ${leg.money.amount}`;
  if (isHundredfold(shown, leg.money.amount))
    return `one amount is a hundred times the other: ${shown} and ${leg.money.amount}`;
  return `amount differs by ${unsigned(difference)}: ${shown} and ${leg.money.amount}`;
}

function agreementsOf({ id, account, taxId, reference, amount, day, name }: Criteria): string[] {
  const words: readonly (readonly [isAgreed: boolean, word: string])[] = [
    [id.verdict === 'agrees', ID_SAME[id.kind]],
    [amount.verdict === 'equal' || amount.verdict === 'explained', 'amount'],
    [account.verdict === 'agrees', 'account'],
    [taxId.verdict === 'agrees', 'tax id'],
    [reference.verdict === 'agrees', 'reference'],
    [day.verdict === 'same', 'day'],
    [name === 'similar', 'name'],
  ];
  return words.filter(([isAgreed]) => isAgreed).map(([, word]) => word);
}

const ID_SAME = { ...ID_WORDS, tx_hash: 'hash' } as const;

/** Something that names the payment or its parties is shared, or the amount is, or it would be but for the unit. */
function isNear({ id, account, taxId, reference, amount, day }: Criteria): boolean {
  const isNamed = [id, account, taxId, reference].some(({ verdict }) => verdict === 'agrees');
  return isNamed || ((amount.verdict === 'equal' || amount.verdict === 'explained') && Math.abs(day.days) <= FAR);
}

/** An equal amount this many days away says nothing. */
const FAR = 30;

/** What speaks for it, less what stands against it. */
function scoreOf(criteria: Criteria): number {
  const { id, account, taxId, reference, amount, day, name } = criteria;
  const weights: readonly (readonly [boolean, number])[] = [
    [id.verdict === 'agrees', 64],
    [amount.verdict === 'equal', 16],
    [amount.verdict === 'explained', 15],
    [account.verdict === 'agrees', 12],
    [taxId.verdict === 'agrees', 12],
    [reference.verdict === 'agrees', 12],
    [day.verdict !== 'outside', 6],
    [name === 'similar', 4],
  ];
  const held = weights.reduce((sum, [isHeld, weight]) => sum + (isHeld ? weight : 0), 0);
  return held - failuresOf(criteria).length * 2;
}

function distanceOf({ amount, day }: Criteria): number {
  const gap = amount.difference === null ? 0 : Number(toUnits(unsigned(amount.difference)) / 10n ** 14n);
  return Math.abs(day.days) * 1e6 + Math.min(gap, 1e6);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unsigned(amount: string): string {
  return compare(amount, '0') < 0 ? fromUnits(-toUnits(amount), 2) : fromUnits(toUnits(amount), 2);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** "amount, account and day". */
function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
