import { CircleDashed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRegion } from '@/components/language/reader';
import { REFUND_LOOKS } from '@/components/transactions/event-words';
import { IdShape } from '@/components/transactions/id-shape';
import { explorerPage } from '@/components/transactions/identifier-shape';
import { IdentifierValue } from '@/components/transactions/identifier-value';
import { classNames } from '@/components/ui/class-names';
import { TONE_SOFT } from '@/components/ui/tone';
import { formatInstant } from '@/lib/format';
import type { Environment, Kind } from '@/lib/providers/catalogue';
import type { LadderStep, Limits } from '@/lib/refunds/refund';
import type { TimeZone } from '@/lib/time-zones';
import { LimitBar } from './limit-bar';
import { usualText } from './refund-words';
import { missingIdWords, stepWords } from './step-words';

type Props = {
  readonly step: LadderStep;
  /** Of this step. */
  readonly limits: Limits;
  readonly kind: Kind;
  readonly network: string | null;
  readonly environment: Environment;
  readonly zone: TimeZone;
  readonly now: Date;
};

/** One step of the way back: what it does, how far it is, its id, and when it got there as far as two events tell. */
export function LadderStepItem({ step, limits, kind, network, environment, zone, now }: Props) {
  const t = useTranslations('refunds');
  const { icon: Icon, tone } = REFUND_LOOKS[step.status];
  return (
    <li className="group/step relative flex gap-3 pb-5 last:pb-0">
      <span aria-hidden className="absolute top-6 bottom-0 left-3 w-px bg-line-strong group-last/step:hidden" />
      <span className={classNames('z-10 grid size-6 shrink-0 place-items-center rounded-full border', TONE_SOFT[tone])}>
        <Icon aria-hidden className="size-3.5" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <p className="text-body font-medium text-ink">{stepWords(step.step, kind, t)}</p>
          <p className="text-xs text-ink-2">
            {t(`state.${step.status}`)} <Between step={step} zone={zone} />
          </p>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <p className="font-mono text-2xs break-all text-ink-2">
            {step.step} · {step.providerStatus}
          </p>
          <LimitBar step={step} limits={limits} now={now} />
        </div>
        {step.id === null ? (
          <p className="mt-0.5 text-xs text-ink-2 italic">{missingIdWords(step, t)}</p>
        ) : (
          <div className="mt-0.5 flex flex-wrap items-start gap-x-2 text-xs">
            <span className="pt-0.5 text-ink-2">
              <IdShape id={step.id} />
            </span>
            <span className="min-w-0 flex-1 basis-60">
              <IdentifierValue
                value={step.id}
                label={t('ladder.idOf', { step: step.step })}
                explorer={explorerPage('refund_step_id', step.id, network, environment)}
              />
            </span>
          </div>
        )}
      </div>
    </li>
  );
}

/** When the step got there: at some moment between two events, never an invented one. */
function Between({ step: { after, by }, zone }: Pick<Props, 'step' | 'zone'>) {
  const t = useTranslations('refunds');
  const region = useRegion();
  const end = formatInstant(by, zone, region);
  const start = after === null ? null : formatInstant(after, zone, region);
  const isSameDay = start?.date === end.date;
  return (
    <span className="tabular-nums" title={start ? `${start.title} – ${end.title}` : end.title}>
      {!start
        ? t('ladder.by', { time: end.time, date: end.date })
        : isSameDay
          ? t('ladder.betweenTimes', { start: start.time, end: end.time, date: end.date })
          : t('ladder.betweenDays', { start: start.text, end: end.text })}
    </span>
  );
}

/** A step that was not seen and may still come. */
export function StepToCome({ step, limits, kind }: Pick<Props, 'limits' | 'kind'> & { readonly step: string }) {
  const t = useTranslations('refunds');
  const region = useRegion();
  return (
    <li className="flex gap-3">
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-full border border-dashed border-line-strong text-ink-3"
      >
        <CircleDashed className="size-3.5" />
      </span>
      <div className="min-w-0">
        <p className="text-body text-ink-2">{stepWords(step, kind, t)}</p>
        <p className="font-mono text-2xs text-ink-3">
          {step} <span className="font-sans">· {usualText(limits, t, region)}</span>
        </p>
      </div>
    </li>
  );
}
