import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { LimitTable } from '@/components/refunds/limit-table';
import { requireRight } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { readFloors, readLimits } from '@/lib/refunds/limit.store';
import { changeFloor } from './actions';

export const metadata: Metadata = { title: 'Limits of refunds' };

/** How long refunds usually take, and after how long they count as slow, late and stuck. */
export default async function LimitsPage() {
  await requireRight('browse');
  const [zone, limits, settings] = await Promise.all([displayZone(), readLimits(new Date()), readFloors()]);
  return (
    <>
      <PageHeader
        title="Limits of refunds"
        description="From our own history of 90 days, and never below the floor"
        back={{ href: '/refunds', label: 'Refunds' }}
      />
      <p className="mb-4 max-w-prose text-body text-ink-2">
        A refund is slow past the time that three of four took (p75), late past the time that 95 of 100 took (p95), and
        stuck past three times that, or when the provider calls it failed. While the history is thin, the floor holds.
      </p>
      <LimitTable limits={limits} settings={settings} zone={zone} action={changeFloor} />
    </>
  );
}
