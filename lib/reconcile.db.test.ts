import { afterAll, beforeEach, expect, test } from 'vitest';
import { disconnect, prisma } from './db';
import { keptInEnglish, translatorOf } from './language/translator';
import { reconcile } from './reconcile';
import { emptyDesk, putPayments, putStatement } from './reconcile-testing';
import { matchByHand, refusePair, undoMatch } from './reconciliation/decision.store';
import { readLegDetail, readLineDetail } from './reconciliation/detail.store';
import { readException, readExceptions } from './reconciliation/exception-view.store';
import { resolveExceptions, waitWithException } from './reconciliation/exception-work.store';
import { GOLDEN } from './reconciliation/golden';
import type { GoldenCase } from './reconciliation/golden-case';
import { readMatch } from './reconciliation/match-view.store';
import { rulesInForce, saveRule } from './reconciliation/rule.store';
import { readRun } from './reconciliation/run.store';
import { severityOf } from './reconciliation/severity';
import { readLegs, readLines } from './reconciliation/view.store';
import { EXCEPTION_LIST, LEG_LIST, LINE_LIST, readViewQuery } from './reconciliation/view-query';
import type { StatementLine } from './statements/statement';
import { shuffled } from './testing';

beforeEach(emptyDesk);
afterAll(disconnect);

const NOW = new Date('2026-07-01T12:00:00Z');
const run = (more = {}) => reconcile({ isDry: false, requestedBy: null, now: NOW, ...more });
const caseOf = (account: string, name: string) =>
  GOLDEN.find((one) => one.account === account && one.name === name) as GoldenCase;
const BY = 'ana@example.com';

/** The first SPEI case that a rail id matches. */
const [MATCHED] = GOLDEN.filter(
  ({ account, expected, lines }) =>
    account === 'spei' &&
    lines.length === 1 &&
    expected.lines[0]?.verdict === 'matched' &&
    expected.lines[0].pass === 1,
);

async function put({ account, transactions, lines }: GoldenCase): Promise<bigint[]> {
  await putPayments(transactions);
  return putStatement(account, lines);
}

/** Matches and exceptions without numbers that depend on when they were made. */
async function outcome(): Promise<unknown> {
  return prisma().$queryRaw`
    SELECT 'match' AS what, m.rule AS word, encode(l.fingerprint, 'hex') AS line, g.leg_id AS leg
    FROM matches m JOIN matched_lines x ON x.match_id = m.id JOIN lines l ON l.seq = x.line_seq JOIN matched_legs g ON g.match_id = m.id
    UNION ALL SELECT 'exception', e.reason, encode(l.fingerprint, 'hex'), e.leg_id
    FROM match_exceptions e LEFT JOIN lines l ON l.seq = e.line_seq WHERE e.state = 'open' ORDER BY 1, 2, 3, 4`;
}

/** Cases whose payments share no id, so that all may stand on one statement. */
function together(account: GoldenCase['account']): GoldenCase {
  const cases = GOLDEN.filter((one) => one.account === account);
  const transactions = new Map(
    cases.flatMap((one) => one.transactions.map((payment) => [payment.id, payment] as const)),
  );
  return {
    ...(cases[0] as GoldenCase),
    transactions: [...transactions.values()],
    lines: cases.flatMap(({ lines }) => lines),
  };
}

test.each(['spei', 'pix', 'ars'] as const)(
  'the order of import decides nothing on %s, and matching twice changes nothing',
  async (account) => {
    const all = together(account);
    const lines = all.lines.map((line, at) => ({ ...line, bankReference: `own ${at}` }));
    const outcomes: unknown[] = [];
    for (const seed of [1, 7]) {
      await emptyDesk();
      await putPayments(shuffled(all.transactions, seed));
      await putStatement(account, shuffled(lines, seed));
      const { figures } = await run();
      outcomes.push(await outcome());
      const matched = Object.values(figures.matched);
      const sum = (counts: object) => Object.values(counts).reduce((a: number, b: number) => a + b, 0);
      expect(sum(matched.map((one) => one.lines)) + sum(figures.linesLeft)).toBe(figures.linesIn);
      expect(sum(matched.map((one) => one.legs)) + sum(figures.legsLeft)).toBe(figures.legsIn);
      const again = await run();
      expect(again.figures.exceptions).toEqual({ opened: 0, reopened: 0, resolved: 0 });
      expect(await outcome()).toEqual(outcomes.at(-1));
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
  },
  60_000,
);

test('two runs at once reserve nothing twice', async () => {
  const { transactions, lines } = together('pix');
  await putPayments(transactions);
  await putStatement(
    'pix',
    lines.map((line, at) => ({ ...line, bankReference: `own ${at}` })),
  );
  await Promise.all([run(), run(), run()]);
  const first = await outcome();
  await run();
  expect(await outcome()).toEqual(first);
  const [counts] = await prisma().$queryRaw<Record<string, bigint>[]>`
    SELECT (SELECT count(*) FROM matches) AS matches, (SELECT count(DISTINCT match_id) FROM matched_lines) AS lines,
      (SELECT count(DISTINCT match_id) FROM matched_legs) AS legs`;
  expect(counts?.lines).toBe(counts?.matches);
  expect(counts?.legs).toBe(counts?.matches);
});

test('a dry run tells the same figures and keeps nothing but itself', async () => {
  await put(MATCHED as GoldenCase);
  const dry = await run({ isDry: true, requestedBy: BY });
  expect(await prisma().match.count()).toBe(0);
  expect(await prisma().matchException.count()).toBe(0);
  const kept = await run();
  expect({ ...dry.figures, milliseconds: 0 }).toEqual({ ...kept.figures, milliseconds: 0 });
  expect(await readRun(dry.runId)).toMatchObject({ isDry: true, requestedBy: BY, figures: { linesIn: 1 } });
  expect(await readRun(kept.runId)).toMatchObject({ difference: [] });
});

test('a match that a person takes apart is not made again, and by hand it may be', async () => {
  const [seq] = await put(MATCHED as GoldenCase);
  await run();
  const held = await prisma().matchedLine.findUniqueOrThrow({ where: { lineSeq: seq as bigint } });
  const legs = (await prisma().matchedLeg.findMany({ where: { matchId: held.matchId } })).map(({ legId }) => legId);
  expect(await undoMatch(String(held.matchId), BY, 'another customer')).toBe('undone');
  expect(await undoMatch(String(held.matchId), BY, null)).toBe('already_undone');
  await run();
  expect(await prisma().matchedLine.count()).toBe(0);
  expect(await readMatch(String(held.matchId))).toMatchObject({ undoneBy: BY, lines: [{ seq: String(seq) }] });
  expect(await matchByHand({ lineSeqs: [String(seq)], legIds: legs, by: BY })).toMatchObject({ outcome: 'matched' });
  await run();
  expect(await prisma().match.findFirst({ where: { undoneAt: null } })).toMatchObject({
    pass: 0,
    rule: 'hand',
    madeBy: BY,
  });
});

test('a refused pair is never matched', async () => {
  const [seq] = await put(MATCHED as GoldenCase);
  const verdict = (MATCHED as GoldenCase).expected.lines[0] as { legs: readonly string[] };
  const legId = verdict.legs[0] as string;
  expect(await refusePair(String(seq), legId, BY)).toBe('refused');
  expect(await refusePair(String(seq), legId, BY)).toBe('already_refused');
  expect(await refusePair('999999', legId, BY)).toBe('not_found');
  await run();
  expect(await prisma().matchedLine.count()).toBe(0);
  const detail = await readLineDetail('clear', String(seq), NOW);
  expect(detail?.candidates).toMatchObject([{ leg: { id: legId }, strength: 'proven', isRefused: true }]);
});

test('two lines are one payment only if they add up, or somebody says why not', async () => {
  const one = caseOf('spei', 'one deposit on two lines');
  const seqs = (await put(one)).map(String);
  await run();
  const legIds = one.legs.filter(({ rail }) => rail === 'spei').map(({ id }) => id);
  expect(await matchByHand({ lineSeqs: seqs.slice(0, 1), legIds, by: BY })).toMatchObject({ outcome: 'remainder' });
  const made = await matchByHand({ lineSeqs: seqs, legIds, by: BY });
  expect(made).toMatchObject({ outcome: 'matched' });
  expect(await matchByHand({ lineSeqs: seqs, legIds, by: BY })).toMatchObject({ outcome: 'taken', lines: seqs });
  expect(await prisma().matchException.count({ where: { state: 'open' } })).toBe(0);
  if (made.outcome === 'matched') expect(await undoMatch(made.matchId, BY, null)).toBe('undone');
  await run();
  expect(await prisma().matchedLine.count()).toBe(0);
  const part = await matchByHand({ lineSeqs: seqs.slice(0, 1), legIds, reason: 'bank_fee', by: BY });
  expect(part).toMatchObject({ outcome: 'matched' });
  const [match] = await prisma().match.findMany({ where: { undoneAt: null } });
  expect(match).toMatchObject({ reason: 'bank_fee' });
  expect(String(match?.remainder)).not.toBe('0');
  expect(await matchByHand({ lineSeqs: ['5 OR 1'], legIds, by: BY })).toMatchObject({ outcome: 'not_found' });
});

test('an exception resolves itself once it agrees, and opens again when it does not', async () => {
  const one = MATCHED as GoldenCase;
  await putStatement(one.account, one.lines);
  await run();
  const [opened] = await prisma().matchException.findMany();
  expect(opened).toMatchObject({ reason: 'missing_at_provider', state: 'open' });
  await putPayments(one.transactions);
  expect((await run()).figures.exceptions).toMatchObject({ resolved: 1 });
  const detail = await readException('clear', String(opened?.id), NOW);
  expect(detail).toMatchObject({
    exception: { state: 'resolved', resolution: 'itself' },
    notes: [{ kind: 'resolved' }],
  });
  const match = await prisma().match.findFirstOrThrow();
  await undoMatch(String(match.id), BY, null);
  expect((await run()).figures.exceptions.reopened).toBe(1);
  await waitWithException(String(opened?.id), '2026-06-01', 'Juno was asked', BY);
  await run();
  const notes = await prisma().exceptionNote.findMany({
    where: { exceptionId: opened?.id as bigint },
    orderBy: { seq: 'asc' },
  });
  expect(notes.map(({ text }) => text && keptInEnglish(text))).toEqual([
    'It agrees by now',
    expect.stringMatching(/^It is found again: \S.* and \S/),
    'Juno was asked',
    'The wait until 2026-06-01 is over',
  ]);
});

test('a leg is expected until its statement is there, then late, then missing at the bank', async () => {
  const one = MATCHED as GoldenCase;
  await putPayments(one.transactions);
  await putStatement(one.account, [], { covers: ['2026-01-01', '2026-01-15'] });
  await run();
  expect(await prisma().matchException.count()).toBe(0);
  await putStatement(one.account, [], { covers: ['2026-01-16', '2026-03-31'] });
  const day = (await prisma().leg.findFirstOrThrow({ where: { rail: 'spei' } })).lastDay;
  await reconcile({ isDry: false, requestedBy: null, now: new Date(+day + 3 * 86_400_000) });
  expect(await prisma().matchException.findMany({ where: { state: 'open', reason: 'late' } })).toHaveLength(1);
  await run();
  const [missing] = await prisma().matchException.findMany({ where: { state: 'open' } });
  expect(missing).toMatchObject({ reason: 'missing_at_bank' });
  await resolveExceptions([String(missing?.id)], { resolution: 'ignored', remark: 'a test of theirs' }, BY);
  expect((await run()).figures.exceptions).toEqual({ opened: 0, reopened: 0, resolved: 0 });
  expect(await readLegDetail('clear', missing?.legId as string)).toMatchObject({ leg: { state: 'not_needed' } });
});

test('the screens read rows, totals and states of one filter, page by page', async () => {
  const { transactions, lines } = together('spei');
  await putPayments(transactions);
  await putStatement(
    'spei',
    lines.map((line, at) => ({ ...line, bankReference: `own ${at}` })),
  );
  await run();
  const seen: string[] = [];
  let cursor = '';
  do {
    const { query } = readViewQuery(
      LEG_LIST,
      new URLSearchParams(`rail=spei&limit=20${cursor && `&cursor=${cursor}`}`),
    );
    const page = await readLegs('clear', query);
    if ('message' in page) throw new Error(page.message.key);
    expect(Object.values(page.states).reduce((a, b) => a + b, 0)).toBe(
      page.totals.reduce((sum, { count }) => sum + count, 0),
    );
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.next ?? '';
  } while (cursor);
  expect(seen.length).toBe(new Set(seen).size);
  expect(seen.length).toBe(await prisma().leg.count({ where: { rail: 'spei' } }));
  for (const sort of ['-day', 'day', 'amount']) {
    const { query } = readViewQuery(LINE_LIST, new URLSearchParams(`match=free&limit=3&sort=${sort}`));
    const page = await readLines('clear', query);
    if ('message' in page) throw new Error(page.message.key);
    const next = await readLines('clear', { ...query, cursor: page.next });
    if ('message' in next) throw new Error(next.message.key);
    expect(next.rows.map(({ seq }) => seq)).not.toContain(page.rows[0]?.seq);
    expect(await readLines('clear', { ...query, cursor: next.previous })).toMatchObject({ rows: page.rows });
  }
  const { query } = readViewQuery(EXCEPTION_LIST, new URLSearchParams('state=open&limit=200'));
  const page = await readExceptions('clear', query, NOW);
  if ('message' in page) throw new Error(page.message.key);
  expect(page.rows.length).toBeGreaterThan(20);
  for (const row of page.rows) expect(row.severity).toBe(severityOf(row));
  for (const row of page.rows.slice(0, 15)) {
    if (row.legId) expect(await readLegDetail('clear', row.legId, NOW)).toMatchObject({ leg: { id: row.legId } });
    if (row.lineSeq)
      expect(await readLineDetail('clear', row.lineSeq, NOW)).toMatchObject({ line: { seq: row.lineSeq } });
  }
  expect(translatorOf('en', 'reasons')('severityFormula')).toContain('Low below 2');
});

test('a rule is changed by a new version, and holds from the next run on', async () => {
  await put(MATCHED as GoldenCase);
  expect((await rulesInForce()).map(({ rule, version }) => `${rule} ${version}`)).toContain('clave 1');
  expect(await saveRule('clave', { isOn: 'perhaps' }, null, BY)).toMatchObject({ outcome: 'invalid' });
  expect(await saveRule('similar', { isAutomatic: true }, null, BY)).toMatchObject({ outcome: 'invalid' });
  expect(await saveRule('clave', { isOn: false }, 'counted anew too often', BY)).toEqual({
    outcome: 'saved',
    version: 2,
  });
  expect(await saveRule('clave', { isOn: false }, null, BY)).toEqual({ outcome: 'unchanged' });
  const { figures } = await run();
  expect(figures.rules.clave).toBe(2);
  expect(figures.matched.clave.lines).toBe(0);
  await saveRule('clave', { rails: ['spei'] }, 'on again', BY);
  expect((await run()).figures.rules.clave).toBe(3);
});

test('a ledger and a bank each match a payment once', async () => {
  const one = MATCHED as GoldenCase;
  await put(one);
  await putStatement('ledger', one.lines as StatementLine[], { account: 'own book' });
  await run();
  const books = await prisma().matchedLeg.findMany({ orderBy: { book: 'asc' } });
  expect(books.map(({ book }) => book)).toEqual(['bank', 'ledger']);
});
