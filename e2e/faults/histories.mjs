// Life stories of payments in the providers' own words: five messages each, told apart by a serial number that is part
// of every id, so that the same story can be told as often as a test wants.

const START = Date.UTC(2026, 2, 2, 12);
const STEP_MS = 7_000;
export const PROVIDERS = ['juno', 'ripio', 'brla'];

/**
 * One payment's messages in the order in which things happened.
 * @param {string} provider
 * @param {number} serial
 * @param {(step: number) => number} [clock] the provider's clock at each step, in UNIX milliseconds
 */
export function history(provider, serial, clock = (step) => START + step * STEP_MS) {
  return stories[provider](mark(serial), clock).map((payload) => ({
    provider,
    body: Buffer.from(JSON.stringify(payload)),
  }));
}

/** What every id of a story holds, and nothing else does. */
export const mark = (serial) => `fa17${String(serial).padStart(12, '0')}`;

/** Endless messages of ever new payments, some payments at a time, theirs in no order. */
export function* stream({ clock, from = 1, atATime = 60, copies = 1 } = {}) {
  for (let serial = from; ; serial += atATime) {
    const some = Array.from({ length: atATime }, (_, i) => history(PROVIDERS[i % 3], serial + i, clock)).flat();
    yield* shuffled(Array(copies).fill(some).flat(), serial);
  }
}

/** The same items in another order, the same for the same seed. */
export function shuffled(items, seed) {
  const random = randomNumbers(seed);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Numbers in [0, 1) that a seed decides (mulberry32). */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every order of the places 0…n-1. */
export function permutations(n) {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((order) =>
    Array.from({ length: n }, (_, at) => [...order.slice(0, at), n - 1, ...order.slice(at)]),
  );
}

const iso = (milliseconds) => new Date(milliseconds).toISOString();

const stories = {
  /** A payout that fails and is refunded step by step. */
  juno(id, clock) {
    const step = (name, status) => ({ step: name, status, id: status === 'COMPLETE' ? `${id}-${name}` : undefined });
    const states = [
      { status: 'PENDING' },
      { status: 'IN_PROGRESS' },
      { status: 'FAILED', error: { code: 'transaction_failed', message: 'The settlement did not go through' } },
      { status: 'FAILED', refund_status: 'IN_PROGRESS', refund_steps: [step('BITSO_TRANSFER', 'IN_PROGRESS')] },
      { status: 'FAILED', refund_status: 'COMPLETE', refund_steps: [step('BITSO_TRANSFER', 'COMPLETE')] },
    ];
    return states.map(({ status, ...more }, at) => ({
      event: 'TRANSACTION',
      payload: {
        type: 'REDEMPTION',
        id,
        status,
        created_at: iso(clock(0)),
        updated_at: iso(clock(at)),
        redemption: { network: 'ARBITRUM', amount: '101', method: 'SPEI', asset: 'MXN', refunded: at === 4, ...more },
      },
    }));
  },

  /** A deposit that is blocked, cancelled and paid back: two transactions that point at each other. */
  ripio(id, clock) {
    const about = (at, more) => ({
      created_at: iso(clock(0)),
      updated_at: iso(clock(at)),
      end_user_id: `customer-${id}`,
      amount: '12345.67',
      ...more,
    });
    const deposit = (at, status, more) => ({
      event_type: `FIAT_DEPOSIT.${status}`,
      issued_datetime: iso(clock(at)),
      payload: about(at, { id: `deposit-${id}`, status, currency_code: 'ARS', refunded: false, ...more }),
    });
    const refund = (at, status) => ({
      event_type: `FIAT_WITHDRAWAL.${status}`,
      issued_datetime: iso(clock(at)),
      payload: about(at, {
        id: `refund-${id}`,
        status,
        is_fiat_deposit_refund: true,
        refunded_fiat_deposit: `deposit-${id}`,
      }),
    });
    return [
      deposit(0, 'BLOCKED_LIMIT_EXCEEDED'),
      deposit(1, 'CANCELLED'),
      refund(2, 'PENDING'),
      deposit(3, 'CANCELLED', { refunded: true, refund_fiat_withdrawal_id: `refund-${id}` }),
      refund(4, 'COMPLETED'),
    ];
  },

  /** A payout whose hash is replaced and whose money comes back after success. */
  brla(id, clock) {
    const says = (at, subscription, data) => ({
      subscription,
      createdAt: clock(at),
      id: `event-${id}-${at}`,
      userId: 'account-test',
      data,
    });
    const known = { amount: 150_000, transferFee: 75, chain: 'Polygon', externalId: `ref-${id}` };
    const back = {
      associatedOperationId: id,
      associatedOperationType: 'BURN',
      e2e: `E2E${id}`,
      revertedAmount: 149_925,
    };
    return [
      says(0, 'BURN', { id, status: 'QUEUED', ...known }),
      says(1, 'BURN', { id, status: 'POSTED', tx: `0xold${id}` }),
      says(2, 'REPOST-TRANSACTION', {
        id,
        status: 'POSTED',
        oldTx: `0xold${id}`,
        newTx: `0xnew${id}`,
        chain: 'Polygon',
      }),
      says(3, 'BURN', { id, status: 'SUCCESS' }),
      says(4, 'MONEY-TRANSFER', { id: `transfer-${id}`, status: 'REVERSED', ...back }),
    ];
  },
};
