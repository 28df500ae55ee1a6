import type { Region } from './language/region';
import { decimalText, type Money } from './money';
import { TIME_ZONES, type TimeZone } from './time-zones';

/**
 * How instants, amounts, ids and waits are written on screen; pure, and the same on the server and in the browser: the
 * words and signs stand here, since not every browser has the same ones. Identifiers are never formatted.
 */

const SPANISH_MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];
const MONTHS = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  'es-MX': SPANISH_MONTHS,
  'es-AR': SPANISH_MONTHS,
  'pt-BR': ['jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'],
} as const satisfies Record<Region, readonly string[]>;

/** What stands between thousands, and before the decimals. */
const SIGNS = {
  en: { group: ',', point: '.' },
  'es-MX': { group: ',', point: '.' },
  'es-AR': { group: '.', point: ',' },
  'pt-BR': { group: '.', point: ',' },
} as const satisfies Record<Region, { group: string; point: string }>;

const clocks = new Map<TimeZone, Intl.DateTimeFormat>();

function clockOf(zone: TimeZone): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(zone, clock);
  return clock;
}

export type InstantText = {
  /** "14 Mar 2026, 15:02:11" on the zone's clock. */
  readonly text: string;
  /** "14 Mar 2026" and "15:02:11", for places that set them apart. */
  readonly date: string;
  readonly time: string;
  /** For the title: zone and UTC, with every digit of the second that was given. */
  readonly title: string;
};

/** An instant (ISO 8601 with Z or an offset, or a Date) on the clock of a zone. An unreadable text comes back as it is. */
export function formatInstant(instant: string | Date, zone: TimeZone, region: Region): InstantText {
  const iso = typeof instant === 'string' ? instant : Number.isNaN(+instant) ? '' : instant.toISOString();
  const at = new Date(iso);
  if (Number.isNaN(+at)) return { text: iso, date: iso, time: '', title: iso };
  const local = partsOn(at, zone, region);
  const utc = partsOn(at, 'UTC', region);
  const fraction = /\.\d+/.exec(iso)?.[0] ?? '';
  const utcText = `${utc.date}, ${utc.time}${fraction} UTC`;
  const text = `${local.date}, ${local.time}`;
  return { ...local, text, title: zone === 'UTC' ? utcText : `${text} ${zoneName(zone, region)} · ${utcText}` };
}

/** A city's name; only this one has another in each language. */
const MEXICO_CITY = {
  en: 'Mexico City',
  'es-MX': 'Ciudad de México',
  'es-AR': 'Ciudad de México',
  'pt-BR': 'Cidade do México',
} as const satisfies Record<Region, string>;

function zoneName(zone: TimeZone, region: Region): string {
  return zone === 'America/Mexico_City' ? MEXICO_CITY[region] : TIME_ZONES[zone];
}

function partsOn(at: Date, zone: TimeZone, region: Region): { date: string; time: string } {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const date = `${Number(get('day'))} ${MONTHS[region][Number(get('month')) - 1]} ${get('year')}`;
  return { date, time: `${get('hour')}:${get('minute')}:${get('second')}` };
}

export type MoneyParts = {
  /** Grouped digits that matter: "1,298.376624". */
  readonly digits: string;
  /** Zeros given past the second decimal that change nothing: "0000". */
  readonly zeros: string;
  readonly currency: string | null;
  /** The whole of it in one text: "1,298.3766240000 MXN". */
  readonly text: string;
};

/** A decimal text grouped in threes, every digit kept. Works on the text: no `number` ever holds money. */
export function formatMoney(amount: string, currency: string | null, region: Region): MoneyParts {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  const suffix = currency ? ` ${currency}` : '';
  if (whole === '') return { digits: amount, zeros: '', currency, text: amount + suffix };
  const { group, point } = SIGNS[region];
  const grouped = sign + inThrees(whole, group);
  const kept = fraction.slice(0, 2) + fraction.slice(2).replace(/0+$/, '');
  const digits = kept ? `${grouped}${point}${kept}` : grouped;
  const zeros = fraction.slice(kept.length);
  return { digits, zeros, currency, text: digits + zeros + suffix };
}

/** The whole amount in one text: "1,298.3766240000 MXN". */
export function moneyText({ amount, currency }: Money, region: Region): string {
  return formatMoney(amount, currency, region).text;
}

/** An amount that is kept as text, with or without its currency: "12000.00 MXN". Anything else comes back as it is. */
export function amountText(text: string, region: Region): string {
  const [, amount, currency] = /^(-?\d+(?:\.\d+)?)(?: (\S+))?$/.exec(text) ?? [];
  return amount === undefined ? text : formatMoney(amount, currency ?? null, region).text;
}

/**
 * An amount that somebody types, as decimal text: as amounts are written to them, or plain with a point. "12.000" is twelve
 * thousand where points stand between thousands. `null` for anything else: "1,50" is no amount where commas do.
 */
export function typedAmount(text: string, region: Region): string | null {
  const { group, point } = SIGNS[region];
  const isGrouped = group === '.' && /^-?[1-9]\d{0,2}(?:\.\d{3})+$/.test(text);
  const plain = isGrouped ? null : decimalText(text);
  if (plain !== null) return plain;
  const [, whole, fraction] =
    new RegExp(`^(-?(?:\\d{1,3}(?:[${group}]\\d{3})+|\\d+))(?:[${point}](\\d+))?$`).exec(text) ?? [];
  if (whole === undefined) return null;
  const digits = whole.replaceAll(group, '');
  return decimalText(fraction === undefined ? digits : `${digits}.${fraction}`);
}

/** A count with its thousands grouped: "12,480". */
export function formatCount(count: number, region: Region): string {
  return inThrees(String(count), SIGNS[region].group);
}

function inThrees(digits: string, group: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, group);
}

/** A long id with its middle left out: "mx-2026-…c41f09"; short ones stay whole. */
export function shortenId(value: string, head = 8, tail = 6): string {
  const characters = [...value];
  if (characters.length <= head + tail + 1) return value;
  return `${characters.slice(0, head).join('')}…${characters.slice(-tail).join('')}`;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something took or waits: "0.4 s", "12 s", "4 min", "2 h 10 min", "3 d 4 h". */
export function formatLag(milliseconds: number, region: Region): string {
  const sign = milliseconds < 0 ? '-' : '';
  const seconds = Math.abs(milliseconds) / 1000;
  if (seconds < 10) return `${sign}${seconds.toFixed(1).replace('.', SIGNS[region].point)} s`;
  if (seconds < MINUTE) return `${sign}${Math.floor(seconds)} s`;
  if (seconds < HOUR) return `${sign}${Math.floor(seconds / MINUTE)} min`;
  const [big, bigName, small, smallName] =
    seconds < DAY
      ? [Math.floor(seconds / HOUR), 'h', Math.floor((seconds % HOUR) / MINUTE), 'min']
      : [Math.floor(seconds / DAY), 'd', Math.floor((seconds % DAY) / HOUR), 'h'];
  return `${sign}${big} ${bigName}${small > 0 ? ` ${small} ${smallName}` : ''}`;
}
