import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { AnswerCard } from '@/components/support/answer-card';
import { FrozenNotice } from '@/components/support/frozen-notice';
import { PassCard } from '@/components/support/pass-card';
import { PaymentFacts } from '@/components/support/payment-facts';
import { PermanentLink } from '@/components/support/permanent-link';
import { SupportSearch } from '@/components/support/support-search';
import { requireRight } from '@/lib/access/session';
import { env } from '@/lib/env';
import { isLocale } from '@/lib/language/locales';
import { translatorOf } from '@/lib/language/translator';
import { displayRegion, displayZone } from '@/lib/preferences';
import { type PageSearchParams, toSearch } from '@/lib/search-params';
import { readMark, supportHref } from '@/lib/support/mark';
import { referenceOf, tracesOf } from '@/lib/support/shown';
import { CUSTOMER_LOCALES, customerWriting, replyOf, textsOf } from '@/lib/support/wording';
import { type Case, readCase } from '@/lib/support-case';
import { askSupport, passToFinance } from '../actions';

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<PageSearchParams>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('support');
  return { title: t('card.title') };
}

/** Next hands a page the segment as it stands in the URL; `null` for what is no encoded text. */
function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** One payment, in a customer's words: as it stands now, or as it stood at the mark in the address. */
export default async function CasePage({ params, searchParams }: Props) {
  await requireRight('ask');
  const t = await getTranslations('support');
  const search = toSearch(await searchParams);
  const now = new Date();
  const mark = readMark(search, now);
  const frozen = mark === 'unreadable' ? null : mark;
  const id = decoded((await params).id);
  const found = id === null ? null : await readCase(id, frozen, now);
  if (!found) notFound();
  const asked = search.get('in');
  const { provider } = found.transaction;
  const language = isLocale(asked) ? asked : CUSTOMER_LOCALES[provider];
  const said = saidTo(found, language);
  const reader = { zone: await displayZone(), region: await displayRegion() };
  const href = (more: Parameters<typeof supportHref>[1]) => supportHref(found.transaction.id, more);
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="space-y-5">
        <div className="max-w-4xl">
          <SupportSearch ask={askSupport} />
        </div>
        <FrozenNotice state={mark} reader={reader} now={href({ language })} />
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <AnswerCard
            status={found.answer.status}
            texts={said.texts}
            reply={said.reply}
            language={language}
            hrefIn={(one) => href({ mark: frozen, language: one })}
          />
          <div className="min-w-0 space-y-5">
            <PaymentFacts transaction={found.transaction} reader={reader} />
            <PassCard
              id={found.transaction.id}
              language={language}
              passed={found.passed}
              reader={reader}
              action={frozen ? null : passToFinance}
            />
            <PermanentLink url={env().APP_URL.replace(/\/$/, '') + href({ mark: found.mark, language })} />
          </div>
        </div>
      </div>
    </>
  );
}

function saidTo({ transaction, answer, mark }: Case, language: Parameters<typeof customerWriting>[2]) {
  const words = translatorOf(language, 'support');
  const writing = customerWriting(words, answer.provider, language);
  const texts = textsOf(words, answer, writing);
  const facts = {
    reference: referenceOf(transaction),
    traces: tracesOf(transaction).map(({ value }) => value),
    asOf: mark.at,
  };
  return { texts, reply: replyOf(words, texts, facts, writing) };
}
