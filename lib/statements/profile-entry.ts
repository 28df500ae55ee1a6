import { type Said, said } from '@/lib/language/said';
import type { FoundKind } from './found-ids';
import { type Profile, profileSchema } from './profile';

/** A profile as the fields of a form, and back. */

export const COLUMN_FIELDS = [
  'date',
  'time',
  'valueDate',
  'amount',
  'incoming',
  'outgoing',
  'direction',
  'currency',
  'balance',
  'reference',
  'name',
  'account',
  'taxId',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

export const ID_FIELDS = [
  'e2e',
  'pix_return',
  'clave_rastreo',
  'clabe',
  'cbu',
  'tx_hash',
  'reference',
] as const satisfies readonly FoundKind[];

const TEXT_LISTS = ['balanceTexts', 'feeTexts', 'taxTexts'] as const;

/** Whether a layout has columns that somebody must name. */
export function isTable(profile: Pick<Profile, 'format'>): boolean {
  return profile.format === 'csv' || profile.format === 'xlsx';
}

export type Entry = { readonly profile: Profile } | { readonly problems: readonly Said[] };

/** The profile of a filled form over the one that was there, or what is wrong with it in sentences. */
export function readProfileEntry(form: FormData, before: Profile): Entry {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const lines = (name: string) =>
    String(form.get(name) ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  const zone = text('zone') || before.zone;
  if (!isTable(before)) return read({ ...before, zone }, []);
  const named = COLUMN_FIELDS.flatMap((name) => {
    const heading = text(`column-${name}`);
    return heading ? [[name, heading] as const] : [];
  });
  const ids = ID_FIELDS.flatMap((kind) => {
    const heading = text(`id-${kind}`);
    return heading ? [[kind, heading] as const] : [];
  });
  const columns = {
    ...Object.fromEntries(named),
    outgoingWords: lines('outgoingWords'),
    text: form.getAll('text').map(String).filter(Boolean),
    ids: Object.fromEntries(ids),
  };
  const filled = {
    ...before,
    zone,
    encoding: text('encoding') || before.encoding,
    delimiter: String(form.get('delimiter') ?? before.delimiter),
    decimal: text('decimal'),
    dateOrder: text('dateOrder'),
    sheet: text('sheet') || undefined,
    preamble: /^\d{1,3}$/.test(text('preamble')) ? Number(text('preamble')) : -1,
    columns,
    ...Object.fromEntries(TEXT_LISTS.map((name) => [name, lines(name)])),
  };
  return read(filled, missingColumns(Object.fromEntries(named)));
}

function missingColumns(named: Partial<Record<ColumnField, string>>): Said[] {
  const problems: Said[] = [];
  if (!named.date) problems.push(said('parsing.profile.noDate'));
  if (!named.amount && !named.incoming && !named.outgoing) problems.push(said('parsing.profile.noAmount'));
  return problems;
}

/** What is wrong with a setting. */
function problemOf(path: readonly PropertyKey[], why: string): Said {
  if (path[0] === 'preamble') return said('parsing.profile.preamble');
  if (path[0] === 'zone') return said('parsing.profile.zone');
  return said('parsing.profile.other', { field: path.join(' '), why });
}

function read(filled: unknown, problems: Said[]): Entry {
  const { data, error } = profileSchema.safeParse(filled);
  // Of the columns it is said already which one is missing.
  const rest = error?.issues.filter(({ path }) => problems.length === 0 || path[0] !== 'columns') ?? [];
  const all = [...problems, ...rest.map(({ path, message }) => problemOf(path, message))];
  return data && all.length === 0 ? { profile: data } : { problems: all };
}
