import { describe, expect, test } from 'vitest';
import { addressChecksum, checksumAddress, explorerUrl, isEvmHash, isTronAddress, isTronHash } from './chain';

const HASH = '0xfb98c58faf63d17ce0fd5d41e82c3ae2f9b3721f2c1e369c17b379b4b59fe062';
const ADDRESS = '0xc0ffee254729296a45a3885639AC7E10F9d54979';
const TRON = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';

describe('EIP-55', () => {
  test.each([
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
    '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
    ADDRESS,
    '0x999999cf1046e68e36E1aA2E0E07105eDDD1f08E',
    '0x4ee44Fa73C4534C4Bb61a06DD28Bd0aA49d4568a',
  ])('%s', (address) => {
    expect(checksumAddress(address.toLowerCase())).toBe(address);
    expect(addressChecksum(address)).toBe('right');
  });

  test('one case claims nothing, a wrong case is noticed', () => {
    expect(addressChecksum(ADDRESS.toLowerCase())).toBe('absent');
    expect(addressChecksum(`0x${ADDRESS.slice(2).toUpperCase()}`)).toBe('absent');
    expect(addressChecksum('0xC0ffee254729296a45a3885639AC7E10F9d54979')).toBe('wrong');
    expect(() => checksumAddress('0x12')).toThrow();
  });
});

describe('explorers', () => {
  test.each([
    ['ARBITRUM', 'production', `https://arbiscan.io/tx/${HASH}`],
    ['ARBITRUM', 'stage', `https://sepolia.arbiscan.io/tx/${HASH}`],
    ['POLYGON', 'production', `https://polygonscan.com/tx/${HASH}`],
    ['Polygon', 'stage', `https://amoy.polygonscan.com/tx/${HASH}`],
    ['Moonbeam', 'production', `https://moonscan.io/tx/${HASH}`],
    ['ETHEREUM', 'production', `https://etherscan.io/tx/${HASH}`],
    ['BASE', 'stage', `https://sepolia.basescan.org/tx/${HASH}`],
    ['avalanche_c', 'production', `https://snowtrace.io/tx/${HASH}`],
  ] as const)('%s in %s', (network, environment, url) => {
    expect(explorerUrl('tx', network, HASH, environment)).toBe(url);
  });

  test('addresses have their own path', () => {
    expect(explorerUrl('address', 'Polygon', ADDRESS, 'production')).toBe(`https://polygonscan.com/address/${ADDRESS}`);
  });

  test('Tron has paths and shapes of its own', () => {
    const hash = HASH.slice(2);
    expect(explorerUrl('tx', 'TRON', hash, 'production')).toBe(`https://tronscan.org/#/transaction/${hash}`);
    expect(explorerUrl('address', 'Tron', TRON, 'stage')).toBe(`https://nile.tronscan.org/#/address/${TRON}`);
    expect(explorerUrl('tx', 'TRON', HASH, 'production')).toBeNull();
  });

  test('no link for an unknown network or a value of another shape', () => {
    expect(explorerUrl('tx', 'SOLANA', HASH, 'production')).toBeNull();
    expect(explorerUrl('tx', 'Mumbai', HASH, 'stage')).toBeNull();
    expect(explorerUrl('tx', 'constructor', HASH, 'production')).toBeNull();
    expect(explorerUrl('tx', '', HASH, 'production')).toBeNull();
    expect(explorerUrl('tx', 'ARBITRUM', '52b57799cf03fe5b728c842b4b3a0389', 'production')).toBeNull();
    expect(explorerUrl('tx', 'ARBITRUM', `${HASH}?x`, 'production')).toBeNull();
    expect(explorerUrl('address', 'ARBITRUM', HASH, 'production')).toBeNull();
  });
});

test('shapes', () => {
  expect([isEvmHash(HASH), isEvmHash(ADDRESS), isTronHash(HASH), isTronHash(HASH.slice(2))]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect([isTronAddress(TRON), isTronAddress(TRON.replace('7', '0'))]).toEqual([true, false]);
});
