import { Globe } from 'lucide-react';
import { Popover } from '@/components/ui/popover';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import { MENU_BUTTON, MenuItem } from './menu';

type Props = { readonly zone: TimeZone; readonly choose: (data: FormData) => Promise<void> };

/** Whose clock the desk shows. Each choice posts a form, so that it needs no script. */
export function ZoneSwitch({ zone, choose }: Props) {
  return (
    <Popover
      label="Time zone"
      triggerLabel={`Times are shown in ${TIME_ZONES[zone]}. Change the time zone`}
      align="end"
      closesOnClick
      className="w-56 p-1"
      triggerClassName={MENU_BUTTON}
      trigger={
        <>
          <Globe aria-hidden className="size-4" />
          <span className="max-md:sr-only">{TIME_ZONES[zone]}</span>
        </>
      }
    >
      <form action={choose}>
        <p className="px-2.5 pt-1.5 pb-1 text-xs text-ink-2">Times on every page, in</p>
        {Object.entries(TIME_ZONES).map(([name, label]) => (
          <MenuItem key={name} type="submit" name="tz" value={name} isCurrent={name === zone}>
            {label}
          </MenuItem>
        ))}
      </form>
    </Popover>
  );
}
