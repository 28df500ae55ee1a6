import { FOUND_KINDS, type FoundKind } from './found-ids';
import { type Profile, profileSchema } from './profile';

/** A profile as the fields of a form, and back. */

export const COLUMN_FIELDS = {
  date: 'Day',
  time: 'Time of day',
  valueDate: 'Value day',
  amount: 'Amount, with sign',
  incoming: 'Money in',
  outgoing: 'Money out',
  direction: 'Says in or out',
  currency: 'Currency',
  balance: 'Balance after it',
  reference: 'Bank’s reference',
  name: 'Counterparty',
  account: 'Counterparty’s account',
  taxId: 'Counterparty’s tax id',
} as const;
export type ColumnField = keyof typeof COLUMN_FIELDS;

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

/** The profile of a filled form over the one that was there, or what is wrong with it in sentences. */
export function readProfileEntry(form: FormData, before: Profile): { profile: Profile } | { problems: string[] } {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const lines = (name: string) =>
    String(form.get(name) ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  const zone = text('zone') || before.zone;
  if (!isTable(before)) return read({ ...before, zone }, []);
  const named = Object.keys(COLUMN_FIELDS).flatMap((name) => {
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

function missingColumns(named: Partial<Record<ColumnField, string>>): string[] {
  const problems: string[] = [];
  if (!named.date) problems.push('Choose the column of the day.');
  if (!named.amount && !named.incoming && !named.outgoing)
    problems.push('Choose the column of the amount, or those of money in and money out.');
  return problems;
}

const LABELS: Readonly<Record<string, string>> = {
  preamble: 'The number of rows before the headings must be between 0 and 100.',
  zone: 'Choose one of the time zones.',
};

function read(filled: unknown, problems: string[]): { profile: Profile } | { problems: string[] } {
  const { data, error } = profileSchema.safeParse(filled);
  const wrong =
    error?.issues.map(({ path, message }) => LABELS[String(path[0])] ?? `${path.join(' ')}: ${message}`) ?? [];
  const all = [...problems, ...wrong.filter((problem) => problems.length === 0 || !problem.startsWith('columns'))];
  return data && all.length === 0 ? { profile: data } : { problems: all };
}

/** How the kinds of ids are called that may have a column of their own. */
export function idLabel(kind: FoundKind): string {
  return FOUND_KINDS[kind];
}
