import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ENVIRONMENT_LABELS } from '@/components/layout/environment-badges';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Checkbox, Field, Input } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import { TONE_TEXT } from '@/components/ui/tone';
import { STATUS_LABELS, STATUSES, type Status } from '@/lib/events/status';
import { KIND_LABELS, KINDS, PROVIDER_FULL_NAMES, PROVIDER_LABELS, PROVIDERS } from '@/lib/providers/catalogue';
import { isCalendarDate, TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import type { Filters, ListQuery } from '@/lib/transactions/filters';
import { datePresets } from './date-presets';
import { filteredHref } from './list-links';
import { STATUS_LOOKS } from './status-badge';

/** Codes the three providers move; any other can be typed. */
const ASSETS = ['MXN', 'MXNB', 'BRL', 'BRL1', 'BRLA', 'ARS', 'USD', 'USDC', 'USDT', 'WBTC', 'WETH'];

type Props = { readonly filters: Filters };

export function ProviderFilter({ filters }: Props) {
  return (
    <Panel name="Provider" count={filters.provider.length}>
      {PROVIDERS.map((provider) => (
        <Choice key={provider} name="provider" value={provider} chosen={filters.provider}>
          {PROVIDER_FULL_NAMES[provider]}
        </Choice>
      ))}
    </Panel>
  );
}

export function KindFilter({ filters }: Props) {
  return (
    <Panel name="Kind" count={filters.kind.length}>
      {PROVIDERS.map((provider) => (
        <fieldset key={provider} className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1">
          <legend className="sr-only">{PROVIDER_LABELS[provider]}</legend>
          <p aria-hidden className="px-2 pt-1 pb-0.5 text-xs font-medium text-ink-2">
            {PROVIDER_LABELS[provider]}
          </p>
          {KINDS[provider].map((kind) => (
            <Choice key={kind} name="kind" value={kind} chosen={filters.kind}>
              {KIND_LABELS[kind]}
            </Choice>
          ))}
        </fieldset>
      ))}
    </Panel>
  );
}

export function StatusFilter({ filters }: Props) {
  return (
    <Panel name="State" count={filters.status.length}>
      {STATUSES.map((status) => (
        <Choice key={status} name="status" value={status} chosen={filters.status}>
          <StatusWord status={status} />
        </Choice>
      ))}
    </Panel>
  );
}

function StatusWord({ status }: { readonly status: Status }) {
  const { icon: Icon, tone } = STATUS_LOOKS[status];
  return (
    <span className="flex items-center gap-2">
      <Icon aria-hidden className={classNames('size-3.5 shrink-0', TONE_TEXT[tone])} />
      {STATUS_LABELS[status]}
    </span>
  );
}

export function AssetFilter({ filters }: Props) {
  const others = filters.currency.filter((code) => !ASSETS.includes(code));
  return (
    <Panel name="Asset" count={filters.currency.length}>
      <div className="grid grid-cols-2">
        {[...ASSETS, ...others].map((code) => (
          <Choice key={code} name="currency" value={code} chosen={filters.currency}>
            {code}
          </Choice>
        ))}
      </div>
      <div className="px-2 pt-1.5 pb-1">
        <Field label="Another code" hint="Money in, money out, or the token.">
          <Input
            name="currency"
            data-adds="true"
            pattern="[A-Za-z0-9]{2,12}"
            autoComplete="off"
            className="h-8 uppercase"
          />
        </Field>
      </div>
    </Panel>
  );
}

type DateProps = { readonly query: ListQuery; readonly zone: TimeZone; readonly now: Date };

export function DateFilter({ query, zone, now }: DateProps) {
  const { occurred_from: from, occurred_to: to } = query.filters;
  return (
    <Panel name="Date" count={(from ? 1 : 0) + (to ? 1 : 0)} className="w-72">
      <ul className="flex flex-wrap gap-1.5 px-2 pt-1.5">
        {datePresets(now, zone).map(({ label, ...range }) => (
          <li key={label}>
            <Link
              href={filteredHref(query, { ...range, tz: zone })}
              scroll={false}
              prefetch={false}
              className="inline-flex h-6.5 items-center rounded-md border border-line-strong px-2 text-xs hover:bg-sunken"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-2 gap-2 p-2">
        <Field label="From">
          <Input name="occurred_from" type={inputType(from)} defaultValue={from ?? ''} className="h-8 px-2" />
        </Field>
        <Field label="To, included">
          <Input name="occurred_to" type={inputType(to)} defaultValue={to ?? ''} className="h-8 px-2" />
        </Field>
      </div>
      <p className="px-2 pb-1 text-xs text-ink-2">Whole days in {TIME_ZONES[zone]}, by the provider's clock.</p>
    </Panel>
  );
}

/** A link may carry an instant instead of a day; a date field would swallow it. */
function inputType(value: string | null): 'date' | 'text' {
  return value === null || isCalendarDate(value) ? 'date' : 'text';
}

export function AmountFilter({ filters }: Props) {
  return (
    <Panel name="Amount" count={(filters.amount_min ? 1 : 0) + (filters.amount_max ? 1 : 0)} className="w-72">
      <div className="grid grid-cols-2 gap-2 p-2">
        <Field label="At least">
          <Input
            name="amount_min"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={filters.amount_min ?? ''}
            placeholder="0.00"
            className="h-8 px-2"
          />
        </Field>
        <Field label="At most">
          <Input
            name="amount_max"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={filters.amount_max ?? ''}
            placeholder="0.00"
            className="h-8 px-2"
          />
        </Field>
      </div>
      <p className="px-2 pb-1 text-xs text-ink-2">The amount in, in its own currency: choose an asset beside it.</p>
    </Panel>
  );
}

export function MoreFilter({ filters }: Props) {
  return (
    <Panel name="More" count={filters.environment.length + (filters.incomplete ? 1 : 0)} className="w-60">
      <Checkbox name="incomplete" value="true" defaultChecked={filters.incomplete}>
        Amount still unknown
      </Checkbox>
      <fieldset className="mt-1 border-t border-line pt-1">
        <legend className="sr-only">Environment</legend>
        <p aria-hidden className="px-2 pt-1 pb-0.5 text-xs font-medium text-ink-2">
          Environment
        </p>
        {Object.entries(ENVIRONMENT_LABELS).map(([environment, label]) => (
          <Choice key={environment} name="environment" value={environment} chosen={filters.environment}>
            {label}
          </Choice>
        ))}
      </fieldset>
    </Panel>
  );
}

type PanelProps = {
  readonly name: string;
  readonly count: number;
  readonly className?: string;
  readonly children: ReactNode;
};

/** One filter: a pill that says whether it is set, and the panel it opens. */
function Panel({ name, count, className, children }: PanelProps) {
  return (
    <Popover
      label={`Filter by ${name.toLowerCase()}`}
      closesOnClick
      className={classNames('w-56 p-1.5', className)}
      triggerClassName={classNames(
        'inline-flex h-8 shrink-0 cursor-pointer items-center gap-1 rounded-lg border px-2.5 text-body font-medium whitespace-nowrap transition-colors',
        count > 0
          ? 'border-accent/30 bg-accent-soft text-accent'
          : 'border-line-strong bg-surface text-ink shadow-xs hover:bg-sunken',
      )}
      trigger={
        <>
          {name}
          {count > 0 && <span className="tabular-nums">· {count}</span>}
          <ChevronDown aria-hidden className="size-3.5 opacity-70" />
        </>
      }
    >
      {children}
      <div className="sticky -bottom-1.5 -mx-1.5 mt-1.5 -mb-1.5 border-t border-line bg-surface p-1.5">
        <Button type="submit" look="primary" size="small" className="w-full">
          Apply
        </Button>
      </div>
    </Popover>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly value: string;
  readonly chosen: readonly string[];
  readonly children: ReactNode;
};

function Choice({ name, value, chosen, children }: ChoiceProps) {
  return (
    <Checkbox name={name} value={value} defaultChecked={chosen.includes(value)}>
      {children}
    </Checkbox>
  );
}
