import { setTimeout as sleep } from 'node:timers/promises';
import { checkPromises } from '../evidence.mjs';
import { stream } from '../histories.mjs';
import { startLoad } from '../load.mjs';
import { killHard, onStage } from '../stage.mjs';

const ROUNDS = 3;

/** kill -9 of the server in mid-load: what it had answered is stored, and its successor takes the rest. */
export const serverKilled = (report) =>
  onStage(report, { durable: true }, async (stage) => {
    await stage.startProjector();
    let server = await stage.startServer();
    const load = startLoad({ urls: [server.url], messages: stream() });
    for (let round = 1; round <= ROUNDS; round++) {
      await load.accepted(Date.now());
      await sleep(1000);
      const moment = Date.now();
      await killHard(server);
      server = await stage.startServer(server.port);
      const seconds = ((await load.accepted(moment)) - moment) / 1000;
      report.checkAtMost(`s until it answers again after kill ${round}`, seconds, 10);
    }
    await sleep(500);
    const records = await load.enough();
    records.push(...(await killUnderSupervision(report, stage)));
    const cutOff = records.filter(({ status }) => status === 0);
    report.checkAtLeast('requests cut off by the kills', cutOff.length, ROUNDS);
    await checkPromises(report, stage, records);
  });

/** The same under `npm start`, where nobody else starts the server again. */
async function killUnderSupervision(report, stage) {
  const desk = await stage.startDesk();
  const load = startLoad({ urls: [desk.url], messages: stream({ from: 1_000_000 }), connections: 8 });
  await load.accepted(Date.now());
  const moment = Date.now();
  process.kill(desk.serverPid(), 'SIGKILL');
  const seconds = ((await load.accepted(moment)) - moment) / 1000;
  report.checkAtMost('s until it answers again after a kill under supervision', seconds, 10);
  report.check(
    'the console says so',
    stage.said.filter((line) => line.startsWith('The server ended (SIGKILL)')).length,
    1,
  );
  return load.enough();
}
