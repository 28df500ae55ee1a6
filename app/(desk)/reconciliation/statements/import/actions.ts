'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { AccountState } from '@/components/statements/account-form';
import type { ImportState } from '@/components/statements/import-form';
import { importHref } from '@/components/statements/import-query';
import type { ProfileState } from '@/components/statements/profile-form';
import { requireRight } from '@/lib/access/session';
import { askedFrom } from '@/lib/audit';
import { type Said, spoken } from '@/lib/language/said';
import { log } from '@/lib/log';
import { proposeProfile } from '@/lib/propose-profile';
import { displayReader } from '@/lib/reader';
import { createAccount, readAccount } from '@/lib/statements/account.store';
import { readAccountEntry } from '@/lib/statements/account-entry';
import { importStatement } from '@/lib/statements/import.store';
import { readProfileEntry } from '@/lib/statements/profile-entry';
import { PROFILES } from '@/lib/statements/profiles';
import { discardUpload, fileOf, keepUploadProfile, readUpload } from '@/lib/statements/upload.store';

/** Opens an account in the desk and goes on with it. */
export async function openAccount(_before: AccountState, data: FormData): Promise<AccountState> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('statements');
  const typed = Object.fromEntries(['name', 'bank', 'number'].map((name) => [name, String(data.get(name) ?? '')]));
  const read = readAccountEntry(data);
  if ('problems' in read) return { problems: await spokenAll(read.problems), typed };
  const account = await createAccount(read.entry, viewer.email, await askedFrom());
  if (account === 'name_taken') return { problems: [t('account.taken')], typed };
  revalidatePath('/reconciliation', 'layout');
  redirect(importHref({ account: account.id, upload: String(data.get('upload') ?? '') || null }));
}

async function spokenAll(problems: readonly Said[]): Promise<readonly string[]> {
  const reader = await displayReader();
  return problems.map((problem) => spoken(problem, reader));
}

/** The account and the file that a form is about. */
async function subjectOf(data: FormData, owner: string) {
  const account = await readAccount(String(data.get('account') ?? ''));
  const upload = await readUpload(String(data.get('upload') ?? ''), owner);
  return account && upload ? { account, upload } : null;
}

/** Keeps how the file shall be read: as the form says, as a bank that ships with the desk, or as it seems to be. */
export async function setProfile(_before: ProfileState, data: FormData): Promise<ProfileState> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('statements');
  const subject = await subjectOf(data, viewer.id);
  if (!subject) return { problems: [t('import.notHere')] };
  const { account, upload } = subject;
  const { profile: proposed } = await proposeProfile(fileOf(upload), account);
  const before = upload.profile ?? proposed;
  if (!before) return { problems: [t('import.unknownLayout')] };
  const wanted = data.get('do');
  if (wanted === 'detect') await keepUploadProfile(upload, null);
  else if (wanted === 'shipped') {
    const shipped = PROFILES.find(({ id }) => id === data.get('shipped'));
    if (!shipped) return { problems: [t('import.chooseBank')] };
    const { format, encoding, delimiter, isLedger } = before;
    const preamble = before.preamble || shipped.profile.preamble;
    await keepUploadProfile(upload, {
      ...shipped.profile,
      ...{ format, encoding, delimiter, preamble, isLedger, zone: account.zone },
    });
  } else {
    const read = readProfileEntry(data, before);
    if ('problems' in read) return { problems: await spokenAll(read.problems) };
    await keepUploadProfile(upload, read.profile);
  }
  const step = wanted === 'continue' ? 'preview' : 'profile';
  redirect(importHref({ step, account: account.id, upload: upload.id }));
}

/** Imports the file whole, or nothing of it. */
export async function importFile(_before: ImportState, data: FormData): Promise<ImportState> {
  const viewer = await requireRight('reconcile');
  const t = await getTranslations('statements');
  const subject = await subjectOf(data, viewer.id);
  if (!subject) return { error: t('import.notHere') };
  const { account, upload } = subject;
  const file = { ...fileOf(upload), hash: upload.hash };
  const profile = upload.profile ?? (await proposeProfile(file, account)).profile;
  if (!profile) return { error: t('import.unknownLayout') };
  const by = { by: viewer.email, address: await askedFrom() };
  const outcome = await importStatement({ account, file, profile, ...by }).catch((error: unknown) => {
    log.error({ err: error }, 'import of a statement');
    return { outcome: 'failed' } as const;
  });
  if (outcome.outcome === 'failed') return { error: t('import.failed') };
  if (outcome.outcome === 'unreadable')
    return { error: t('import.unreadable', { why: spoken(outcome.message, await displayReader()) }) };
  if (outcome.outcome === 'no_lines') return { error: t('import.noLines') };
  if (outcome.outcome === 'imported') await discardUpload(upload);
  revalidatePath('/reconciliation', 'layout');
  redirect(importHref({ step: 'import', account: account.id, statement: outcome.statementId }));
}
