import { Landmark } from 'lucide-react';
import { DoubtList } from '@/components/statements/doubt-list';
import { FirstLines } from '@/components/statements/first-lines';
import { GuessList } from '@/components/statements/guess-list';
import { importHref } from '@/components/statements/import-query';
import { ProfileForm } from '@/components/statements/profile-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { SectionCard } from '@/components/ui/card';
import { proposeProfile } from '@/lib/propose-profile';
import { asInFile, headingsOf, readBeginning } from '@/lib/statements/beginning';
import { FORMATS } from '@/lib/statements/profile';
import { PROFILES } from '@/lib/statements/profiles';
import { fileOf } from '@/lib/statements/upload.store';
import { setProfile } from './actions';
import type { StepProps } from './step-props';

const SHOWN_LINES = 3;
const SHIPPED = PROFILES.map(({ id, label }) => ({ id, label }));

/** How the file is read: what was detected, with samples and doubts, and a form to say it better. */
export async function ProfileStep({ query, account, upload }: StepProps) {
  const file = fileOf(upload);
  const proposal = await proposeProfile(file, account);
  const profile = upload.profile ?? proposal.profile;
  if (!profile) {
    return (
      <Alert
        role="alert"
        tone="negative"
        title="This file cannot be read"
        actions={
          <ButtonLink size="small" href={importHref({ account: account.id })}>
            Choose another file
          </ButtonLink>
        }
      >
        {proposal.doubts.join(' ')}
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
          title={FORMATS[profile.format]}
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
      <SectionCard title="Settings" description="Kept with the account once the file is imported">
        <ProfileForm
          key={JSON.stringify(profile)}
          account={account.id}
          upload={upload.id}
          profile={asInFile(profile, headings)}
          headings={headings}
          shipped={SHIPPED}
          back={importHref({ ...query, step: 'file' })}
          action={setProfile}
        />
      </SectionCard>
    </div>
  );
}

type FromProps = { readonly isSet: boolean; readonly from: 'account' | 'detected'; readonly label: string | undefined };

function From({ isSet, from, label }: FromProps) {
  const words = isSet
    ? 'as set by hand'
    : from === 'account'
      ? 'as the account’s last file'
      : label
        ? `detected: ${label}`
        : 'detected';
  return (
    <span className="inline-flex items-center gap-1.5 text-xs text-ink-2">
      <Landmark aria-hidden className="size-3.5" /> {words}
    </span>
  );
}
