import 'server-only';
import type { Tx } from '@/lib/db';
import type { Environment } from '@/lib/providers/catalogue';
import { Prisma } from '@/prisma/generated/client';
import { BARE_HASH } from './leg.store';
import { addDays, countedBankingDays } from './local-day';
import type { Rule, RuleSettings } from './match';
import { REFUSED_PAIRS } from './refusal.store';

/**
 * Which lines and legs agree by a rule, as SQL: what the passes take, and what exceptions tell, start from these pairs.
 * In a pair `l` is a line that has no match, of `free_lines`, and `g` a leg.
 */

/** Legs for which a line may come: the provider says that the money moves where a bank sees it. */
export const ELIGIBLE = Prisma.sql`g.expectation IN ('expected', 'in_flight')`;
/** `free_lines` is of the beginning of the run: what it matched since is in the keys. */
export const LINE_IS_FREE = Prisma.sql`NOT EXISTS (SELECT FROM matched_lines ml WHERE ml.line_seq = l.seq)`;
export const LEG_IS_FREE = Prisma.sql`NOT EXISTS (SELECT FROM matched_legs mg WHERE mg.leg_id = g.id AND mg.book = l.book)`;
/** Same currency and same amount, which the bank signs. */
export const AMOUNT_AGREES = Prisma.sql`abs(l.amount) = g.amount AND (g.currency IS NULL OR g.currency = l.currency)`;
/** Nobody said that the two do not belong together, or took them apart: no pass joins such a pair again. */
export const IS_NOT_REFUSED = Prisma.sql`NOT EXISTS (
  SELECT FROM refused_pairs r WHERE r.line_seq = l.seq AND r.leg_id = g.id)`;

/** What a pass looks at: the environment whose money the statements show, and the rule as it is in force. */
export type Scope = { readonly environment: Environment; readonly settings: RuleSettings };

/**
 * For the length of `tx`: the payment lines without a match with what decides about them, the pairs that people refused,
 * and the banking days of Mexico around them, counted. The passes of a run read these and not a million matched lines.
 */
export async function openTables(tx: Tx): Promise<void> {
  // A million pairs are sorted and hashed in memory instead of on disk; a run is alone.
  await tx.$executeRaw`SET LOCAL work_mem = '256MB'`;
  await tx.$executeRaw`
    CREATE TEMP TABLE free_lines ON COMMIT DROP AS
    SELECT l.seq, l.account_id, a.rail, CASE a.rail WHEN 'ledger' THEN 'ledger' ELSE 'bank' END AS book, l.booked_on,
      l.amount, l.currency, l.fingerprint, l.occurrence
    FROM lines l JOIN bank_accounts a ON a.id = l.account_id
    WHERE l.kind = 'payment' AND NOT EXISTS (SELECT FROM matched_lines m WHERE m.line_seq = l.seq)`;
  await tx.$executeRaw`CREATE INDEX ON free_lines (seq)`;
  await tx.$executeRaw`
    CREATE TEMP TABLE refused_pairs ON COMMIT DROP AS
    ${REFUSED_PAIRS}`;
  await tx.$executeRaw`CREATE TEMP TABLE banking_days (day date PRIMARY KEY, number int NOT NULL) ON COMMIT DROP`;
  const [range] = await tx.$queryRaw<{ first: string | null; last: string | null }[]>`
    SELECT min(booked_on)::text AS first, max(booked_on)::text AS last FROM free_lines`;
  if (range?.first && range.last) {
    const days = countedBankingDays(addDays(range.first, -MARGIN), addDays(range.last, MARGIN));
    await tx.$executeRaw`
      INSERT INTO banking_days SELECT * FROM unnest(
        ${days.map(({ day }) => day)}::date[], ${days.map(({ number }) => number)}::int[])`;
  }
  await tx.$executeRaw`ANALYZE free_lines, refused_pairs, banking_days`;
}

/** No window is wider than thirty banking days. */
const MARGIN = 60;

/** Ids of both sides that a rule compares: which kinds, and of which legs. */
const COMPARED = {
  e2e: {
    found: ['e2e'],
    told: ['e2e'],
    of: Prisma.sql`g.id NOT LIKE '%#return'`,
    key: Prisma.sql`i.key`,
  },
  return: {
    found: ['e2e', 'pix_return'],
    told: ['e2e'],
    of: Prisma.sql`g.id LIKE '%#return'`,
    key: Prisma.sql`i.key`,
  },
  clave: { found: ['clave_rastreo'], told: ['clave_rastreo'], of: Prisma.sql`true`, key: Prisma.sql`i.key` },
  // A hash with its network in front; where one side does not tell the network the hash decides.
  hash: { found: ['tx_hash'], told: [BARE_HASH], of: Prisma.sql`true`, key: Prisma.sql`split_part(i.key, ' ', -1)` },
  account: { found: ['clabe', 'cbu'], told: ['clabe', 'cbu'], of: Prisma.sql`true`, key: Prisma.sql`i.key` },
  tax_id: { found: ['tax_id'], told: ['tax_id'], of: Prisma.sql`true`, key: Prisma.sql`i.key` },
} as const satisfies Record<Exclude<Rule, 'similar'>, object>;
export type SqlRule = keyof typeof COMPARED;

/** FROM and WHERE of the payments and legs that share an id of a rule, in one direction on a rail that fits. */
export function pairsBy(rule: SqlRule, { environment, settings }: Scope): Prisma.Sql {
  const { found, told, of, key } = COMPARED[rule];
  return Prisma.sql`
    free_lines l
    JOIN line_ids i ON i.line_seq = l.seq
    JOIN leg_ids j ON j.key = ${key} AND j.kind = ANY(${[...told]}::text[])
    JOIN legs g ON g.id = j.leg_id
    WHERE i.kind = ANY(${[...found]}::text[]) AND ${of} AND (l.amount < 0) = (g.direction = 'out')
      AND (l.rail = g.rail OR l.rail = 'ledger') AND g.rail = ANY(${[...settings.rails]}::text[])
      AND g.environment = ${environment} AND ${MORE[rule](settings)}`;
}

/** What a rule asks for beside the id. */
const MORE: Readonly<Record<SqlRule, (settings: RuleSettings) => Prisma.Sql>> = {
  e2e: () => Prisma.sql`true`,
  return: () => Prisma.sql`true`,
  // The same hash on another network is another payment.
  hash: () => Prisma.sql`(strpos(i.key, ' ') = 0 OR NOT EXISTS (
    SELECT FROM leg_ids k WHERE k.leg_id = g.id AND k.kind = 'tx_hash' AND strpos(k.key, ' ') > 0
      AND split_part(k.key, ' ', -1) = j.key)
    OR EXISTS (SELECT FROM leg_ids k WHERE k.leg_id = g.id AND k.kind = 'tx_hash' AND k.key = i.key))`,
  // Banks count their claves anew: one is a payment only with its day and its sender.
  clave: (settings) => Prisma.sql`${isNear(settings.windowDays)} AND NOT ${contradicts('clabe', true)}`,
  account: (settings) => Prisma.sql`i.kind = j.kind AND ${isNear(settings.windowDays)} AND NOT ${railIdContradicts()}
    AND NOT ${contradicts('tax_id', true)}`,
  tax_id: (settings) => Prisma.sql`${isNear(settings.windowDays)} AND NOT ${railIdContradicts()}
    AND NOT ${contradicts('clabe', true)} AND NOT ${contradicts('cbu', true)}`,
};

/** Both tell ids of a kind, and share none. Free text may name anybody, so that mostly only fields contradict. */
function contradicts(kind: string, isFieldOnly: boolean): Prisma.Sql {
  const told = isFieldOnly ? Prisma.sql`AND x.origin = 'field'` : Prisma.empty;
  return Prisma.sql`(
    EXISTS (SELECT FROM line_ids x WHERE x.line_seq = l.seq AND x.kind = ${kind} ${told})
    AND EXISTS (SELECT FROM leg_ids y WHERE y.leg_id = g.id AND y.kind = ${kind})
    AND NOT EXISTS (SELECT FROM line_ids x JOIN leg_ids y ON y.key = x.key AND y.kind = x.kind
      WHERE x.line_seq = l.seq AND y.leg_id = g.id AND x.kind = ${kind}))`;
}

function railIdContradicts(): Prisma.Sql {
  return Prisma.sql`(${contradicts('e2e', false)} OR ${contradicts('clave_rastreo', true)})`;
}

/** Within the rule's days: banking days on SPEI, whose operating day may be the next one. */
function isNear(windowDays: number): Prisma.Sql {
  return Prisma.sql`CASE g.rail
    WHEN 'spei' THEN l.booked_on IN (g.local_day, g.last_day)
      OR abs((SELECT number FROM banking_days b WHERE b.day = l.booked_on)
        - (SELECT number FROM banking_days b WHERE b.day = g.local_day)) <= ${windowDays}
    ELSE abs(l.booked_on - g.local_day) <= ${windowDays} END`;
}
