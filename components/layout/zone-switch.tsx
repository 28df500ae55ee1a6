import { Globe } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import { MENU_BUTTON, MenuItem } from './menu';

type Props = { readonly zone: TimeZone; readonly choose: (data: FormData) => Promise<void> };

/** Whose clock the desk shows. Each choice posts a form, so that it needs no script. */
export function ZoneSwitch({ zone, choose }: Props) {
  const t = useTranslations('frame');
  const names = Object.keys(TIME_ZONES) as TimeZone[];
  return (
    <Popover
      label={t('zone.label')}
      triggerLabel={t('zone.change', { zone: t(`zone.names.${zone}`) })}
      align="end"
      closesOnClick
      className="w-56 p-1"
      triggerClassName={MENU_BUTTON}
      trigger={
        <>
          <Globe aria-hidden className="size-4" />
          <span className="max-md:sr-only">{t(`zone.names.${zone}`)}</span>
        </>
      }
    >
      <form action={choose}>
        <p className="px-2.5 pt-1.5 pb-1 text-xs text-ink-2">{t('zone.hint')}</p>
        {names.map((name) => (
          <MenuItem key={name} type="submit" name="tz" value={name} isCurrent={name === zone}>
            {t(`zone.names.${name}`)}
          </MenuItem>
        ))}
      </form>
    </Popover>
  );
}
