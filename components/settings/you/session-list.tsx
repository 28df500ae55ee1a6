'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { DeedAction } from '@/components/settings/deed';
import { DeedNote } from '@/components/settings/deed-note';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { Device } from '@/lib/access/device';
import type { Translator } from '@/lib/language/catalogue';
import type { TimeZone } from '@/lib/time-zones';

export type SessionLine = {
  readonly id: string;
  readonly device: Device;
  readonly address: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly isHere: boolean;
};

type Props = { readonly sessions: readonly SessionLine[]; readonly zone: TimeZone; readonly end: DeedAction };

/** Where somebody is signed in, each to be ended; the one of this page by signing out. */
export function SessionList({ sessions, zone, end }: Props) {
  const t = useTranslations('you');
  const [state, submit, isPending] = useActionState(end, null);
  return (
    <div className="space-y-3">
      <DeedNote state={state} />
      <ul className="divide-y divide-line">
        {sessions.map((session) => {
          const device = inWords(session.device, t);
          return (
            <li
              key={session.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2 text-body"
            >
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {device}
                  {session.isHere && <Badge tone="positive">{t('sessions.here')}</Badge>}
                </p>
                <p className="text-xs text-ink-2">
                  {session.address && <span className="font-mono">{session.address} · </span>}
                  {t('sessions.since')} <Instant at={session.createdAt} zone={zone} /> · {t('sessions.last')}{' '}
                  <Instant at={session.lastSeenAt} zone={zone} />
                </p>
              </div>
              {!session.isHere && (
                <form action={submit}>
                  <input type="hidden" name="id" value={session.id} />
                  <Button type="submit" size="small" disabled={isPending} aria-label={t('sessions.endOf', { device })}>
                    {t('sessions.end')}
                  </Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <form action={submit}>
          <Button type="submit" disabled={isPending}>
            {t('sessions.endOthers')}
          </Button>
        </form>
      )}
    </div>
  );
}

function inWords({ browser, system }: Device, t: Translator<'you'>): string {
  if (browser && system) return t('sessions.device', { browser, system });
  return browser ?? system ?? t('sessions.unknown');
}
