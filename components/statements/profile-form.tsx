'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import type { Profile } from '@/lib/statements/profile';
import { isTable } from '@/lib/statements/profile-entry';
import { ColumnFields } from './column-fields';
import { KindTexts } from './kind-texts';
import { TableSettings } from './table-settings';
import { ZoneOptions } from './zone-options';

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
  const t = useTranslations('statements');
  const [{ problems }, submit, isPending] = useActionState(action, { problems: [] });
  return (
    <form action={submit} className="space-y-5">
      <input type="hidden" name="account" value={account} />
      <input type="hidden" name="upload" value={upload} />
      {/* What the Enter key presses: apply, and stay. */}
      <button type="submit" name="do" value="apply" tabIndex={-1} aria-hidden className="sr-only">
        {t('profile.apply')}
      </button>
      {problems.length > 0 && (
        <Alert role="alert" tone="negative">
          {problems.join(' ')}
        </Alert>
      )}
      {isTable(profile) && (
        <div className="flex flex-wrap items-end gap-2">
          <Field label={t('profile.bank')}>
            <Select name="shipped" defaultValue="" className="w-60">
              <option value="">{t('profile.choose')}</option>
              {shipped.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
          <Button type="submit" name="do" value="shipped" formNoValidate disabled={isPending}>
            {t('profile.use')}
          </Button>
          <Button type="submit" name="do" value="detect" formNoValidate look="ghost" disabled={isPending}>
            {t('profile.detect')}
          </Button>
        </div>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <TableSettings profile={profile} />
        {profile.format === 'xlsx' && (
          <Field label={t('profile.sheet')} hint={t('profile.sheetHint')}>
            <Input name="sheet" maxLength={100} autoComplete="off" defaultValue={profile.sheet ?? ''} />
          </Field>
        )}
        <Field label={t('profile.zone')}>
          <Select name="zone" defaultValue={profile.zone}>
            <ZoneOptions />
          </Select>
        </Field>
      </div>
      {isTable(profile) ? (
        <>
          <ColumnFields profile={profile} headings={headings} />
          <KindTexts profile={profile} />
        </>
      ) : (
        <p className="text-body text-ink-2">{t('profile.saysItself')}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Link href={back} className={buttonClass()}>
          {t('profile.back')}
        </Link>
        <Button type="submit" name="do" value="apply" disabled={isPending}>
          {isPending ? t('profile.reading') : t('profile.apply')}
        </Button>
        <Button type="submit" name="do" value="continue" look="primary" disabled={isPending}>
          {t('profile.toPreview')}
        </Button>
      </div>
    </form>
  );
}
