'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { Popover } from '@/components/ui/popover';
import { MENU_BUTTON, MenuItem } from './menu';

const THEMES = [
  { name: 'light', label: 'Light', icon: Sun },
  { name: 'dark', label: 'Dark', icon: Moon },
  { name: 'system', label: 'As the system', icon: Monitor },
] as const;

const never = () => () => undefined;

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <Popover
      label="Theme"
      triggerLabel="Theme"
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
      {THEMES.map(({ name, label, icon }) => (
        <MenuItem key={name} icon={icon} isCurrent={isInBrowser && theme === name} onClick={() => setTheme(name)}>
          {label}
        </MenuItem>
      ))}
    </Popover>
  );
}
