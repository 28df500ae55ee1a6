import { formatMoney } from '@/lib/format';
import type { Translator } from '@/lib/language/catalogue';
import type { Locale } from '@/lib/language/locales';
import { type Region, regionOf } from '@/lib/language/region';
import type { Money } from '@/lib/money';
import type { Provider } from '@/lib/providers/catalogue';
import type { TimeZone } from '@/lib/time-zones';
import type { Answer } from './answer';

/** The answer to a customer in words: each of the questions answered by exactly one text, none empty. */
export type AnswerTexts = Readonly<Record<Question, string>>;
export const QUESTIONS = ['what', 'state', 'where', 'next', 'promise'] as const;
export type Question = (typeof QUESTIONS)[number];

/** Whose clock the customers of a provider read. */
export const CUSTOMER_ZONES = {
  juno: 'America/Mexico_City',
  ripio: 'America/Argentina/Buenos_Aires',
  brla: 'America/Sao_Paulo',
} as const satisfies Record<Provider, TimeZone>;

/** What the customers of a provider speak, until somebody chooses otherwise. */
export const CUSTOMER_LOCALES = { juno: 'es', ripio: 'es', brla: 'pt-BR' } as const satisfies Record<Provider, Locale>;

/** How amounts and moments are written to one provider's customers in a language: their clock, its name beside it. */
export type CustomerWriting = {
  readonly money: (money: Money) => string;
  readonly moment: (at: string | Date) => string;
};

export function customerWriting(t: Translator<'support'>, provider: Provider, locale: Locale): CustomerWriting {
  const zone = CUSTOMER_ZONES[provider];
  const region = regionOf(locale, zone);
  return {
    money: moneyIn(t, region),
    moment: (at) => t('moment', { ...momentOn(new Date(at), zone, region), zone: t(`zone.${provider}`) }),
  };
}

/** An amount with every digit that matters, in the signs of a region; a currency that nobody told is said to be so. */
export function moneyIn(t: Translator<'support'>, region: Region): (money: Money) => string {
  return ({ amount, currency }) => {
    const { digits } = formatMoney(amount, currency, region);
    return currency === null ? t('currencyUntold', { amount: digits }) : `${digits} ${currency}`;
  };
}

/** "14 de marzo de 2026" and "15:02": a customer reads no abbreviations and no seconds. */
function momentOn(at: Date, zone: TimeZone, region: Region): { readonly date: string; readonly time: string } {
  const { date, time } = clockOf(zone, region);
  return { date: date.format(at), time: time.format(at) };
}

type Clock = { readonly date: Intl.DateTimeFormat; readonly time: Intl.DateTimeFormat };
const clocks = new Map<string, Clock>();

function clockOf(timeZone: TimeZone, region: Region): Clock {
  const name = `${timeZone} ${region}`;
  const language = region === 'en' ? 'en-GB' : region;
  const known = clocks.get(name) ?? {
    date: new Intl.DateTimeFormat(language, { timeZone, day: 'numeric', month: 'long', year: 'numeric' }),
    time: new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
  clocks.set(name, known);
  return known;
}

export function textsOf(t: Translator<'support'>, answer: Answer, writing: CustomerWriting): AnswerTexts {
  const { kind, status, where, next, promise, reachedAt, returned, passedAt } = answer;
  return {
    what: t('what', { kind: t(`kind.${kind}`), sum: sumText(t, answer, writing) }),
    state: t(`state.${status}`, { when: writing.moment(reachedAt) }),
    where: capital(t(`where.${where}`, { returned: returned ? writing.money(returned) : t('amountUntold') })),
    next: t(`next.${next}`, { passed: passedAt ? writing.moment(passedAt) : '' }),
    promise: t(`promise.${promise.key}`, { promised: 'by' in promise ? writing.moment(promise.by) : '' }),
  };
}

/** What the money is, after the noun: nothing where a kind has no amount. */
function sumText(
  t: Translator<'support'>,
  { amount, amountOut, isAmountUntold }: Answer,
  { money }: CustomerWriting,
): string {
  if (amount && amountOut) return t('sum.exchange', { amount: money(amount), amountOut: money(amountOut) });
  const one = amount ?? amountOut;
  if (one) return t('sum.amount', { amount: money(one) });
  return isAmountUntold ? t('sum.untold') : '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export type ReplyFacts = {
  /** `null`: none was given, or it may not be written. */
  readonly reference: string | null;
  /** The rail's own ids, by which a bank finds the payment. */
  readonly traces: readonly string[];
  readonly asOf: Date;
};

/** The whole answer as a polite text, to be sent as it is. */
export function replyOf(
  t: Translator<'support'>,
  texts: AnswerTexts,
  { reference, traces, asOf }: ReplyFacts,
  writing: CustomerWriting,
): string {
  const moment = writing.moment(asOf);
  const about =
    reference === null ? t('reply.aboutUnnamed', { asOf: moment }) : t('reply.about', { reference, asOf: moment });
  const trace = traces.length > 0 ? [t('reply.trace', { trace: traces.join(', ') })] : [];
  const paragraphs = [t('reply.hello'), about, QUESTIONS.map((question) => texts[question]).join('\n'), ...trace];
  return [...paragraphs, t('reply.bye')].join('\n\n');
}
