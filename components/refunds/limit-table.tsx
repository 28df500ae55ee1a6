import type { ComponentProps } from 'react';
import { Instant } from '@/components/transactions/instant';
import { stepWords } from '@/components/transactions/refund-steps';
import { TableCard } from '@/components/webhooks/table-card';
import { formatCount } from '@/lib/format';
import { KIND_LABELS, PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { WHOLE } from '@/lib/refunds/limits';
import type { Limits } from '@/lib/refunds/refund';
import type { TimeZone } from '@/lib/time-zones';
import { FloorForm } from './floor-form';
import { secondsText } from './refund-words';

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

const NUMBERS = ['Completed', 'p50', 'p75', 'p95'];
const IN_FORCE = ['Slow', 'Late', 'Stuck'];

/** What is usual and what is too long, for each kind of refund and each of its steps. */
export function LimitTable({ limits, settings, zone, action }: Props) {
  const rows = limits.toSorted((a, b) => place(a).localeCompare(place(b)));
  return (
    <TableCard label="Limits of refunds">
      <table className="w-full min-w-5xl border-collapse text-body">
        <caption className="sr-only">Limits per provider, kind and step</caption>
        <thead>
          <tr className="border-b border-line bg-sunken text-left text-xs text-ink-2 [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium [&>th]:whitespace-nowrap [&>th]:first:pl-4 [&>th]:last:pr-4">
            <th scope="col">Refund of</th>
            <th scope="col">Step</th>
            {NUMBERS.map((name) => (
              <th key={name} scope="col" className="text-right">
                {name}
              </th>
            ))}
            <th scope="col">Floor: slow, late</th>
            {IN_FORCE.map((name) => (
              <th key={name} scope="col" className="text-right">
                {name} after
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">Set the floor</span>
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
  const { provider, kind, step, count, p50, p75, p95, floor, slow, late, stuck } = limits;
  const isWhole = step === WHOLE;
  const name = `${PROVIDER_LABELS[provider]} ${KIND_LABELS[kind]}${isWhole ? '' : `, ${step}`}`;
  return (
    <tr className="border-b border-line last:border-0 [&>td]:px-3 [&>td]:py-2 [&>td]:first:pl-4 [&>td]:last:pr-4">
      <td className="whitespace-nowrap">
        <span className="font-medium">{PROVIDER_LABELS[provider]}</span>
        <span className="text-ink-2"> · {KIND_LABELS[kind]}</span>
      </td>
      <td className="min-w-48">
        {isWhole ? (
          <span className="font-medium">The whole refund</span>
        ) : (
          <>
            <span className="block text-xs">{stepWords(step, kind)}</span>
            <span className="font-mono text-2xs text-ink-2">{step}</span>
          </>
        )}
      </td>
      <td className="text-right tabular-nums">{formatCount(count)}</td>
      {[p50, p75, p95].map((seconds, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
        <td key={at} className="text-right whitespace-nowrap tabular-nums">
          {seconds === null ? <Untold /> : secondsText(seconds)}
        </td>
      ))}
      <td className="text-xs">
        <span className="whitespace-nowrap tabular-nums">
          {secondsText(floor.slowSeconds)}, {secondsText(floor.lateSeconds)}
        </span>
        {setting ? (
          <span className="block [overflow-wrap:anywhere] text-ink-2">
            {setting.setBy}, <Instant at={setting.setAt} zone={zone} />
          </span>
        ) : (
          <span className="block text-ink-2">the desk’s own</span>
        )}
      </td>
      {[slow, late, stuck].map((seconds, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
        <td key={at} className="text-right font-medium whitespace-nowrap tabular-nums">
          {secondsText(seconds)}
        </td>
      ))}
      <td className="text-right">
        <FloorForm limits={limits} name={name} action={action} />
      </td>
    </tr>
  );
}

function Untold() {
  return (
    <span className="text-ink-3">
      <span aria-hidden>–</span>
      <span className="sr-only">not known yet</span>
    </span>
  );
}
