import { LockKeyhole } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { RIGHTS } from '@/lib/access/rights';
import { currentViewer, refusedRight } from '@/lib/access/session';

/** What a page shows to somebody whose role has not the right it needs: which roles have it, and who can give it. */
export default async function Forbidden() {
  const t = await getTranslations('roles');
  const viewer = await currentViewer();
  const right = refusedRight();
  const roles = right && RIGHTS[right].map((role) => t(`name.${role}`)).join(', ');
  return (
    <>
      <h1 className="sr-only">{t('refused.heading')}</h1>
      <EmptyState icon={LockKeyhole} title={t('refused.title')}>
        {viewer && `${t('refused.yours', { role: t(`name.${viewer.role}`) })} `}
        {roles && `${t('refused.holders', { roles })} `}
        {t('refused.ask')}
      </EmptyState>
    </>
  );
}
