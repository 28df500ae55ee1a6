import type { ImportQuery } from '@/components/statements/import-query';
import type { BankAccount } from '@/lib/statements/account';
import type { Upload } from '@/lib/statements/upload';

/** What every step after the first is about. */
export type StepProps = { readonly query: ImportQuery; readonly account: BankAccount; readonly upload: Upload };
