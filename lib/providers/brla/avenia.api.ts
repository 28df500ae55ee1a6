import 'server-only';
import { nameOfCall } from '@/lib/providers/diagnosis';
import { Api, type Call, type Pace } from '@/lib/providers/http.api';
import type { EventFeed } from '@/lib/providers/listing';
import { Paging } from '@/lib/providers/paging';
import { bySignature } from './account.api';
import { type Attempt, attemptOf, aveniaFeedEvent } from './feed-event';
import type { SigningAccess } from './request-signature';

export type AveniaSettings = {
  readonly host: string;
  readonly access: SigningAccess;
  readonly subAccounts: readonly string[];
  readonly pace?: Partial<Pace>;
};

// As documented, without a slash at the end: with one the signature is over another address.
const ATTEMPTS = '/v2/notifications/webhooks/attempts';
const EVENTS = '/v2/notifications/webhooks/events';

/**
 * The attempts of Avenia's that nobody acknowledged, each with its event, which is asked for alone. Several attempts may
 * be about one event; each is confirmed by itself.
 */
export function aveniaFeed(settings: AveniaSettings): EventFeed {
  const api = new Api({
    host: settings.host,
    access: bySignature(settings.access),
    secrets: [settings.access.key],
    pace: settings.pace,
  });
  return {
    name: 'avenia',
    accounts: [null, ...settings.subAccounts],
    async *list(account, signal) {
      const paging = new Paging(`GET ${ATTEMPTS}`);
      for (let cursor = ''; ; ) {
        const query = new URLSearchParams({ unackedOnly: 'true' });
        if (account !== null) query.set('subAccountId', account);
        if (cursor) query.set('cursor', cursor);
        const call: Call = { method: 'GET', path: `${ATTEMPTS}?${query}`, signal };
        // How the answer calls its list is not documented: there is one, and a cursor beside it while there is more.
        const rows = api.rows(call, '*');
        const attempts: Attempt[] = [];
        for await (const row of rows) {
          const attempt = attemptOf(nameOfCall(call), row);
          if (paging.isNew(attempt.id) && !attempt.isAcknowledged) attempts.push(attempt);
        }
        for (const attempt of attempts) {
          const one: Call = { method: 'GET', path: `${EVENTS}/${encodeURIComponent(attempt.eventId)}`, signal };
          yield aveniaFeedEvent(nameOfCall(one), attempt, (await api.answer(one)).bytes);
        }
        const next = rows.beside.get('cursor');
        if (typeof next !== 'string' || next === '') return;
        paging.turn(next);
        cursor = next;
      }
    },
    async confirm(ids, signal) {
      if (ids.length === 0) return;
      const body = JSON.stringify({ ids });
      await api.answer({ method: 'PATCH', path: ATTEMPTS, body, signal, isRepeatable: true });
    },
  };
}
