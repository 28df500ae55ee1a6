import { event, type Golden, type ShortFacts } from '@/lib/providers/golden';

/** What every SPEI issuance and redemption of the fixtures says. */
const CLABES = ['sender_clabe 646180000000000012', 'receiver_clabe 710969000000000017'];
const SENT = { method: 'SPEI', sender_name: 'Sintetica Uno SA de CV' };
const RECEIVED = { method: 'SPEI', receiver_account_type: 'MEXICAN_BANK_ACCOUNT' };

/** An event with the identifiers that every one has, before its own. */
function told(line: string, facts: ShortFacts, ...own: string[]) {
  const id = line.split(' ')[1]?.split(':')[2];
  const ref = facts.externalRef ? [`external_ref ${facts.externalRef}`] : [];
  return event(line, { ...facts, identifiers: [`provider_id ${id}`, ...ref, ...own] });
}

export const golden: Golden = {
  'conversion-complete': told(
    'juno:d5aba76751b1fa9caabd0585a52a2b76 juno:conversion:2c1a958d-fe75-417b-a53d-d3ede08724cd conversion Completed COMPLETE 2026-02-09T12:39:34Z',
    {
      createdAt: '2026-02-09T12:39:34Z',
      amount: '25000 MXNB',
      amountOut: '1298.3766240000 USDC',
      exchangeRate: '19.2548136942',
    },
    'quote_id a1532a23-9a69-4195-ad49-22ad91e9014b',
  ),
  'crypto-deposit-complete': told(
    'juno:ecc05dfff4deb29d6f35bda28fed297a juno:crypto_deposit:561c88df-67fe-4aba-a1c8-ea7e644b70fe crypto_deposit Completed COMPLETE 2026-02-02T15:20:14Z',
    {
      createdAt: '2026-02-02T15:19:22Z',
      externalRef: 'synthetic-ref-0001',
      amount: '100 MXNB',
      network: 'ARBITRUM',
    },
    'source_address 0x82213154411d5f40699709205d11c65a5f1fd5bb ARBITRUM',
    'destination_address 0x28a22e65c829b896b973279c8397717c26277f86 ARBITRUM',
    'tx_hash 0x794f67713414c48b8a8feaef7ee467d0011dd51f46252c445cb8d26b77c87bff ARBITRUM',
  ),
  'crypto-withdrawal-complete': told(
    'juno:b018089ff94c1a38252b13a4721f254d juno:crypto_withdrawal:561c88df-67fe-4aba-a1c8-ea7e644b70fe crypto_withdrawal Completed COMPLETE 2026-02-02T15:20:14Z',
    {
      createdAt: '2026-02-02T15:19:22Z',
      externalRef: 'synthetic-ref-0001',
      amount: '100 MXNB',
      network: 'ARBITRUM',
    },
    'source_address 0x82213154411d5f40699709205d11c65a5f1fd5bb ARBITRUM',
    'destination_address 0x28a22e65c829b896b973279c8397717c26277f86 ARBITRUM',
    'tx_hash 0x95f280b19f448a40029d1618bf4e1caffd8586a08874dbb21453bc3f13f5e2cf ARBITRUM',
  ),
  'issuance-bitso-transfer-complete': told(
    'juno:798a912a5cfe2664c1a56659b43cb777 juno:issuance:b83652f6-0dd3-423e-aa6a-bc74d60a9c95 issuance Completed COMPLETE 2026-02-03T10:23:05Z',
    {
      createdAt: '2026-02-03T10:22:11Z',
      externalRef: 'synthetic-ref-0002',
      amount: '500 BRL',
      network: 'POLYGON',
      token: 'BRL1',
      details: { method: 'BITSO_TRANSFER', refunded: 'false' },
    },
    'source_address 0x82213154411d5f40699709205d11c65a5f1fd5bb POLYGON',
    'destination_address 0x28a22e65c829b896b973279c8397717c26277f86 POLYGON',
    'tx_hash 0x2be6c42821d4070135fafdb263eb1f7ab69d0cd448aca79335077e60019f633e POLYGON',
  ),
  'issuance-complete': told(
    'juno:60bd39011e19f67385aadb921dc4406f juno:issuance:561c88df-67fe-4aba-a1c8-ea7e644b70fe issuance Completed COMPLETE 2026-02-02T15:20:14Z',
    {
      createdAt: '2026-02-02T15:19:22Z',
      externalRef: 'synthetic-ref-0001',
      amount: '100 MXN',
      network: 'ARBITRUM',
      token: 'MXNB',
      details: { ...SENT, refunded: 'false' },
    },
    ...CLABES,
    'clave_rastreo SYNTHSPEI000000000000000001',
    'source_address 0x82213154411d5f40699709205d11c65a5f1fd5bb ARBITRUM',
    'destination_address 0x28a22e65c829b896b973279c8397717c26277f86 ARBITRUM',
    'tx_hash 0xd2101660112fd2a92ed81ec1d88d871fea8361f9ba1024098529050967a62b60 ARBITRUM',
  ),
  'issuance-failed': told(
    'juno:9d77ceb88bf4d03e416590a85f928c12 juno:issuance:c3c49415-dc11-4ef9-abc7-4ed8e8b1a125 issuance Failed FAILED 2026-02-04T09:00:31Z',
    {
      createdAt: '2026-02-04T09:00:00Z',
      amount: '250.75 MXN',
      network: 'ARBITRUM',
      token: 'MXNB',
      failure: { message: 'The deposit was stopped for review' },
      details: { ...SENT, refunded: 'false' },
    },
    ...CLABES,
  ),
  'issuance-in-progress': told(
    'juno:7f217743f84ffaf0ddc181c5d5b127bf juno:issuance:561c88df-67fe-4aba-a1c8-ea7e644b70fe issuance Started IN_PROGRESS 2026-02-02T15:19:40Z',
    {
      createdAt: '2026-02-02T15:19:22Z',
      externalRef: 'synthetic-ref-0001',
      amount: '100 MXN',
      network: 'ARBITRUM',
      token: 'MXNB',
      details: { ...SENT, refunded: 'false' },
    },
    ...CLABES,
    'clave_rastreo SYNTHSPEI000000000000000001',
  ),
  'issuance-pending': told(
    'juno:da43f7d4413133be89b0c79af568174d juno:issuance:561c88df-67fe-4aba-a1c8-ea7e644b70fe issuance Requested PENDING 2026-02-02T15:19:22Z',
    {
      createdAt: '2026-02-02T15:19:22Z',
      externalRef: 'synthetic-ref-0001',
      amount: '100 MXN',
      network: 'ARBITRUM',
      token: 'MXNB',
      details: { ...SENT, refunded: 'false' },
    },
    ...CLABES,
  ),
  'issuance-refund-complete': told(
    'juno:970762e8bfcef17538ff317b3b5942a3 juno:issuance:46a2b874-9b6b-4c25-a8ea-5d06dbba1826 issuance Failed FAILED 2026-02-05T15:08:56Z',
    {
      createdAt: '2026-02-05T15:08:20Z',
      amount: '99 MXN',
      network: 'ARBITRUM',
      token: 'MXNB',
      failure: {
        code: 'insufficient_deposit_amount_for_issuance',
        message: 'The deposit is below the minimum',
      },
      refund: {
        status: 'completed',
        providerStatus: 'COMPLETE',
        steps: [
          'BITSO_TRANSFER completed COMPLETE e41d6a8bf200dca06853f86333f58a72',
          'SPEI_WITHDRAWAL completed COMPLETE a0b298db5a4213f29e8c980b14b8123a',
        ],
      },
      details: { ...SENT, refunded: 'true' },
    },
    ...CLABES,
    'clave_rastreo SYNTHSPEI000000000000000002',
    'source_address 0x82213154411d5f40699709205d11c65a5f1fd5bb ARBITRUM',
    'refund_step_id e41d6a8bf200dca06853f86333f58a72 ARBITRUM',
    'refund_step_id a0b298db5a4213f29e8c980b14b8123a ARBITRUM',
  ),
  'issuance-refund-pending': told(
    'juno:538ee6ac131c0a9307d751d829c4cc4e juno:issuance:46a2b874-9b6b-4c25-a8ea-5d06dbba1826 issuance Failed FAILED 2026-02-05T15:08:31Z',
    {
      createdAt: '2026-02-05T15:08:20Z',
      amount: '99 MXN',
      network: 'ARBITRUM',
      token: 'MXNB',
      failure: {
        code: 'insufficient_deposit_amount_for_issuance',
        message: 'The deposit is below the minimum',
      },
      refund: { status: 'pending', providerStatus: 'PENDING', steps: [] },
      details: { ...SENT, refunded: 'false' },
    },
    ...CLABES,
    'clave_rastreo SYNTHSPEI000000000000000002',
    'source_address 0x82213154411d5f40699709205d11c65a5f1fd5bb ARBITRUM',
  ),
  'issuance-refunded-flag-only': told(
    'juno:ec7b148f6cf6c3a406b9b11487dbe07a juno:issuance:85f84b1f-34db-4aaa-ad35-a992b60000b9 issuance Failed FAILED 2026-02-05T16:00:09Z',
    {
      createdAt: '2026-02-05T16:00:00Z',
      amount: '99.50 MXN',
      network: 'ARBITRUM',
      token: 'MXNB',
      refund: { status: 'completed', providerStatus: 'refunded', steps: [] },
      details: { ...SENT, refunded: 'true' },
    },
    ...CLABES,
  ),
  'redemption-bitso-transfer-complete': told(
    'juno:949846ba8709c015598f8c6e5812479b juno:redemption:e55bd05e-7076-4ac3-a45c-cb21d553e5e5 redemption Completed COMPLETE 2026-02-06T14:06:12Z',
    {
      createdAt: '2026-02-06T14:05:33Z',
      externalRef: 'synthetic-ref-0003',
      amount: '1000 BRL',
      network: 'POLYGON',
      token: 'BRL1',
      details: { method: 'BITSO_TRANSFER', receiver_account_type: 'BITSO_TRANSFER', refunded: 'false' },
    },
  ),
  'redemption-complete': told(
    'juno:8acf1e23bb2af39ab6b1f1dce35d6f5c juno:redemption:561c88df-67fe-4aba-a1c8-ea7e644b70fe redemption Completed COMPLETE 2026-02-02T15:20:14Z',
    {
      createdAt: '2026-02-02T15:19:22Z',
      externalRef: 'synthetic-ref-0001',
      amount: '100 MXN',
      network: 'ARBITRUM',
      token: 'MXNB',
      details: { ...RECEIVED, refunded: 'false' },
    },
    'receiver_clabe 012180000000000028',
    'clave_rastreo 202602029071000000000000000001',
  ),
  'redemption-refund-complete': told(
    'juno:ba6c3d036d4203612ed3d9572089df5a juno:redemption:95a4df41-d2c2-414a-a28a-1eda4bddb92b redemption Failed FAILED 2026-02-07T13:32:07Z',
    {
      createdAt: '2026-02-07T13:28:13Z',
      amount: '101 MXN',
      network: 'ARBITRUM',
      token: 'MXNB',
      failure: { code: 'transaction_failed', message: 'The settlement transfer did not go through' },
      refund: {
        status: 'completed',
        providerStatus: 'COMPLETE',
        steps: [
          'BITSO_TRANSFER completed COMPLETE b845a6df36705812f14640da988698df',
          'TOKEN_MINT completed COMPLETE 0x8b61681a263fdd6f95ad2a595b27104f429ae5dcb6121c0401500f341168b374',
          'TOKEN_TRANSFER completed COMPLETE 0x07ad34348cb9cd0c6e1d5b4a4d2fac0522d8d60e7c2c6748c8ed9e10824f59ce',
          'TOKEN_DEPOSIT completed COMPLETE 6555a80fbf6c1c3200ae68fdfe6b42ce',
        ],
      },
      details: { ...RECEIVED, refunded: 'true' },
    },
    'receiver_clabe 012180000000000028',
    'refund_step_id b845a6df36705812f14640da988698df ARBITRUM',
    'refund_step_id 0x8b61681a263fdd6f95ad2a595b27104f429ae5dcb6121c0401500f341168b374 ARBITRUM',
    'refund_step_id 0x07ad34348cb9cd0c6e1d5b4a4d2fac0522d8d60e7c2c6748c8ed9e10824f59ce ARBITRUM',
    'refund_step_id 6555a80fbf6c1c3200ae68fdfe6b42ce ARBITRUM',
  ),
  'redemption-refund-failed': told(
    'juno:23aea1876b4d5a6e054f18cf7d2eda6a juno:redemption:59ed7503-c0a5-4a43-a8cb-4686a333e6e8 redemption Failed FAILED 2026-02-08T13:40:00Z',
    {
      createdAt: '2026-02-08T13:28:13Z',
      amount: '101 MXN',
      network: 'ARBITRUM',
      token: 'MXNB',
      failure: { code: 'transaction_failed', message: 'The settlement transfer did not go through' },
      refund: {
        status: 'failed',
        providerStatus: 'FAILED',
        steps: ['BITSO_TRANSFER completed COMPLETE d54a9f81044580a4fd647a248b5f26bf', 'TOKEN_MINT failed FAILED -'],
      },
      details: { ...RECEIVED, refunded: 'false' },
    },
    'receiver_clabe 012180000000000028',
    'refund_step_id d54a9f81044580a4fd647a248b5f26bf ARBITRUM',
  ),
  'redemption-refund-in-progress': told(
    'juno:7d7335f305cdfa862ed406b1d519df16 juno:redemption:95a4df41-d2c2-414a-a28a-1eda4bddb92b redemption Failed FAILED 2026-02-07T13:30:02Z',
    {
      createdAt: '2026-02-07T13:28:13Z',
      amount: '101 MXN',
      network: 'ARBITRUM',
      token: 'MXNB',
      failure: { code: 'transaction_failed', message: 'The settlement transfer did not go through' },
      refund: {
        status: 'processing',
        providerStatus: 'IN_PROGRESS',
        steps: [
          'BITSO_TRANSFER completed COMPLETE b845a6df36705812f14640da988698df',
          'TOKEN_MINT processing IN_PROGRESS -',
        ],
      },
      details: { ...RECEIVED, refunded: 'false' },
    },
    'receiver_clabe 012180000000000028',
    'refund_step_id b845a6df36705812f14640da988698df ARBITRUM',
  ),
};
