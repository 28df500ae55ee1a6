import { setTimeout as sleep } from 'node:timers/promises';
import { checkPromises } from '../evidence.mjs';
import { stream } from '../histories.mjs';
import { isAccepted, startLoad } from '../load.mjs';
import { onStage } from '../stage.mjs';
import { speak } from '../wire.mjs';

const SLOW = 200;
const SECONDS = 3;
const SHED_SECONDS = 75;
const PROVIDER_GIVES_UP_MS = 5_000;
/** Of the throughput without slow clients, in this same run: others work on this machine too. */
const LEAST_SHARE = 0.33;
/** One half never gets through its headers, the other never through its body. */
const HEAD = 'POST /api/webhooks/brla HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const IN_HEADERS = { said: HEAD, drip: 'X-Slow: yes\r\n' };
const IN_BODY = { said: `${HEAD}Content-Length: 5000\r\n\r\n`, drip: '{"subscription":"BURN"' };

/** 200 clients that send one byte a second stop nobody else, and are sent away in the end. */
export const slowClients = (report) =>
  onStage(report, { durable: false }, async (stage) => {
    await stage.startProjector();
    const server = await stage.startServer();
    const messages = stream();
    const records = [];
    const perSecond = async (seconds) => {
      const load = startLoad({ urls: [server.url], messages, isPatient: false });
      await sleep(seconds * 1000);
      const sent = await load.enough();
      records.push(...sent);
      await stage.drained(); // the next to be measured must not pay for this one's folding
      return Math.round(sent.filter(isAccepted).length / seconds);
    };
    const bestPerSecond = async () => Math.max(await perSecond(SECONDS), await perSecond(SECONDS)); // others work here too
    await perSecond(SECONDS); // warm up
    const before = await bestPerSecond();
    const began = Date.now();
    const slow = Array.from({ length: SLOW }, (_, i) => dribble(server.port, i % 2 ? IN_HEADERS : IN_BODY));
    await sleep(1000);
    const sentBefore = records.length;
    const beside = await bestPerSecond();
    const waits = records.slice(sentBefore).map(({ sentAt, answeredAt }) => answeredAt - sentAt);
    report.check('slow clients there meanwhile', slow.filter(({ endedAt }) => !endedAt).length, SLOW);
    report.count('2xx/s before', before);
    report.count('2xx/s beside slow clients', beside);
    report.checkAtLeast('the ratio of the two', Number((beside / before).toFixed(2)), LEAST_SHARE);
    report.checkAtMost('ms until the slowest answer beside slow clients', Math.max(...waits), PROVIDER_GIVES_UP_MS);
    report.check('other clients not accepted', records.filter((record) => !isAccepted(record)).length, 0);

    report.rest();
    while (slow.some(({ endedAt }) => !endedAt) && Date.now() < began + SHED_SECONDS * 1000) await sleep(200);
    for (const half of [IN_HEADERS, IN_BODY]) {
      const own = slow.filter(({ plan }) => plan === half);
      const last = Math.max(...own.map(({ endedAt }) => endedAt ?? Number.POSITIVE_INFINITY));
      report.checkAtMost(
        `s until rid of those in their ${half === IN_BODY ? 'bodies' : 'headers'}`,
        (last - began) / 1000,
        SHED_SECONDS,
      );
    }
    report.check(
      'slow clients answered below 500',
      slow.filter(({ heard }) => /^HTTP\/1.1 [1-4]/.test(heard())).length,
      0,
    );
    for (const { end } of slow) end();
    await checkPromises(report, stage, records);
  });

function dribble(port, plan) {
  const client = speak(port, plan.said);
  let at = 0;
  const timer = setInterval(() => client.say(plan.drip[at++ % plan.drip.length]), 1000);
  const slow = { plan, heard: client.heard, end: client.end, endedAt: undefined };
  void client.ended.then(() => {
    clearInterval(timer);
    slow.endedAt = Date.now();
  });
  return slow;
}
