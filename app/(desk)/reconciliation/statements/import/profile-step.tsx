import { Landmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { useReader } from '@/components/language/reader';
import { DoubtList } from '@/components/statements/doubt-list';
import { FirstLines } from '@/components/statements/first-lines';
import { GuessList } from '@/components/statements/guess-list';
import { importHref } from '@/components/statements/import-query';
import { ProfileForm } from '@/components/statements/profile-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { spoken } from '@/lib/language/said';
import { proposeProfile } from '@/lib/propose-profile';
import { displayReader } from '@/lib/reader';
import { asInFile, headingsOf, readBeginning } from '@/lib/statements/beginning';
import { PROFILES } from '@/lib/statements/profiles';
import { fileOf } from '@/lib/statements/upload.store';
import { type Words, wordsOf } from '@/lib/statements/words';
import { setProfile } from './actions';
import type { StepProps } from './step-props';

const SHOWN_LINES = 3;

/** How the file is read: what was detected, with samples and doubts, and a form to say it better. */
export async function ProfileStep({ query, account, upload }: StepProps) {
  const t = await getTranslations('statements');
  const reader = await displayReader();
  const file = fileOf(upload);
  const proposal = await proposeProfile(file, account);
  const profile = upload.profile ?? proposal.profile;
  if (!profile) {
    return (
      <Alert
        role="alert"
        tone="negative"
        title={t('profile.cannot')}
        actions={
          <ButtonLink size="small" href={importHref({ account: account.id })}>
            {t('profile.another')}
          </ButtonLink>
        }
      >
        {proposal.doubts.map((doubt) => spoken(doubt, reader)).join(' ')}
      </Alert>
    );
  }
  const [beginning, headings] = await Promise.all([
    readBeginning(file, profile, account.number, SHOWN_LINES),
    headingsOf(file, profile),
  ]);
  const isDetected = upload.profile === null && proposal.from === 'detected';
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="space-y-4">
        <SectionCard
          title={t(`format.${profile.format}`)}
          description={upload.name}
          bodyClassName="space-y-4"
          actions={
            <From isSet={upload.profile !== null} from={proposal.from} label={proposal.detection.shipped?.label} />
          }
        >
          {isDetected && <DoubtList doubts={proposal.doubts} />}
          {isDetected && <GuessList guesses={proposal.detection.guesses} />}
          <FirstLines beginning={beginning} currency={account.currency} />
        </SectionCard>
      </div>
      <SectionCard title={t('profile.settings')} description={t('profile.settingsAbout')}>
        <ProfileForm
          key={JSON.stringify(profile)}
          account={account.id}
          upload={upload.id}
          profile={asInFile(profile, headings)}
          headings={headings}
          shipped={PROFILES.map(({ id, label }) => ({ id, label: wordsOf(label, reader) }))}
          back={importHref({ ...query, step: 'file' })}
          action={setProfile}
        />
      </SectionCard>
    </div>
  );
}

type FromProps = { readonly isSet: boolean; readonly from: 'account' | 'detected'; readonly label: Words | undefined };

function From({ isSet, from, label }: FromProps) {
  const t = useTranslations('statements');
  const reader = useReader();
  const detected = label ? t('profile.from.bank', { bank: wordsOf(label, reader) }) : t('profile.from.detected');
  const found = from === 'account' ? t('profile.from.account') : detected;
  return (
    <span className="inline-flex items-center gap-1.5 text-xs text-ink-2">
      <Landmark aria-hidden className="size-3.5" /> {isSet ? t('profile.from.hand') : found}
    </span>
  );
}
