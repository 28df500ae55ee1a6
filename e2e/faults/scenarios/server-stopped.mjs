import { setTimeout as sleep } from 'node:timers/promises';
import { checkPromises } from '../evidence.mjs';
import { history, stream } from '../histories.mjs';
import { isAccepted, startLoad } from '../load.mjs';
import { isRunning, onStage } from '../stage.mjs';
import { knock, speak } from '../wire.mjs';

const SLOW_SENDERS = 8;
const PAUSE_MS = 1500;

/** SIGTERM in mid-load: what was taken is answered, what comes after is refused, and nothing is answered by half. */
export const serverStopped = (report) =>
  onStage(report, { durable: false }, async (stage) => {
    await stage.startProjector();
    const server = await stage.startServer();
    const load = startLoad({ urls: [server.url], messages: stream(), isPatient: false });
    await load.accepted(Date.now());
    await sleep(1500);
    // In the middle of their bodies when the signal comes: taken, so they must be heard out.
    const { messages, allTaken } = slowMessages();
    const begun = startLoad({ urls: [server.url], messages, connections: SLOW_SENDERS, isPatient: false });
    await allTaken;

    const moment = Date.now();
    server.child.kill('SIGTERM');
    while ((await knock(server.port)) === 'taken') await sleep(20);
    report.checkAtMost('s until new connections are refused', (Date.now() - moment) / 1000, 1);
    report.check('it still hears out those it took', isRunning(server), true);
    const code = await server.exited;
    report.checkAtMost('s until it ended', (Date.now() - moment) / 1000, 10);
    report.check('exit code', code, 0);

    const slow = await begun.finished;
    const records = [...(await load.enough()), ...slow];
    report.check('begun before the signal and accepted', slow.filter(isAccepted).length, SLOW_SENDERS);
    report.check('half answered', records.filter(({ error }) => error === 'half answered').length, 0);
    report.check('answers but 2xx', records.filter(({ status }) => ![0, 200].includes(status)).length, 0);
    const [{ stored }] = await stage.query('SELECT count(*)::int AS stored FROM deliveries');
    report.check('stored but not answered', stored - records.filter(isAccepted).length, 0);

    const again = Date.now();
    const successor = await stage.startServer(server.port);
    report.checkAtMost('s until it answers again after a start', (Date.now() - again) / 1000, 10);
    await checkPromises(report, stage, records);
    report.rest();
    await stopWhileHalfRead(report, successor);
  });

/** A body whose end never comes holds a stop up for as long as any request may, and no longer. */
async function stopWhileHalfRead(report, { port, child, exited }) {
  const client = speak(port, 'POST /api/webhooks/brla HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{');
  await sleep(500);
  const moment = Date.now();
  child.kill('SIGTERM');
  report.check('exit code with a body half read', await exited, 0);
  report.checkAtMost('s until it ended with a body half read', (Date.now() - moment) / 1000, 12);
  await client.ended;
  report.check('heard by who sent half a body', client.heard(), '');
}

/** Messages whose second half comes late, and when the server has heard the beginning of them all. */
function slowMessages() {
  let taken = 0;
  let resolveAll;
  const allTaken = new Promise((resolve) => {
    resolveAll = resolve;
  });
  const onTaken = () => ++taken === SLOW_SENDERS && resolveAll();
  const messages = Array.from({ length: SLOW_SENDERS }, (_, i) => ({
    ...history('brla', 900_000 + i)[0],
    pauseMs: PAUSE_MS,
    onTaken,
  }));
  return { messages, allTaken };
}
