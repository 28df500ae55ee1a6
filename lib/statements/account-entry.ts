import { z } from 'zod';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import { ACCOUNT_RAILS, type AccountRail } from './account';

/** What a person types to open an account in the desk. */

const text = z.string().trim().max(100, 'is too long: 100 characters at the most');
const optional = text.transform((typed) => typed || null);

const accountEntrySchema = z.object({
  name: text.min(1, 'is missing'),
  rail: z.enum(Object.keys(ACCOUNT_RAILS) as [AccountRail, ...AccountRail[]], 'is not one of the rails'),
  bank: optional,
  number: optional,
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9]{2,9}$/, 'must be a code such as MXN'),
  zone: z.enum(Object.keys(TIME_ZONES) as [TimeZone, ...TimeZone[]], 'is not one of the zones'),
});
export type AccountEntry = z.output<typeof accountEntrySchema>;

const LABELS = {
  name: 'The name',
  rail: 'The rail',
  bank: 'The bank',
  number: 'The number',
  currency: 'The currency',
  zone: 'The time zone',
} as const satisfies Record<keyof AccountEntry, string>;

/** The entry of a filled form, or what is wrong with it in sentences. */
export function readAccountEntry(form: FormData): { entry: AccountEntry } | { problems: readonly string[] } {
  const typed = Object.fromEntries(Object.keys(LABELS).map((name) => [name, String(form.get(name) ?? '')]));
  const { data, error } = accountEntrySchema.safeParse(typed);
  if (data) return { entry: data };
  return { problems: error.issues.map(({ path, message }) => `${LABELS[path[0] as keyof AccountEntry]} ${message}.`) };
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
