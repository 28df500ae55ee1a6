import 'server-only';
import { type Said, said } from '@/lib/language/said';
import type { BankAccount } from '@/lib/statements/account';
import { readBeginning } from '@/lib/statements/beginning';
import { type Detection, detectFile } from '@/lib/statements/detect';
import type { Profile } from '@/lib/statements/profile';
import type { StatementFile } from '@/lib/statements/statement';

export type Proposal = {
  /** `null` where the layout is none that is known. */
  readonly profile: Profile | null;
  /** As the account's last file was read, or by what is in this one. */
  readonly from: 'account' | 'detected';
  readonly detection: Detection;
  /** What a person should look at before it is read like that. */
  readonly doubts: readonly Said[];
};

/** How a file shall be read: as the account's last one, where that fits, else as what it seems to be. */
export async function proposeProfile(file: StatementFile, account: BankAccount): Promise<Proposal> {
  const detection = await detectFile(file);
  const { profile: kept, zone, rail, number } = account;
  if (kept && kept.format === detection.format) {
    const { problem, unreadable, lines } = await readBeginning(file, kept, number, 1);
    if (!problem && (lines.length > 0 || unreadable.length === 0))
      return { profile: kept, from: 'account', detection, doubts: [] };
  }
  const { profile, doubts } = detection;
  return {
    profile: profile && { ...profile, zone, isLedger: rail === 'ledger' },
    from: 'detected',
    detection,
    doubts: profile ? doubts : doubts.length > 0 ? doubts : [said('parsing.unknownLayout')],
  };
}
