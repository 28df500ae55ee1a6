import type { LoggedRequest } from './access-log';
import type { Answerer } from './acknowledgement';

/** A message that reached us, as our own records have it. */
export type Arrival = { readonly at: Date; readonly status: number };

/** An acknowledged request without bytes of ours. */
export type LostRequest = LoggedRequest & { readonly answeredBy: Answerer };

/** The provider may wait this long for an answer; a longer difference of clocks is a misconfigured machine. */
export const TOLERANCE_MS = 6_000;

/** Whether the provider took the answer for "delivered": below 500, and not 499 (it had hung up before an answer). */
export function isAcknowledged(request: LoggedRequest): boolean {
  return request.method === 'POST' && request.status < 500 && request.status !== 499 && request.status >= 200;
}

/** Whether it has a part in the account: one that was answered 500 or more may be what a refusal of ours arrived by. */
export function isAccounted(request: LoggedRequest): boolean {
  return isAcknowledged(request) || request.status >= 500;
}

/**
 * The acknowledged requests that no arrival accounts for, in the order of time. Each arrival accounts for one request
 * within the tolerance: first for one that got the same answer, then, since a proxy may change an answer, for any that
 * was acknowledged.
 */
export function unaccounted(requests: readonly LoggedRequest[], arrivals: readonly Arrival[]): LostRequest[] {
  const idle: Arrival[][] = [];
  const left: LostRequest[][] = [];
  const arrivalsByStatus = groupByStatus(arrivals);
  for (const [status, alike] of groupByStatus(requests.filter(isAccounted))) {
    const ours = arrivalsByStatus.get(status) ?? [];
    const paired = pair(byTime(alike, answeredAt), byTime(ours, arrivedAt));
    idle.push(paired.arrivals);
    const lost = paired.requests.filter(isAcknowledged);
    left.push(lost.map((request) => ({ ...request, answeredBy: answererOf(request, paired.isNear) })));
    arrivalsByStatus.delete(status);
  }
  idle.push(...arrivalsByStatus.values());
  return pair(byTime(left.flat(), answeredAt), byTime(idle.flat(), arrivedAt)).requests;
}

/**
 * Who gave an answer that nothing of ours accounts for. The desk writes down whatever it answers below 500, so where
 * it has no such answer at the time, it came from in front; where it has one for another request, nobody can tell which
 * of the two was ours. A log that says whether the answer was passed on decides it.
 */
function answererOf({ isPassedOn, answeredAt: at }: LoggedRequest, isNear: (at: Date) => boolean): Answerer {
  if (isPassedOn !== null) return isPassedOn ? 'app' : 'front';
  return isNear(at) ? 'unknown' : 'front';
}

/** Walks both in the order of time, which pairs as many as can be paired; what is left of either. */
function pair<R extends LoggedRequest>(requests: readonly R[], arrivals: readonly Arrival[]) {
  const idle: Arrival[] = [];
  let next = 0;
  const left = requests.filter((request) => {
    let candidate = arrivals[next];
    while (candidate && +candidate.at < +request.answeredAt - TOLERANCE_MS) {
      idle.push(candidate);
      candidate = arrivals[++next];
    }
    const isThere = candidate !== undefined && +candidate.at <= +request.answeredAt + TOLERANCE_MS;
    if (isThere) next++;
    return !isThere;
  });
  return { requests: left, arrivals: idle.concat(arrivals.slice(next)), isNear: nearness(arrivals) };
}

/** Whether any arrival, paired or not, lies within the tolerance; to be asked in the order of time. */
function nearness(arrivals: readonly Arrival[]): (at: Date) => boolean {
  let next = 0;
  return (at) => {
    let candidate = arrivals[next];
    while (candidate && +candidate.at < +at - TOLERANCE_MS) candidate = arrivals[++next];
    return candidate !== undefined && +candidate.at <= +at + TOLERANCE_MS;
  };
}

function groupByStatus<T extends { readonly status: number }>(all: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const group = groups.get(one.status);
    if (group) group.push(one);
    else groups.set(one.status, [one]);
  }
  return groups;
}

const answeredAt = (request: LoggedRequest) => +request.answeredAt;
const arrivedAt = (arrival: Arrival) => +arrival.at;

function byTime<T>(all: readonly T[], timeOf: (one: T) => number): T[] {
  return [...all].sort((a, b) => timeOf(a) - timeOf(b));
}
