import { event, type Golden, type ShortFacts } from '@/lib/providers/golden';

const END_USER = 'synthetic_customer_10';

/** An event with what every one says: its id, its end user and perhaps its reference, before what is its own. */
function told(line: string, facts: ShortFacts, ...own: string[]) {
  const id = line.split(' ')[1]?.slice('ripio:'.length);
  const ref = facts.externalRef ? [`external_ref ${facts.externalRef}`] : [];
  return event(line, {
    ...facts,
    endUser: END_USER,
    identifiers: [`provider_id ${id}`, `end_user_id ${END_USER}`, ...ref, ...own],
  });
}

export const golden: Golden = {
  'fiat-deposit-blocked-limit-exceeded': told(
    'ripio:12def1cd245473667aa593354fa26b11 ripio:228a6e50-ede9-4521-a6c7-f8f608ab1e15 fiat_deposit Blocked BLOCKED_LIMIT_EXCEEDED 2026-02-10T14:49:25.342111Z',
    {
      createdAt: '2026-02-10T14:48:33.895551Z',
      amount: '9876543.21 ARS',
      details: { holder_name: 'Titular Sintético Uno', refunded: 'false' },
    },
    'origin_account 0000465100000000000017',
    'tax_id 20000000019',
  ),
  'fiat-deposit-cancelled-refunded': told(
    'ripio:bc71e877785b650a2a9e7f21b1e1d7a6 ripio:53fff4ce-6dc7-4400-a3e1-c9b3347a517d fiat_deposit Returned CANCELLED 2026-02-10T14:49:25.342111Z',
    {
      createdAt: '2026-02-10T14:48:33.895551Z',
      amount: '12345.67 ARS',
      refund: {
        status: 'completed',
        steps: ['FIAT_WITHDRAWAL completed refunded dcad4807-0d82-4731-a305-3b524e0ae509'],
      },
      links: ['refunded_by ripio:dcad4807-0d82-4731-a305-3b524e0ae509'],
      details: { holder_name: 'Titular Sintético Uno', refunded: 'true' },
    },
    'origin_account 0000465100000000000017',
    'tax_id 20000000019',
    'refund_withdrawal_id dcad4807-0d82-4731-a305-3b524e0ae509',
  ),
  'fiat-deposit-cancelled': told(
    'ripio:cb9ef658c3f3a501113c757dc85c90f1 ripio:37af656a-6803-4c9f-a9b4-7d24c116deea fiat_deposit Cancelled CANCELLED 2026-02-10T14:49:25.342111Z',
    {
      createdAt: '2026-02-10T14:48:33.895551Z',
      amount: '12345.67 ARS',
      details: { holder_name: 'Titular Sintético Uno', refunded: 'false' },
    },
    'origin_account 0000465100000000000017',
    'tax_id 20000000019',
  ),
  'fiat-deposit-completed': told(
    'ripio:569093dbf25fcfe2673b82ae229b594b ripio:53fff4ce-6dc7-4400-a3e1-c9b3347a517d fiat_deposit Completed COMPLETED 2026-02-10T14:49:25.342111Z',
    {
      createdAt: '2026-02-10T14:48:33.895551Z',
      amount: '12345.67 ARS',
      details: { holder_name: 'Titular Sintético Uno', refunded: 'false' },
    },
    'origin_account 0000465100000000000017',
    'tax_id 20000000019',
  ),
  'fiat-withdrawal-cancelled': told(
    'ripio:3c51decab20f16f7382832e452190035 ripio:7065ed5a-6f14-4aa4-a1c1-917169f97815 fiat_withdrawal Cancelled CANCELLED 2026-02-11T14:18:22Z',
    { createdAt: '2026-02-11T14:15:22Z', amount: '12345.67 ARS', externalRef: 'synthetic-ref-0103' },
    'transaction_id fd0ada19-9cc0-45ff-aaaf-4dc045f16049',
    'beneficiary_account_id 2377cc97-74c4-4b2a-a079-518801fab038',
  ),
  'fiat-withdrawal-completed': told(
    'ripio:9f26566f5b07f2b44663f0f68b539d6e ripio:916b9561-5415-4501-a4e6-3233af9d097f fiat_withdrawal Completed COMPLETED 2026-02-11T14:18:22Z',
    {
      createdAt: '2026-02-11T14:15:22Z',
      amount: '12345.67 ARS',
      isCurrencyAssumed: true,
      externalRef: 'synthetic-ref-0101',
    },
    'transaction_id 44090ee6-409f-408d-a96f-34e560e33117',
    'beneficiary_account_id 2377cc97-74c4-4b2a-a079-518801fab038',
  ),
  'fiat-withdrawal-pending': told(
    'ripio:7fc2eeb0d93563668844090b9bf7bf21 ripio:916b9561-5415-4501-a4e6-3233af9d097f fiat_withdrawal Requested PENDING 2026-02-11T14:15:22Z',
    {
      createdAt: '2026-02-11T14:15:22Z',
      amount: '12345.67 ARS',
      isCurrencyAssumed: true,
      externalRef: 'synthetic-ref-0101',
    },
    'transaction_id 44090ee6-409f-408d-a96f-34e560e33117',
    'beneficiary_account_id 2377cc97-74c4-4b2a-a079-518801fab038',
  ),
  'fiat-withdrawal-refund-completed': [
    told(
      'ripio:3bca820e7f720506cdc0c3350b535ee3 ripio:dcad4807-0d82-4731-a305-3b524e0ae509 fiat_withdrawal Completed COMPLETED 2026-02-10T14:52:00.000001Z',
      {
        createdAt: '2026-02-10T14:49:20.5Z',
        amount: '12345.67 ARS',
        isCurrencyAssumed: true,
        externalRef: 'synthetic-ref-0102',
        links: ['refund_of ripio:53fff4ce-6dc7-4400-a3e1-c9b3347a517d'],
      },
      'transaction_id 188d11a2-4bf3-49ce-a2c8-6036339bb711',
      'beneficiary_account_id 2377cc97-74c4-4b2a-a079-518801fab038',
      'refunded_deposit_id 53fff4ce-6dc7-4400-a3e1-c9b3347a517d',
    ),
    event(
      'ripio:3bca820e7f720506cdc0c3350b535ee3~refund ripio:53fff4ce-6dc7-4400-a3e1-c9b3347a517d fiat_deposit RefundReported COMPLETED 2026-02-10T14:52:00.000001Z',
      {
        refund: {
          status: 'completed',
          steps: ['FIAT_WITHDRAWAL completed COMPLETED dcad4807-0d82-4731-a305-3b524e0ae509'],
        },
      },
    ),
  ],
  'fiat-withdrawal-refund-pending': [
    told(
      'ripio:8d986fc8753855132c2535af58b35d69 ripio:dcad4807-0d82-4731-a305-3b524e0ae509 fiat_withdrawal Requested PENDING 2026-02-10T14:49:20.5Z',
      {
        createdAt: '2026-02-10T14:49:20.5Z',
        amount: '12345.67 ARS',
        isCurrencyAssumed: true,
        externalRef: 'synthetic-ref-0102',
        links: ['refund_of ripio:53fff4ce-6dc7-4400-a3e1-c9b3347a517d'],
      },
      'transaction_id 188d11a2-4bf3-49ce-a2c8-6036339bb711',
      'beneficiary_account_id 2377cc97-74c4-4b2a-a079-518801fab038',
      'refunded_deposit_id 53fff4ce-6dc7-4400-a3e1-c9b3347a517d',
    ),
    event(
      'ripio:8d986fc8753855132c2535af58b35d69~refund ripio:53fff4ce-6dc7-4400-a3e1-c9b3347a517d fiat_deposit RefundReported PENDING 2026-02-10T14:49:20.5Z',
      {
        refund: {
          status: 'pending',
          steps: ['FIAT_WITHDRAWAL pending PENDING dcad4807-0d82-4731-a305-3b524e0ae509'],
        },
      },
    ),
  ],
};
