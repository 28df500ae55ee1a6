import type { Random } from './prng';

/** 10 decimals of a rate, as whole numbers: 18.5 MXNB for a USDC is 185_000_000_000. */
const RATE_SCALE = 10n;

/** The `conversion` object of MXNB → USDC or USDC → MXNB, at about 18.5 MXNB a USDC. */
export function conversionDetail(random: Random): object {
  const rate = mexicanRate(random);
  const [assetFrom, assetTo] = random.pick([
    ['MXNB', 'USDC'],
    ['MXNB', 'USDC'],
    ['USDC', 'MXNB'],
  ] as const);
  const whole = assetFrom === 'MXNB' ? random.integer(20, 900) * 500 : random.integer(1, 300) * 100;
  return conversionOf(random, assetFrom, assetTo, BigInt(whole) * 1_000_000n, rate);
}

/** MXNB per USDC at ten decimals. */
export function mexicanRate(random: Random): bigint {
  return 182_000_000_000n + BigInt(random.integer(0, 6_999_999)) * 1000n + BigInt(random.integer(0, 999));
}

/**
 * A conversion of `from` millionths at a rate of MXNB per USDC. The result is rounded to the token's six decimals and
 * written with ten, so that it differs from the exact quotient in the last digits, as Juno's own sample does.
 */
export function conversionOf(random: Random, assetFrom: string, assetTo: string, from: bigint, rate: bigint): object {
  const one = 10n ** RATE_SCALE;
  const to = assetTo === 'USDC' ? (from * one + rate / 2n) / rate : (from * rate + one / 2n) / one;
  return {
    quote_id: random.uuid(),
    amount_from: decimal(from, 6).replace(/\.?0+$/, ''),
    amount_to: `${decimal(to, 6)}0000`,
    asset_from: assetFrom,
    asset_to: assetTo,
    exchange_rate: decimal(rate, 10),
  };
}

function decimal(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
