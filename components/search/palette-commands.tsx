import { Check, CornerDownRight, Globe, History, SunMoon, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useMay } from '@/components/access/rights';
import { TIME_ZONES, type TimeZone } from '@/lib/time-zones';
import { PaletteGroup, PaletteItem } from './palette-item';
import { forgetSearches, useRecentSearches } from './recent-searches';

/** The desk's places, and the right that each asks for. */
const PLACES = [
  { href: '/', name: 'home', right: 'browse' },
  { href: '/transactions', name: 'transactions', right: 'browse' },
  { href: '/refunds', name: 'refunds', right: 'browse' },
  { href: '/reconciliation', name: 'reconciliation', right: 'browse' },
  { href: '/reconciliation/statements', name: 'statements', right: 'browse' },
  { href: '/reconciliation/workbench', name: 'workbench', right: 'browse' },
  { href: '/reconciliation/exceptions', name: 'exceptions', right: 'browse' },
  { href: '/reconciliation/rules', name: 'rules', right: 'browse' },
  { href: '/webhooks', name: 'received', right: 'browse' },
  { href: '/webhooks/refused', name: 'refused', right: 'browse' },
  { href: '/webhooks/unacknowledged', name: 'unacknowledged', right: 'browse' },
  { href: '/webhooks/sources', name: 'sources', right: 'browse' },
  { href: '/exports', name: 'exports', right: 'export' },
  { href: '/jobs', name: 'jobs', right: 'browse' },
  { href: '/support', name: 'support', right: 'ask' },
  { href: '/search', name: 'search', right: 'ask' },
] as const;
const THEMES = ['light', 'dark', 'system'] as const;

type Props = {
  readonly text: string;
  readonly zone: TimeZone;
  readonly chooseZone: (zone: TimeZone) => void;
  readonly open: (href: string) => void;
  readonly close: () => void;
};

/** Where to go and what to set, those whose words hold what was typed. */
export function PaletteCommands({ text, zone, chooseZone, open, close }: Props) {
  const t = useTranslations('frame');
  const { theme, setTheme } = useTheme();
  const rights = { browse: useMay('browse'), export: useMay('export'), ask: useMay('ask') };
  const isMeant = (words: string) => words.toLowerCase().includes(text.toLowerCase());
  const places = PLACES.filter(
    ({ name, right }) => rights[right] && isMeant(`${t('palette.goTo')} ${t(`palette.places.${name}`)}`),
  );
  const themes = THEMES.filter((name) => isMeant(`${t('theme.label')} ${t(`theme.${name}`)}`));
  const zones = (Object.keys(TIME_ZONES) as TimeZone[]).filter((name) =>
    isMeant(`${t('zone.label')} ${t(`zone.names.${name}`)}`),
  );
  return (
    <>
      {places.length > 0 && (
        <PaletteGroup heading={t('palette.goTo')}>
          {places.map(({ href, name }) => (
            <PaletteItem key={href} value={`go ${href}`} icon={CornerDownRight} onSelect={() => open(href)}>
              {t(`palette.places.${name}`)}
            </PaletteItem>
          ))}
        </PaletteGroup>
      )}
      {themes.length > 0 && (
        <PaletteGroup heading={t('theme.label')}>
          {themes.map((name) => (
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
              {t(`theme.${name}`)}
            </PaletteItem>
          ))}
        </PaletteGroup>
      )}
      {zones.length > 0 && (
        <PaletteGroup heading={t('zone.hint')}>
          {zones.map((name) => (
            <PaletteItem
              key={name}
              value={`zone ${name}`}
              icon={Globe}
              end={name === zone && <Chosen />}
              onSelect={() => chooseZone(name)}
            >
              {t(`zone.names.${name}`)}
            </PaletteItem>
          ))}
        </PaletteGroup>
      )}
    </>
  );
}

/** What was searched for before, on this device. */
export function RecentSearches({ search }: { readonly search: (text: string) => void }) {
  const t = useTranslations('frame');
  const searches = useRecentSearches();
  if (searches.length === 0) return null;
  return (
    <PaletteGroup heading={t('palette.recent')}>
      {searches.map((text) => (
        <PaletteItem key={text} value={`recent ${text}`} icon={History} onSelect={() => search(text)}>
          <span className="block truncate font-mono text-xs">{text}</span>
        </PaletteItem>
      ))}
      <PaletteItem value="forget searches" icon={Trash2} onSelect={forgetSearches}>
        <span className="text-ink-2">{t('palette.forget')}</span>
      </PaletteItem>
    </PaletteGroup>
  );
}

function Chosen() {
  const t = useTranslations('frame');
  return (
    <>
      <Check aria-hidden className="size-4 text-accent" />
      <span className="sr-only">{t('palette.chosen')}</span>
    </>
  );
}
