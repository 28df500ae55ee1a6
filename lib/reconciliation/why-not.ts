import { type Said, type SaidValue, said } from '@/lib/language/said';
import { compare, fromUnits, toUnits } from '@/lib/money';
import type { StatementLine } from '@/lib/statements/statement';
import { isHundredfold } from './explain';
import {
  type Criteria,
  type Criterion,
  failuresOf,
  type JudgeOptions,
  judge,
  type Strength,
  strengthOf,
} from './judge';
import type { Compared } from './judge-ids';
import type { Leg } from './leg';

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
  readonly sentence: Said;
};

export type WhyNotOptions = JudgeOptions & {
  /** Legs that have a line already: leg id → which. */
  readonly reserved?: ReadonlyMap<string, SaidValue>;
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
  reservedBy: SaidValue | undefined,
): WhyNot {
  const failures = failuresOf(criteria);
  const failed: WhyNot['failed'] = [
    ...failures,
    ...(strength === 'similar' ? (['evidence'] as const) : []),
    ...(rivals > 0 ? (['rivals'] as const) : []),
    ...(reservedBy === undefined ? [] : (['reserved'] as const)),
  ];
  const against: readonly Said[] = [
    ...failures.map((criterion) => PHRASES[criterion](criteria, line, leg)),
    ...(strength === 'similar' ? [tooLittle(criteria)] : []),
    ...(rivals > 0 ? [said('legs.whyNot.rivals', { rivals })] : []),
    ...(reservedBy === undefined ? [] : [said('legs.whyNot.reserved', { match: reservedBy })]),
  ];
  return { leg, strength, failed, sentence: sentenceOf(agreementsOf(criteria), against) };
}

/** What is near shares something: a sentence always begins with it. */
function sentenceOf(same: readonly Said[], [first, ...others]: readonly Said[]): Said {
  const agreed = { all: same, by: 'and' } as const;
  return first
    ? said('legs.whyNot.sameBut', { agreed, against: inOne(first, others) })
    : said('legs.whyNot.same', { agreed });
}

/** "one; another; a third". */
function inOne(first: Said, [next, ...others]: readonly Said[]): Said {
  return next ? said('legs.whyNot.more', { first, more: inOne(next, others) }) : first;
}

function tooLittle({ account, taxId }: Criteria): Said {
  const isPartial = account.isPartial || taxId.isPartial;
  return isPartial ? said('legs.whyNot.hidden') : said('legs.whyNot.tooLittle');
}

const PHRASES: Readonly<Record<Criterion, (criteria: Criteria, line: StatementLine, leg: Leg) => Said>> = {
  state: ({ state }) => said('legs.whyNot.state', { state }),
  direction: (_, line) => (line.amount.startsWith('-') ? said('legs.whyNot.wentOut') : said('legs.whyNot.cameIn')),
  currency: (_, line, leg) =>
    said('legs.whyNot.currency', { bank: line.currency ?? '', payment: leg.money?.currency ?? '' }),
  id: ({ id }) => said(`legs.whyNot.id.${id.kind}`, sides(id)),
  amount: ({ amount }, line, leg) => amountPhrase(amount, line, leg),
  account: ({ account }) => said('legs.whyNot.account', sides(account)),
  tax_id: ({ taxId }) => said('legs.whyNot.taxId', sides(taxId)),
  day: ({ day: { days, window } }, _, leg) => {
    const apart = { days: Math.abs(days), window };
    return leg.rail === 'spei' ? said('legs.whyNot.bankingDays', apart) : said('legs.whyNot.days', apart);
  },
  // Named so that they are masked as names for whoever sees masked.
  name: (_, line, leg) =>
    said('legs.whyNot.name', {
      counterpartyName: line.counterparty.name ?? '',
      holderName: leg.counterparty.name ?? '',
    }),
};

function sides({ line, leg }: Compared): { readonly line: string; readonly leg: string } {
  return { line: line ?? '', leg: leg ?? '' };
}

function amountPhrase({ verdict, difference }: Criteria['amount'], line: StatementLine, leg: Leg): Said {
  if (verdict === 'unknown' || !leg.money) return said('legs.whyNot.amountUnknown');
  const [shown, told] = [unsigned(line.amount), leg.money.amount];
  const both = { line: { amount: shown }, leg: { amount: told } };
  if (difference === null) return said('legs.whyNot.twoCurrencies', both);
  if (isHundredfold(shown, told)) return said('legs.whyNot.hundredfold', both);
  return said('legs.whyNot.amount', { gap: { amount: unsigned(difference) }, ...both });
}

function agreementsOf({ id, account, taxId, reference, amount, day, name }: Criteria): Said[] {
  const words: readonly (readonly [isAgreed: boolean, word: Said])[] = [
    [id.verdict === 'agrees', said(`legs.agreed.${id.kind}`)],
    [amount.verdict === 'equal' || amount.verdict === 'explained', said('legs.agreed.amount')],
    [account.verdict === 'agrees', said('legs.agreed.account')],
    [taxId.verdict === 'agrees', said('legs.agreed.tax_id')],
    [reference.verdict === 'agrees', said('legs.agreed.reference')],
    [day.verdict === 'same', said('legs.agreed.day')],
    [name === 'similar', said('legs.agreed.name')],
  ];
  return words.filter(([isAgreed]) => isAgreed).map(([, word]) => word);
}

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
