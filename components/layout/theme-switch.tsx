'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { Popover } from '@/components/ui/popover';
import { MENU_BUTTON, MenuItem } from './menu';

const THEMES = [
  { name: 'light', icon: Sun },
  { name: 'dark', icon: Moon },
  { name: 'system', icon: Monitor },
] as const;

const never = () => () => undefined;

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const t = useTranslations('frame');
  const { theme, setTheme } = useTheme();
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Popover
      label={t('theme.label')}
      triggerLabel={t('theme.label')}
      align="end"
      closesOnClick
      className="w-44 p-1"
      triggerClassName={MENU_BUTTON}
      trigger={
        <>
          <Sun aria-hidden className="size-4 dark:hidden" />
          <Moon aria-hidden className="hidden size-4 dark:block" />
        </>
      }
    >
      {THEMES.map(({ name, icon }) => (
        <MenuItem key={name} icon={icon} isCurrent={isInBrowser && theme === name} onClick={() => setTheme(name)}>
          {t(`theme.${name}`)}
        </MenuItem>
      ))}
    </Popover>
  );
}
