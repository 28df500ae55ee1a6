import { X } from 'lucide-react';
import Link from 'next/link';
import { ENVIRONMENT_LABELS } from '@/components/layout/environment-badges';
import { STATUS_LABELS, type Status } from '@/lib/events/status';
import { formatInstant, formatMoney } from '@/lib/format';
import { type Environment, KIND_LABELS, type Kind, PROVIDER_LABELS, type Provider } from '@/lib/providers/catalogue';
import { isCalendarDate, TIME_ZONES } from '@/lib/time-zones';
import { type Filters, type ListQuery, NO_FILTERS } from '@/lib/transactions/filters';
import { filteredHref } from './list-links';

type Chip = { readonly field: string; readonly value: string; readonly without: Partial<Filters> };

/** What the list is narrowed to: one chip per condition, each with its way out. */
export function FilterChips({ query }: { readonly query: ListQuery }) {
  const chips = chipsOf(query.filters);
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-1.5">
      {chips.map(({ field, value, without }) => (
        <li
          key={`${field} ${value}`}
          className="inline-flex h-6.5 max-w-full items-center rounded-md border border-line bg-sunken pl-2 text-xs text-ink"
        >
          <span className="truncate">
            <span className="text-ink-2">{field}</span> {value}
          </span>
          <Link
            href={filteredHref(query, without)}
            scroll={false}
            prefetch={false}
            aria-label={`Remove ${field} ${value}`}
            className="ml-1 grid size-6 shrink-0 place-items-center rounded-md text-ink-2 hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          href={filteredHref(query, NO_FILTERS)}
          scroll={false}
          prefetch={false}
          className="rounded-md px-1.5 py-1 text-xs font-medium text-accent hover:underline"
        >
          Clear all
        </Link>
      </li>
    </ul>
  );
}

const LISTS = {
  provider: ['Provider', (value: string) => PROVIDER_LABELS[value as Provider]],
  kind: ['Kind', (value: string) => KIND_LABELS[value as Kind]],
  status: ['State', (value: string) => STATUS_LABELS[value as Status]],
  currency: ['Asset', (value: string) => value],
  environment: ['Environment', (value: string) => ENVIRONMENT_LABELS[value as Environment]],
} as const;

function chipsOf(filters: Filters): Chip[] {
  const { occurred_from, occurred_to, amount_min, amount_max, external_ref, incomplete } = filters;
  const lists = (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((name) => {
    const [field, label] = LISTS[name];
    return filters[name].map((value) => ({
      field,
      value: label(value),
      without: { [name]: filters[name].filter((other) => other !== value) },
    }));
  });
  const singles: (Chip | null)[] = [
    occurred_from
      ? { field: 'From', value: momentText(occurred_from, filters), without: { occurred_from: null } }
      : null,
    occurred_to ? { field: 'To', value: momentText(occurred_to, filters), without: { occurred_to: null } } : null,
    amount_min
      ? { field: 'Amount at least', value: formatMoney(amount_min, null).text, without: { amount_min: null } }
      : null,
    amount_max
      ? { field: 'Amount at most', value: formatMoney(amount_max, null).text, without: { amount_max: null } }
      : null,
    external_ref ? { field: 'External reference', value: external_ref, without: { external_ref: null } } : null,
    incomplete ? { field: 'Amount', value: 'still unknown', without: { incomplete: false } } : null,
  ];
  return [...lists, ...singles.filter((chip) => chip !== null)];
}

/** A day is named with its zone; an instant is shown in it. */
function momentText(text: string, { tz }: Filters): string {
  const shown = isCalendarDate(text) ? formatInstant(`${text}T00:00:00Z`, 'UTC').date : formatInstant(text, tz).text;
  return `${shown} (${TIME_ZONES[tz]})`;
}
