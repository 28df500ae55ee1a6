import { event, type Golden, type ShortFacts } from '@/lib/providers/golden';
import { aveniaGolden } from './avenia-golden';

const ACCOUNT = '2f859adc-162e-4445-a82f-187cbb8ac29a';

/** An event with what every one says: its id, its account and perhaps its reference, before what is its own. */
function told(line: string, facts: ShortFacts, ...own: string[]) {
  const id = line.split(' ')[1]?.slice('brla:'.length);
  const ref = facts.externalRef ? [`external_ref ${facts.externalRef}`] : [];
  return event(line, {
    ...facts,
    endUser: ACCOUNT,
    identifiers: [`provider_id ${id}`, ...ref, `account_id ${ACCOUNT}`, ...own],
  });
}

export const golden: Golden = {
  ...aveniaGolden,
  'balance-update': told(
    'brla:evt-0034-a281f25eda88 brla:evt-0034-a281f25eda88 balance_update TokensReceived - 2026-03-02T12:00:34.123Z',
    { amount: '1298.37 USDC' },
    'token_address 0x2265daba0872fc3aef169d079365e590f0cbc8ed',
    'source_address 0x72180169dc27a609cd85e08238059c73562197eb',
    'tx_hash 0xed5545442ce4f47e657e7e96c5cb4453407c4e0b2e22e07f4fff9f07f9d47768',
  ),
  'burn-failed': told(
    'brla:evt-0008-40e0b239a1d0 brla:c44331ad-3cd6-4d60-a339-e953e9f78e7d burn Failed FAILED 2026-03-02T12:00:08.123Z',
    { externalRef: 'synthetic-burn-2', failure: { message: 'Synthetic failure' } },
  ),
  'burn-posted': told(
    'brla:evt-0006-6e252798c90f brla:aaf0dc63-ab1a-4c46-a79d-3cd64d8da020 burn Started POSTED 2026-03-02T12:00:06.123Z',
    { externalRef: 'synthetic-burn-1' },
    'tx_hash 0xaf0e3d7516ba9c4f3b08fdaa55e9f35a540edfd8d996eaff3cf837df8c4cb7d2',
  ),
  'burn-queued': told(
    'brla:evt-0005-d893abe0b0e2 brla:aaf0dc63-ab1a-4c46-a79d-3cd64d8da020 burn Requested QUEUED 2026-03-02T12:00:05.123Z',
    {
      network: 'Polygon',
      externalRef: 'synthetic-burn-1',
      amount: '1500.00 BRLA',
      fees: ['transfer 0.75 BRLA'],
      details: { reason: 'Pay out' },
    },
    'source_address 0xfec429b5a27c44aed23ebc51db787e24a37ad887 Polygon',
  ),
  'burn-success': told(
    'brla:evt-0007-ae1476421dbb brla:aaf0dc63-ab1a-4c46-a79d-3cd64d8da020 burn Completed SUCCESS 2026-03-02T12:00:07.123Z',
    { externalRef: 'synthetic-burn-1' },
  ),
  'kyc-failed': told(
    'brla:evt-0029-e907fd824d45 brla:a4f15d24-0efa-40bf-a0ab-b7800c42a5bc kyc Failed FAILED 2026-03-02T12:00:29.123Z',
    { failure: { message: 'Synthetic rejection' }, details: { kyc_status: 'REJECTED', kyc_level: '2' } },
    'tax_id 11144477735',
  ),
  'kyc-posted': told(
    'brla:evt-0027-97ccc52ff07f brla:5a1e82eb-ef4b-4b27-ae77-c835e72bbc6c kyc Started POSTED 2026-03-02T12:00:27.123Z',
    { details: { kyc_status: 'PENDING', kyc_level: '2' } },
    'tax_id 11144477735',
  ),
  'kyc-success': told(
    'brla:evt-0028-18c0c687407b brla:5a1e82eb-ef4b-4b27-ae77-c835e72bbc6c kyc Completed SUCCESS 2026-03-02T12:00:28.123Z',
    { details: { kyc_status: 'APPROVED', kyc_level: '2' } },
    'tax_id 11144477735',
  ),
  'mint-failed': told(
    'brla:evt-0004-a0503b923606 brla:ba102273-48ab-4dd2-a913-7f222a6f0e7b mint Failed FAILED 2026-03-02T12:00:04.123Z',
    { externalRef: 'synthetic-mint-2', failure: { message: 'Synthetic failure' } },
  ),
  'mint-posted': told(
    'brla:evt-0002-5ba1d5dbfeeb brla:f3d624fa-4e54-4b76-a082-1e10c1a742c6 mint Started POSTED 2026-03-02T12:00:02.123Z',
    { externalRef: 'synthetic-mint-1' },
    'tx_hash 0x70c6abb2bf24bde6d63304f205c0cfdc5b1dfd56c71f098d6fc61ab65c558980',
  ),
  'mint-queued': told(
    'brla:evt-0001-5e9d113164bc brla:f3d624fa-4e54-4b76-a082-1e10c1a742c6 mint Requested QUEUED 2026-03-02T12:00:01.123Z',
    {
      network: 'Polygon',
      externalRef: 'synthetic-mint-1',
      amount: '997.50 BRLA',
      fees: ['discounted 2.50 BRLA'],
      links: ['pays_deposit 41e48ac6-49af-4cc8-ad85-83b4fd87d61b'],
      details: { reason: 'Order paid' },
    },
    'deposit_id 41e48ac6-49af-4cc8-ad85-83b4fd87d61b',
    'reference_label synthetic-label-1',
    'tax_id 11222333000181',
    'destination_address 0xfec429b5a27c44aed23ebc51db787e24a37ad887 Polygon',
  ),
  'mint-success': told(
    'brla:evt-0003-dee357c59e69 brla:f3d624fa-4e54-4b76-a082-1e10c1a742c6 mint Completed SUCCESS 2026-03-02T12:00:03.123Z',
    { externalRef: 'synthetic-mint-1' },
  ),
  'money-transfer-failed': told(
    'brla:evt-0032-57b9b0d0be0a brla:a7c3a361-e437-40ed-abad-ecb4fb4bc4b2 money_transfer Failed FAILED 2026-03-02T12:00:32.123Z',
    {
      failure: { message: 'Synthetic failure' },
      links: ['pays_out brla:c44331ad-3cd6-4d60-a339-e953e9f78e7d'],
      details: { associated_operation_type: 'BURN' },
    },
    'e2e E99999999202603021200synthetic02',
    'associated_operation_id c44331ad-3cd6-4d60-a339-e953e9f78e7d',
  ),
  'money-transfer-posted': told(
    'brla:evt-0030-3b2d77b7840f brla:fb38c0c8-7db5-4e91-ac6c-9b020a8b3b2e money_transfer Started POSTED 2026-03-02T12:00:30.123Z',
    {
      links: ['pays_out brla:aaf0dc63-ab1a-4c46-a79d-3cd64d8da020'],
      details: { associated_operation_type: 'BURN' },
    },
    'associated_operation_id aaf0dc63-ab1a-4c46-a79d-3cd64d8da020',
  ),
  'money-transfer-reversed': [
    told(
      'brla:evt-0033-71f096af93e8 brla:fb38c0c8-7db5-4e91-ac6c-9b020a8b3b2e money_transfer Reversed REVERSED 2026-03-02T12:00:33.123Z',
      {
        failure: { message: 'Returned by the receiver' },
        revertedAmount: '1499.25 BRL',
        links: ['pays_out brla:aaf0dc63-ab1a-4c46-a79d-3cd64d8da020'],
        details: { associated_operation_type: 'BURN' },
      },
      'e2e E99999999202603021200synthetic01',
      'associated_operation_id aaf0dc63-ab1a-4c46-a79d-3cd64d8da020',
    ),
    event(
      'brla:evt-0033-71f096af93e8~reversal brla:aaf0dc63-ab1a-4c46-a79d-3cd64d8da020 burn Reversed REVERSED 2026-03-02T12:00:33.123Z',
      { revertedAmount: '1499.25 BRL', identifiers: ['e2e E99999999202603021200synthetic01'] },
    ),
  ],
  'money-transfer-success': told(
    'brla:evt-0031-062599848269 brla:fb38c0c8-7db5-4e91-ac6c-9b020a8b3b2e money_transfer Completed SUCCESS 2026-03-02T12:00:31.123Z',
    {
      links: ['pays_out brla:aaf0dc63-ab1a-4c46-a79d-3cd64d8da020'],
      details: { associated_operation_type: 'BURN' },
    },
    'e2e E99999999202603021200synthetic01',
    'associated_operation_id aaf0dc63-ab1a-4c46-a79d-3cd64d8da020',
  ),
  'pix-to-token-failed': told(
    'brla:evt-0020-d76fa5d7039f brla:4f9ea67d-34bb-4195-a792-df98f3ba8286 pix_to_token Failed FAILED 2026-03-02T12:00:20.123Z',
    {
      externalRef: 'synthetic-pix-to-token-2',
      failure: { message: 'Synthetic failure' },
      token: 'USDT',
      details: { execution: 'PARTIAL-TOKEN' },
    },
  ),
  'pix-to-token-posted': told(
    'brla:evt-0018-22c288599bc4 brla:ecc46eec-edd8-464f-a47e-564b48ec7b97 pix_to_token Started POSTED 2026-03-02T12:00:18.123Z',
    { externalRef: 'synthetic-pix-to-token-1', token: 'USDT', details: { execution: 'PARTIAL-TOKEN' } },
    'tx_hash 0x036c81fc58888867fb7c7ea669bbe90d4018ad7fbe88177b923b3d517b328564',
  ),
  'pix-to-token-queued': told(
    'brla:evt-0017-dfba6c5cebd1 brla:ecc46eec-edd8-464f-a47e-564b48ec7b97 pix_to_token Requested QUEUED 2026-03-02T12:00:17.123Z',
    {
      network: 'Moonbeam',
      externalRef: 'synthetic-pix-to-token-1',
      amount: '1234.56 BRL',
      amountOut: '214.033000 USDT',
      token: 'USDT',
      links: ['fills_order 996bdadd-d967-4393-a699-85de985d4e25'],
      details: { reason: 'Order paid' },
    },
    'pix_order_id 996bdadd-d967-4393-a699-85de985d4e25',
    'destination_address 0xfec429b5a27c44aed23ebc51db787e24a37ad887 Moonbeam',
  ),
  'pix-to-token-success': told(
    'brla:evt-0019-fa0dd211126b brla:ecc46eec-edd8-464f-a47e-564b48ec7b97 pix_to_token Completed SUCCESS 2026-03-02T12:00:19.123Z',
    { externalRef: 'synthetic-pix-to-token-1', token: 'USDT', details: { execution: 'PARTIAL-TOKEN' } },
  ),
  'pix-to-usd-failed': told(
    'brla:evt-0016-d344c6da9b15 brla:9fb3cc72-4d03-4d93-a420-f9235cf8f9e2 pix_to_usd Failed FAILED 2026-03-02T12:00:16.123Z',
    {
      externalRef: 'synthetic-pix-to-usd-2',
      failure: { message: 'Synthetic failure' },
      links: ['fills_order fc70261c-11d5-4261-a7bf-aa7b762fa8e9'],
      details: { execution: 'PARTIAL-USD' },
    },
    'pix_order_id fc70261c-11d5-4261-a7bf-aa7b762fa8e9',
  ),
  'pix-to-usd-posted': told(
    'brla:evt-0014-cec646ac2f39 brla:17a31cac-f009-4c35-aab5-d68aab4a77f2 pix_to_usd Started POSTED 2026-03-02T12:00:14.123Z',
    {
      externalRef: 'synthetic-pix-to-usd-1',
      links: ['fills_order fc70261c-11d5-4261-a7bf-aa7b762fa8e9'],
      details: { execution: 'PARTIAL-USD' },
    },
    'pix_order_id fc70261c-11d5-4261-a7bf-aa7b762fa8e9',
    'tx_hash 0xac584e19f09359030f53d8414ad52bef8b97a321d57e021dd5226119bdbc4820',
  ),
  'pix-to-usd-queued': told(
    'brla:evt-0013-60a29a50d6c7 brla:17a31cac-f009-4c35-aab5-d68aab4a77f2 pix_to_usd Requested QUEUED 2026-03-02T12:00:13.123Z',
    {
      network: 'Polygon',
      externalRef: 'synthetic-pix-to-usd-1',
      amount: '6.00 BRL',
      amountOut: '0.97 USDC',
      links: ['fills_order fc70261c-11d5-4261-a7bf-aa7b762fa8e9'],
      details: { reason: 'Order paid' },
    },
    'pix_order_id fc70261c-11d5-4261-a7bf-aa7b762fa8e9',
    'destination_address 0xfec429b5a27c44aed23ebc51db787e24a37ad887 Polygon',
  ),
  'pix-to-usd-success': told(
    'brla:evt-0015-1245de966a4f brla:17a31cac-f009-4c35-aab5-d68aab4a77f2 pix_to_usd Completed SUCCESS 2026-03-02T12:00:15.123Z',
    {
      externalRef: 'synthetic-pix-to-usd-1',
      links: ['fills_order fc70261c-11d5-4261-a7bf-aa7b762fa8e9'],
      details: { execution: 'PARTIAL-USD' },
    },
    'pix_order_id fc70261c-11d5-4261-a7bf-aa7b762fa8e9',
  ),
  'repost-transaction': told(
    'brla:evt-0035-21ecbbbf625e brla:f3d624fa-4e54-4b76-a082-1e10c1a742c6 - HashReplaced POSTED 2026-03-02T12:00:35.123Z',
    { network: 'Polygon', details: { reason: 'Not mined in time' } },
    'tx_hash 0x4aad9019c0fbde338992653cfd6bacfbbf5047e99e71d3d10e3362a7a8f4851a Polygon',
    'replaced_tx_hash 0x70c6abb2bf24bde6d63304f205c0cfdc5b1dfd56c71f098d6fc61ab65c558980 Polygon',
  ),
  'swap-failed': told(
    'brla:evt-0012-e22d11f22e93 brla:50ddcd2c-e60c-4361-ab04-d26c1fe33805 swap Failed FAILED 2026-03-02T12:00:12.123Z',
    {
      externalRef: 'synthetic-swap-2',
      failure: { message: 'Synthetic failure' },
      details: { execution: 'ATOMIC' },
    },
  ),
  'swap-posted': told(
    'brla:evt-0010-1d249a66d775 brla:c03d839e-451e-4e9c-a39b-8a6f2769ccec swap Started POSTED 2026-03-02T12:00:10.123Z',
    { externalRef: 'synthetic-swap-1', details: { execution: 'ATOMIC' } },
    'tx_hash 0x885c040281b80308a5225a77b8f8133798f29cc256c610c0d43c5359e8517fb8',
  ),
  'swap-queued': told(
    'brla:evt-0009-325d8867f67e brla:c03d839e-451e-4e9c-a39b-8a6f2769ccec swap Requested QUEUED 2026-03-02T12:00:09.123Z',
    {
      network: 'Polygon',
      externalRef: 'synthetic-swap-1',
      amount: '601.00 BRLA',
      amountOut: '104.27 USDC',
      details: { reason: 'Requested by user' },
    },
    'source_address 0xfec429b5a27c44aed23ebc51db787e24a37ad887 Polygon',
    'destination_address 0x72180169dc27a609cd85e08238059c73562197eb Polygon',
  ),
  'swap-success': told(
    'brla:evt-0011-b949c7c1ae5d brla:c03d839e-451e-4e9c-a39b-8a6f2769ccec swap Completed SUCCESS 2026-03-02T12:00:11.123Z',
    { externalRef: 'synthetic-swap-1', details: { execution: 'ATOMIC' } },
  ),
  'usd-to-pix-failed': told(
    'brla:evt-0024-fd0b9a934f67 brla:f24beca7-109b-45bb-a246-5b3271f56d5d usd_to_pix Failed FAILED 2026-03-02T12:00:24.123Z',
    { externalRef: 'synthetic-usd-to-pix-2', failure: { message: 'Synthetic failure' } },
  ),
  'usd-to-pix-posted': told(
    'brla:evt-0022-f61872c91daa brla:6dbbca7b-9dfd-498a-a321-d04c68f0b8c4 usd_to_pix Started POSTED 2026-03-02T12:00:22.123Z',
    { externalRef: 'synthetic-usd-to-pix-1' },
    'tx_hash 0x5cd833a15bc32de0ecc46bf664eea5c195e860b4fccd3a114c62ba5c3ad24a5f',
  ),
  'usd-to-pix-queued': told(
    'brla:evt-0021-28c01737e4b0 brla:6dbbca7b-9dfd-498a-a321-d04c68f0b8c4 usd_to_pix Requested QUEUED 2026-03-02T12:00:21.123Z',
    {
      externalRef: 'synthetic-usd-to-pix-1',
      amount: '100.00 USDT',
      amountOut: '576.39 BRL',
      details: { reason: 'Requested by user' },
    },
  ),
  'usd-to-pix-refund-posted': told(
    'brla:evt-0025-eabc342cf0d3 brla:f24beca7-109b-45bb-a246-5b3271f56d5d usd_to_pix Failed POSTED 2026-03-02T12:00:25.123Z',
    {
      externalRef: 'synthetic-usd-to-pix-2',
      refund: {
        status: 'processing',
        providerStatus: 'POSTED',
        steps: ['REFUND processing POSTED 0x155490e228ecea585a53fa38cb49977b37c259d4ad281f02e6616913cb3493d3'],
      },
    },
    'tx_hash 0x155490e228ecea585a53fa38cb49977b37c259d4ad281f02e6616913cb3493d3',
  ),
  'usd-to-pix-refund-success': told(
    'brla:evt-0026-48e4044aea90 brla:f24beca7-109b-45bb-a246-5b3271f56d5d usd_to_pix Failed SUCCESS 2026-03-02T12:00:26.123Z',
    {
      externalRef: 'synthetic-usd-to-pix-2',
      refund: { status: 'completed', providerStatus: 'SUCCESS', steps: ['REFUND completed SUCCESS -'] },
    },
  ),
  'usd-to-pix-success': told(
    'brla:evt-0023-a8a39ec68d97 brla:6dbbca7b-9dfd-498a-a321-d04c68f0b8c4 usd_to_pix Completed SUCCESS 2026-03-02T12:00:23.123Z',
    { externalRef: 'synthetic-usd-to-pix-1' },
  ),
};
