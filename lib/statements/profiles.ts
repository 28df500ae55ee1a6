import { said } from '@/lib/language/said';
import { profileSchema, type ShippedProfile } from './profile';
import { ARGENTINA } from './profiles-argentina';
import { BRAZIL } from './profiles-brazil';
import { MEXICO } from './profiles-mexico';

/** The company's own book: a bank's word it is not, so that its lines are never taken for one. */
const LEDGER: ShippedProfile = {
  id: 'ledger',
  label: said('parsing.ownLedger'),
  profile: profileSchema.parse({
    format: 'csv',
    zone: 'UTC',
    dateOrder: 'ymd',
    isLedger: true,
    columns: {
      date: 'date',
      amount: 'amount',
      currency: 'currency',
      reference: 'reference',
      text: ['text'],
      ids: { reference: 'reference' },
    },
  }),
};

/** All profiles that ship with the desk. Formats change: what fits best is proposed with its doubts, and can be changed. */
export const PROFILES: readonly ShippedProfile[] = [...MEXICO, ...BRAZIL, ...ARGENTINA, LEDGER];
