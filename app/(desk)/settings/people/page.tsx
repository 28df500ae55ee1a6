import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { InviteForm } from '@/components/settings/people/invite-form';
import { PendingList } from '@/components/settings/people/pending-list';
import { PeopleTable } from '@/components/settings/people/people-table';
import { SectionCard } from '@/components/ui/card';
import { TableCard } from '@/components/webhooks/table-card';
import { INVITATION_DAYS } from '@/lib/access/invitation';
import { pendingInvitations } from '@/lib/access/invitation.store';
import { listPeople } from '@/lib/access/people.store';
import { requireRight } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { changePerson, invitePerson, withdrawInvitation } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('title') };
}

/** Who may use the desk, as what, and who was asked to. */
export default async function PeoplePage() {
  const viewer = await requireRight('administer');
  const t = await getTranslations('people');
  const [people, invitations, zone] = await Promise.all([listPeople(), pendingInvitations(new Date()), displayZone()]);
  return (
    <Messages rooms={['people', 'roles']}>
      <div className="space-y-6">
        <TableCard label={t('title')}>
          <PeopleTable people={people} ownId={viewer.id} zone={zone} change={changePerson} />
        </TableCard>
        <div className="grid gap-6 xl:grid-cols-2">
          <SectionCard title={t('invite.title')} description={t('invite.about', { days: INVITATION_DAYS })}>
            <InviteForm action={invitePerson} />
          </SectionCard>
          <SectionCard title={t('pending.title')}>
            <PendingList invitations={invitations} zone={zone} revoke={withdrawInvitation} />
          </SectionCard>
        </div>
      </div>
    </Messages>
  );
}
