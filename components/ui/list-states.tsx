import { Hourglass, SearchX, Unlink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink, buttonClass } from './button';
import { EmptyState } from './empty-state';

type NoMatchProps = {
  readonly title: string;
  /** The conditions, each with its way out; absent where they stand above the list already. */
  readonly chips?: ReactNode;
  /** What else may be said, below. */
  readonly children?: ReactNode;
};

/** There are rows, but none that fit. */
export function NoRowMatches({ title, chips, children }: NoMatchProps) {
  const t = useTranslations('controls');
  return (
    <EmptyState icon={SearchX} title={title}>
      <p>{chips ? t('noMatch.below') : t('noMatch.above')}</p>
      {chips && <div className="mt-4 flex justify-center">{chips}</div>}
      {children}
    </EmptyState>
  );
}

type TooLongProps = {
  /** The same list asked again, and the list without any condition. */
  readonly href: string;
  readonly clearHref: string;
  /** What to add to the filter so that less is read. */
  readonly advice: string;
};

/** The database gave up on a filter that would have read too much. */
export function ListTookTooLong({ href, clearHref, advice }: TooLongProps) {
  const t = useTranslations('controls');
  return (
    <EmptyState
      icon={Hourglass}
      title={t('tooLong.title')}
      actions={
        <>
          {/* A plain link: the same address is asked again for certain. */}
          <a href={href} className={buttonClass({ look: 'primary' })}>
            {t('tryAgain')}
          </a>
          <ButtonLink href={clearHref}>{t('clearFilters')}</ButtonLink>
        </>
      }
    >
      {t('tooLong.body', { advice })}
    </EmptyState>
  );
}

type PageLinkProps = {
  readonly href: string;
  /** Why, as a text or as a sentence of the catalogue that is given nothing. */
  readonly message: string | { readonly key: MessageKey };
};
type MessageKey = Parameters<ReturnType<typeof useTranslations<never>>>[0];

/** A page link that belongs to another filter or order. */
export function PageLinkRefused({ href, message }: PageLinkProps) {
  const t = useTranslations('controls');
  const everyRoom = useTranslations();
  return (
    <EmptyState
      icon={Unlink}
      title={t('pageLink.title')}
      actions={
        <ButtonLink href={href} look="primary">
          {t('pageLink.first')}
        </ButtonLink>
      }
    >
      {typeof message === 'string' ? message : everyRoom(message.key)}
    </EmptyState>
  );
}
