import { expect, test } from 'vitest';
import { translatorOf } from '@/lib/language/translator';
import { readRefundQuery } from '@/lib/refunds/refund-query';
import { canonicalRefundsHref, filteredRefundsHref, viewedRefundsHref } from './refund-links';
import { viewTabs } from './shipped-views';

const asked = (text: string) => readRefundQuery(new URLSearchParams(text)).query;
const t = translatorOf('en', 'refunds');
const NOW = new Date('2026-03-01T02:00:00Z');

test('switching between board and table keeps the filter and begins at the first page', () => {
  const query = asked('view=table&provider=juno&sort=amount&cursor=abc');
  expect(viewedRefundsHref(query, 'board')).toBe('/refunds?provider=juno&sort=amount');
});

test('taking the last date away takes its zone away', () => {
  const query = asked('triggered_from=2026-03-01&tz=America/Mexico_City');
  expect(filteredRefundsHref(query, { triggered_from: null })).toBe('/refunds');
});

test('a filled form becomes the shortest address; one with something unreadable keeps its words', () => {
  const form = 'view=table&provider=juno&amount_min=&sort=-triggered_at&tz=America/Mexico_City&assignee=';
  expect(canonicalRefundsHref(new URLSearchParams(form))).toBe('/refunds?provider=juno&view=table');
  expect(canonicalRefundsHref(new URLSearchParams('amount_min=abc&cursor=x'))).toBe('/refunds?amount_min=abc');
});

test('every shipped view is a query string that reads back without a problem, and knows that it is open', () => {
  const tabs = viewTabs(asked('view=table'), 'America/Mexico_City', NOW, t);
  expect(tabs.map(({ isCurrent }) => isCurrent)).toEqual([true, ...tabs.slice(1).map(() => false)]);
  for (const { href, label } of tabs) {
    const { query, problems } = readRefundQuery(new URL(href, 'http://desk').searchParams);
    expect(problems).toEqual([]);
    const open = viewTabs(query, 'America/Mexico_City', NOW, t).filter(({ isCurrent }) => isCurrent);
    expect(open.map((tab) => tab.label)).toEqual([label]);
  }
});

test('today is the day on the reader’s own calendar', () => {
  const returned = viewTabs(asked(''), 'America/Mexico_City', NOW, t).find(({ label }) => label === 'Returned today');
  expect(returned?.href).toContain('ended_from=2026-02-28&tz=America%2FMexico_City');
});
