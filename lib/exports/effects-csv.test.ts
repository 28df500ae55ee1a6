import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readerOf } from '@/lib/language/translator';
import { effectsCsv } from './effects-csv';

const READER = readerOf('en', 'UTC');

test('a result file has a line for every delivery, and runs no formula', () => {
  const text = effectsCsv(
    [
      {
        deliverySeq: 12n,
        before: 'unrecognised',
        after: 'event',
        reason: null,
        needsRebuild: false,
        transaction: { id: 'brla:x', before: null, after: 'pending' },
      },
      {
        deliverySeq: 13n,
        before: 'unrecognised',
        after: 'unrecognised',
        reason: '=1+1, "a word"',
        needsRebuild: false,
        transaction: null,
      },
    ],
    READER,
  );
  expect(text.endsWith('\r\n')).toBe(true);
  expect(Papa.parse(text, { header: true, skipEmptyLines: true }).data).toEqual([
    {
      delivery: '12',
      verdict: 'changed',
      before: 'unrecognised',
      after: 'event',
      transaction: 'brla:x',
      transaction_before: '',
      transaction_after: 'pending',
      reason: '',
    },
    {
      delivery: '13',
      verdict: 'unchanged',
      before: 'unrecognised',
      after: 'unrecognised',
      transaction: '',
      transaction_before: '',
      transaction_after: '',
      reason: '\'=1+1, "a word"',
    },
  ]);
});
