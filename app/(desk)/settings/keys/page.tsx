import { KeyRound } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { KeyTable } from '@/components/settings/keys/key-table';
import { MakeKeyForm } from '@/components/settings/keys/make-key-form';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TableCard } from '@/components/webhooks/table-card';
import { keyState } from '@/lib/access/key-scopes';
import { requireRight } from '@/lib/access/session';
import { listApiKeys } from '@/lib/access/store';
import { displayZone } from '@/lib/preferences';
import { makeKey, revokeKey } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('keys');
  return { title: t('title') };
}

/** The keys of the API: what each may do, until when, and when it was last used. */
export default async function KeysPage() {
  await requireRight('administer');
  const t = await getTranslations('keys');
  const now = new Date();
  const [kept, zone] = await Promise.all([listApiKeys(), displayZone()]);
  const keys = kept.map((key) => ({ ...key, state: keyState(key, now) }));
  return (
    <Messages rooms={['keys', 'roles']}>
      <div className="space-y-6">
        <TableCard label={t('title')}>
          {keys.length > 0 ? (
            <KeyTable keys={keys} zone={zone} revoke={revokeKey} />
          ) : (
            <EmptyState icon={KeyRound} title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          )}
        </TableCard>
        <SectionCard
          title={t('make.title')}
          description={t('make.about')}
          actions={
            <ButtonLink href="/docs" size="small">
              {t('make.reference')}
            </ButtonLink>
          }
          className="max-w-4xl"
        >
          <MakeKeyForm action={makeKey} />
        </SectionCard>
      </div>
    </Messages>
  );
}
