import { randomUUID } from 'node:crypto';
import { type ApiKey, flawOfSignature } from './rsa-requests';
import {
  type Answer,
  type Asked,
  type ServerOptions,
  type Standin,
  startStandin,
  type Take,
  withNumbers,
} from './server';

export type BrlaEvent = {
  readonly id: string;
  /** The account it belongs to, main or sub. */
  readonly userId: string;
  readonly subscription: string;
  readonly createdAt: number;
  acknowledged: boolean;
  readonly data: object;
};
export type BrlaRow = { readonly id: string; readonly [name: string]: unknown };

/** What it knows; to be changed by whoever started it. */
export type BrlaState = {
  /** The main account; also which events are told without a `subaccountId`. */
  account: string;
  events: Iterable<BrlaEvent>;
  /** Whether `acknowledged=false` keeps the others away. */
  isFiltering: boolean;
  /** By account. */
  pixDeposits: Record<string, readonly BrlaRow[]>;
  pixToUsd: Record<string, readonly BrlaRow[]>;
  /** The ids that were confirmed, in order. */
  readonly confirmed: string[];
};
export type BrlaStandin = Standin & { readonly state: BrlaState };

type Credentials = { readonly login?: { readonly email: string; readonly password: string }; readonly apiKey?: ApiKey };

const json = (status: number, body: unknown): Answer => ({ status, json: body });

/** BRLA's v1 API, for those who log in and for those who sign. */
export async function startBrla(
  { login, apiKey }: Credentials,
  given: Partial<BrlaState> = {},
  options?: ServerOptions,
): Promise<BrlaStandin> {
  const state: BrlaState = {
    account: 'main-account',
    events: [],
    isFiltering: true,
    pixDeposits: {},
    pixToUsd: {},
    confirmed: [],
    ...given,
  };
  const tokens = new Set<string>();

  function logIn({ body }: Asked): Answer {
    const { email, password } = JSON.parse(body);
    if (!login || email !== login.email || password !== login.password)
      return json(401, { error: `no account ${email} with password ${password}` });
    const accessToken = `token-${randomUUID()}`;
    tokens.add(accessToken);
    return json(200, { accessToken });
  }

  function flawOfAccess(asked: Asked): string | null {
    const token = /^Bearer (.+)$/.exec(asked.headers.authorization ?? '')?.[1];
    if (token !== undefined) return tokens.has(token) ? null : `token ${token} is expired`;
    return apiKey ? flawOfSignature(asked, apiKey) : 'not logged in';
  }

  const standin = await startStandin((asked, take) => {
    if (asked.method === 'POST' && asked.path === '/v1/business/login') return logIn(asked);
    if (take('expired_token')) tokens.clear();
    const flaw = flawOfAccess(asked);
    return flaw === null ? answerTo(asked, state, take) : json(401, { error: flaw });
  }, options);
  return { ...standin, state };
}

function answerTo(asked: Asked, state: BrlaState, take: Take): Answer {
  const account = asked.query.get('subaccountId') ?? state.account;
  const history = (logs: Record<string, readonly BrlaRow[]>) =>
    json(200, {
      depositsLogs: (logs[account] ?? []).map((row) => (take('numbers_for_strings') ? withNumbers(row) : row)),
    });
  switch (`${asked.method} ${asked.path}`) {
    case 'GET /v1/business/webhooks/events': {
      const each = eventsOf(state, account, asked.query, take);
      return { status: 200, rows: { before: '{"events":[', each, after: ']}' } };
    }
    case 'PATCH /v1/business/webhooks/events':
      return confirm(state, JSON.parse(asked.body).ids);
    case 'GET /v1/business/pay-in/pix/history':
      return history(state.pixDeposits);
    case 'GET /v1/business/pay-in/pix-to-usd/history':
      return history(state.pixToUsd);
    default:
      return json(404, { error: 'not found' });
  }
}

function* eventsOf(state: BrlaState, account: string, query: URLSearchParams, take: Take) {
  const isFiltered = state.isFiltering && query.get('acknowledged') === 'false';
  const subscription = query.get('subscription');
  const isForeign = take('foreign_account');
  for (const event of state.events) {
    if (isFiltered && event.acknowledged) continue;
    if (subscription !== null && event.subscription !== subscription) continue;
    if (event.userId !== account && !isForeign) continue;
    yield take('numbers_for_strings') ? withNumbers(event) : event;
  }
}

function confirm(state: BrlaState, ids: readonly string[]): Answer {
  for (const event of state.events) if (ids.includes(event.id)) event.acknowledged = true;
  state.confirmed.push(...ids);
  return json(200, {});
}
