import { expect, test } from 'vitest';
import {
  CHART_DAYS,
  chartPeriod,
  currenciesOf,
  type FlowRow,
  figureOf,
  highestOf,
  lengthOf,
  logLengthOf,
} from './home-charts';

const row = (more: Partial<FlowRow>): FlowRow => ({
  day: 0,
  provider: 'juno',
  status: 'completed',
  currency: 'MXN',
  count: 1,
  unknown: 0,
  sum: '1.00',
  ...more,
});

test('the period is whole days of the zone, and today is the last', () => {
  const night = new Date('2026-03-15T02:30:00Z'); // still the 14th in São Paulo
  const { dates, bounds } = chartPeriod('America/Sao_Paulo', night);
  expect(dates).toHaveLength(CHART_DAYS);
  expect([dates[0], dates.at(-1)]).toEqual(['2026-02-13', '2026-03-14']);
  expect(bounds).toHaveLength(CHART_DAYS + 1);
  expect([bounds[0], bounds.at(-1)]).toEqual([new Date('2026-02-13T03:00:00Z'), new Date('2026-03-15T03:00:00Z')]);
});

test('a figure is a count, or an exact sum in one currency', () => {
  const rows = [
    row({ count: 2, sum: '0.100000000000000001' }),
    row({ sum: '0.2' }),
    row({ currency: 'BRL', sum: '5' }),
    row({ currency: null, unknown: 1, sum: null }),
  ];
  expect(figureOf(rows, null)).toBe('5');
  expect(figureOf(rows, 'MXN')).toBe('0.300000000000000001');
  expect(figureOf(rows, 'ARS')).toBe('0');
  expect(currenciesOf(rows)).toEqual(['MXN', 'BRL']);
});

test('bars keep their proportion beyond what a number could hold', () => {
  const figures = ['90071992547409930.000001', '45035996273704965', '-3'];
  const highest = highestOf(figures);
  expect(figures.map((figure) => lengthOf(figure, highest))).toEqual([100, 49.99, 0]);
  expect(lengthOf('0', '0')).toBe(0);
  expect(highestOf([])).toBe('0');
});

test('seconds are still seen beside days', () => {
  const day = 86_400;
  expect(logLengthOf(day, day)).toBe(100);
  expect(logLengthOf(5, day)).toBeGreaterThan(10);
  expect([logLengthOf(0, day), logLengthOf(5, 0)]).toEqual([0, 0]);
});
