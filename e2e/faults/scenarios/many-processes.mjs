import { checkPromises } from '../evidence.mjs';
import { shuffled, stream } from '../histories.mjs';
import { startLoad } from '../load.mjs';
import { isRunning, onStage } from '../stage.mjs';

const DISTINCT = 3_000;
const SEED = 4;

/** Two servers and four projectors on one database, every message sent twice and all of them in no order. */
export const manyProcesses = (report) =>
  onStage({ durable: false }, async (stage) => {
    const servers = await Promise.all([stage.startServer(), stage.startServer()]);
    const projectors = await Promise.all(Array.from({ length: 4 }, () => stage.startProjector()));
    const endless = stream();
    const messages = Array.from({ length: DISTINCT }, () => endless.next().value);
    const load = startLoad({
      urls: servers.map(({ url }) => url),
      messages: shuffled([...messages, ...messages], SEED),
    });
    const records = await load.finished;
    await checkPromises(report, stage, records);
    const outcomes = await stage.query('SELECT outcome, count(*)::int FROM readings GROUP BY 1 ORDER BY 1');
    const wanted = [
      { outcome: 'duplicate', count: records.length - DISTINCT },
      { outcome: 'event', count: DISTINCT },
    ];
    report.check('every second delivery is a duplicate', JSON.stringify(outcomes), JSON.stringify(wanted));
    report.check('all six processes outlived it', [...servers, ...projectors].every(isRunning), true);
  });
