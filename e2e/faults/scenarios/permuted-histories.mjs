import { checkPromises } from '../evidence.mjs';
import { history, mark, PROVIDERS, permutations } from '../histories.mjs';
import { postAll } from '../load.mjs';
import { onStage } from '../stage.mjs';

const STEPS = 5;
const ORDERS = permutations(STEPS);

/** Every order in which a payment's messages can arrive, folded after each arrival, ends in the same transactions. */
export const permutedHistories = (report) =>
  onStage(report, { durable: false }, async (stage) => {
    await stage.startProjector();
    const server = await stage.startServer();
    const told = PROVIDERS.flatMap((provider, place) =>
      ORDERS.map((order, i) => {
        const messages = history(provider, serialOf(place, i));
        return order.map((step) => messages[step]);
      }),
    );
    const records = [];
    for (let step = 0; step < STEPS; step++) {
      const arrivals = told.map((messages) => messages[step]);
      records.push(...(await postAll(server.url, arrivals)));
      await stage.drained();
    }
    await checkPromises(report, stage, records);

    report.count('permutations', told.length);
    const endings = await endingsBySerial(stage);
    for (const [place, provider] of PROVIDERS.entries()) {
      const own = ORDERS.map((_, i) => endings.get(mark(serialOf(place, i))));
      report.check(`permutations of ${provider} with an ending`, own.filter(Boolean).length, ORDERS.length);
      report.check(`different endings of ${provider}`, new Set(own).size, 1);
    }
  });

const serialOf = (place, i) => (place + 1) * 1_000 + i;

/** All that is stored of each story (transactions, what finds them, what they point at), without its serial number. */
async function endingsBySerial(stage) {
  const rows = await stage.query(`
    SELECT concat_ws(' ', t.state, t.status, t.amount, t.currency, t.refund_status, t.occurred_at, t.updated_at,
      (SELECT jsonb_agg(i ORDER BY i.kind, i.key) FROM identifiers i WHERE i.transaction_id = t.id),
      (SELECT jsonb_agg(l ORDER BY l.relation, l.target) FROM links l WHERE l.transaction_id = t.id)) AS text
    FROM transactions t ORDER BY t.id`);
  const endings = new Map();
  for (const { text } of rows) {
    const [serial] = /fa17\d{12}/.exec(text) ?? [];
    endings.set(serial, `${endings.get(serial) ?? ''}${text.replaceAll(serial, '#')}\n`);
  }
  return endings;
}
