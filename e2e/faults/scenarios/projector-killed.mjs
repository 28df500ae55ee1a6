import { setTimeout as sleep } from 'node:timers/promises';
import { checkPromises } from '../evidence.mjs';
import { stream } from '../histories.mjs';
import { isAccepted, startLoad } from '../load.mjs';
import { killHard, onStage } from '../stage.mjs';

const ROUNDS = 5;
const HOUR_MS = 3_600_000;
/** Only the projector keeps a transaction open between two statements. */
const OPEN_BATCHES = `SELECT count(*)::int AS open FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'`;

/** kill -9 of the projector with a batch in its hands, while the providers' clocks are hours off in both directions. */
export const projectorKilled = (report) =>
  onStage(report, { durable: true }, async (stage) => {
    const server = await stage.startServer();
    const began = Date.now();
    const load = startLoad({ urls: [server.url], messages: stream({ clock: strayingClock() }), connections: 8 });
    await sleep(1500); // a backlog, so that batches are large
    let projector = await stage.startProjector();
    for (let round = 1; round <= ROUNDS; round++) {
      await batchOpen(stage);
      await killHard(projector);
      const read = await readCount(stage);
      const moment = Date.now();
      projector = await stage.startProjector();
      while ((await readCount(stage)) <= read) await sleep(20);
      report.checkAtMost(`s until it folds again after kill ${round}`, (Date.now() - moment) / 1000, 10);
    }
    const records = await load.enough();
    report.check('requests that felt it', records.filter((record) => !isAccepted(record)).length, 0);
    await checkPromises(report, stage, records);
    const [{ astray }] = await stage.query(
      'SELECT count(*)::int AS astray FROM deliveries WHERE received_at NOT BETWEEN $1 AND $2',
      [new Date(began), new Date()],
    );
    report.check('deliveries whose receipt is not by our own clock', astray, 0);
    const [{ ahead, behind }] = await stage.query(`
      SELECT count(*) FILTER (WHERE occurred_at > now() + interval '1 hour')::int AS ahead,
             count(*) FILTER (WHERE occurred_at < now() - interval '1 hour')::int AS behind FROM events`);
    report.checkAtLeast('events hours ahead', ahead, 1);
    report.checkAtLeast('events hours behind', behind, 1);
  });

/** A provider's clock that is up to twelve hours off, another way each time it is asked. */
function strayingClock() {
  let asked = 0;
  return () => Date.now() + (((asked++ * 7) % 25) - 12) * HOUR_MS;
}

async function batchOpen(stage) {
  while ((await stage.query(OPEN_BATCHES))[0].open === 0);
}

const readCount = async (stage) => (await stage.query('SELECT count(*)::int AS count FROM readings'))[0].count;
