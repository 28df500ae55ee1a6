import type { Metadata } from 'next';
import Link from 'next/link';
import { EXCEPTIONS, exceptionsHref, NO_EXCEPTION_FILTERS } from '@/components/exceptions/exception-links';
import { ADVICE } from '@/components/exceptions/reason-advice';
import { PageHeader } from '@/components/layout/page-header';
import { SectionCard } from '@/components/ui/card';
import { requireRight } from '@/lib/access/session';
import { REASON_NAMES, REASONS } from '@/lib/reconciliation/reason';
import { SEVERITY_FORMULA } from '@/lib/reconciliation/severity';

export const metadata: Metadata = { title: 'Reasons of exceptions' };

/** What each reason means, and what to do about it. */
export default async function ReasonsPage() {
  await requireRight('browse');
  return (
    <>
      <PageHeader
        title="Reasons"
        description="Why a line and a payment do not agree, and what to do about it"
        back={{ href: EXCEPTIONS, label: 'Exceptions' }}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {REASON_NAMES.map((reason) => (
          <SectionCard
            key={reason}
            id={reason}
            title={REASONS[reason].label}
            className="scroll-mt-16"
            actions={
              <Link
                href={exceptionsHref({ filters: { ...NO_EXCEPTION_FILTERS, reason: [reason] } })}
                prefetch={false}
                className="text-xs text-accent hover:underline"
              >
                <span className="sr-only">{REASONS[reason].label}: </span>open ones
              </Link>
            }
          >
            <p className="text-body">{REASONS[reason].help}</p>
            <ol className="mt-2 list-decimal space-y-1 pl-5 text-body text-ink-2">
              {ADVICE[reason].map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </SectionCard>
        ))}
        <SectionCard id="severity" title="Severity" className="scroll-mt-16">
          <p className="text-body">{SEVERITY_FORMULA}</p>
        </SectionCard>
      </div>
    </>
  );
}
