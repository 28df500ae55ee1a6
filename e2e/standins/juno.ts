import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  type Answer,
  type Asked,
  type ServerOptions,
  type Standin,
  startStandin,
  type Take,
  withNumbers,
} from './server';

export type JunoRow = { readonly id: string; readonly created_at: string; readonly [name: string]: unknown };
export type JunoSubscription = { readonly id: number; readonly callback_url: string; readonly event: string };

/** What it knows; to be changed by whoever started it. */
export type JunoState = {
  transactions: JunoRow[];
  webhooks: JunoSubscription[];
  /** Whether the query is part of what is signed. */
  isQuerySigned: boolean;
  /** What a list that changes while it is read gets in front, one for each page that is read. */
  arriving: JunoRow[];
};
export type JunoStandin = Standin & {
  readonly state: JunoState /** Every nonce that came, in order. */;
  readonly nonces: readonly bigint[];
};

type Credentials = { readonly key: string; readonly secret: string };

const TRANSACTIONS = '/mint_platform/v1/transactions';
const WEBHOOKS = '/v4/webhooks';
const json = (status: number, body: unknown, headers?: Record<string, string>): Answer => ({
  status,
  json: body,
  headers,
});
const refused = (status: number, code: string, message: string) =>
  json(status, { success: false, error: { code, message } });

/** Juno's API, for whoever signs as Bitso's systems want it, each nonce larger than the last. */
export async function startJuno(
  credentials: Credentials,
  given: Partial<JunoState> = {},
  options?: ServerOptions,
): Promise<JunoStandin> {
  const state: JunoState = { transactions: [], webhooks: [], isQuerySigned: true, arriving: [], ...given };
  const nonces: bigint[] = [];
  const standin = await startStandin((asked, take) => {
    const flaw = flawOfAccess(asked, credentials, state.isQuerySigned, nonces.at(-1) ?? 0n);
    if (flaw) return flaw;
    nonces.push(nonceOf(asked));
    if (take('stale_nonce')) return refused(401, '0201', 'Invalid Nonce or Invalid Credentials');
    return answerTo(asked, state, take);
  }, options);
  return { ...standin, state, nonces };
}

const AUTHORIZATION = /^Bitso ([^:]+):(\d+):([0-9a-f]{64})$/;
const nonceOf = ({ headers }: Asked) => BigInt(AUTHORIZATION.exec(headers.authorization ?? '')?.[2] ?? 0);

function flawOfAccess(asked: Asked, { key, secret }: Credentials, isQuerySigned: boolean, last: bigint): Answer | null {
  const [, givenKey, nonce, signature = ''] = AUTHORIZATION.exec(asked.headers.authorization ?? '') ?? [];
  if (givenKey !== key) return refused(401, '0201', `unknown key ${givenKey}`);
  const signed = `${nonce}${asked.method}${isQuerySigned ? asked.url : asked.path}${asked.body}`;
  const expected = createHmac('sha256', secret).update(signed).digest();
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return refused(401, '0202', 'Invalid signature');
  return nonceOf(asked) > last ? null : refused(401, '0201', 'Invalid Nonce or Invalid Credentials');
}

function answerTo(asked: Asked, state: JunoState, take: Take): Answer {
  const { method, path } = asked;
  const id = path.split('/').at(-1) ?? '';
  if (method === 'GET' && path === TRANSACTIONS) return page(asked, state, take);
  if (method === 'GET' && path.startsWith(TRANSACTIONS)) {
    const found = state.transactions.find((row) => row.id === id);
    return found ? json(200, { success: true, payload: found }) : refused(404, '0404', 'Transaction not found');
  }
  if (method === 'POST' && path === WEBHOOKS) return register(asked, state);
  if (method === 'GET' && path === WEBHOOKS) return json(200, { success: true, payload: state.webhooks });
  if (method === 'DELETE' && path.startsWith(`${WEBHOOKS}/`)) {
    const isKnown = state.webhooks.some((webhook) => String(webhook.id) === id);
    state.webhooks = state.webhooks.filter((webhook) => String(webhook.id) !== id);
    return isKnown ? { status: 204 } : json(404, { success: false, error: 'No such webhook' });
  }
  return refused(404, '0404', 'Unknown path');
}

/** A page as Spring cuts it, out of what there is at this moment. */
function page({ query }: Asked, state: JunoState, take: Take): Answer {
  const number = Number(query.get('page') ?? 0);
  const size = Math.min(Number(query.get('size') ?? 20), 100);
  const from = query.get('isoDateFrom') ?? '';
  const to = query.get('isoDateTo') ?? '\uffff';
  const arrived = take('changes_while_read') ? state.arriving.shift() : undefined;
  if (arrived) state.transactions = [arrived, ...state.transactions];
  const all = state.transactions.filter(({ created_at: at }) => at >= from && at <= to);
  const repeats = take('repeats_pages');
  const start = repeats ? 0 : number * size;
  const content = all.slice(start, start + size);
  const totalPages = Math.ceil(all.length / size);
  return json(200, {
    success: true,
    payload: {
      content: content.map((row) => (take('numbers_for_strings') ? withNumbers(row) : row)),
      pageable: { page_number: number, page_size: size },
      last: !repeats && number >= totalPages - 1,
      total_pages: totalPages,
      total_elements: all.length,
      size,
      number,
      first: number === 0,
    },
  });
}

function register({ body }: Asked, state: JunoState): Answer {
  const { callback_url: callbackUrl, events } = JSON.parse(body) as { callback_url: string; events: string[] };
  if (!callbackUrl.startsWith('https://')) return json(400, { success: false, error: 'callback_url must be https' });
  if (state.webhooks.some((webhook) => events.includes(webhook.event)))
    return json(400, {
      success: false,
      error: `Duplicated subscription for event types: [${events.join(', ').toLowerCase()}]`,
    });
  const made = events.map((event, i) => ({ id: 11_330 + i, callback_url: callbackUrl, event }));
  state.webhooks = [...state.webhooks, ...made];
  const location = `${WEBHOOKS}/${made[0]?.id}`;
  return json(201, { message: 'Webhook successfully created', webhooks: made }, { location });
}
