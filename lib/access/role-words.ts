import type { Right, Role } from './rights';

/** What a role is for, in a word and a sentence. */
export const ROLE_WORDS = {
  viewer: { name: 'Viewer', about: 'Sees everything with personal data masked; changes nothing.' },
  support: {
    name: 'Support',
    about: 'Looks payments up for customers; personal data masked; passes cases to finance.',
  },
  analyst: { name: 'Analyst', about: 'Reconciles: imports statements, matches, resolves exceptions.' },
  approver: { name: 'Approver', about: 'Reconciles, and is the second person for large or forced matches.' },
  engineer: {
    name: 'Engineer',
    about: 'Keeps the intake running: reads messages again, jobs, sources. Approves nothing.',
  },
  admin: { name: 'Admin', about: 'Everything, and people, invitations and API keys.' },
} as const satisfies Record<Role, { readonly name: string; readonly about: string }>;

export const RIGHT_WORDS = {
  ask: 'Search, see one payment, keep own settings',
  browse: 'See lists, boards and totals',
  export: 'Take files away',
  personal: 'See names, tax ids and account numbers unmasked',
  reveal: 'See one masked value for a logged reason',
  raw: 'See messages byte for byte',
  remark: 'Write notes, assign, share views',
  reconcile: 'Import statements, match, resolve',
  approve: 'Be the second person',
  recover: 'Fetch, apply and confirm missed events',
  repair: 'Admit, read again, run jobs, register',
  configure: 'Change rules, limits, accounts, alerts',
  audit: 'See the log of who did what',
  administer: 'Manage people and API keys',
} as const satisfies Record<Right, string>;
