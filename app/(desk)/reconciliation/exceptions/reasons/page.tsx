import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { EXCEPTIONS, exceptionsHref, NO_EXCEPTION_FILTERS } from '@/components/exceptions/exception-links';
import { adviceOf } from '@/components/exceptions/reason-advice';
import { PageHeader } from '@/components/layout/page-header';
import { SectionCard } from '@/components/ui/card';
import { requireRight } from '@/lib/access/session';
import { REASON_NAMES } from '@/lib/reconciliation/reason';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exceptions');
  return { title: t('reasons.title') };
}

/** What each reason means, and what to do about it. */
export default async function ReasonsPage() {
  await requireRight('browse');
  const t = await getTranslations('exceptions');
  const says = await getTranslations('reasons');
  return (
    <>
      <PageHeader
        title={t('reasons.heading')}
        description={t('reasons.description')}
        back={{ href: EXCEPTIONS, label: t('title') }}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {REASON_NAMES.map((reason) => (
          <SectionCard
            key={reason}
            id={reason}
            title={says(`reason.${reason}.label`)}
            className="scroll-mt-16"
            actions={
              <Link
                href={exceptionsHref({ filters: { ...NO_EXCEPTION_FILTERS, reason: [reason] } })}
                prefetch={false}
                className="text-xs text-accent hover:underline"
              >
                {t.rich('reasons.open', {
                  reason: says(`reason.${reason}.label`),
                  of: (chunks) => <span className="sr-only">{chunks}</span>,
                })}
              </Link>
            }
          >
            <p className="text-body">{says(`reason.${reason}.help`)}</p>
            <ol className="mt-2 list-decimal space-y-1 pl-5 text-body text-ink-2">
              {adviceOf(reason, t).map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </SectionCard>
        ))}
        <SectionCard id="severity" title={t('reasons.severity')} className="scroll-mt-16">
          <p className="text-body">{says('severityFormula')}</p>
        </SectionCard>
      </div>
    </>
  );
}
