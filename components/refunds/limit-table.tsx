import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { useRegion } from '@/components/language/reader';
import { Instant } from '@/components/transactions/instant';
import { TableCard } from '@/components/webhooks/table-card';
import { formatCount } from '@/lib/format';
import { PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { WHOLE } from '@/lib/refunds/limits';
import type { Limits } from '@/lib/refunds/refund';
import type { TimeZone } from '@/lib/time-zones';
import { FloorForm } from './floor-form';
import { secondsText } from './refund-words';
import { stepWords } from './step-words';

/** Who set a floor by hand, and when. */
export type FloorSetting = Pick<Limits, 'provider' | 'kind' | 'step'> & {
  readonly setBy: string;
  readonly setAt: Date;
};

type Props = {
  readonly limits: readonly Limits[];
  readonly settings: readonly FloorSetting[];
  readonly zone: TimeZone;
  readonly action: ComponentProps<typeof FloorForm>['action'];
};

const PERCENTILES = ['p50', 'p75', 'p95'];
const IN_FORCE = ['slow', 'late', 'stuck'] as const;

/** What is usual and what is too long, for each kind of refund and each of its steps. */
export function LimitTable({ limits, settings, zone, action }: Props) {
  const t = useTranslations('refunds');
  const rows = limits.toSorted((a, b) => place(a).localeCompare(place(b)));
  return (
    <TableCard label={t('limits.title')}>
      <table className="w-full min-w-5xl border-collapse text-body">
        <caption className="sr-only">{t('limits.caption')}</caption>
        <thead>
          <tr className="border-b border-line bg-sunken text-left text-xs text-ink-2 [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium [&>th]:whitespace-nowrap [&>th]:first:pl-4 [&>th]:last:pr-4">
            <th scope="col">{t('limits.head.of')}</th>
            <th scope="col">{t('limits.head.step')}</th>
            <th scope="col" className="text-right">
              {t('limits.head.completed')}
            </th>
            {PERCENTILES.map((name) => (
              <th key={name} scope="col" className="text-right">
                {name}
              </th>
            ))}
            <th scope="col">{t('limits.head.floor')}</th>
            {IN_FORCE.map((name) => (
              <th key={name} scope="col" className="text-right">
                {t(`limits.head.${name}`)}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{t('limits.head.set')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={place(row)}
              limits={row}
              setting={settings.find((one) => place(one) === place(row)) ?? null}
              zone={zone}
              action={action}
            />
          ))}
        </tbody>
      </table>
    </TableCard>
  );
}

/** Kinds together, the whole of each first: its name sorts before every step's. */
function place({ provider, kind, step }: Pick<Limits, 'provider' | 'kind' | 'step'>): string {
  return `${provider} ${kind} ${step === WHOLE ? '' : step}`;
}

type RowProps = Pick<Props, 'zone' | 'action'> & {
  readonly limits: Limits;
  readonly setting: FloorSetting | null;
};

function Row({ limits, setting, zone, action }: RowProps) {
  const t = useTranslations('refunds');
  const words = useTranslations('words');
  const region = useRegion();
  const { provider, kind, step, count, p50, p75, p95, floor, slow, late, stuck } = limits;
  const isWhole = step === WHOLE;
  const ofKind = words(`kind.${kind}`);
  const name = `${PROVIDER_LABELS[provider]} ${ofKind}${isWhole ? '' : `, ${step}`}`;
  return (
    <tr className="border-b border-line last:border-0 [&>td]:px-3 [&>td]:py-2 [&>td]:first:pl-4 [&>td]:last:pr-4">
      <td className="whitespace-nowrap">
        <span className="font-medium">{PROVIDER_LABELS[provider]}</span>
        <span className="text-ink-2"> · {ofKind}</span>
      </td>
      <td className="min-w-48">
        {isWhole ? (
          <span className="font-medium">{t('limits.whole')}</span>
        ) : (
          <>
            <span className="block text-xs">{stepWords(step, kind, t)}</span>
            <span className="font-mono text-2xs text-ink-2">{step}</span>
          </>
        )}
      </td>
      <td className="text-right tabular-nums">{formatCount(count, region)}</td>
      {[p50, p75, p95].map((seconds, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
        <td key={at} className="text-right whitespace-nowrap tabular-nums">
          {seconds === null ? <Untold /> : secondsText(seconds, region)}
        </td>
      ))}
      <td className="text-xs">
        <span className="whitespace-nowrap tabular-nums">
          {secondsText(floor.slowSeconds, region)}, {secondsText(floor.lateSeconds, region)}
        </span>
        {setting ? (
          <span className="block [overflow-wrap:anywhere] text-ink-2">
            {setting.setBy}, <Instant at={setting.setAt} zone={zone} />
          </span>
        ) : (
          <span className="block text-ink-2">{t('limits.desksOwn')}</span>
        )}
      </td>
      {[slow, late, stuck].map((seconds, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
        <td key={at} className="text-right font-medium whitespace-nowrap tabular-nums">
          {secondsText(seconds, region)}
        </td>
      ))}
      <td className="text-right">
        <FloorForm limits={limits} name={name} action={action} />
      </td>
    </tr>
  );
}

function Untold() {
  const t = useTranslations('refunds');
  return (
    <span className="text-ink-3">
      <span aria-hidden>–</span>
      <span className="sr-only">{t('limits.notKnown')}</span>
    </span>
  );
}
