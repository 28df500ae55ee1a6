import { Field, Textarea } from '@/components/ui/field';
import type { Profile } from '@/lib/statements/profile';

const LISTS = [
  { name: 'balanceTexts', label: 'Balance rows' },
  { name: 'feeTexts', label: 'Fees' },
  { name: 'taxTexts', label: 'Taxes' },
] as const;

/** By which beginnings of their text rows are known to be balances, fees or taxes. */
export function KindTexts({ profile }: { readonly profile: Profile }) {
  return (
    <details>
      <summary className="cursor-pointer rounded-md text-body font-medium text-accent">
        Balance rows, fees and taxes
      </summary>
      <p className="mt-2 text-xs text-ink-2">How their text begins, one per line, without case and accents.</p>
      <div className="mt-2 grid gap-3 sm:grid-cols-3">
        {LISTS.map(({ name, label }) => (
          <Field key={name} label={label}>
            <Textarea name={name} rows={5} className="text-xs" defaultValue={profile[name].join('\n')} />
          </Field>
        ))}
      </div>
    </details>
  );
}
