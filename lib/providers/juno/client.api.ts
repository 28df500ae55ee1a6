import 'server-only';
import { said } from '@/lib/language/said';
import type { Environment } from '@/lib/providers/catalogue';
import { nameOfCall, notUnderstood, theirWords } from '@/lib/providers/diagnosis';
import { ApiFailure } from '@/lib/providers/failure';
import { type Access, Api, type Call, type Pace } from '@/lib/providers/http.api';
import { type Json, LosslessNumber, readJson } from '@/lib/providers/json';
import type { ListedRow } from '@/lib/providers/listing';
import { Paging, rowId } from '@/lib/providers/paging';
import { cutMember } from '@/lib/providers/signature';
import { isPlainObject } from '@/lib/providers/wire';
import { bitsoAuthorization } from './request-signature';

/** A subscription as Juno keeps it: one per kind of event. */
export type JunoWebhook = { readonly id: string; readonly callbackUrl: string; readonly event: string };

/** What Juno said to a registration; `message` is in its own words. */
export type Registration =
  | { readonly outcome: 'registered'; readonly location: string | null; readonly webhooks: readonly JunoWebhook[] }
  | { readonly outcome: 'duplicate'; readonly message: string }
  | { readonly outcome: 'refused'; readonly message: string };

/** Juno's API. Every method rejects with an `ApiFailure`. */
export type JunoClient = {
  /** Every transaction created in the range, newest first, each once. Streams; nothing of it is kept. */
  readonly listTransactions: (
    range: { readonly from?: Date; readonly to?: Date },
    signal?: AbortSignal,
  ) => AsyncIterable<ListedRow>;
  /** The transaction with its steps, as the JSON object of the answer; `null` when Juno knows none. */
  readonly transactionDetail: (id: string, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Subscribes an https address to transaction events. */
  readonly registerWebhook: (callbackUrl: string, signal?: AbortSignal) => Promise<Registration>;
  readonly listWebhooks: (signal?: AbortSignal) => Promise<readonly JunoWebhook[]>;
  readonly deleteWebhook: (id: string, signal?: AbortSignal) => Promise<'deleted' | 'not_found'>;
};

/** Does `work` while nobody else of this key's users does, with a nonce larger than any before it. */
export type Alone = <T>(work: (nonce: string) => Promise<T>) => Promise<T>;

export type JunoSettings = {
  readonly host: string;
  readonly key: string;
  readonly secret: string;
  readonly isQuerySigned: boolean;
  readonly alone: Alone;
  readonly pace?: Partial<Pace>;
};

export const JUNO_HOSTS = {
  production: 'https://buildwithjuno.com',
  stage: 'https://stage.buildwithjuno.com',
} as const satisfies Record<Environment, string>;

const TRANSACTIONS = '/mint_platform/v1/transactions';
const WEBHOOKS = '/v4/webhooks';
const PAGE_SIZE = 100;
/** Bitso allows 300 private requests a minute and locks out for one minute who asks for more. */
const SPACING_MS = 250;

export function junoApi(settings: JunoSettings): JunoClient {
  const api = new Api({
    host: settings.host,
    access: bitsoAccess(settings),
    secrets: [settings.key, settings.secret],
    pace: { spacing: SPACING_MS, ...settings.pace },
  });
  return {
    listTransactions: ({ from, to }, signal) => transactions(api, { from, to, signal }),
    transactionDetail: (id, signal) =>
      unlessUnknown(async () => {
        const call: Call = { method: 'GET', path: `${TRANSACTIONS}/${encodeURIComponent(id)}`, signal };
        return payloadOf(call, (await api.answer(call)).bytes);
      }, null),
    registerWebhook: (callbackUrl, signal) => register(api, callbackUrl, signal),
    async listWebhooks(signal) {
      const found = webhooksIn(await api.json({ method: 'GET', path: WEBHOOKS, signal }));
      if (found) return found;
      throw notUnderstood(`GET ${WEBHOOKS}`, said('proof.what.noWebhooks'));
    },
    deleteWebhook: (id, signal) =>
      unlessUnknown(async () => {
        const path = `${WEBHOOKS}/${encodeURIComponent(id)}`;
        await api.answer({ method: 'DELETE', path, signal, isRepeatable: true });
        return 'deleted' as const;
      }, 'not_found' as const),
  };
}

/** One caller at a time, until Juno has answered: two nonces on their way at once may arrive in the other order. */
function bitsoAccess({ alone, isQuerySigned, ...keys }: JunoSettings): Access {
  return ({ method, path, body }, send) => {
    const signed = { method, path: isQuerySigned ? path : (path.split('?', 1)[0] ?? path), body: body as string };
    return alone((nonce) => send({ authorization: bitsoAuthorization(keys, nonce, signed) }));
  };
}

async function* transactions(api: Api, { from, to, signal }: { from?: Date; to?: Date; signal?: AbortSignal }) {
  const paging = new Paging(`GET ${TRANSACTIONS}`);
  for (let page = 0; ; page++) {
    const query = new URLSearchParams({ page: String(page), size: String(PAGE_SIZE), sort: 'createdAt,DESC' });
    if (from) query.set('isoDateFrom', wholeSeconds(from));
    if (to) query.set('isoDateTo', wholeSeconds(to));
    const call: Call = { method: 'GET', path: `${TRANSACTIONS}?${query}`, signal };
    const rows = api.rows(call, 'payload.content');
    let count = 0;
    for await (const row of rows) {
      count += 1;
      if (paging.isNew(rowId(nameOfCall(call), row))) yield { list: 'juno-transactions', row } satisfies ListedRow;
    }
    if (isOtherPage(rows.beside.get('payload.number'), page)) throw paging.repeats();
    const isLast = rows.beside.get('payload.last') ?? count < PAGE_SIZE;
    if (typeof isLast !== 'boolean') throw notUnderstood(nameOfCall(call), said('proof.what.pageLast'));
    if (isLast) return;
    paging.turn(String(page + 1));
  }
}

const wholeSeconds = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;
const isOtherPage = (number: Json | undefined, asked: number) =>
  number instanceof LosslessNumber && number.value !== String(asked);

async function register(api: Api, callbackUrl: string, signal?: AbortSignal): Promise<Registration> {
  const body = JSON.stringify({ callback_url: callbackUrl, events: ['TRANSACTION'] });
  try {
    const { bytes, headers } = await api.answer({ method: 'POST', path: WEBHOOKS, body, signal });
    const read = readJson(bytes);
    if (read.ok && isPlainObject(read.value) && read.value.success === false)
      return refusal(theirWords(bytes, [])?.message ?? '');
    return {
      outcome: 'registered',
      location: headers.get('location'),
      webhooks: (read.ok && webhooksIn(read.value)) || [],
    };
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.problem !== 'refused') throw error;
    return refusal(error.theirs?.message ?? error.message);
  }
}

function refusal(message: string): Registration {
  return { outcome: /duplicate/i.test(message) ? 'duplicate' : 'refused', message };
}

/** The subscriptions in an answer: a list, or one in `payload` or `webhooks`. `null` for anything else. */
function webhooksIn(answer: Json): JunoWebhook[] | null {
  const list = isPlainObject(answer) ? (answer.webhooks ?? answer.payload ?? null) : answer;
  if (isPlainObject(list)) return webhooksIn(list);
  if (!Array.isArray(list)) return null;
  const webhooks = list.map(webhookOf).filter((webhook) => webhook !== null);
  return webhooks.length === list.length ? webhooks : null;
}

function webhookOf(row: Json): JunoWebhook | null {
  if (!isPlainObject(row)) return null;
  const { id, callback_url: callbackUrl, event } = row;
  const idText = id instanceof LosslessNumber ? id.value : id;
  if (typeof idText !== 'string' || typeof callbackUrl !== 'string') return null;
  return { id: idText, callbackUrl, event: typeof event === 'string' ? event : '' };
}

/** Juno wraps what it answers in a `payload`; the object alone is taken as well. */
function payloadOf(call: Call, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const read = readJson(bytes);
  if (!read.ok || !isPlainObject(read.value)) throw notUnderstood(nameOfCall(call), said('proof.what.noObject'));
  if (!isPlainObject(read.value.payload ?? null)) return bytes;
  const cut = cutMember(Buffer.from(bytes).toString('latin1'), 'payload');
  return cut === null ? bytes : new Uint8Array(Buffer.from(cut, 'latin1'));
}

async function unlessUnknown<T, U>(ask: () => Promise<T>, unknown: U): Promise<T | U> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ApiFailure && error.problem === 'refused' && error.status === 404) return unknown;
    throw error;
  }
}
