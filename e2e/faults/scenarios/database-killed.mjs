import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkPromises } from '../evidence.mjs';
import { stream } from '../histories.mjs';
import { startLoad } from '../load.mjs';
import { isRunning, onStage } from '../stage.mjs';

/** First only the postmaster, as the OOM killer would; then all at once, as near to a power cut as a test can come. */
const ROUNDS = [(pid) => [pid], (pid) => [pid, ...childrenOf(pid)], (pid) => [pid]];

/** kill -9 of PostgreSQL in mid-load: the desk says 503 while it is away, and nothing that got a 2xx is gone after. */
export const databaseKilled = (report) =>
  onStage(report, { durable: true }, async (stage) => {
    const projector = await stage.startProjector();
    const server = await stage.startServer();
    const load = startLoad({ urls: [server.url], messages: stream() });
    for (const [round, victims] of ROUNDS.entries()) {
      await load.accepted(Date.now());
      await sleep(1000);
      const moment = Date.now();
      const killed = stage.postmaster();
      for (const pid of victims(killed)) process.kill(pid, 'SIGKILL');
      // The sessions of a killed postmaster may answer a little longer; a new one starts when the last of them is gone.
      while (stage.postmaster() === killed) await sleep(20);
      const back = await load.accepted(Date.now());
      report.checkAtMost(`s until it answers again after kill ${round + 1}`, (back - moment) / 1000, 10);
    }
    await sleep(500);
    const records = await load.enough();
    report.check('the server and the projector outlived it', isRunning(server) && isRunning(projector), true);
    report.check('answers but 2xx and 503', records.filter(({ status }) => ![200, 503].includes(status)).length, 0);
    await checkPromises(report, stage, records);
  });

function childrenOf(pid) {
  if (process.platform !== 'linux') return []; // they end by themselves once they notice
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}
