import { checkPromises } from '../evidence.mjs';
import { stream } from '../histories.mjs';
import { startLoad } from '../load.mjs';
import { isRunning, onStage } from '../stage.mjs';

const DELIVERIES = 6_000;
const COPIES = 2;

/** Two servers and four projectors on one database; every message comes twice, and those of a payment all at once. */
export const manyProcesses = (report) =>
  onStage(report, { durable: false }, async (stage) => {
    const servers = await Promise.all([stage.startServer(), stage.startServer()]);
    const projectors = await Promise.all(Array.from({ length: 4 }, () => stage.startProjector()));
    const endless = stream({ atATime: 6, copies: COPIES });
    const messages = Array.from({ length: DELIVERIES }, () => endless.next().value);
    const load = startLoad({ urls: servers.map(({ url }) => url), messages });
    const records = await load.finished;
    await checkPromises(report, stage, records);
    const outcomes = await stage.query('SELECT outcome, count(*)::int FROM readings GROUP BY 1 ORDER BY 1');
    const wanted = [
      { outcome: 'duplicate', count: records.length - DELIVERIES / COPIES },
      { outcome: 'event', count: DELIVERIES / COPIES },
    ];
    report.check('every second delivery is a duplicate', JSON.stringify(outcomes), JSON.stringify(wanted));
    report.check('all six processes outlived it', [...servers, ...projectors].every(isRunning), true);
  });
