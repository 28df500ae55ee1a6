'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { INVITATION_DAYS } from '@/lib/access/invitation';
import { join } from '@/lib/access/invitation.store';
import { PASSWORD_LENGTH } from '@/lib/access/password';
import { peerOf } from '@/lib/access/peer';
import { signInWithPassword } from '@/lib/access/sign-in';

export type JoinState = { readonly error: string | null; readonly name: string };

const NAME_LENGTH = 80;

/** Makes the account of an invitation, and signs it in. */
export async function joinDesk(_before: JoinState, data: FormData): Promise<JoinState> {
  const t = await getTranslations('signIn');
  const [token, typedName, password] = [text(data, 'token'), text(data, 'name'), text(data, 'password')];
  const name = typedName
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, NAME_LENGTH);
  if (!name) return { error: t('join.noName'), name };
  const asked = await headers();
  const joined = await join({ token, name, password }, peerOf(asked));
  switch (joined.outcome) {
    case 'fault':
      return { error: t(`fault.${joined.fault}`, PASSWORD_LENGTH), name };
    case 'closed': {
      const why = t(`join.state.${joined.state}.title`);
      return { error: `${why}. ${t(`join.state.${joined.state}.text`, { days: INVITATION_DAYS })}`, name };
    }
    case 'joined': {
      const { email } = joined;
      const { outcome } = await signInWithPassword({ email, password }, asked);
      return redirect(outcome === 'signed_in' ? '/' : '/sign-in');
    }
  }
}

function text(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.slice(0, 500) : '';
}
