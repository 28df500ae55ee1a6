import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/ui/card';
import { CopyWithWords } from '@/components/ui/copy-button';
import { LinkChoices } from '@/components/ui/link-choices';
import type { Status } from '@/lib/events/status';
import { LOCALE_NAMES, LOCALES, type Locale } from '@/lib/language/locales';
import { type AnswerTexts, QUESTIONS } from '@/lib/support/wording';
import { PlainState } from './plain-state';

type Props = {
  readonly status: Status;
  readonly texts: AnswerTexts;
  /** The whole of it, to be sent. */
  readonly reply: string;
  /** The customer's, which is not the reader's. */
  readonly language: Locale;
  readonly hrefIn: (language: Locale) => string;
};

/** What the customer is told, in the customer's language: each question answered, and the whole as a text to copy. */
export function AnswerCard({ status, texts, reply, language, hrefIn }: Props) {
  const t = useTranslations('support');
  return (
    <SectionCard
      title={t('card.title')}
      actions={<PlainState status={status} />}
      bodyClassName="space-y-5 p-4"
      className="min-w-0"
    >
      <LinkChoices
        label={t('card.language')}
        choices={LOCALES.map((locale) => ({
          href: hrefIn(locale),
          label: LOCALE_NAMES[locale],
          isCurrent: locale === language,
        }))}
      />
      <dl className="space-y-3.5">
        {QUESTIONS.map((question) => (
          <div key={question}>
            <dt className="text-xs font-medium text-ink-2">{t(`question.${question}`)}</dt>
            <dd lang={language} className="mt-0.5 text-sm [overflow-wrap:anywhere] text-ink tabular-nums">
              {texts[question]}
            </dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="reply" className="rounded-lg border border-line bg-sunken p-3.5">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h3 id="reply" className="text-xs font-medium text-ink-2">
            {t('card.reply')}
          </h3>
          <CopyWithWords
            value={reply}
            label={t('card.copy')}
            copied={t('card.copied')}
            notCopied={t('card.notCopied')}
            look="primary"
          />
        </div>
        <p lang={language} className="text-sm [overflow-wrap:anywhere] whitespace-pre-wrap text-ink select-text">
          {reply}
        </p>
      </section>
    </SectionCard>
  );
}
