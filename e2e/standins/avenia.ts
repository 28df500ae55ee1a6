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

export type AveniaEvent = {
  readonly id: string;
  readonly subAccountId: string;
  readonly subscription: string;
  readonly createdAt: string;
  readonly data: object;
};
export type AveniaAttempt = { readonly id: string; readonly webhookEventId: string; acknowledged: boolean };

/** What it knows; to be changed by whoever started it. */
export type AveniaState = {
  /** The main account; also whose attempts are told without a `subAccountId`. */
  account: string;
  events: AveniaEvent[];
  attempts: AveniaAttempt[];
  pageSize: number;
  /** The ids of attempts that were confirmed, in order. */
  readonly confirmed: string[];
};
export type AveniaStandin = Standin & { readonly state: AveniaState };

const ATTEMPTS = '/v2/notifications/webhooks/attempts';
const EVENTS = '/v2/notifications/webhooks/events/';
const json = (status: number, body: unknown): Answer => ({ status, json: body });

/** Avenia's v2 API, for those who sign. */
export async function startAvenia(
  apiKey: ApiKey,
  given: Partial<AveniaState> = {},
  options?: ServerOptions,
): Promise<AveniaStandin> {
  const state: AveniaState = { account: 'main', events: [], attempts: [], pageSize: 50, confirmed: [], ...given };
  const standin = await startStandin((asked, take) => {
    const flaw = flawOfSignature(asked, apiKey);
    return flaw === null ? answerTo(asked, state, take) : json(401, { error: flaw });
  }, options);
  return { ...standin, state };
}

function answerTo(asked: Asked, state: AveniaState, take: Take): Answer {
  if (asked.method === 'GET' && asked.path === ATTEMPTS) return page(asked, state, take);
  if (asked.method === 'GET' && asked.path.startsWith(EVENTS)) {
    const id = decodeURIComponent(asked.path.slice(EVENTS.length));
    const event = state.events.find((each) => each.id === id);
    return event ? json(200, { event }) : json(404, { error: 'no such event' });
  }
  if (asked.method === 'PATCH' && asked.path === ATTEMPTS) {
    const { ids } = JSON.parse(asked.body) as { ids: string[] };
    for (const attempt of state.attempts) if (ids.includes(attempt.id)) attempt.acknowledged = true;
    state.confirmed.push(...ids);
    return json(200, {});
  }
  return json(404, { error: 'not found' });
}

/** A cursor is the id of the last attempt that was told. */
function page({ query }: Asked, state: AveniaState, take: Take): Answer {
  const account = query.get('subAccountId') ?? state.account;
  const accountOf = new Map(state.events.map((event) => [event.id, event.subAccountId]));
  const due = state.attempts.filter(
    (attempt) =>
      accountOf.get(attempt.webhookEventId) === account &&
      !(query.get('unackedOnly') === 'true' && attempt.acknowledged),
  );
  const from = take('repeats_pages') ? 0 : due.findIndex((attempt) => attempt.id === query.get('cursor')) + 1;
  const attempts = due.slice(from, from + state.pageSize);
  const isMore = from + state.pageSize < due.length;
  return json(200, {
    attempts: attempts.map((attempt) => (take('numbers_for_strings') ? withNumbers(attempt) : attempt)),
    cursor: isMore ? attempts.at(-1)?.id : '',
  });
}
