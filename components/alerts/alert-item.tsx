import { BellOff, Clock, Hand, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ForRight } from '@/components/access/rights';
import { useReader } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { type Alert, LONGEST_REASON, SNOOZES_HOURS, subjectPath } from '@/lib/alerts/alert';
import { alertSentence, subjectText } from '@/lib/alerts/sentence';
import { formatLag } from '@/lib/format';
import type { TimeZone } from '@/lib/time-zones';
import { type DeedAction, DeedButton, DeedForm } from './deed-form';
import { LevelBadge } from './level-badge';
import { ToldList } from './told-list';

export type AlertDeeds = { readonly own: DeedAction; readonly snooze: DeedAction; readonly wake: DeedAction };

type Props = {
  readonly alert: Alert;
  readonly now: Date;
  readonly zone: TimeZone;
  /** E-mail of whoever looks. */
  readonly viewer: string;
  readonly deeds: AlertDeeds;
};

/** Longer than between two looks: its condition did not hold when it was looked at last. */
const OVER_MS = 150_000;

/** One alert that stands: what, how bad, since when, whose, told to whom; and what can be done about it. */
export function AlertItem({ alert, now, zone, viewer, deeds }: Props) {
  const t = useTranslations('alerts');
  const reader = useReader();
  const { id, level, ruleName, raisedAt, lastSeenAt, owner, snooze } = alert;
  const isSnoozed = snooze !== null && +snooze.until > +now;
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 lg:grid-cols-[minmax(0,1fr)_minmax(14rem,20rem)]">
      <div className="min-w-0 space-y-1.5">
        <p className="flex flex-wrap items-center gap-1.5">
          <LevelBadge level={level} />
          {isSnoozed && (
            <Badge icon={BellOff} title={snooze.reason}>
              {t('snooze.badge')}
            </Badge>
          )}
          {+now - +lastSeenAt > OVER_MS && (
            <Badge icon={Clock} title={t('open.overTitle')}>
              {t('open.over')}
            </Badge>
          )}
        </p>
        <p className="text-body [overflow-wrap:anywhere]">{alertSentence(reader, alert, now)}</p>
        <p className="text-xs text-ink-2">
          <Link href={subjectPath(alert)} className="font-medium text-accent underline-offset-3 hover:underline">
            {t('open.look', { subject: subjectText(alert) })}
          </Link>
        </p>
        <ToldList alert={alert} zone={zone} />
      </div>
      <div className="min-w-0 space-y-2 text-xs text-ink-2">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
          <dt>{t('open.rule')}</dt>
          <dd className="truncate text-ink">{ruleName}</dd>
          <dt>{t('open.since')}</dt>
          <dd className="text-ink tabular-nums">
            <Instant at={raisedAt} zone={zone} /> ({formatLag(+now - +raisedAt, reader.region)})
          </dd>
          <dt>{t('open.owner')}</dt>
          <dd className="truncate text-ink">{owner ?? t('open.nobody')}</dd>
          {isSnoozed && (
            <>
              <dt>{t('snooze.until')}</dt>
              <dd className="text-ink [overflow-wrap:anywhere]">
                <Instant at={snooze.until} zone={zone} />, {snooze.by}: {snooze.reason}
              </dd>
            </>
          )}
        </dl>
        <ForRight right="remark">
          <div className="flex flex-wrap items-start gap-2">
            <DeedForm action={deeds.own} hidden={{ id, change: owner === viewer ? 'give_back' : 'take' }}>
              <DeedButton>
                {owner === viewer ? <Undo2 aria-hidden /> : <Hand aria-hidden />}
                {owner === viewer ? t('own.giveBack') : t('own.take')}
              </DeedButton>
            </DeedForm>
            {isSnoozed ? (
              <DeedForm action={deeds.wake} hidden={{ id }}>
                <DeedButton>{t('snooze.wake')}</DeedButton>
              </DeedForm>
            ) : (
              <SnoozeForm id={id} action={deeds.snooze} />
            )}
          </div>
        </ForRight>
      </div>
    </li>
  );
}

function SnoozeForm({ id, action }: { readonly id: string; readonly action: DeedAction }) {
  const t = useTranslations('alerts');
  return (
    <details className="min-w-0 open:basis-full">
      <summary className={buttonClass({ size: 'small' }, 'list-none [&::-webkit-details-marker]:hidden')}>
        <BellOff aria-hidden /> {t('snooze.open')}
      </summary>
      <DeedForm action={action} hidden={{ id }} isKept className="mt-2 space-y-2 rounded-lg border border-line p-3">
        <Field label={t('snooze.for')}>
          <Select name="hours" defaultValue="24" className="h-8 px-2">
            {SNOOZES_HOURS.map((hours) => (
              <option key={hours} value={hours}>
                {hours < 24 ? t('snooze.hours', { hours }) : t('snooze.days', { days: hours / 24 })}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('snooze.reason')}>
          <Input name="reason" required maxLength={LONGEST_REASON} autoComplete="off" className="h-8 px-2" />
        </Field>
        <DeedButton look="primary">{t('snooze.do')}</DeedButton>
      </DeedForm>
    </details>
  );
}
