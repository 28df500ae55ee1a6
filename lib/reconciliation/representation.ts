import { type Reader, spokenKept } from '@/lib/language/said';
import type { LegRow, LineRow, MatchView } from './view';

/** The API's views: snake_case, amounts as decimal strings, days local to the rail or the bank. */

export function legJson(leg: LegRow) {
  return {
    id: leg.id,
    transaction_id: leg.transactionId,
    provider: leg.provider,
    kind: leg.kind,
    environment: leg.environment,
    rail: leg.rail,
    direction: leg.direction,
    amount: leg.money?.amount ?? null,
    currency: leg.money?.currency ?? null,
    parts: leg.parts,
    expectation: leg.expectation,
    state: leg.state,
    reasons: leg.reasons,
    match_id: leg.matchId,
    occurred_at: leg.occurredAt,
    local_day: leg.localDay,
    counterparty: leg.counterparty.name,
    network: leg.network,
    external_ref: leg.externalRef,
    ids: leg.ids.map(({ kind, value }) => ({ kind, value })),
  };
}

export function lineJson(line: LineRow) {
  return {
    seq: line.seq,
    statement_id: line.statementId,
    place: line.place,
    book: line.book,
    account_id: line.accountId,
    account_name: line.accountName,
    rail: line.accountRail,
    booked_on: line.bookedOn,
    booked_at: line.bookedAt,
    value_on: line.valueOn,
    direction: line.direction,
    amount: line.amount,
    currency: line.currency,
    text: line.text,
    counterparty: { name: line.name, account: line.account, tax_id: line.taxId },
    bank_reference: line.bankReference,
    kind: line.kind,
    ids: line.ids.map(({ kind, value, from }) => ({ kind, value, from })),
    match_id: line.matchId,
    reasons: line.reasons,
  };
}

export function matchJson(match: MatchView, reader: Reader) {
  return {
    id: match.id,
    book: match.book,
    pass: match.pass,
    rule: match.rule,
    rule_version: match.ruleVersion,
    agreed: match.evidence.agreed,
    rivals: match.evidence.rivals,
    explained: match.evidence.explained,
    remainder: match.remainder,
    reason: match.reason,
    made_by: match.madeBy,
    made_at: match.madeAt,
    undone_by: match.undoneBy,
    undone_at: match.undoneAt,
    undone_why: match.undoneWhy && spokenKept(match.undoneWhy, reader),
    lines: match.lines.map(lineJson),
    legs: match.legs.map(legJson),
  };
}
