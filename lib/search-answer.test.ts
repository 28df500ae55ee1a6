import { expect, test } from 'vitest';
import { classify } from '@/lib/identifiers/classify';
import { readerOf } from '@/lib/language/translator';
import { answerOf } from './search-answer';
import type { SearchGroups } from './search-groups';

const NOTHING = { hits: [], count: 0, next: null };
const GROUPS: SearchGroups = {
  transactions: NOTHING,
  steps: NOTHING,
  events: NOTHING,
  lines: {
    ...NOTHING,
    count: 1,
    hits: [
      {
        line: { seq: '7', accountName: 'Ops', bookedOn: '2026-03-14', amount: '1', currency: 'MXN', text: 'SPEI' },
        matches: [{ kind: 'text', value: 'SPEI', isExact: false }],
      },
    ],
  },
  exceptions: {
    ...NOTHING,
    count: 1,
    hits: [
      {
        exception: {
          id: 'x-1',
          reason: 'late',
          state: 'in_work',
          day: '2026-03-14',
          amount: null,
          currency: null,
          transactionId: null,
        },
        matches: [{ kind: 'clabe', value: '646180115400230774' }],
      },
    ],
  },
};

test('what the palette shows is said in the words of whoever types', () => {
  const { readings, groups } = answerOf(classify('646180115400230774'), GROUPS, null, readerOf('es', 'UTC'));
  expect(readings[0]).toEqual({
    kind: 'clabe',
    label: 'CLABE',
    facts: [
      { label: 'Banco', text: 'STP' },
      { label: 'Código de Banxico', text: '90646' },
    ],
    warning: 'Como CLABE, su último dígito debería ser 5.',
  });
  expect(groups.map(({ name, hits: [hit] }) => [name, hit?.field])).toEqual([
    ['lines', 'Texto del banco'],
    ['exceptions', 'CLABE'],
  ]);
  expect(groups[1]?.hits[0]).toMatchObject({ exception: { id: 'x-1', title: 'Con retraso', state: 'En curso' } });
});
