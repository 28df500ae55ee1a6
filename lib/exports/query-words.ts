import { tokenOf } from '@/lib/kept-value';
import { type Said, said } from '@/lib/language/said';
import { isProvider, KINDS, PROVIDER_LABELS } from '@/lib/providers/catalogue';
import { RAILS } from '@/lib/reconciliation/leg';
import { REASON_NAMES } from '@/lib/reconciliation/reason';
import { isCalendarDate, isTimeZone } from '@/lib/time-zones';
import type { ExportListName } from './export';

/** Every parameter that takes something away from a list. */
const FIELDS = [
  ...['rail', 'state', 'direction', 'currency', 'provider', 'kind', 'environment', 'reason', 'severity'],
  ...['q', 'from', 'to', 'amount_min', 'amount_max', 'account', 'book', 'statement', 'match', 'with_id', 'with_rivals'],
  ...['owner', 'assignee', 'column', 'limit_state', 'step', 'triggered_from', 'triggered_to', 'ended_from', 'ended_to'],
  ...['older_than', 'id_missing', 'one_sided', 'partial'],
] as const;
/** They say how to read or show the list, and take nothing away from it. */
const NOT_FILTERS = ['tz', 'sort', 'limit', 'cursor', 'view'];

/** They are written in the signs of whoever reads. */
const AMOUNTS = ['amount_min', 'amount_max'];

/** Words of the lists that mean the same in each, after kinds, reasons and rails. */
const RECONCILED = ['matched', 'expected', 'late', 'exception', 'not_needed'] as const;
const WORDS = [
  ...['in', 'out', 'production', 'stage', 'low', 'medium', 'high', 'bank', 'ledger', 'free', 'nobody'],
  ...['open', 'in_work', 'waiting', 'second_person', 'resolved', 'payment', 'fee', 'tax', 'balance', 'internal'],
  ...['on_time', 'slow', 'stuck', 'triggered', 'moving', 'waiting_for_id', 'returned'],
] as const;

/**
 * A list's query string in one sentence: "Legs: rail SPEI; state Late or Exception; from 2026-03-01." Its own writer wrote
 * it, so every parameter of it holds.
 */
export function queryWords(list: ExportListName, search: URLSearchParams): Said {
  const conditions = [...new Set(search.keys())]
    .filter((name) => !NOT_FILTERS.includes(name))
    .map((name) => condition(name, search.getAll(name)));
  const [first, ...rest] = conditions;
  if (first === undefined) return said(`exports.filter.all.${list}`);
  const told = { list: said(`exports.list.${list}`), conditions: chained([first, ...rest], 'and') };
  const zone = zoneOf(search);
  return zone === null ? said('exports.filter.some', told) : said('exports.filter.someIn', { ...told, zone });
}

type Words = Said | string;

function condition(name: string, values: readonly string[]): Words {
  const known = FIELDS.find((field) => field === name);
  const field = known === undefined ? name.replaceAll('_', ' ') : said(`exports.field.${known}`);
  const [first = '', ...rest] = values;
  if (rest.length === 0 && first === 'true') return field;
  const value = AMOUNTS.includes(name)
    ? { amount: first }
    : chained([valueWords(first), ...rest.map(valueWords)], 'or');
  return said('exports.filter.condition', { field, value });
}

/** One sentence of several, each with the next: languages part them in their own ways. */
function chained([first, ...others]: readonly [Words, ...Words[]], by: 'and' | 'or'): Words {
  const [next, ...more] = others;
  if (next === undefined) return first;
  return said(`exports.filter.${by}`, { first, rest: chained([next, ...more], by) });
}

function valueWords(value: string): Words {
  if (tokenOf(value) !== null) return said('filters.value.kept');
  if (isProvider(value)) return PROVIDER_LABELS[value];
  const kind = Object.values(KINDS)
    .flat()
    .find((one) => one === value);
  if (kind) return said(`words.kind.${kind}`);
  const reason = REASON_NAMES.find((one) => one === value);
  if (reason) return said(`reasons.reason.${reason}.label`);
  const state = RECONCILED.find((one) => one === value);
  if (state) return said(`exports.reconciled.${state}`);
  const rail = RAILS.find((one) => one === value);
  if (rail) return said(`words.rail.${rail}`);
  const word = WORDS.find((one) => one === value);
  return word ? said(`exports.value.${word}`) : value;
}

/** A date means something else in another zone. */
function zoneOf(search: URLSearchParams): Said | null {
  const zone = search.get('tz');
  const hasDate = [...search.values()].some(isCalendarDate);
  return hasDate && isTimeZone(zone) ? said(`frame.zone.names.${zone}`) : null;
}
