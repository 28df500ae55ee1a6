import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink, buttonClass } from './button';

type Props = { readonly previous: string | null; readonly next: string | null; readonly label: string };

/** Previous and Next by links; an end of the list is a disabled button, so that nothing jumps. */
export function CursorPages({ previous, next, label }: Props) {
  const t = useTranslations('controls');
  return (
    <nav aria-label={label} className="flex items-center gap-2">
      <Step href={previous} rel="prev">
        <ChevronLeft aria-hidden /> {t('previous')}
      </Step>
      <Step href={next} rel="next">
        {t('next')} <ChevronRight aria-hidden />
      </Step>
    </nav>
  );
}

function Step({
  href,
  rel,
  children,
}: {
  readonly href: string | null;
  readonly rel: 'prev' | 'next';
  readonly children: React.ReactNode;
}) {
  if (href === null) {
    return (
      <span aria-disabled="true" className={buttonClass({ size: 'small' })}>
        {children}
      </span>
    );
  }
  return (
    <ButtonLink href={href} rel={rel} size="small" prefetch={false}>
      {children}
    </ButtonLink>
  );
}
