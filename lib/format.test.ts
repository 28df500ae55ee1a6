import { expect, test } from 'vitest';
import { amountText, formatCount, formatInstant, formatLag, formatMoney, shortenId, typedAmount } from './format';
import { REGIONS, type Region, regionOf } from './language/region';

test("an instant is written on the zone's clock, with UTC and every digit in the title", () => {
  const { text, title } = formatInstant('2026-03-14T21:02:11.123456Z', 'America/Mexico_City', 'en');
  expect(text).toBe('14 Mar 2026, 15:02:11');
  expect(title).toBe('14 Mar 2026, 15:02:11 Mexico City · 14 Mar 2026, 21:02:11.123456 UTC');
});

test('the title names the zone in the language of the reader', () => {
  const title = (region: Region) => formatInstant('2026-03-14T21:02:11Z', 'America/Mexico_City', region).title;
  expect(title('es-AR')).toBe('14 mar 2026, 15:02:11 Ciudad de México · 14 mar 2026, 21:02:11 UTC');
  expect(title('pt-BR')).toContain('Cidade do México');
});

test('midnight is 00, September is Sep, and an unreadable instant stays as it is', () => {
  expect(formatInstant('2026-09-05T03:00:00Z', 'America/Sao_Paulo', 'en').text).toBe('5 Sep 2026, 00:00:00');
  expect(formatInstant('yesterday', 'UTC', 'en').text).toBe('yesterday');
});

test('an amount keeps every digit; zeros past the second decimal are set apart', () => {
  expect(formatMoney('1298.3766240000', 'MXN', 'en')).toEqual({
    digits: '1,298.376624',
    zeros: '0000',
    currency: 'MXN',
    text: '1,298.3766240000 MXN',
  });
  expect(formatMoney('500.0000', null, 'en').digits).toBe('500.00');
  expect(formatMoney('500.0000', null, 'en').zeros).toBe('00');
  expect(formatMoney('-12345678901234567890.000000000000000001', 'X', 'en').text).toBe(
    '-12,345,678,901,234,567,890.000000000000000001 X',
  );
  expect(formatMoney('7', 'ARS', 'en').text).toBe('7 ARS');
});

test('an amount kept as text is written like any other; what is none stays as it is', () => {
  expect(amountText('-12000.00 MXN', 'en')).toBe('-12,000.00 MXN');
  expect(amountText('7531.400000', 'es-AR')).toBe('7.531,400000');
  for (const other of ['in_flight', 'juno:1234', '1,5 MXN', '']) expect(amountText(other, 'pt-BR')).toBe(other);
});

test('an amount is read plain, or as it is written to whoever types it', () => {
  expect(typedAmount('1250.50', 'es-AR')).toBe('1250.50');
  expect(typedAmount('-1.250,50', 'es-AR')).toBe('-1250.50');
  expect(typedAmount('1,250.50', 'es-MX')).toBe('1250.50');
  expect(typedAmount('1,5', 'pt-BR')).toBe('1.5');
  expect(['12.000', '-1.250.000', '0.125', '1250.500', '12.50'].map((text) => typedAmount(text, 'pt-BR'))).toEqual([
    ...['12000', '-1250000', '0.125', '1250.500', '12.50'],
  ]);
  expect(typedAmount('12.000', 'es-MX')).toBe('12.000');
  expect(['1,5', '12,34.5', '1.250,50', 'abc', ''].map((text) => typedAmount(text, 'en'))).toEqual(Array(5).fill(null));
});

test('counts are grouped, ids lose their middle, waits are said in two units at most', () => {
  expect([formatCount(999, 'en'), formatCount(1284, 'en'), formatCount(1234567, 'en')]).toEqual([
    '999',
    '1,284',
    '1,234,567',
  ]);
  expect(shortenId('7a1c36fd-1a27-4ed6-8ede-e8c2125c1784')).toBe('7a1c36fd…5c1784');
  expect(shortenId('short-id')).toBe('short-id');
  expect([400, 12_000, 240_000, 7_800_000, 273_600_000].map((lag) => formatLag(lag, 'en'))).toEqual([
    '0.4 s',
    '12 s',
    '4 min',
    '2 h 10 min',
    '3 d 4 h',
  ]);
});

test('numbers and dates are written as the region has them, digit for digit', () => {
  const amount = (region: Region) => formatMoney('-12345678901234567890.000000000000000001', 'MXN', region).text;
  expect(REGIONS.map(amount)).toEqual([
    '-12,345,678,901,234,567,890.000000000000000001 MXN',
    '-12,345,678,901,234,567,890.000000000000000001 MXN',
    '-12.345.678.901.234.567.890,000000000000000001 MXN',
    '-12.345.678.901.234.567.890,000000000000000001 MXN',
  ]);
  expect(REGIONS.map((region) => formatCount(1234567, region))).toEqual([
    '1,234,567',
    '1,234,567',
    '1.234.567',
    '1.234.567',
  ]);
  const date = (region: Region) => formatInstant('2026-09-05T03:00:00Z', 'America/Sao_Paulo', region).date;
  expect(REGIONS.map(date)).toEqual(['5 Sep 2026', '5 sep 2026', '5 sep 2026', '5 set 2026']);
  expect(formatLag(400, 'pt-BR')).toBe('0,4 s');
  expect(formatMoney('not an amount', 'ARS', 'es-AR').text).toBe('not an amount ARS');
});

test('Spanish is written as in Argentina for whoever works by its clock, else as in Mexico', () => {
  expect(regionOf('es', 'America/Argentina/Buenos_Aires')).toBe('es-AR');
  expect(regionOf('es', 'UTC')).toBe('es-MX');
  expect(regionOf('pt-BR', 'America/Argentina/Buenos_Aires')).toBe('pt-BR');
});
