import { z } from 'zod';
import { said } from '@/lib/language/said';
import { inEnglish } from '@/lib/language/translator';
import { PASSES } from '@/lib/reconciliation/match';
import { RULE_WORDS } from '@/lib/reconciliation/match-list';
import {
  DEFAULT_VIEW_LIMIT,
  EXCEPTION_LIST,
  LEG_LIST,
  LINE_LIST,
  MAX_VIEW_LIMIT,
} from '@/lib/reconciliation/view-query';
import {
  DEFAULT_REFUND_LIMIT,
  MAX_REFUND_LIMIT,
  REFUND_FLAGS,
  REFUND_LISTS,
  REFUND_SINGLES,
  REFUND_SORTS,
} from '@/lib/refunds/refund-query';
import { DEFAULT_LIMIT, MAX_LIMIT, SORTS } from '@/lib/transactions/filters';
import { ID_OPERATORS, type IdOperator } from '@/lib/transactions/filters-ids';
import { LISTS, SINGLES } from '@/lib/transactions/filters-values';
import { namesOf } from './leaves';
import type { Parameter } from './operation';
import {
  cursorParameter,
  flagParameters,
  limitParameter,
  listParameters,
  pageParameters,
  query,
  singleParameters,
  zoneParameter,
} from './parameters';

/** What each list can be asked for. The names come from the readers; a name without a description does not compile. */

const AMOUNTS = {
  amount_min: 'At least this much, as a decimal: 1250.50.',
  amount_max: 'At most this much.',
} as const;
const MOMENT = 'a day (2026-03-31), `today`, `7d`, `30d`, `month`, or an instant with its zone (2026-03-31T12:00:00Z)';

const idParameters: Parameter[] = namesOf<IdOperator>(ID_OPERATORS).map((name) =>
  query(
    name,
    `${inEnglish(said(`filters.field.${name}`))}: the value, \`abc*\` for what begins with it, \`empty\` for none, \`!\` before any of them for its opposite. May repeat.`,
    z.array(z.string()),
  ),
);

export const transactionParameters: readonly Parameter[] = [
  query(
    'q',
    'Everything below as one text, as on the desk: `status:failed,blocked -provider:ripio amount:>=1000 after:7d ref:INV-204*`. A bare word is, or begins, any id.',
    z.string(),
  ),
  ...listParameters(
    LISTS,
    {
      provider: 'Who moves the money; `!juno` excludes it.',
      kind: 'What the provider calls it.',
      status: 'Where the payment stands.',
      currency: 'The currency, the currency out, or the token.',
      environment: 'Real money, or the provider’s test system.',
      reconciliation: 'Where it stands against the bank: the worst of its legs.',
      is: 'Conditions that it meets.',
    },
    { excludes: true },
  ),
  ...idParameters,
  ...singleParameters(SINGLES, {
    occurred_from: `Created at or after: ${MOMENT}.`,
    occurred_to: 'Created before: the same; a day is included to its end.',
    updated_from: 'Latest event at or after: the same.',
    updated_to: 'Latest event before: the same.',
    ...AMOUNTS,
  }),
  zoneParameter,
  ...pageParameters(SORTS.map((sort) => sort) as [string, ...string[]], { usual: DEFAULT_LIMIT, most: MAX_LIMIT }),
  { ...query('external_ref', 'The older name of `ref`.', z.string()), isDeprecated: true },
  { ...query('incomplete', 'The older name of `is=incomplete`.', z.boolean()), isDeprecated: true },
];

export const refundParameters: readonly Parameter[] = [
  ...listParameters(
    REFUND_LISTS,
    {
      provider: 'Who moves the money.',
      kind: 'What the provider calls the payment.',
      environment: 'Real money, or the provider’s test system.',
      column: 'Its column on the board.',
      limit_state: 'How its time compares with its limits.',
      step: 'The step it stands at, by the provider’s name.',
      currency: 'What comes back.',
    },
    { excludes: false },
  ),
  ...singleParameters(REFUND_SINGLES, {
    assignee: 'Whose it is: an e-mail address, or `nobody`.',
    ...AMOUNTS,
    triggered_from: 'First told of at or after: a day or an instant with its zone.',
    triggered_to: 'First told of before: a day is included to its end.',
    ended_from: 'Completed or failed at or after.',
    ended_to: 'Completed or failed before.',
    older_than: 'At least so many seconds old.',
    q: 'An external reference or a payment’s id, whole.',
  }),
  ...flagParameters(REFUND_FLAGS, {
    id_missing: 'Only those that wait for the id of a step.',
    one_sided: 'Only those told by one end.',
    partial: 'Only those of less than was paid.',
  }),
  zoneParameter,
  ...pageParameters(REFUND_SORTS.map((sort) => sort) as [string, ...string[]], {
    usual: DEFAULT_REFUND_LIMIT,
    most: MAX_REFUND_LIMIT,
  }),
];

const VIEW_LIMITS = { usual: DEFAULT_VIEW_LIMIT, most: MAX_VIEW_LIMIT } as const;
const COMMON = {
  from: 'The first day, local to the rail: 2026-03-01.',
  to: 'The last day, included.',
  ...AMOUNTS,
  q: 'A text or id.',
} as const;
const REASON = 'The reason of an exception that is not resolved.';

export const legParameters: readonly Parameter[] = [
  ...listParameters(
    LEG_LIST.lists,
    {
      rail: 'The way the money moves.',
      state: 'Where the leg stands against the book.',
      direction: 'Seen from the company’s account.',
      currency: 'The leg’s currency.',
      provider: 'Who moves the money.',
      kind: 'What the provider calls the payment.',
      environment: 'Real money, or the provider’s test system.',
      reason: REASON,
    },
    { excludes: false },
  ),
  ...singleParameters(LEG_LIST.singles, {
    ...COMMON,
    account: 'A CLABE, CBU or CVU of the leg.',
    book: 'Against whose lines it is judged; the bank’s where none is named.',
  }),
  ...pageParameters(LEG_LIST.sorts, VIEW_LIMITS),
];

export const lineParameters: readonly Parameter[] = [
  ...listParameters(
    LINE_LIST.lists,
    {
      rail: 'The rail of the account.',
      direction: 'Seen from the company’s account.',
      currency: 'The line’s currency.',
      account: 'Ids of accounts.',
      kind: 'What the line is; only a payment can be matched.',
      reason: REASON,
    },
    { excludes: false },
  ),
  ...singleParameters(LINE_LIST.singles, {
    ...COMMON,
    statement: 'The number of a statement.',
    match: 'Whether it has a match.',
  }),
  ...flagParameters(LINE_LIST.flags, {
    with_id: 'Only lines with an id in them.',
    with_rivals: 'Only those with more than one candidate.',
  }),
  ...pageParameters(LINE_LIST.sorts, VIEW_LIMITS),
];

export const exceptionParameters: readonly Parameter[] = [
  ...listParameters(
    EXCEPTION_LIST.lists,
    {
      reason: 'Why it does not agree.',
      state: 'Where the work on it stands; all but the resolved where none is named.',
      severity: 'How grave it is.',
      rail: 'The rail it is on.',
      currency: 'What is at stake.',
      provider: 'Whose payment it is about.',
      account: 'Ids of accounts.',
    },
    { excludes: false },
  ),
  ...singleParameters(EXCEPTION_LIST.singles, { ...COMMON, owner: 'An e-mail address, or `nobody`.' }),
  ...pageParameters(EXCEPTION_LIST.sorts, VIEW_LIMITS),
];

export const matchParameters: readonly Parameter[] = [
  query('pass', '0 a person, 1 rail id, 2 account and amount, 3 similar.', z.enum(PASSES.map(String))),
  query('rule', 'The rule that made it.', z.enum(RULE_WORDS as [string, ...string[]])),
  query('undone', '`true` only those taken back, `false` only those that stand.', z.boolean()),
  limitParameter(VIEW_LIMITS),
  cursorParameter,
];
