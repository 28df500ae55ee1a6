import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Messages } from '@/components/language/messages';
import { OutsideFrame } from '@/components/layout/outside-frame';
import { auth } from '@/lib/access/auth';
import { safeNextPath } from '@/lib/access/next-path';
import { currentViewer } from '@/lib/access/session';
import { env } from '@/lib/env';
import { startSso } from './actions';
import { CodeForm } from './code-form';
import { chooseLanguage } from './language-action';
import { PasskeyButton } from './passkey-button';
import { SignInForm } from './sign-in-form';
import { SsoForm } from './sso-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('title') };
}

type Query = 'next' | 'step' | 'error';
type Props = { readonly searchParams: Promise<Partial<Record<Query, string | string[]>>> };

const TOLD_PROBLEMS = ['expired', 'not_invited', 'email_not_verified'] as const;

/** Password, then a code from whoever set one up; or a passkey, or the organisation's own sign-in. */
export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const next = safeNextPath(asked.next);
  if (await currentViewer()) redirect(next);
  const t = await getTranslations('signIn');
  const owesCode = asked.step === 'code' && (await auth().api.personWhoOwesCode({ headers: await headers() })) !== null;
  const { CONCILIA_MODE, OIDC_ISSUER, OIDC_LABEL } = env();
  const told = TOLD_PROBLEMS.find((one) => one === lastOf(asked.error));
  const problem = asked.error === undefined ? null : t(`problem.${told ?? 'sso'}`);
  if (owesCode) {
    return (
      <OutsideFrame title={t('code.heading')} about={t('code.about')} chooseLanguage={chooseLanguage}>
        <Messages rooms={['signIn']}>
          <CodeForm next={next} />
        </Messages>
        <p className="mt-4 text-center text-xs">
          <Link href={`/sign-in?next=${encodeURIComponent(next)}`} className="text-ink-2 underline hover:text-ink">
            {t('code.back')}
          </Link>
        </p>
      </OutsideFrame>
    );
  }
  const note = t.rich('local', { command: (words) => <code className="font-mono">{words}</code> });
  return (
    <OutsideFrame
      title={t('heading')}
      about={t('promise')}
      note={CONCILIA_MODE === 'local' ? note : undefined}
      chooseLanguage={chooseLanguage}
    >
      <Messages rooms={['signIn']}>
        <SignInForm next={next} problem={problem} />
        <div className="mt-4 space-y-2 border-t border-line pt-4">
          {OIDC_ISSUER && <SsoForm label={t('withSso', { label: OIDC_LABEL })} next={next} start={startSso} />}
          <PasskeyButton next={next} />
        </div>
      </Messages>
    </OutsideFrame>
  );
}

/** The library adds its own reason behind ours. */
function lastOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value;
}
