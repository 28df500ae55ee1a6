import 'server-only';
import type { Said } from '@/lib/language/said';
import { proposeProfile } from '@/lib/propose-profile';
import type { BankAccount } from '@/lib/statements/account';
import { type FirstImport, type ImportOutcome, importStatement, readFirstImport } from '@/lib/statements/import.store';
import type { UploadRefusal } from '@/lib/statements/upload';
import { discardUpload, fileOf, keepUpload } from '@/lib/statements/upload.store';

export type MachineOutcome =
  | ImportOutcome
  | { readonly outcome: 'refused'; readonly why: UploadRefusal }
  /** Nobody is there to look: what is not certain is not imported. */
  | { readonly outcome: 'doubtful'; readonly doubts: readonly Said[] };

export type MachineFile = { readonly name: string; readonly pieces: AsyncIterable<Uint8Array> };

/**
 * Imports a file that a program sends: as the account's last file was read, or as it seems to be where nothing of that is
 * in doubt. The same file again answers with its first import.
 */
export async function importByMachine(
  account: BankAccount,
  { name, pieces }: MachineFile,
  { by, address }: { readonly by: string; readonly address: string | null },
  now: Date,
): Promise<MachineOutcome> {
  const upload = await keepUpload(pieces, { name, owner: by }, now);
  if (typeof upload === 'string') return { outcome: 'refused', why: upload };
  try {
    const file = { ...fileOf(upload), hash: upload.hash };
    const first: FirstImport | null = await readFirstImport(account.id, upload.hash);
    if (first) return { outcome: 'same_file', ...first };
    const { profile, doubts } = await proposeProfile(file, account);
    if (!profile || doubts.length > 0) return { outcome: 'doubtful', doubts };
    return await importStatement({ account, file, profile, by, address });
  } finally {
    await discardUpload(upload);
  }
}
