// What was promised, held against what is there.

import { createHash } from 'node:crypto';
import { isAccepted } from './load.mjs';

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * Waits for the folding to end and checks everything that must hold after any fault whatever.
 * @param {import('./report.mjs').Report} report
 */
export async function checkPromises(report, stage, records) {
  report.count('inbox empty after (s)', (await stage.drained()).toFixed(1));
  await checkEvidence(report, stage, records);
  await checkStore(report, stage);
}

/** Each request that got a 2xx is in the store once, whole, under the number that its answer named. */
async function checkEvidence(report, stage, records) {
  const stored = await stage.query(`
    SELECT seq::text, provider, headers->>'x-test-request' AS request, encode(sha256(body), 'hex') AS hash
    FROM deliveries`);
  const byRequest = new Map(stored.map((row) => [row.request, []]));
  for (const row of stored) byRequest.get(row.request).push(row);
  const known = new Set(records.map((record) => record.id));
  const accepted = records.filter(isAccepted);
  const rowsOf = (record) => byRequest.get(record.id) ?? [];
  const isSame = ({ message, delivery }, row) =>
    row.seq === delivery && row.provider === message.provider && row.hash === hashOf(message.body);

  const unanswered = records.filter(({ status }) => status === 0);
  report.count('sent', records.length);
  report.count('2xx', accepted.length);
  report.count('no answer', unanswered.length);
  report.count('answered otherwise', records.length - accepted.length - unanswered.length);
  report.count('stored', stored.length);
  report.check('2xx but not stored', accepted.filter((record) => rowsOf(record).length === 0).length, 0);
  report.check('requests stored twice', records.filter((record) => rowsOf(record).length > 1).length, 0);
  report.check(
    '2xx but other bytes or number',
    accepted.filter((r) => rowsOf(r).some((row) => !isSame(r, row))).length,
    0,
  );
  report.check('stored but never sent', stored.filter((row) => !known.has(row.request)).length, 0);
  report.check('hung', records.filter(({ error }) => error === 'hang').length, 0);
}

async function checkStore(report, stage) {
  const found = await stage.audit();
  report.count('transactions', found.transactions);
  report.count('events', found.events);
  report.count('duplicates', found.duplicate);
  report.count('unrecognised', found.unrecognised);
  report.check('some transaction is stored', found.transactions > 0, true);
  report.check('transactions unlike their pure fold', found.wrongFolds, 0);
  report.check('folds not saved', found.unsavedFolds, 0);
  report.check('deliveries without a reading', found.unread, 0);
  report.check('readings unlike the bytes', found.misread, 0);
  report.check('deliveries set aside', found.setAside, 0);
  report.check('one receipt for each delivery', found.receipts, found.deliveries);
  report.check('broken or missing receipts', found.brokenReceipts + found.unsealed, 0);
}
