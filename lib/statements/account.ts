import type { TimeZone } from '@/lib/time-zones';
import type { Profile } from './profile';

/** On which rail an account's payments run; `ledger` is the company's own book. */
export const ACCOUNT_RAILS = ['spei', 'pix', 'ars', 'ledger'] as const;
export type AccountRail = (typeof ACCOUNT_RAILS)[number];

/** An account of the company whose statements are imported. */
export type BankAccount = {
  readonly id: string;
  readonly name: string;
  readonly rail: AccountRail;
  readonly bank: string | null;
  readonly number: string | null;
  readonly currency: string;
  readonly zone: TimeZone;
  /** How its last file was read. */
  readonly profile: Profile | null;
};
