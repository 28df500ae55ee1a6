import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { CodesCard } from '@/components/settings/you/codes-card';
import { DisplayForms } from '@/components/settings/you/display-forms';
import { PasskeyList } from '@/components/settings/you/passkey-list';
import { PasswordForm } from '@/components/settings/you/password-form';
import { ProfileForm } from '@/components/settings/you/profile-form';
import { SessionList } from '@/components/settings/you/session-list';
import { SectionCard } from '@/components/ui/card';
import { deviceOf } from '@/lib/access/device';
import { ownSessionId } from '@/lib/access/own';
import { ownSettings } from '@/lib/access/own.store';
import { PASSWORD_LENGTH } from '@/lib/access/password';
import { requireRight } from '@/lib/access/session';
import { displayZone } from '@/lib/preferences';
import { chooseZone } from '../../actions';
import { changeName, changeOwnPassword, changePasskey, chooseLanguage, endSessions } from './actions';
import { renewBackupCodes, setUpCodes, switchOffCodes, switchOnCodes } from './codes-actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('you');
  return { title: t('title') };
}

/** One's own: name, language, password, second step, passkeys, and where one is signed in. */
export default async function YouPage() {
  const viewer = await requireRight('ask');
  const t = await getTranslations('you');
  const [own, here, zone] = await Promise.all([ownSettings(viewer.id), ownSessionId(await headers()), displayZone()]);
  const sessions = own.sessions.map(({ userAgent, ...session }) => ({
    ...session,
    device: deviceOf(userAgent),
    isHere: session.id === here,
  }));
  const codes = { setUp: setUpCodes, switchOn: switchOnCodes, switchOff: switchOffCodes, renew: renewBackupCodes };
  return (
    <Messages rooms={['you', 'roles']}>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <SectionCard title={t('profile.title')}>
          <ProfileForm name={viewer.name} email={viewer.email} role={viewer.role} action={changeName} />
        </SectionCard>
        <SectionCard title={t('display.title')}>
          <DisplayForms locale={own.locale} zone={zone} chooseLanguage={chooseLanguage} chooseZone={chooseZone} />
        </SectionCard>
        <SectionCard title={t('password.title')}>
          {own.hasPassword ? (
            <PasswordForm email={viewer.email} min={PASSWORD_LENGTH.min} action={changeOwnPassword} />
          ) : (
            <p className="text-body text-ink-2">{t('password.none')}</p>
          )}
        </SectionCard>
        {own.hasPassword && (
          <SectionCard title={t('codes.title')} description={t('codes.about')}>
            <CodesCard isOn={own.hasCodes} actions={codes} />
          </SectionCard>
        )}
        <SectionCard title={t('passkeys.title')} description={t('passkeys.about')}>
          <PasskeyList passkeys={own.passkeys} zone={zone} change={changePasskey} />
        </SectionCard>
        <SectionCard title={t('sessions.title')} description={t('sessions.about')}>
          <SessionList sessions={sessions} zone={zone} end={endSessions} />
        </SectionCard>
      </div>
    </Messages>
  );
}
