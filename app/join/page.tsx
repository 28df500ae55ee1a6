import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { OutsideFrame } from '@/components/layout/outside-frame';
import { ButtonLink } from '@/components/ui/button';
import { INVITATION_DAYS } from '@/lib/access/invitation';
import { invitationOf } from '@/lib/access/invitation.store';
import { PASSWORD_LENGTH } from '@/lib/access/password';
import { chooseLanguage } from '../sign-in/language-action';
import { JoinForm } from './join-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  // The token stands in the address: no other site is told where somebody came from. Stricter than this, a form without
  // script would say that it came from nowhere, and be refused.
  return { title: t('join.title'), referrer: 'same-origin' };
}

type Props = { readonly searchParams: Promise<{ readonly token?: string | string[] }> };

/** Where the link of an invitation leads: name and password, or why the link opens nothing. */
export default async function JoinPage({ searchParams }: Props) {
  const t = await getTranslations('signIn');
  const tRoles = await getTranslations('roles');
  const { token } = await searchParams;
  const invitation = typeof token === 'string' ? await invitationOf(token, new Date()) : null;
  const state = invitation?.state ?? 'unknown';
  if (typeof token !== 'string' || !invitation || state !== 'open') {
    return (
      <OutsideFrame
        title={t(`join.state.${state === 'open' ? 'unknown' : state}.title`)}
        chooseLanguage={chooseLanguage}
      >
        <p className="text-body text-ink-2">
          {t(`join.state.${state === 'open' ? 'unknown' : state}.text`, { days: INVITATION_DAYS })}
        </p>
        <ButtonLink href="/sign-in" className="mt-4 w-full">
          {t('join.toSignIn')}
        </ButtonLink>
      </OutsideFrame>
    );
  }
  const { email, role } = invitation;
  return (
    <OutsideFrame
      title={t('join.heading')}
      about={t('join.about', { email, role: tRoles(`name.${role}`) })}
      chooseLanguage={chooseLanguage}
    >
      <Messages rooms={['signIn']}>
        <JoinForm token={token} email={email} min={PASSWORD_LENGTH.min} />
      </Messages>
    </OutsideFrame>
  );
}
