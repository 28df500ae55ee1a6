import { checkPromises } from '../evidence.mjs';
import { fuzzedMessages } from '../fuzz.mjs';
import { history } from '../histories.mjs';
import { isAccepted, postAll } from '../load.mjs';
import { onStage } from '../stage.mjs';

const COUNT = 5_000;
const SEED = 6;
const MIB = 1024 * 1024;

/** 5,000 bodies that no provider would send: stored byte for byte or refused whole, and the next good one is folded. */
export const fuzzedBodies = (report) =>
  onStage(report, { durable: false }, async (stage) => {
    await stage.startProjector();
    const server = await stage.startServer();
    const fuzzed = await postAll(server.url, fuzzedMessages(COUNT, SEED));
    const small = fuzzed.filter(({ message }) => message.body.length <= MIB);
    const large = fuzzed.filter(({ message }) => message.body.length > MIB);
    report.count('seed', SEED);
    report.count('larger than 1 MiB', large.length);
    report.check('up to 1 MiB and not 2xx', small.filter((record) => !isAccepted(record)).length, 0);
    report.check('larger and not 503', large.filter(({ status }) => status !== 503).length, 0);
    report.count('s until all were folded', (await stage.drained()).toFixed(1));

    const good = history('brla', 1);
    const records = [...fuzzed, ...(await postAll(server.url, good))];
    await checkPromises(report, stage, records);
    const [{ folded }] = await stage.query(`SELECT count(*)::int AS folded FROM transactions WHERE id LIKE '%fa17%'`);
    report.check('transactions of a good history after it', folded, 2);
  });
