import { cases, type ShortLine } from './golden-case';
import { burn, crypto, HASH, increment, mint, OLD_HASH, pixToUsd, repost } from './golden-payments';

/** For tests only: what a chain shows, as the company’s own book has it. Amounts are in the token. */

const DAY = '2026-02-10';
const line = (amount: string, currency: string, hash: string, more: Partial<ShortLine> = {}): ShortLine => ({
  on: DAY,
  amount,
  currency,
  ids: [`tx_hash ${hash}`],
  ...more,
});
const SWAPPED = '0x885c040281b80308a5225a77b8f8133798f29cc256c610c0d43c5359e8517fb8';
const REFUNDED = '0x155490e228ecea585a53fa38cb49977b37c259d4ad281f02e6616913cb3493d3';
/** QUEUED of the payment whose refund the fixtures tell. */
const BACK = { id: '"evt-back"', 'data.id': '"f24beca7-109b-45bb-a246-5b3271f56d5d"' };
const MARCH = { on: '2026-03-02' };

export const CHAIN = cases('ledger', {
  'a deposit by network and hash': {
    told: [crypto('deposit')],
    lines: [line('100', 'MXNB', `arbitrum ${HASH}`)],
    give: ['matched 1 0#in'],
    why: 'Network, hash and amount.',
  },
  'a withdrawal by network and hash': {
    told: [crypto('withdrawal')],
    lines: [line('-100', 'MXNB', `arbitrum ${HASH}`)],
    give: ['matched 1 0#out'],
    why: 'Network, hash and amount.',
  },
  'a hash in capitals': {
    told: [crypto('deposit')],
    lines: [line('100', 'MXNB', `ARBITRUM ${HASH.toUpperCase().replace('0X', '0x')}`)],
    give: ['matched 1 0#in'],
    why: 'Hex has no case, nor has the name of a network.',
  },
  'a hash of which the line tells no network': {
    told: [crypto('deposit')],
    lines: [line('100', 'MXNB', HASH)],
    give: ['matched 1 0#in'],
    why: 'The hash decides where one side does not tell its network.',
  },
  'the same hash on another network': {
    told: [crypto('deposit')],
    lines: [line('100', 'MXNB', `polygon ${HASH}`)],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'A hash is one transaction only on its own network.',
  },
  'another hash': {
    told: [crypto('deposit')],
    lines: [line('100', 'MXNB', `arbitrum ${OLD_HASH}`)],
    give: ['exception missing_at_provider'],
    open: ['0#in missing_at_bank'],
    why: 'Both name their transaction, and they are two.',
  },
  'a hash with another amount': {
    told: [crypto('deposit')],
    lines: [line('99.5', 'MXNB', `arbitrum ${HASH}`)],
    give: ['exception id_equal_amount_differs'],
    why: 'The chain moved less than the provider tells.',
  },
  'a hash with another token': {
    told: [crypto('deposit')],
    lines: [line('100', 'USDC', `arbitrum ${HASH}`)],
    give: ['exception currency_differs'],
    why: 'Tokens are never subtracted from each other.',
  },
  'a deposit without its hash': {
    told: [crypto('deposit', { hash: null })],
    lines: [line('100', 'MXNB', `arbitrum ${HASH}`)],
    give: ['proposal 0#in'],
    why: 'Amount and day; one side tells no hash.',
  },
  'midnight in UTC': {
    told: [crypto('deposit', { hash: null, at: '2026-02-11T00:10:00Z' })],
    lines: [line('100', 'MXNB', `arbitrum ${HASH}`)],
    give: ['proposal 0#in'],
    why: 'A chain counts in UTC; the book a day off is inside the window.',
  },
  'a failed withdrawal that the chain has': {
    told: [crypto('withdrawal', { status: 'FAILED' })],
    lines: [line('-100', 'MXNB', `arbitrum ${HASH}`)],
    give: ['exception state_differs'],
    why: 'The tokens left, and the provider says they did not.',
  },
  'the tokens of a mint': {
    told: [mint()],
    lines: [line('-997.50', 'BRLA', `polygon ${HASH}`, MARCH)],
    give: ['matched 1 0#out'],
    why: 'The fee is taken in reais: the tokens are the amount.',
  },
  'a mint whose hash was replaced: the new one': {
    told: [mint({ hash: OLD_HASH }), repost(6, OLD_HASH, HASH)],
    lines: [line('-997.50', 'BRLA', `polygon ${HASH}`, MARCH)],
    give: ['matched 1 0#out'],
    why: 'A repost adds a hash to the same operation.',
  },
  'a mint whose hash was replaced: the old one': {
    told: [mint({ hash: OLD_HASH }), repost(6, OLD_HASH, HASH)],
    lines: [line('-997.50', 'BRLA', `polygon ${OLD_HASH}`, MARCH)],
    give: ['matched 1 0#out'],
    why: 'The old hash stays an alias.',
  },
  'a mint whose two hashes are both in the book': {
    told: [mint({ hash: OLD_HASH }), repost(6, OLD_HASH, HASH)],
    lines: [line('-997.50', 'BRLA', `polygon ${OLD_HASH}`, MARCH), line('-997.50', 'BRLA', `polygon ${HASH}`, MARCH)],
    give: ['exception duplicate_at_bank', 'exception duplicate_at_bank'],
    why: 'One operation moves its tokens once.',
  },
  'a repost of an operation nobody told about': {
    told: [repost(6, OLD_HASH, HASH)],
    lines: [line('-997.50', 'BRLA', `polygon ${HASH}`, MARCH)],
    give: ['exception missing_at_provider'],
    why: 'Of such an operation not even the kind is known: it has no leg.',
  },
  'the tokens of a burn': {
    told: [burn()],
    lines: [line('1500.00', 'BRLA', `polygon ${HASH}`, MARCH)],
    give: ['matched 1 0#in'],
    why: 'The whole amount is burnt; the fee is taken from the PIX.',
  },
  'a burn whose QUEUED was lost': {
    told: [burn({ lost: ['queued'] })],
    lines: [line('1500.00', 'BRLA', `polygon ${HASH}`, MARCH)],
    give: ['exception amount_unknown'],
    why: 'The hash came with POSTED, the amount never did.',
  },
  'an increment rounded down to cents': {
    told: [increment()],
    lines: [line('1298.376623998700000000', 'USDC', `polygon ${HASH}`, MARCH)],
    give: ['matched 1 0#in'],
    why: 'The chain moved less than a cent more: the rounding explains all of it.',
  },
  'an increment that is exact': {
    told: [increment()],
    lines: [line('1298.37', 'USDC', HASH, MARCH)],
    give: ['matched 1 0#in'],
    why: 'Nothing to explain.',
  },
  'an increment a whole cent more': {
    told: [increment()],
    lines: [line('1298.38', 'USDC', HASH, MARCH)],
    give: ['exception id_equal_amount_differs'],
    why: 'Rounding down never hides a whole cent.',
  },
  'an increment less than was told': {
    told: [increment()],
    lines: [line('1298.369999', 'USDC', HASH, MARCH)],
    give: ['exception id_equal_amount_differs'],
    why: 'Rounding down never shows more than there was.',
  },
  'dollars bought for reais': {
    told: [pixToUsd()],
    lines: [line('-0.97', 'USDC', `polygon ${HASH}`, MARCH)],
    give: ['matched 1 0#out'],
    why: 'Network, hash and amount.',
  },
  'a swap: both tokens in one transaction': {
    told: [
      [
        ['brla', 'swap-queued'],
        ['brla', 'swap-posted'],
        ['brla', 'swap-success'],
      ],
    ],
    lines: [line('601.00', 'BRLA', `polygon ${SWAPPED}`, MARCH), line('-104.27', 'USDC', `polygon ${SWAPPED}`, MARCH)],
    give: ['matched 1 0#in', 'matched 1 0#out'],
    why: 'One hash, two movements: direction and token tell them apart.',
  },
  'dollars that go back after a failed PIX': {
    told: [
      [
        ['brla', 'usd-to-pix-queued', BACK],
        ['brla', 'usd-to-pix-failed'],
        ['brla', 'usd-to-pix-refund-posted'],
      ],
    ],
    lines: [line('-100.00', 'USDT', REFUNDED, MARCH)],
    give: ['matched 1 0#refund'],
    open: ['0#in missing_at_bank'],
    why: 'The hash of the refund is not the hash of what was given.',
  },
  'tokens given back after a failed redemption': {
    told: [[['juno', 'redemption-refund-complete']]],
    lines: [
      line('-101', 'MXNB', `arbitrum 0x07ad34348cb9cd0c6e1d5b4a4d2fac0522d8d60e7c2c6748c8ed9e10824f59ce`, {
        on: '2026-02-07',
      }),
    ],
    give: ['matched 1 0#refund'],
    why: 'The steps of the refund tell hashes.',
  },
  'an issuance of BRL1': {
    told: [[['juno', 'issuance-bitso-transfer-complete']]],
    lines: [
      line('-500', 'BRL1', 'polygon 0x2be6c42821d4070135fafdb263eb1f7ab69d0cd448aca79335077e60019f633e', {
        on: '2026-02-03',
      }),
    ],
    give: ['matched 1 0#out'],
    why: 'No bank sees the reais, the chain sees the tokens.',
  },
  'a hash seen at both providers': {
    told: [pixToUsd(), crypto('deposit', { amount: '0.97', network: 'POLYGON', at: '2026-03-02T12:01:00Z' })],
    lines: [line('-0.97', 'USDC', `polygon ${HASH}`, MARCH)],
    give: ['matched 1 0#out'],
    open: ['1#in missing_at_bank'],
    why: 'Out of one provider and into the other: two movements of one hash.',
  },
});
