import 'server-only';
import { said } from '@/lib/language/said';
import { bearerAccess, type Token } from '@/lib/providers/bearer';
import type { Environment } from '@/lib/providers/catalogue';
import { nameOfCall, notUnderstood } from '@/lib/providers/diagnosis';
import { Api, type Call, type Pace } from '@/lib/providers/http.api';
import { LosslessNumber } from '@/lib/providers/json';
import type { ListedRow, ListName } from '@/lib/providers/listing';
import { Paging, rowId } from '@/lib/providers/paging';
import { isPlainObject } from '@/lib/providers/wire';

/** Ripio's API. Every method rejects with an `ApiFailure`; the lists stream, each row once. */
export type RipioClient = {
  readonly listDeposits: (signal?: AbortSignal) => AsyncIterable<ListedRow>;
  readonly listWithdrawals: (signal?: AbortSignal) => AsyncIterable<ListedRow>;
};

export type RipioSettings = {
  readonly host: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly pace?: Partial<Pace>;
};

export const RIPIO_HOSTS = {
  production: 'https://b2b-api.ripio.com',
  stage: 'https://sandbox-b2b.ripio.com',
} as const satisfies Record<Environment, string>;

const TOKEN = '/oauth2/token/';
const DEPOSITS = '/api/v1/fiat-deposits/';
const WITHDRAWALS = '/api/v1/fiat-withdrawals/';

export function ripioApi(settings: RipioSettings): RipioClient {
  const { host, pace } = settings;
  const secrets = [settings.clientId, settings.clientSecret];
  const open = new Api({
    host,
    access: (_, send) => send({}),
    secrets,
    pace,
    attempts: 1, // whoever wanted the token tries again
  });
  const access = bearerAccess(
    () => fetchToken(open, settings),
    () => performance.now(),
  );
  const api = new Api({ host, access, secrets, pace });
  return {
    listDeposits: (signal) => pages(api, host, { list: 'ripio-deposits', path: DEPOSITS, signal }),
    listWithdrawals: (signal) => pages(api, host, { list: 'ripio-withdrawals', path: WITHDRAWALS, signal }),
  };
}

/** From page to page by the address each gives of the next one. */
async function* pages(
  api: Api,
  host: string,
  { list, path, signal }: { list: ListName; path: string; signal?: AbortSignal },
) {
  const paging = new Paging(`GET ${path}`);
  paging.turn(path);
  for (let at = path; ; ) {
    const call: Call = { method: 'GET', path: at, signal };
    const rows = api.rows(call, 'results');
    for await (const row of rows)
      if (paging.isNew(rowId(nameOfCall(call), row))) yield { list, row } satisfies ListedRow;
    const next = rows.beside.get('next') ?? null;
    if (next === null) return;
    if (typeof next !== 'string') throw notUnderstood(nameOfCall(call), said('proof.what.nextNoAddress'));
    at = pathOn(host, next, call);
    paging.turn(at);
  }
}

/** An address on our host as a path. Elsewhere we do not go: our token is for Ripio. */
function pathOn(host: string, address: string, call: Call): string {
  const url = URL.canParse(address, host) ? new URL(address, host) : null;
  if (url?.origin === new URL(host).origin) return url.pathname + url.search;
  throw notUnderstood(nameOfCall(call), said('proof.what.nextElsewhere'));
}

/** Documented as a form with these three members. */
async function fetchToken(open: Api, { clientId, clientSecret }: RipioSettings): Promise<Token> {
  const body = new FormData();
  body.set('grant_type', 'client_credentials');
  body.set('client_id', clientId);
  body.set('client_secret', clientSecret);
  const answer = await open.json({ method: 'POST', path: TOKEN, body });
  const members = isPlainObject(answer) ? answer : {};
  const text = members.access_token ?? members.accessToken;
  const seconds = members.expires_in ?? members.expiresIn;
  if (typeof text !== 'string' || text === '')
    throw notUnderstood(`POST ${TOKEN}`, said('proof.what.noMember', { name: 'access_token' }));
  return { text, lifetime: seconds instanceof LosslessNumber ? Number(seconds.value) * 1000 : null };
}
