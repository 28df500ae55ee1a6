import type { Door } from '../lib/access/doors';
import { isRight, may, RIGHT_NAMES, type Right, ROLES, type Role } from '../lib/access/rights';
import {
  addressOf,
  type BuiltAction,
  builtActions,
  guardedDoors,
  keyWith,
  rowCounts,
  type Samples,
  samplesOf,
} from './doors-walked';
import { type Desk, expect, test } from './fixtures';
import { personAs } from './people-as';
import { planted } from './planted';

/** Every door there is, asked by every role, by nobody and by keys of every scope: it opens to whom the matrix says. */

test.describe.configure({ mode: 'serial' });
test.setTimeout(600_000);

const doors = guardedDoors();
const rightOf = (door: Door): Right => {
  if (!isRight(door.right)) throw new Error(`${door.file} ${door.name} names no right.`);
  return door.right;
};
const samplesBy = new Map<string, Promise<Samples>>();

async function samples(desk: Desk): Promise<Samples> {
  const known = samplesBy.get(desk.url) ?? planted(desk).then(() => samplesOf(desk));
  samplesBy.set(desk.url, known);
  return known;
}

type Asker = { readonly who: string; readonly role: Role | null; readonly cookie: string };

async function askers(desk: Desk): Promise<Asker[]> {
  const people: Asker[] = [{ who: 'nobody', role: null, cookie: '' }];
  for (const role of ROLES) people.push({ who: role, role, cookie: (await personAs(desk, role)).cookie });
  return people;
}

/** The status of an answer and where it leads; its body is not awaited, since a stream has no end. */
async function ask(desk: Desk, address: string, init: RequestInit): Promise<{ status: number; to: string }> {
  const leaving = new AbortController();
  const answer = await fetch(desk.url + address, { redirect: 'manual', signal: leaving.signal, ...init });
  leaving.abort();
  const to = answer.headers.get('location') ?? answer.headers.get('x-action-redirect') ?? '';
  return { status: answer.status, to };
}

function pageIsRight(
  right: Right,
  role: Role | null,
  { status, to, address }: { status: number; to: string; address: string },
): boolean {
  const isSentToSignIn = status >= 300 && status < 400 && to.includes('/sign-in');
  if (role === null) return isSentToSignIn;
  if (may({ role }, right)) return status < 400 && !isSentToSignIn;
  return status === 403 || (address === '/' && status === 307 && to === '/support'); // Home, for a role without lists;
}

function handlerIsRight(right: Right, role: Role | null, { status }: { status: number }): boolean {
  if (role === null) return status === 401;
  return may({ role }, right) ? status !== 401 && status !== 403 && status < 500 : status === 403;
}

test('pages and handlers open to the roles that have their right, to no other and to nobody', async ({ desk }) => {
  const known = await samples(desk);
  const wrong: string[] = [];
  for (const door of doors.filter(({ kind }) => kind === 'page' || kind === 'handler')) {
    const address = addressOf(door.file, known);
    for (const { who, role, cookie } of await askers(desk)) {
      const method = door.kind === 'page' ? 'GET' : door.name;
      const answer = await ask(desk, address, { method, headers: { cookie, origin: desk.url } });
      const isAsItShould = door.kind === 'page' ? pageIsRight : handlerIsRight;
      if (!isAsItShould(rightOf(door), role, { ...answer, address }))
        wrong.push(`${door.name} ${address} as ${who}: ${answer.status} ${answer.to}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the API opens to keys that have the right in their scope, to no other and not without a key', async ({
  desk,
}) => {
  const known = await samples(desk);
  const keys = new Map<string, { key: string; scopes: readonly Right[] }>();
  for (const right of RIGHT_NAMES) keys.set(right, { key: await keyWith(desk, [right]), scopes: [right] });
  keys.set('nothing', { key: await keyWith(desk, []), scopes: [] });
  const wrong: string[] = [];
  for (const door of doors.filter(({ kind }) => kind === 'api')) {
    const address = addressOf(door.file, known);
    for (const key of ['', 'ck_unknown']) {
      const { status } = await ask(desk, address, { method: door.name, headers: { authorization: `Bearer ${key}` } });
      if (status !== 401) wrong.push(`${door.name} ${address} with "${key}": ${status}`);
    }
    for (const [name, { key, scopes }] of keys) {
      const { status } = await ask(desk, address, { method: door.name, headers: { authorization: `Bearer ${key}` } });
      const isOpen = status !== 401 && status !== 403 && status < 500;
      if (may({ scopes }, rightOf(door)) ? !isOpen : status !== 403)
        wrong.push(`${door.name} ${address} with ${name}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('an action does nothing for whoever has not its right, and sends nobody to the sign-in', async ({ desk }) => {
  const known = await samples(desk);
  const built = builtActions();
  const before = await withoutSessions(desk);
  const wrong: string[] = [];
  for (const door of doors.filter(({ kind }) => kind === 'action')) {
    const action = built.find(({ file, name }) => file === door.file && name === door.name);
    if (!action) {
      wrong.push(`${door.file} ${door.name} is not in the build: no page uses it.`);
      continue;
    }
    for (const { who, role, cookie } of await askers(desk)) {
      if (role !== null && may({ role }, rightOf(door))) continue;
      const answer = await called(desk, action, known, cookie);
      const isKeptOut = role === null ? answer.to.includes('/sign-in') : answer.status === 403;
      if (!isKeptOut) wrong.push(`${door.file} ${door.name} as ${who}: ${answer.status} ${answer.to}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await withoutSessions(desk)).toEqual(before);
});

function called(desk: Desk, { id, page }: BuiltAction, known: Samples, cookie: string) {
  return ask(desk, addressOf(`${page.replace(/\/page$/, '')}/page.tsx`, known), {
    method: 'POST',
    body: '[]',
    headers: {
      'next-action': id,
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
      origin: desk.url,
      cookie,
    },
  });
}

/** What the desk does by itself, and what asking as somebody leaves behind, is no change. */
async function withoutSessions(desk: Desk): Promise<Record<string, string>> {
  const counts = await rowCounts(desk);
  const own = /^(sessions|verifications|job_|jobs|rate_|sign_in_failures|receipts)/;
  return Object.fromEntries(Object.entries(counts).filter(([name]) => !own.test(name)));
}
