import { KIND_LABELS, PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { RAILS } from '@/lib/reconciliation/leg';
import { RECONCILED } from '@/lib/reconciliation/match';
import { REASONS } from '@/lib/reconciliation/reason';
import { isCalendarDate, isTimeZone, TIME_ZONES } from '@/lib/time-zones';

/** Words that mean the same in every list. */
const LABELS: Readonly<Record<string, string>> = {
  ...RAILS,
  ...RECONCILED,
  ...Object.fromEntries(Object.entries(REASONS).map(([reason, { label }]) => [reason, label])),
  ...KIND_LABELS,
  ...PROVIDER_LABELS,
};

/** Parameters of which the name is not the word for it. */
const FIELDS: Readonly<Record<string, string>> = {
  q: 'text or id',
  from: 'from',
  to: 'to',
  amount_min: 'amount at least',
  amount_max: 'amount at most',
  limit_state: 'limit',
  column: 'stage',
  older_than: 'older than seconds',
  book: 'against',
};
/** They say how to read or show the list, and take nothing away from it. */
const NOT_FILTERS = ['tz', 'sort', 'limit', 'cursor', 'view'];

/**
 * A list's query string in one sentence: "Legs: rail SPEI; state Late or Exception; from 2026-03-01." Its own writer wrote
 * it, so every parameter of it holds.
 */
export function queryWords(label: string, search: URLSearchParams): string {
  const conditions = [...new Set(search.keys())]
    .filter((name) => !NOT_FILTERS.includes(name))
    .map((name) => condition(name, search.getAll(name)));
  if (conditions.length === 0) return `All ${label.toLowerCase()}.`;
  return `${label}: ${conditions.join('; ')}${zoneWords(search)}.`;
}

function condition(name: string, values: readonly string[]): string {
  const field = (Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined) ?? name.replaceAll('_', ' ');
  if (values.length === 1 && values[0] === 'true') return field;
  return `${field} ${values.map((value) => (Object.hasOwn(LABELS, value) ? LABELS[value] : value)).join(' or ')}`;
}

/** A date means something else in another zone. */
function zoneWords(search: URLSearchParams): string {
  const zone = search.get('tz');
  const hasDate = [...search.values()].some(isCalendarDate);
  return hasDate && isTimeZone(zone) ? ` (dates in ${TIME_ZONES[zone]})` : '';
}
