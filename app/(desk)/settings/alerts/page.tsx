import { BellRing, CircleCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ForRight } from '@/components/access/rights';
import { AlertItem } from '@/components/alerts/alert-item';
import { ChannelForm } from '@/components/alerts/channel-form';
import { ChannelList } from '@/components/alerts/channel-list';
import { DeedButton, DeedForm } from '@/components/alerts/deed-form';
import { EndedList } from '@/components/alerts/ended-list';
import { RuleList } from '@/components/alerts/rule-list';
import { WatchState } from '@/components/alerts/watch-state';
import { KeepFresh } from '@/components/jobs/keep-fresh';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { requireRight } from '@/lib/access/session';
import { endedAlerts, LISTED_ALERTS, LISTED_ENDED, openAlerts } from '@/lib/alerts/list.store';
import { ALERT_KINDS, USUAL } from '@/lib/alerts/rule';
import { readChannels, readRules } from '@/lib/alerts/rule.store';
import { lastRuns } from '@/lib/jobs/run.store';
import { isMailSetUp } from '@/lib/mail.api';
import { displayZone } from '@/lib/preferences';
import { putAside, takeAlert, takeUp } from './actions';
import { addChannel, dropChannel, showSecret, testChannel } from './channel-actions';
import { addUsualRules, pauseOrResume, removeRule } from './rule-actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alerts');
  return { title: t('title') };
}

const FRESH_SECONDS = 30;
const ALERT_DEEDS = { own: takeAlert, snooze: putAside, wake: takeUp };
const RULE_DEEDS = { pause: pauseOrResume, remove: removeRule };
const CHANNEL_DEEDS = { test: testChannel, showSecret, remove: dropChannel };

/** What crossed a threshold and whom it was told to, what is watched, and where alerts go. */
export default async function AlertsPage() {
  const viewer = await requireRight('browse');
  const t = await getTranslations('alerts');
  const now = new Date();
  const [zone, open, ended, { rules, unreadable }, channels, { last }] = await Promise.all([
    displayZone(),
    openAlerts(now),
    endedAlerts(),
    readRules(),
    readChannels(),
    lastRuns('alerts'),
  ]);
  const isUsualMissing = USUAL.some(({ kind }) => !rules.some((rule) => rule.kind === kind));
  return (
    <div className="space-y-6">
      <KeepFresh everySeconds={FRESH_SECONDS} />
      <WatchState
        last={last}
        now={now}
        zone={zone}
        isMailMissing={!isMailSetUp() && channels.some(({ kind }) => kind === 'email')}
        unreadable={unreadable.map(({ name }) => name)}
      />
      <SectionCard title={t('open.title')} description={t('about')} bodyClassName="p-0">
        {open.length > 0 ? (
          <ul className="divide-y divide-line">
            {open.map((alert) => (
              <AlertItem key={alert.id} alert={alert} now={now} zone={zone} viewer={viewer.email} deeds={ALERT_DEEDS} />
            ))}
          </ul>
        ) : (
          <EmptyState icon={rules.length > 0 ? CircleCheck : BellRing} title={t('open.none')}>
            {rules.some(({ isActive }) => isActive) ? t('open.noneWatched') : t('open.noneUnwatched')}
          </EmptyState>
        )}
        {open.length === LISTED_ALERTS && (
          <p className="border-t border-line px-4 py-2 text-xs text-ink-2">{t('listed', { count: LISTED_ALERTS })}</p>
        )}
      </SectionCard>
      <SectionCard
        title={t('rules.title')}
        bodyClassName="p-0"
        actions={
          isUsualMissing && (
            <ForRight right="configure">
              <DeedForm action={addUsualRules}>
                <DeedButton look="primary">{t('rules.usual')}</DeedButton>
              </DeedForm>
            </ForRight>
          )
        }
      >
        {rules.length > 0 ? (
          <RuleList rules={rules} channels={channels} deeds={RULE_DEEDS} />
        ) : (
          <EmptyState title={t('rules.none')}>{t('rules.noneAbout')}</EmptyState>
        )}
        <ForRight right="configure">
          <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-3">
            <span className="text-xs text-ink-2">{t('rules.addOf')}</span>
            {ALERT_KINDS.map((kind) => (
              <ButtonLink key={kind} href={`/settings/alerts/rule?kind=${kind}`} size="small">
                {t(`kind.${kind}`)}
              </ButtonLink>
            ))}
          </div>
        </ForRight>
      </SectionCard>
      <SectionCard title={t('channels.title')} bodyClassName="p-0">
        {channels.length > 0 ? (
          <ChannelList channels={channels} deeds={CHANNEL_DEEDS} />
        ) : (
          <EmptyState title={t('channels.none')}>{t('channels.noneAbout')}</EmptyState>
        )}
        <ForRight right="configure">
          <div className="border-t border-line px-4 py-3">
            <ChannelForm action={addChannel} />
          </div>
        </ForRight>
      </SectionCard>
      {ended.length > 0 && (
        <SectionCard title={t('ended.title')} bodyClassName="p-0">
          <EndedList alerts={ended} zone={zone} />
          {ended.length === LISTED_ENDED && (
            <p className="border-t border-line px-4 py-2 text-xs text-ink-2">{t('listed', { count: LISTED_ENDED })}</p>
          )}
        </SectionCard>
      )}
    </div>
  );
}
