import 'server-only';
import { said } from '@/lib/language/said';
import { bearerAccess, type Token } from '@/lib/providers/bearer';
import { nameOfCall, notUnderstood } from '@/lib/providers/diagnosis';
import { type Access, Api, type Call, type Pace } from '@/lib/providers/http.api';
import type { EventFeed, ListedRow, ListName } from '@/lib/providers/listing';
import { rowObject } from '@/lib/providers/paging';
import { isPlainObject } from '@/lib/providers/wire';
import { brlaFeedEvent } from './feed-event';
import { type SigningAccess, signedHeaders } from './request-signature';

/** The histories of BRLA's v1 API; `null` is the main account. Every method rejects with an `ApiFailure`. */
export type BrlaClient = {
  /** What can be asked for one after the other: `null` is the main account, the others are sub-accounts. */
  readonly accounts: readonly (string | null)[];
  readonly listPixDeposits: (account: string | null, signal?: AbortSignal) => AsyncIterable<ListedRow>;
  readonly listPixToUsd: (account: string | null, signal?: AbortSignal) => AsyncIterable<ListedRow>;
};

export type BrlaSettings = {
  readonly host: string;
  readonly access: { readonly email: string; readonly password: string } | SigningAccess;
  readonly subAccounts: readonly string[];
  readonly pace?: Partial<Pace>;
};

const LOGIN = '/v1/business/login';
const EVENTS = '/v1/business/webhooks/events';
const PIX_DEPOSITS = '/v1/business/pay-in/pix/history';
/** Its rows are documented, its path is not: this one is by analogy. Where it is wrong, the list ends as refused (404). */
const PIX_TO_USD = '/v1/business/pay-in/pix-to-usd/history';

/** BRLA's v1 API: what it keeps of a business account and its sub-accounts. */
export function brlaApi(settings: BrlaSettings): { readonly client: BrlaClient; readonly feed: EventFeed } {
  const accounts = [null, ...settings.subAccounts];
  const api = new Api({
    host: settings.host,
    access: accessBy(settings),
    secrets: secretsOf(settings.access),
    pace: settings.pace,
  });

  async function* history(list: ListName, path: string, account: string | null, signal?: AbortSignal) {
    const call: Call = { method: 'GET', path: withQuery(path, { subaccountId: account }), signal };
    for await (const row of api.rows(call, 'depositsLogs')) {
      rowObject(nameOfCall(call), row);
      yield { list, row } satisfies ListedRow;
    }
  }

  return {
    client: {
      accounts,
      listPixDeposits: (account, signal) => history('brla-pix-deposits', PIX_DEPOSITS, account, signal),
      listPixToUsd: (account, signal) => history('brla-pix-to-usd', PIX_TO_USD, account, signal),
    },
    feed: {
      name: 'brla',
      accounts,
      // The document says that `acknowledged` is a filter and not how it is spelt: what came through is sorted out here.
      async *list(account, signal) {
        const path = withQuery(EVENTS, { acknowledged: 'false', subaccountId: account });
        const call: Call = { method: 'GET', path, signal };
        for await (const row of api.rows(call, 'events')) {
          const event = brlaFeedEvent(nameOfCall(call), row);
          if (!event.isAcknowledged) yield event;
        }
      },
      async confirm(ids, signal) {
        if (ids.length === 0) return;
        const body = JSON.stringify({ ids });
        await api.answer({ method: 'PATCH', path: EVENTS, body, signal, isRepeatable: true });
      },
    },
  };
}

function withQuery(path: string, members: Record<string, string | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) if (value !== null) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}

function accessBy({ host, access, pace }: BrlaSettings): Access {
  if ('privateKey' in access) return bySignature(access);
  const open = new Api({
    host,
    access: (_, send) => send({}),
    secrets: secretsOf(access),
    pace,
    attempts: 1, // whoever wanted the token tries again
  });
  return bearerAccess(
    () => logIn(open, access),
    () => performance.now(),
  );
}

/** Signs every attempt at its own time. BRLA's and Avenia's alike. */
export function bySignature(access: SigningAccess): Access {
  return (call, send) =>
    send(signedHeaders(access, { ...call, body: typeof call.body === 'string' ? call.body : undefined }, Date.now()));
}

async function logIn(open: Api, { email, password }: { email: string; password: string }): Promise<Token> {
  const body = JSON.stringify({ email, password });
  const answer = await open.json({ method: 'POST', path: LOGIN, body });
  const token = isPlainObject(answer) ? answer.accessToken : null;
  if (typeof token === 'string' && token !== '') return { text: token, lifetime: null };
  throw notUnderstood(`POST ${LOGIN}`, said('proof.what.noMember', { name: 'accessToken' }));
}

function secretsOf(access: BrlaSettings['access']): readonly string[] {
  return 'privateKey' in access ? [access.key] : [access.email, access.password];
}
