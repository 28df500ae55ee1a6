import { z } from 'zod';
import { type Said, said } from '@/lib/language/said';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import { ACCOUNT_RAILS } from './account';

/** What a person types to open an account in the desk. */

const text = z.string().trim().max(100);
const optional = text.transform((typed) => typed || null);

const accountEntrySchema = z.object({
  name: text.min(1),
  rail: z.enum(ACCOUNT_RAILS),
  bank: optional,
  number: optional,
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9]{2,9}$/),
  zone: z.enum(Object.keys(TIME_ZONES) as [TimeZone, ...TimeZone[]]),
});
export type AccountEntry = z.output<typeof accountEntrySchema>;

const FIELDS = Object.keys(accountEntrySchema.shape);

/** What is wrong with a field. */
function problemOf(field: PropertyKey | undefined, isMissing: boolean): Said {
  if (field === 'name') return isMissing ? said('parsing.account.nameMissing') : said('parsing.account.nameLong');
  if (field === 'bank') return said('parsing.account.bankLong');
  if (field === 'number') return said('parsing.account.numberLong');
  if (field === 'rail') return said('parsing.account.rail');
  return field === 'currency' ? said('parsing.account.currency') : said('parsing.account.zone');
}

/** The entry of a filled form, or what is wrong with it in sentences. */
export function readAccountEntry(form: FormData): { entry: AccountEntry } | { problems: readonly Said[] } {
  const typed = Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name) ?? '')]));
  const { data, error } = accountEntrySchema.safeParse(typed);
  if (data) return { entry: data };
  return { problems: error.issues.map(({ path, code }) => problemOf(path[0], code === 'too_small')) };
}

/** The digits and letters of an account number, as banks write the same one in several ways. */
function bare(number: string): string {
  return number
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+/, '');
}

const SHORTEST_COMPARED = 4;

/**
 * Whether a file that names `told` may be of the account `number`: either may lead with a bank or branch, end with a
 * check digit, or be unknown.
 */
export function mayBeAccount(told: string | null, number: string | null): boolean {
  const [theirs, ours] = [bare(told ?? ''), bare(number ?? '')];
  if (theirs.length < SHORTEST_COMPARED || ours.length < SHORTEST_COMPARED) return true;
  return theirs.includes(ours) || ours.includes(theirs);
}
