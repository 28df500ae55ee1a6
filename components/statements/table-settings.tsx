import { useTranslations } from 'next-intl';
import { Field, Input } from '@/components/ui/field';
import type { Profile } from '@/lib/statements/profile';
import { isTable } from '@/lib/statements/profile-entry';
import { Choices } from './choices';
import { useSettingWords } from './setting-words';

/** How the cells of a table are written; nothing where the layout is no table. */
export function TableSettings({ profile }: { readonly profile: Profile }) {
  const t = useTranslations('statements');
  const words = useSettingWords();
  const choices = (name: keyof typeof words) => (
    <Choices key={name} label={t(`guess.setting.${name}`)} name={name} choices={words[name]} value={profile[name]} />
  );
  return (
    <>
      {profile.format === 'csv' && [choices('encoding'), choices('delimiter')]}
      {isTable(profile) && (
        <>
          {choices('decimal')}
          {choices('dateOrder')}
          <Field label={t('guess.setting.preamble')}>
            <Input name="preamble" inputMode="numeric" pattern="[0-9]{1,3}" required defaultValue={profile.preamble} />
          </Field>
        </>
      )}
    </>
  );
}
