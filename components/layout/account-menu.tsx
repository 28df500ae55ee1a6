import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';
import { LanguageChoices } from './language-switch';
import { MenuItem } from './menu';

type Props = {
  readonly name: string;
  readonly email: string;
  readonly chooseLocale: (data: FormData) => Promise<void>;
  readonly signOut: () => Promise<void>;
};

/** Who is signed in, in which language they read, and the way out. */
export function AccountMenu({ name, email, chooseLocale, signOut }: Props) {
  const t = useTranslations('frame');
  return (
    <Popover
      label={t('account.label')}
      triggerLabel={t('account.of', { email })}
      align="end"
      closesOnClick
      className="w-60 p-1"
      triggerClassName="inline-grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg hover:bg-sunken"
      trigger={
        <span
          aria-hidden
          className="grid size-7 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent uppercase"
        >
          {(name || email).slice(0, 1)}
        </span>
      }
    >
      <div className="border-b border-line px-2.5 pt-1.5 pb-2.5">
        <p className="truncate text-body font-medium">{name}</p>
        <p className="truncate text-xs text-ink-2">{email}</p>
      </div>
      <LanguageChoices choose={chooseLocale} />
      <form action={signOut} className="border-t border-line pt-1">
        <MenuItem type="submit" icon={LogOut}>
          {t('account.signOut')}
        </MenuItem>
      </form>
    </Popover>
  );
}
