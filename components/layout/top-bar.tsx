import type { Environment, Provider } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import { AccountMenu } from './account-menu';
import { EnvironmentBadges } from './environment-badges';
import { SearchBox } from './search-box';
import { ThemeSwitch } from './theme-switch';
import { ZoneSwitch } from './zone-switch';

type Props = {
  readonly viewer: { readonly name: string; readonly email: string };
  readonly zone: TimeZone;
  readonly environments: Readonly<Record<Provider, Environment>>;
  readonly isLocal: boolean;
  readonly chooseZone: (data: FormData) => Promise<void>;
  readonly chooseLocale: (data: FormData) => Promise<void>;
  readonly askSearch: (data: FormData) => Promise<void>;
  readonly signOut: () => Promise<void>;
};

/** Search, which world this is, whose clock, which theme, who is here. */
export function TopBar({ viewer, zone, environments, isLocal, chooseZone, chooseLocale, askSearch, signOut }: Props) {
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b border-line bg-surface/95 px-3 backdrop-blur-sm md:gap-3 md:px-6">
      <SearchBox ask={askSearch} zone={zone} chooseZone={chooseZone} />
      <div className="ml-auto flex items-center gap-0.5 md:gap-1">
        <EnvironmentBadges environments={environments} isLocal={isLocal} />
        <span aria-hidden className="mx-1.5 h-5 w-px bg-line max-md:hidden" />
        <ZoneSwitch zone={zone} choose={chooseZone} />
        <ThemeSwitch />
        <AccountMenu name={viewer.name} email={viewer.email} chooseLocale={chooseLocale} signOut={signOut} />
      </div>
    </header>
  );
}
