import { Check, CornerDownRight, Globe, History, SunMoon, Trash2 } from 'lucide-react';
import { useTheme } from 'next-themes';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import { PaletteGroup, PaletteItem } from './palette-item';
import { forgetSearches, useRecentSearches } from './recent-searches';

/** The desk's places. */
const PLACES: Readonly<Record<string, string>> = {
  '/': 'Home',
  '/transactions': 'Transactions',
  '/refunds': 'Refunds',
  '/reconciliation': 'Reconciliation',
  '/reconciliation/statements': 'Statements',
  '/reconciliation/workbench': 'Workbench',
  '/reconciliation/exceptions': 'Exceptions',
  '/reconciliation/rules': 'Matching rules',
  '/webhooks': 'Webhooks received',
  '/webhooks/refused': 'Webhooks refused',
  '/webhooks/unacknowledged': 'Unacknowledged events',
  '/webhooks/sources': 'Sources',
  '/exports': 'Exports',
  '/jobs': 'Jobs',
  '/search': 'Look up a column of values',
};
const THEMES = { light: 'Light', dark: 'Dark', system: 'As the system' } as const;

type Props = {
  readonly text: string;
  readonly zone: TimeZone;
  readonly chooseZone: (zone: TimeZone) => void;
  readonly open: (href: string) => void;
  readonly close: () => void;
};

/** Where to go and what to set, those whose words hold what was typed. */
export function PaletteCommands({ text, zone, chooseZone, open, close }: Props) {
  const { theme, setTheme } = useTheme();
  const isMeant = (words: string) => words.toLowerCase().includes(text.toLowerCase());
  const places = Object.entries(PLACES).filter(([, name]) => isMeant(`go to ${name}`));
  const themes = Object.entries(THEMES).filter(([, name]) => isMeant(`theme ${name}`));
  const zones = (Object.keys(TIME_ZONES) as TimeZone[]).filter((name) => isMeant(`time zone ${TIME_ZONES[name]}`));
  return (
    <>
      {places.length > 0 && (
        <PaletteGroup heading="Go to">
          {places.map(([href, name]) => (
            <PaletteItem key={href} value={`go ${href}`} icon={CornerDownRight} onSelect={() => open(href)}>
              {name}
            </PaletteItem>
          ))}
        </PaletteGroup>
      )}
      {themes.length > 0 && (
        <PaletteGroup heading="Theme">
          {themes.map(([name, label]) => (
            <PaletteItem
              key={name}
              value={`theme ${name}`}
              icon={SunMoon}
              end={theme === name && <Chosen />}
              onSelect={() => {
                setTheme(name);
                close();
              }}
            >
              {label}
            </PaletteItem>
          ))}
        </PaletteGroup>
      )}
      {zones.length > 0 && (
        <PaletteGroup heading="Times on every page, in">
          {zones.map((name) => (
            <PaletteItem
              key={name}
              value={`zone ${name}`}
              icon={Globe}
              end={name === zone && <Chosen />}
              onSelect={() => chooseZone(name)}
            >
              {TIME_ZONES[name]}
            </PaletteItem>
          ))}
        </PaletteGroup>
      )}
    </>
  );
}

/** What was searched for before, on this device. */
export function RecentSearches({ search }: { readonly search: (text: string) => void }) {
  const searches = useRecentSearches();
  if (searches.length === 0) return null;
  return (
    <PaletteGroup heading="Recent, on this device only">
      {searches.map((text) => (
        <PaletteItem key={text} value={`recent ${text}`} icon={History} onSelect={() => search(text)}>
          <span className="block truncate font-mono text-xs">{text}</span>
        </PaletteItem>
      ))}
      <PaletteItem value="forget searches" icon={Trash2} onSelect={forgetSearches}>
        <span className="text-ink-2">Forget them</span>
      </PaletteItem>
    </PaletteGroup>
  );
}

function Chosen() {
  return (
    <>
      <Check aria-hidden className="size-4 text-accent" />
      <span className="sr-only">chosen</span>
    </>
  );
}
