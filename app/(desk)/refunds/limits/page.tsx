import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { PageHeader } from '@/components/layout/page-header';
import { LimitTable } from '@/components/refunds/limit-table';
import { requireRight } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { readFloors, readLimits } from '@/lib/refunds/limit.store';
import { changeFloor } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('refunds');
  return { title: t('limits.title') };
}

/** How long refunds usually take, and after how long they count as slow, late and stuck. */
export default async function LimitsPage() {
  await requireRight('browse');
  const [t, zone, limits, settings] = await Promise.all([
    getTranslations('refunds'),
    displayZone(),
    readLimits(new Date()),
    readFloors(),
  ]);
  return (
    <Messages rooms={['refunds']}>
      <PageHeader
        title={t('limits.title')}
        description={t('limits.description')}
        back={{ href: '/refunds', label: t('title') }}
      />
      <p className="mb-4 max-w-prose text-body text-ink-2">{t('limits.about')}</p>
      <LimitTable limits={limits} settings={settings} zone={zone} action={changeFloor} />
    </Messages>
  );
}
