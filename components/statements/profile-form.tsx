'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import type { Profile } from '@/lib/statements/profile';
import { isTable } from '@/lib/statements/profile-entry';
import { TIME_ZONES } from '@/lib/time-zones';
import { Choices } from './choices';
import { ColumnFields } from './column-fields';
import { KindTexts } from './kind-texts';
import { DATE_ORDER_LABELS, DECIMAL_LABELS, DELIMITER_LABELS, ENCODING_LABELS } from './profile-words';

export type ProfileState = { readonly problems: readonly string[] };

type Props = {
  readonly account: string;
  readonly upload: string;
  readonly profile: Profile;
  /** The headings that the table has now, to choose columns from. */
  readonly headings: readonly string[];
  readonly shipped: readonly { readonly id: string; readonly label: string }[];
  readonly back: string;
  readonly action: (before: ProfileState, data: FormData) => Promise<ProfileState>;
};

/** How a file is read, to be changed. Works as a plain form too. */
export function ProfileForm({ account, upload, profile, headings, shipped, back, action }: Props) {
  const [{ problems }, submit, isPending] = useActionState(action, { problems: [] });
  return (
    <form action={submit} className="space-y-5">
      <input type="hidden" name="account" value={account} />
      <input type="hidden" name="upload" value={upload} />
      {/* What the Enter key presses: apply, and stay. */}
      <button type="submit" name="do" value="apply" tabIndex={-1} aria-hidden className="sr-only">
        Apply
      </button>
      {problems.length > 0 && (
        <Alert role="alert" tone="negative">
          {problems.join(' ')}
        </Alert>
      )}
      {isTable(profile) && (
        <div className="flex flex-wrap items-end gap-2">
          <Field label="A bank that ships with the desk">
            <Select name="shipped" defaultValue="" className="w-60">
              <option value="">Choose…</option>
              {shipped.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
          <Button type="submit" name="do" value="shipped" formNoValidate disabled={isPending}>
            Use it
          </Button>
          <Button type="submit" name="do" value="detect" formNoValidate look="ghost" disabled={isPending}>
            Detect again
          </Button>
        </div>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        {profile.format === 'csv' && (
          <>
            <Choices label="Encoding" name="encoding" choices={ENCODING_LABELS} value={profile.encoding} />
            <Choices label="Delimiter" name="delimiter" choices={DELIMITER_LABELS} value={profile.delimiter} />
          </>
        )}
        {isTable(profile) && (
          <>
            <Choices label="Decimal sign" name="decimal" choices={DECIMAL_LABELS} value={profile.decimal} />
            <Choices label="Order of dates" name="dateOrder" choices={DATE_ORDER_LABELS} value={profile.dateOrder} />
            <Field label="Rows before the headings">
              <Input
                name="preamble"
                inputMode="numeric"
                pattern="[0-9]{1,3}"
                required
                defaultValue={profile.preamble}
              />
            </Field>
          </>
        )}
        {profile.format === 'xlsx' && (
          <Field label="Sheet" hint="The first one where none is named">
            <Input name="sheet" maxLength={100} autoComplete="off" defaultValue={profile.sheet ?? ''} />
          </Field>
        )}
        <Choices label="The bank’s local time" name="zone" choices={TIME_ZONES} value={profile.zone} />
      </div>
      {isTable(profile) ? (
        <>
          <ColumnFields profile={profile} headings={headings} />
          <KindTexts profile={profile} />
        </>
      ) : (
        <p className="text-body text-ink-2">This layout says everything else itself.</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Link href={back} className={buttonClass()}>
          Back
        </Link>
        <Button type="submit" name="do" value="apply" disabled={isPending}>
          {isPending ? 'Reading…' : 'Apply'}
        </Button>
        <Button type="submit" name="do" value="continue" look="primary" disabled={isPending}>
          Continue to the preview
        </Button>
      </div>
    </form>
  );
}
