import { LogOut } from 'lucide-react';
import { Popover } from '@/components/ui/popover';
import { MenuItem } from './menu';

type Props = { readonly name: string; readonly email: string; readonly signOut: () => Promise<void> };

/** Who is signed in, and the way out. */
export function AccountMenu({ name, email, signOut }: Props) {
  return (
    <Popover
      label="Account"
      triggerLabel={`Account of ${email}`}
      align="end"
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
      <form action={signOut} className="pt-1">
        <MenuItem type="submit" icon={LogOut}>
          Sign out
        </MenuItem>
      </form>
    </Popover>
  );
}
