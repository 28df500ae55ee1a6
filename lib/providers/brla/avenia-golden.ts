import { event, type Golden, type ShortFacts } from '@/lib/providers/golden';

const ACCOUNT = '7c1f0a52-3b64-4e19-9a0d-5d2e8f1b6c31';
const PAY_IN = 'brla:c0a8f3d4-6b1e-4f57-9c2d-1e7a5b3f9d01';
const PAY_OUT = 'brla:c0a8f3d4-6b1e-4f57-9c2d-1e7a5b3f9d02';
const SWAP = 'brla:c0a8f3d4-6b1e-4f57-9c2d-1e7a5b3f9d03';
const HELD = 'brla:c0a8f3d4-6b1e-4f57-9c2d-1e7a5b3f9d04';

/** An event with what every ticket of the fixtures says, before what is its own. */
function told(line: string, facts: ShortFacts, ...own: string[]) {
  const id = line.split(' ')[1]?.slice('brla:'.length);
  const ref = facts.externalRef ? [`external_ref ${facts.externalRef}`] : [];
  return event(line, {
    createdAt: '2026-03-02T13:00:00.000Z',
    ...facts,
    endUser: ACCOUNT,
    identifiers: [`provider_id ${id}`, ...ref, `account_id ${ACCOUNT}`, ...own],
  });
}

const PAY_IN_FACTS = {
  externalRef: 'synthetic-ticket-1',
  amount: '1000 BRL',
  amountOut: '173.205080756887729352 USDC',
  network: 'POLYGON',
} as const;

/** Avenia's tickets. Those without an event id are named by their content. */
export const aveniaGolden: Golden = {
  'avenia-payin-paid': told(
    `brla:07b90b4a12f07cf17cfe13fac24cffdc ${PAY_IN} ticket Completed PAID 2026-03-02T13:05:06.789Z`,
    { ...PAY_IN_FACTS, details: { sender_name: 'Synthetic Payer' } },
    'quote_id 5e0c2f1a-0000-4000-8000-000000000001',
    'tax_id 11144477735',
    'e2e E99999999202603021301synthetic03',
    'destination_address 0xfec429b5a27c44aed23ebc51db787e24a37ad887 POLYGON',
    'tx_hash 0x8d3b0f6c2a917e54c0b1d2e3f40516273849a0b1c2d3e4f5061728394a5b6c7d POLYGON',
  ),
  'avenia-payin-processing': told(
    `brla:40a85a27506448768d93b226e55d91dd ${PAY_IN} ticket Started PROCESSING 2026-03-02T13:04:05.678901Z`,
    {},
  ),
  'avenia-payin-unpaid': told(
    `brla:ff88e134f575f1e786911e829ecda83a ${PAY_IN} ticket Requested UNPAID 2026-03-02T13:00:00.000Z`,
    PAY_IN_FACTS,
    'quote_id 5e0c2f1a-0000-4000-8000-000000000001',
    'destination_address 0xfec429b5a27c44aed23ebc51db787e24a37ad887 POLYGON',
  ),
  'avenia-payout-failed': told(`brla:avenia-evt-0003 ${HELD} ticket Failed FAILED 2026-03-02T13:30:00Z`, {
    failure: { message: 'Synthetic failure' },
  }),
  'avenia-payout-on-hold': told(`brla:avenia-evt-0001 ${HELD} ticket Requested ON-HOLD 2026-03-02T13:10:00Z`, {}),
  'avenia-payout-paid': told(
    `brla:avenia-evt-0002 ${PAY_OUT} ticket Completed PAID 2026-03-02T13:20:00.5Z`,
    {
      externalRef: 'synthetic-ticket-2',
      amount: '101.50 BRLA',
      amountOut: '100.00 BRL',
      details: { reason: 'Supplier' },
    },
    'quote_id 5e0c2f1a-0000-4000-8000-000000000002',
    'e2e E99999999202603021319synthetic04',
    'source_address 0x72180169dc27a609cd85e08238059c73562197eb',
    'tx_hash 0x1f2e3d4c5b6a798877665544332211000fedcba9876543210123456789abcdef',
  ),
  'avenia-swap-partial-failed': told(
    `brla:58ad1527685e4d1f80f5c62d64dc273a ${SWAP} ticket Failed PARTIAL-FAILED 2026-03-02T13:40:00Z`,
    {
      amount: '250.10 USDT',
      amountOut: '1419.32 BRLA',
      failure: { message: 'Synthetic failure of one part' },
    },
    'quote_id 5e0c2f1a-0000-4000-8000-000000000003',
  ),
};
