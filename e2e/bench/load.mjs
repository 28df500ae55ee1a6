// One burst of load against one address, every body another event; tells its parent what it measured.

import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

const { url, connections, seconds, perSecond } = JSON.parse(process.argv[2]);
const filler = 'x'.repeat(560); // 900 bytes in all, like the providers' larger messages

function body() {
  const id = randomUUID();
  const data = {
    status: 'QUEUED',
    walletAddress: `0x${'0'.repeat(40)}`,
    amount: 12_345,
    chain: 'Polygon',
    reason: filler,
    id,
    externalId: id,
  };
  return JSON.stringify({ subscription: 'MINT', createdAt: Date.now(), id: `event-${id}`, userId: 'bench', data });
}

const result = await autocannon({
  url,
  connections,
  duration: seconds,
  ...(perSecond && { overallRate: perSecond }),
  requests: [
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      setupRequest: (request) => ({ ...request, body: body() }),
    },
  ],
});
process.send({
  perSecond: result['2xx'] / result.duration,
  accepted: result['2xx'],
  failed: result.non2xx + result.errors,
  p99: result.latency.p99,
});
