import 'server-only';
import { record } from '@/lib/audit/store';
import { prisma, sqlState } from '@/lib/db';
import type { BankAccount as AccountRow } from '@/prisma/generated/client';
import type { AccountRail, BankAccount } from './account';
import type { AccountEntry } from './account-entry';
import { type Profile, profileSchema } from './profile';

const UNIQUE_VIOLATION = '23505';

/** Every account, by its name. */
export async function listAccounts(): Promise<readonly BankAccount[]> {
  return (await prisma().bankAccount.findMany({ orderBy: { name: 'asc' } })).map(accountOf);
}

/** The account of an id; `null` where there is none. */
export async function readAccount(id: string): Promise<BankAccount | null> {
  const row = isStorable(id) ? await prisma().bankAccount.findUnique({ where: { id } }) : null;
  return row && accountOf(row);
}

/** The account that somebody names by its id or by its name. */
export async function findAccount(idOrName: string): Promise<BankAccount | null> {
  if (!isStorable(idOrName)) return null;
  const row = await prisma().bankAccount.findFirst({ where: { OR: [{ id: idOrName }, { name: idOrName }] } });
  return row && accountOf(row);
}

/** Opens an account in the desk; `name_taken` where another has its name. */
export async function createAccount(
  entry: AccountEntry,
  by: string,
  address: string | null = null,
): Promise<BankAccount | 'name_taken'> {
  try {
    return await prisma().$transaction(async (tx) => {
      const account = accountOf(await tx.bankAccount.create({ data: { ...entry, createdBy: by } }));
      const { id, rail, currency } = account; // its name and number may be somebody's
      await record(tx, {
        ...{ actor: by, address, action: 'account_changed', objectKind: 'account', objectId: id },
        detail: { before: null, after: { rail, currency } },
      });
      return account;
    });
  } catch (error) {
    const isTaken = (error as { code?: unknown }).code === 'P2002' || sqlState(error) === UNIQUE_VIOLATION;
    if (isTaken) return 'name_taken';
    throw error;
  }
}

/** What PostgreSQL cannot have stored needs no question. */
function isStorable(text: string): boolean {
  return text.length <= 200 && !text.includes('\u0000') && text.isWellFormed();
}

function accountOf({ id, name, rail, bank, number, currency, zone, profile }: AccountRow): BankAccount {
  return {
    id,
    name,
    rail: rail as AccountRail,
    bank,
    number,
    currency,
    zone: zone as BankAccount['zone'],
    profile: keptProfile(profile),
  };
}

/** A profile as it was kept; one that an older desk wrote and this one cannot read is asked for again. */
function keptProfile(kept: unknown): Profile | null {
  return profileSchema.safeParse(kept).data ?? null;
}
