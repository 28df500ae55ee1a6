import { z } from 'zod';
import { EXPORT_LISTS, EXPORT_STATES } from '@/lib/exports/export';
import { FORMATS, PRESETS } from '@/lib/exports/file-format';
import { CLASSES } from '@/lib/statements/imported';
import { TIME_ZONES } from '@/lib/time-zones';
import { amount, count, flag, instant, orNull, text, word, namesOf as zoneNames } from './leaves';

/** Files: statements that come in, exports that go out. */

const tallies = z
  .strictObject(
    Object.fromEntries(
      Object.entries(CLASSES).map(([name, label]) => [
        name,
        count(`Rows: ${label.toLowerCase()}.`, name === 'accepted' ? 2 : name === 'fee' || name === 'note' ? 1 : 0),
      ]),
    ),
  )
  .meta({ description: 'What became of each row of the file; they add up to its rows.' });

const statement = text('The statement’s number.', '12');

export const statementImported = z.strictObject({
  statement,
  imported: z.literal(true).meta({ description: 'It was imported by this request.', example: true }),
  tallies,
});

export const statementKnown = z.strictObject({
  statement,
  imported: z
    .literal(false)
    .meta({ description: 'The same bytes are there already; nothing was done.', example: false }),
  first_imported_at: instant('By our clock.', '2026-02-08T09:00:00.000Z'),
  first_imported_by: text('Whoever imported it.', 'key:month-end'),
  tallies,
});

const labels = (table: Readonly<Record<string, { readonly label: string }>>) =>
  Object.values(table).map(({ label }) => label);

const total = z.strictObject({
  currency: orNull(text('ISO code of a currency, or the code of a token.', 'MXN')),
  direction: orNull(word(['in', 'out'], 'null where the list knows no direction.', 'in')),
  count: count('Rows.', 2),
  sum: orNull(amount('Exact; null where no amount is known.', '201.00')),
});

export const exportManifest = z.strictObject({
  id: text('The file’s id.', '5b0c1f1e-6a57-4d0c-9f0e-0d7b0a4d2f11'),
  list: word(labels(EXPORT_LISTS), 'The list it was made of.', 'Transactions'),
  state: word(EXPORT_STATES, '`done`: it can be fetched while it is kept.', 'done'),
  file: text('The file’s name.', 'concilia-transactions-2026-02-08.csv'),
  format: word(labels(FORMATS), 'What the file is.', 'CSV'),
  preset: word(labels(PRESETS), 'The spreadsheet habits of a country.', 'International'),
  filter: text('The filter in one sentence.', 'Transactions: provider is Juno.'),
  link: text('The list on the desk with this filter.', 'https://desk.example.com/transactions?provider=juno'),
  time_zone: word(zoneNames(TIME_ZONES), 'The zone of its dates without one.', 'UTC'),
  columns: z.array(text('A column’s name.', 'id')).meta({ description: 'In the order of the file.' }),
  mark: orNull(text('The end of the chain of receipts when its rows were read.', '4127')),
  rows: count('Rows written.', 2),
  control_totals: z.array(total).meta({ description: 'By currency and direction.' }),
  bytes: orNull(count('Its size.', 912)),
  sha256: orNull(text('Of its bytes, in hex.', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')),
  requested_by: text('By e-mail address, or `key:` and the key’s name.', 'key:month-end'),
  requested_at: instant('By our clock.', '2026-02-08T09:00:00.000Z'),
  ended_at: orNull(instant('By our clock.', '2026-02-08T09:00:02.000Z')),
  streamed: flag('It was streamed at once and its bytes are not kept.', false),
  resumed: count('How often it went on after a crash.', 0),
  failure: orNull(text('Why it failed.', 'The download was broken off.'), null),
});

export const exportList = z.strictObject({
  data: z.array(exportManifest).meta({ description: 'The latest 100, newest first.' }),
});
export const exportOrdered = z.strictObject({
  id: text('Ask `/api/v1/exports/<id>` until its state is `done`.', '5b0c1f1e-6a57-4d0c-9f0e-0d7b0a4d2f11'),
});
