import { randomUUID } from 'node:crypto';
import {
  type Answer,
  type Asked,
  type ServerOptions,
  type Standin,
  startStandin,
  type Take,
  withNumbers,
} from './server';

export type RipioRow = { readonly id: string; readonly [name: string]: unknown };

/** What it knows; to be changed by whoever started it. */
export type RipioState = {
  deposits: RipioRow[];
  withdrawals: RipioRow[];
  pageSize: number;
  /** Of a token's life. */
  expiresInSeconds: number;
  /** What a list that changes while it is read gets in front, one for each page that is read. */
  arriving: RipioRow[];
  /** Where the next page is said to be, instead of here. */
  otherHost: string | null;
};
export type RipioStandin = Standin & { readonly state: RipioState };

type Credentials = { readonly clientId: string; readonly clientSecret: string };

const json = (status: number, body: unknown): Answer => ({ status, json: body });
const refused = (status: number, code: number, type: string, detail: string) =>
  json(status, { code, type, detail, status });

/** Ripio's B2B API, for whoever has a token. */
export async function startRipio(
  { clientId, clientSecret }: Credentials,
  given: Partial<RipioState> = {},
  options?: ServerOptions,
): Promise<RipioStandin> {
  const state: RipioState = {
    deposits: [],
    withdrawals: [],
    pageSize: 20,
    expiresInSeconds: 36_000,
    arriving: [],
    otherHost: null,
    ...given,
  };
  const tokens = new Set<string>();

  function token({ body }: Asked): Answer {
    const isKnown = ['client_credentials', clientId, clientSecret].every((each) =>
      body.includes(`\r\n\r\n${each}\r\n`),
    );
    if (!isKnown) return refused(401, 40_001, 'authentication_error', `invalid client: ${body}`);
    const text = `token-${randomUUID()}`;
    tokens.add(text);
    return json(200, {
      access_token: text,
      expires_in: state.expiresInSeconds,
      token_type: 'Bearer',
      scope: 'read write',
    });
  }

  const standin = await startStandin((asked, take) => {
    if (asked.method === 'POST' && asked.path === '/oauth2/token/') return token(asked);
    if (take('expired_token')) tokens.clear();
    const shown = /^Bearer (.+)$/.exec(asked.headers.authorization ?? '')?.[1] ?? '';
    if (!tokens.has(shown)) return refused(401, 40_001, 'authentication_error', `Invalid token ${shown}`);
    if (asked.method === 'GET' && asked.path === '/api/v1/fiat-deposits/') return page(asked, state, 'deposits', take);
    if (asked.method === 'GET' && asked.path === '/api/v1/fiat-withdrawals/')
      return page(asked, state, 'withdrawals', take);
    return refused(404, 20_000, 'not_found', 'Not found.');
  }, options);
  return { ...standin, state };
}

function page(asked: Asked, state: RipioState, list: 'deposits' | 'withdrawals', take: Take): Answer {
  const arrived = take('changes_while_read') ? state.arriving.shift() : undefined;
  if (arrived) state[list] = [arrived, ...state[list]];
  const all = state[list];
  const offset = Number(asked.query.get('offset') ?? 0);
  const host = state.otherHost ?? `http://${asked.headers.host}`;
  const at = (to: number) => `${host}${asked.path}?offset=${to}`;
  const next = offset + state.pageSize;
  const repeats = take('repeats_pages');
  return json(200, {
    count: all.length,
    next: repeats ? at(offset) : next < all.length ? at(next) : null,
    previous: offset > 0 ? at(Math.max(0, offset - state.pageSize)) : null,
    results: all.slice(offset, next).map((row) => (take('numbers_for_strings') ? withNumbers(row) : row)),
  });
}
