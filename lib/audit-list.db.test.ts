import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeLimit } from './approvals/limit.store';
import type { AuditEntry } from './audit/entry';
import { type AuditBounds, listEntries, streamEntries } from './audit/list.store';
import { record } from './audit/store';
import { disconnect, prisma } from './db';
import { lineChangeSchema } from './reconciliation/line-correction';
import { correctLines, undoCorrections } from './reconciliation/line-correction.store';
import { resolveAll } from './resolve-exceptions';
import { matchOrPropose } from './second-person';
import { ANA, BEA, clearBench, exceptionOf, HERE, leg, line } from './workbench-testing';

const ALL: AuditBounds = {
  ...{ who: null, action: null, kind: null, object: null, address: null, since: null, until: null },
};
const COUNT = 25;

beforeAll(async () => {
  await prisma().$transaction((tx) =>
    record(
      tx,
      ...Array.from({ length: COUNT }, (_, i) => ({
        actor: i % 5 === 0 ? 'eva@desk.test' : 'key:close',
        action: i % 2 === 0 ? ('file_exported' as const) : ('raw_downloaded' as const),
        objectKind: 'export',
        objectId: String(i),
        address: i % 3 === 0 ? null : '10.1.1.1',
        detail: {},
      })),
    ),
  );
});

afterAll(disconnect);

const ids = (rows: readonly AuditEntry[]) => rows.map(({ objectId }) => objectId);
const latest = Array.from({ length: COUNT }, (_, i) => String(COUNT - 1 - i));

test('the pages drop and repeat nothing, there and back', async () => {
  const first = await listEntries(ALL, null, 10);
  expect(ids(first.rows)).toEqual(latest.slice(0, 10));
  expect(first.newer).toBeNull();
  const second = await listEntries(ALL, { seq: first.older ?? '', direction: 'older' }, 10);
  const third = await listEntries(ALL, { seq: second.older ?? '', direction: 'older' }, 10);
  expect([...ids(second.rows), ...ids(third.rows)]).toEqual(latest.slice(10));
  expect(third.older).toBeNull();
  const back = await listEntries(ALL, { seq: third.newer ?? '', direction: 'newer' }, 10);
  expect(ids(back.rows)).toEqual(ids(second.rows));
  const start = await listEntries(ALL, { seq: back.newer ?? '', direction: 'newer' }, 10);
  expect(ids(start.rows)).toEqual(ids(first.rows));
  expect(start.newer).toBeNull();
});

test.each([
  [{ who: 'eva@desk.test' }, 5],
  [{ who: 'EVA' }, 0],
  [{ action: 'file_exported' }, 13],
  [{ kind: 'export', object: '7' }, 1],
  [{ address: '10.1.1.1', who: 'eva@desk.test' }, 3],
  [{ since: new Date('2100-01-01') }, 0],
  [{ until: new Date('2100-01-01') }, 25],
] as const)('a filter lets through what it names: %o', async (filter, count) => {
  const bounds: AuditBounds = { ...ALL, ...filter };
  expect((await listEntries(bounds, null, 100)).rows).toHaveLength(count);
  const streamed: string[] = [];
  for await (const rows of streamEntries(bounds, 4)) streamed.push(...ids(rows));
  expect(streamed).toHaveLength(count);
  expect(new Set(streamed).size).toBe(count);
});

/** What names somebody, in every way that people put it in. */
const PERSONAL = {
  name: 'Juana Inés Pérez de la Cruz',
  account: '646180110400000007',
  taxId: '123.456.789-09',
  cuit: '20-12345678-3',
  mail: 'juana@private.example',
};

test('no name, account or tax id that a person posts stands in the log', async () => {
  await clearBench();
  const [seq, other, legId] = [await line('-500.00'), await line('-7.00'), await leg(randomUUID(), '1.00')];
  const typed = `${PERSONAL.account} ${PERSONAL.taxId} ${PERSONAL.cuit} ${PERSONAL.mail}`;
  const by = { by: ANA, address: HERE };
  const { name, account, taxId } = PERSONAL;
  const change = lineChangeSchema.parse({ name, account, taxId });
  const corrected = await correctLines([other], { change, reason: typed, ...by });
  if (corrected.outcome !== 'corrected') throw new Error(corrected.outcome);
  await undoCorrections(corrected.ids, typed, ANA, HERE);
  await matchOrPropose({ lineSeqs: [seq], legIds: [legId], reason: 'tax', remark: typed, ...by });
  await resolveAll([await exceptionOf(null, null, '1.00')], { resolution: 'write_off', remark: typed }, ANA, HERE);
  await changeLimit({ currency: 'BRL', amount: '5' }, BEA.email, HERE);
  const rows = (await listEntries({ ...ALL, address: HERE }, null, 100)).rows;
  expect(new Set(rows.map(({ action }) => action))).toEqual(
    new Set(['limit_changed', 'lines_corrected', 'correction_undone', 'proposal_made', 'exception_resolved']),
  );
  const text = JSON.stringify(rows.map(({ detail, objectId }) => [detail, objectId]));
  for (const value of Object.values(PERSONAL)) expect(text).not.toContain(value);
  expect(text).toContain('"fields":["name","account","taxId"');
});
