'use server';

import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { DeedState } from '@/components/settings/deed';
import { INVITATION_DAYS } from '@/lib/access/invitation';
import { invite, revokeInvitation } from '@/lib/access/invitation.store';
import {
  changeRole,
  disablePerson,
  enablePerson,
  endSessionsOf,
  type PersonChange,
  resetSecondStep,
} from '@/lib/access/people.store';
import { isRole } from '@/lib/access/rights';
import { requireRight } from '@/lib/access/session';
import { byViewer } from '@/lib/audit';
import { env } from '@/lib/env';
import { sendMail } from '@/lib/mail.api';

const PAGE = '/settings/people';

/** Invites an e-mail as a role; the link comes back this once, and goes by mail where a mail server is set up. */
export async function invitePerson(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('administer');
  const t = await getTranslations('people');
  const email = z.email().max(254).safeParse(text(data, 'email').trim());
  if (!email.success) return { tone: 'negative', message: t('invite.badEmail') };
  const role = text(data, 'role');
  if (!isRole(role)) return { tone: 'negative', message: t('invite.badRole') };
  const invited = await invite({ email: email.data, role }, await byViewer(viewer));
  if (invited.outcome === 'is_here') return { tone: 'negative', message: t('invite.isHere') };
  revalidatePath(PAGE);
  const shown = `${new URL(env().APP_URL).origin}/join?token=${invited.token}`;
  const { outcome } = await sendMail({
    to: email.data,
    subject: t('invite.subject'),
    text: t('invite.mail', { link: shown, days: INVITATION_DAYS }),
  });
  const to = { email: email.data };
  const told = {
    sent: t('invite.mailed', to),
    failed: t('invite.unmailed', to),
    not_set_up: t('invite.made', to),
  } as const satisfies Record<typeof outcome, string>;
  return { tone: 'positive', message: told[outcome], shown };
}

/** Makes the link of an invitation open nothing any more. */
export async function withdrawInvitation(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('administer');
  const t = await getTranslations('people');
  const isDone = await revokeInvitation(text(data, 'id'), await byViewer(viewer));
  revalidatePath(PAGE);
  return isDone
    ? { tone: 'positive', message: t('pending.revoked') }
    : { tone: 'negative', message: t('pending.gone') };
}

const DEEDS = ['role', 'disable', 'enable', 'sessions', 'second'] as const;
type Deed = (typeof DEEDS)[number];

/** Changes somebody else: role, whether they come in, sessions, second step. */
export async function changePerson(_before: DeedState, data: FormData): Promise<DeedState> {
  const viewer = await requireRight('administer');
  const t = await getTranslations('people');
  const id = text(data, 'id');
  const deed = DEEDS.find((one) => one === data.get('deed'));
  if (!deed) return { tone: 'negative', message: t('result.unknown') };
  if (id === viewer.id) return { tone: 'negative', message: t('result.own') };
  const by = await byViewer(viewer);
  if (deed === 'sessions') {
    const count = await endSessionsOf(id, by);
    revalidatePath(PAGE);
    return count === null
      ? { tone: 'negative', message: t('result.unknown') }
      : { tone: 'positive', message: t('result.sessions', { count }) };
  }
  const change = await changeOf(deed, id, text(data, 'role'), by);
  revalidatePath(PAGE);
  if (change === 'done') return { tone: 'positive', message: t(`result.${deed}`) };
  return { tone: change === 'unchanged' ? 'positive' : 'negative', message: t(`result.${change}`) };
}

async function changeOf(
  deed: Exclude<Deed, 'sessions'>,
  id: string,
  role: string,
  by: Awaited<ReturnType<typeof byViewer>>,
): Promise<PersonChange> {
  switch (deed) {
    case 'role':
      return isRole(role) ? changeRole(id, role, by) : 'unchanged';
    case 'disable':
      return disablePerson(id, by);
    case 'enable':
      return enablePerson(id, by);
    case 'second':
      return resetSecondStep(id, by);
  }
}

function text(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.slice(0, 500) : '';
}
