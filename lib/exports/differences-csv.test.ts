import { expect, test } from 'vitest';
import { readerOf } from '@/lib/language/translator';
import { differencesHeader, differencesLines } from './differences-csv';

const READER = readerOf('en', 'UTC');

test('each difference is a line, and a word of theirs that looks like a formula stays a word', () => {
  const at = new Date('2026-03-02T12:00:00Z');
  const difference = {
    list: 'ripio-deposits',
    transactionId: 'ripio:d-1',
    isTransactionKnown: true,
    firstSeenAt: at,
    lastSeenAt: at,
    settledAt: null,
  } as const;
  expect(differencesHeader(READER)).toBe(
    'list,transaction,field,theirs,ours,first_seen_at,last_seen_at,settled_at\r\n',
  );
  expect(
    differencesLines(
      [
        { ...difference, field: 'external_ref', theirs: '=1+1', ours: 'a,b' },
        { ...difference, field: 'row', theirs: 'why', ours: null },
      ],
      READER,
    ),
  ).toBe(
    [
      'ripio-deposits,ripio:d-1,external_ref,"\'=1+1","a,b",2026-03-02T12:00:00.000Z,2026-03-02T12:00:00.000Z,\r\n',
      'ripio-deposits,ripio:d-1,row,why,,2026-03-02T12:00:00.000Z,2026-03-02T12:00:00.000Z,\r\n',
    ].join(''),
  );
  expect(differencesLines([], READER)).toBe('');
});
