import type { Origin, Proof } from '@/lib/events/delivery';

type Word = { readonly label: string; readonly explanation: string };

export const ORIGIN_WORDS = {
  webhook: { label: 'Webhook', explanation: 'Posted to our webhook address' },
  sample: { label: 'Sample', explanation: 'Part of the sample data, not a real payment' },
  admitted: { label: 'Admitted', explanation: 'Refused at first, and admitted by a person later' },
  polled: { label: 'Polled', explanation: 'Listed by the provider as never delivered, and fetched from its API' },
  listed: { label: 'From a list', explanation: 'A row of the provider’s own list of transactions' },
} as const satisfies Record<Origin, Word>;

export const PROOF_WORDS = {
  signature: { label: 'Signed', explanation: "Proven by the provider's signature" },
  address: { label: 'By address', explanation: "Proven by the provider's published addresses" },
  secret: { label: 'By secret', explanation: 'Proven by a shared secret' },
  loopback: {
    label: 'Unsigned, local',
    explanation: 'Unsigned; accepted from this machine because the desk runs in local mode',
  },
  person: { label: 'By a person', explanation: 'Somebody vouched for it after it had been refused' },
  api: { label: 'From their API', explanation: 'Fetched from the provider’s own host with our credentials' },
} as const satisfies Record<Proof, Word>;
