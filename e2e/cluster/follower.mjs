// Somebody with the list open: follows the live stream of one process, and after a break goes on at another from the last
// position it heard of, as a browser does.

import { request } from 'node:http';

/** @param {{ cookie: string }} session */
export function startFollower({ cookie }) {
  const positions = [];
  const breaks = [];
  let call;
  let isOver = false;

  const follow = (url) => {
    call = request(`${url}/transactions/live?after=0`, {
      headers: { cookie, ...(positions.length > 0 && { 'last-event-id': positions.at(-1) }) },
    });
    const from = positions.length;
    let text = '';
    const heard = new Promise((resolve, reject) => {
      call.on('response', (response) => {
        if (response.statusCode !== 200) reject(new Error(`The stream answered ${response.statusCode}.`));
        response.setEncoding('utf8').on('data', (piece) => {
          text += piece;
          for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
            const id = /^id: (\d+)$/m.exec(text.slice(0, end))?.[1];
            if (id) positions.push(id);
            text = text.slice(end + 2);
          }
          resolve();
        });
        response.on(
          'close',
          () => !isOver && breaks.push({ at: positions.at(-1), heardHere: positions.length - from }),
        );
        response.on('error', () => {}); // "close" follows
      });
      call.on('error', reject);
    });
    heard.catch(() => {});
    call.end();
    return heard;
  };
  return {
    /** Resolves once something was heard; rejects where nobody answers. */
    follow,
    positions,
    breaks,
    stop() {
      isOver = true;
      call?.destroy();
    },
  };
}

/** How often a position is not after the one before it: told twice, or out of order. */
export const outOfOrder = (positions) =>
  positions.filter((position, i) => i > 0 && BigInt(position) <= BigInt(positions[i - 1])).length;
