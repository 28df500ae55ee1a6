import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disconnect } from './db';
import { admit } from './ingest';
import { projectAll } from './project';
import { search, searchGroup, searchNear } from './search';
import { searchColumn } from './search-column';
import { brlaMint, fixtures, type Message, message } from './testing';
import { readTransaction } from './transactions/detail.store';

const arrive = ({ provider, body }: Message) => admit({ provider, body, origin: 'sample', receivedAt: new Date() });
const JUNO_ID = '8c1a7a52-0000-4000-8000-00000000abcd';
const HASH = `0x${'aB'.repeat(32)}`;

const juno = (type: string, id: string, more: object) =>
  message('juno', {
    event: 'TRANSACTION',
    payload: {
      type,
      id,
      status: 'COMPLETE',
      created_at: '2026-03-02T12:00:00Z',
      updated_at: '2026-03-02T12:00:09Z',
      ...more,
    },
  });

beforeAll(async () => {
  const messages = [
    ...fixtures(),
    ...['ISSUANCE', 'REDEMPTION', 'CRYPTO_DEPOSIT', 'CRYPTO_WITHDRAWAL'].map((type) =>
      juno(type, JUNO_ID, { external_ref: 'four kinds' }),
    ),
    juno('REDEMPTION', 'r-77', {
      redemption: {
        amount: '1',
        asset: 'MXN',
        method: 'SPEI',
        receiver_account: {
          type: 'MEXICAN_BANK_ACCOUNT',
          mexican_bank_account: { clabe: '646180000000000015', external_fiat_id: '000123456789012345' },
        },
        refund_status: 'IN_PROGRESS',
        refund_steps: [{ step: 'BITSO_TRANSFER', status: 'COMPLETE', id: 'fedcba98765432100123456789abcdef' }],
      },
    }),
    juno('CRYPTO_DEPOSIT', 'cd-1', {
      crypto_deposit: { network: 'POLYGON', amount: '5', asset: 'USDC', crypto_tx_hash: HASH.toLowerCase() },
    }),
    brlaMint(1, 'POSTED', { tx: HASH }),
    brlaMint(2, 'QUEUED', { externalId: "Robert'); DROP TABLE transactions;--" }),
  ];
  await Promise.all(messages.map(arrive));
  await projectAll();
});

afterAll(disconnect);

const exactly = async (text: string, kind: string | null = null) => {
  const { transactions, steps, events } = await search('clear', text, { kind, limit: 50 });
  return [...transactions.hits, ...steps.hits, ...events.hits];
};
const idsOf = (hits: readonly { readonly transaction: { readonly id: string } }[]) =>
  hits.map(({ transaction }) => transaction.id).sort();
const near = async (text: string) => (await searchNear('clear', text, { ways: 'first' })).hits;
const found = async (text: string) => ({ exact: idsOf(await exactly(text)), near: idsOf(await near(text)) });

test('an id that repeats across kinds finds every one of them', async () => {
  const all = ['crypto_deposit', 'crypto_withdrawal', 'issuance', 'redemption'].map(
    (kind) => `juno:${kind}:${JUNO_ID}`,
  );
  expect((await found(JUNO_ID)).exact).toEqual(all);
  expect((await found(JUNO_ID.toUpperCase())).exact).toEqual(all);
  expect((await found('four kinds')).exact).toEqual(all);
});

test.each([
  ['our own id', `juno:issuance:${JUNO_ID}`, 'transaction', `juno:issuance:${JUNO_ID}`],
  ['an event id', 'brla:event-1-POSTED', 'event', 'brla:operation-1'],
  ['a provider’s event id', 'event-1-POSTED', 'event', 'brla:operation-1'],
  ['a refund step id', 'FEDCBA98765432100123456789ABCDEF', 'refund_step_id', 'juno:redemption:r-77'],
  ['a clave with leading zeros', '000123456789012345', 'clave_rastreo', 'juno:redemption:r-77'],
  ['a CLABE typed with blanks', '646 180 00000000001 5', 'receiver_clabe', 'juno:redemption:r-77'],
])('%s is found and says which field it is', async (_, text, kind, id) => {
  const hit = (await exactly(text)).find(({ transaction }) => transaction.id === id);
  expect(hit?.matches.map((match) => match.kind)).toContain(kind);
});

test('a step and an event are groups of their own, and a page goes on where the last one ended', async () => {
  const step = await search('clear', 'fedcba98765432100123456789abcdef', { limit: 5 });
  expect([idsOf(step.steps.hits), step.transactions.count, step.events.count]).toEqual([
    ['juno:redemption:r-77'],
    0,
    0,
  ]);
  expect(idsOf((await search('clear', 'event-1-POSTED', { limit: 5 })).events.hits)).toEqual(['brla:operation-1']);
  const first = await search('clear', 'four kinds', { limit: 3 });
  expect([first.transactions.hits.length, first.transactions.count]).toEqual([3, 4]);
  const rest = await searchGroup('clear', 'four kinds', 'transactions', {
    kind: null,
    limit: 3,
    after: first.transactions.next,
  });
  const all = [...first.transactions.hits, ...rest.transactions.hits];
  expect([new Set(idsOf(all)).size, rest.transactions.count, rest.transactions.next]).toEqual([4, 4, null]);
});

test('of two readings one alone can be searched', async () => {
  expect(idsOf(await exactly('646180000000000015', 'clabe'))).toEqual(['juno:redemption:r-77']);
  expect(idsOf(await exactly('646180000000000015', 'clave_rastreo'))).toEqual([]);
});

test('a hash is found at both providers, however it is written', async () => {
  for (const text of [HASH, HASH.toLowerCase(), HASH.slice(2)]) {
    expect((await found(text)).exact).toEqual(['brla:operation-1', 'juno:crypto_deposit:cd-1']);
  }
});

test('a beginning finds what begins like it, and says that it is only near', async () => {
  expect(await found('fedcba9876')).toEqual({ exact: [], near: ['juno:redemption:r-77'] });
  expect(await found('fed')).toEqual({ exact: [], near: [] });
});

test.each([
  ['in the middle', 'ba98765432100123', 'contains'],
  ['in another case', 'FOUR KINDS', 'resembles'],
  ['with one wrong character', 'fedcba98765432100123456789abcdee', 'resembles'],
  ['with two wrong characters', 'fedcba98765437100123456789abcdee', 'resembles'],
  ['with a character missing', 'fedcba9876543210013456789abcdef', 'resembles'],
  ['with O for 0', 'fedcba98765432lOO123456789abcdef', 'resembles'],
])('what was typed %s is found as a suggestion: %s', async (_, text, likeness) => {
  expect(await exactly(text)).toEqual([]);
  const hits = await near(text);
  expect(hits.length).toBeGreaterThan(0);
  expect(hits.every(({ matches }) => matches.every((match) => match.likeness === likeness))).toBe(true);
});

test('a wildcard of the database is a character like any other', async () => {
  await arrive(juno('ISSUANCE', 'wild-1', { external_ref: 'rebate 100% of_all \\ done' }));
  await projectAll();
  for (const text of ['100% of', '% of_all', 'of_all \\'])
    expect(idsOf(await near(text))).toEqual(['juno:issuance:wild-1']);
  for (const text of ['1%0% of', 'of%all', 'of_a_l', 'r_bate 100']) {
    const hits = await near(text);
    expect(hits.flatMap(({ matches }) => matches.filter(({ likeness }) => likeness === 'contains'))).toEqual([]);
  }
});

test('a webhook can be found as soon as it is folded', async () => {
  expect(idsOf(await exactly('just-now-1'))).toEqual([]);
  await arrive(juno('ISSUANCE', 'now-1', { external_ref: 'just-now-1' }));
  await projectAll();
  expect(idsOf(await exactly('just-now-1'))).toEqual(['juno:issuance:now-1']);
  expect(idsOf(await near('ust-now-'))).toEqual(['juno:issuance:now-1']);
  expect(idsOf(await near('just-nov-1'))).toEqual(['juno:issuance:now-1']);
});

test('a pasted column tells of each value whether it is found, not found or found several times', async () => {
  const values = ['four kinds', 'nobody-has-this', 'brla:operation-1', '000123456789012345', '\u0000', 'four kinds'];
  const rows = await searchColumn('clear', values);
  expect(rows.map(({ typed, hits }) => [typed, hits.length])).toEqual([
    ['four kinds', 4],
    ['nobody-has-this', 0],
    ['brla:operation-1', 1],
    ['000123456789012345', 1],
    ['\u0000', 0],
    ['four kinds', 4],
  ]);
  expect(rows[3]).toMatchObject({
    reading: 'clabe',
    hits: [{ id: 'juno:redemption:r-77', fields: ['clave_rastreo'] }],
  });
  expect(
    await searchColumn(
      'clear',
      Array.from({ length: 1_000 }, (_, i) => `event-${i}-POSTED`),
    ),
  ).toHaveLength(1_000);
});

test.each(["'; DROP TABLE transactions;--", '%', '_', '\\', '\u0000', '\ud83d', ' ', '', 'x'.repeat(100_000), '💸'])(
  '%.30j finds nothing and breaks nothing',
  async (text) => {
    expect(await found(text)).toEqual({ exact: [], near: [] });
  },
);

test('a reference that looks like SQL is a reference', async () => {
  expect((await found("Robert'); DROP TABLE transactions;--")).exact).toEqual(['brla:operation-2']);
});

describe('what belongs to a transaction', () => {
  const relations = async (id: string) =>
    (await readTransaction('clear', id))?.related
      .map((one) => `${one.relation} ${one.id}${one.isOneSided ? ' one-sided' : ''}`)
      .sort();
  const ripio = (event_type: string, payload: object) =>
    message('ripio', {
      event_type,
      issued_datetime: '2026-03-02T13:00:00Z',
      payload: {
        created_at: '2026-03-02T12:00:00Z',
        updated_at: '2026-03-02T12:05:00Z',
        end_user_id: 'c',
        amount: '10',
        ...payload,
      },
    });
  const deposit = (id: string, withdrawal: string) =>
    ripio('FIAT_DEPOSIT.CANCELLED', {
      id,
      currency_code: 'ARS',
      status: 'CANCELLED',
      refunded: true,
      refund_fiat_withdrawal_id: withdrawal,
    });
  const withdrawal = (id: string, refunded: string | null) =>
    ripio('FIAT_WITHDRAWAL.COMPLETED', {
      id,
      status: 'COMPLETED',
      is_fiat_deposit_refund: refunded !== null,
      refunded_fiat_deposit: refunded,
    });

  test('the same hash on one network links two providers, and a shared reference links kinds', async () => {
    expect(await relations('juno:crypto_deposit:cd-1')).toEqual(['same_tx_hash brla:operation-1']);
    expect(await relations(`juno:issuance:${JUNO_ID}`)).toHaveLength(3);
  });

  test('a refund told by both ends is no exception; told by one end it is one-sided, seen from either', async () => {
    await Promise.all(
      [deposit('d-1', 'w-1'), withdrawal('w-1', 'd-1'), deposit('d-2', 'w-2'), withdrawal('w-2', null)].map(arrive),
    );
    await Promise.all(
      [
        ripio('FIAT_DEPOSIT.COMPLETED', { id: 'd-3', status: 'COMPLETED', refunded: false }),
        withdrawal('w-3', 'd-3'),
      ].map(arrive),
    );
    await projectAll();
    expect(await relations('ripio:d-1')).toEqual(['refunded_by ripio:w-1']);
    expect(await relations('ripio:w-1')).toEqual(['refund_of ripio:d-1']);
    expect(await relations('ripio:d-2')).toEqual(['refunded_by ripio:w-2 one-sided']);
    expect(await relations('ripio:w-2')).toEqual(['refund_of ripio:d-2 one-sided']);
    expect(await relations('ripio:d-3')).toEqual(['refunded_by ripio:w-3 one-sided']);
    expect(await relations('ripio:w-3')).toEqual(['refund_of ripio:d-3 one-sided']);
  });

  test('a deposit whose withdrawal never came names it and accuses nobody', async () => {
    await arrive(deposit('d-4', 'w-4'));
    await projectAll();
    const related = (await readTransaction('clear', 'ripio:d-4'))?.related;
    expect(related).toMatchObject([{ relation: 'refunded_by', id: 'ripio:w-4', other: null, isOneSided: false }]);
  });

  test('a transfer and its operation know each other', async () => {
    await arrive(
      message('brla', {
        subscription: 'MONEY-TRANSFER',
        createdAt: 1_772_452_800_000,
        id: 'mt-event',
        userId: 'a',
        data: {
          id: 'mt-1',
          status: 'SUCCESS',
          associatedOperationId: 'operation-2',
          associatedOperationType: 'BURN',
          e2e: 'E99999999202603021200synthetic09',
        },
      }),
    );
    await projectAll();
    expect(await relations('brla:mt-1')).toEqual(['pays_out brla:operation-2']);
    expect(await relations('brla:operation-2')).toEqual(['paid_out_by brla:mt-1']);
  });
});
