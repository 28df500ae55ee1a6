import { Cnab240 } from './cnab-240';
import { type Line, readLines } from './decode';
import { certainIds } from './find-ids';
import type { Profile } from './profile';
import { beginning } from './reader';
import { type StatementFile, type StatementPart, UnreadableFile } from './statement';

/**
 * CNAB: the payment return and the account statement of 240 characters, and the PIX return of 750. Every line of the file
 * becomes one part; one of another length says so with its number. A file without its trailer is cut off.
 */
export async function* readCnab(file: StatementFile, profile: Profile): AsyncGenerator<StatementPart> {
  let layout: { read: (line: Line) => StatementPart[]; end: () => StatementPart[] } | null = null;
  let width = 0;
  let isEnded = false;
  for await (const line of readLines(file)) {
    const place = `line ${line.number}`;
    const text = line.text.replace(/^\ufeff/, '');
    if (!layout) {
      width = text.length;
      layout = layoutOf(text, line, profile);
    }
    if (text.replaceAll(END_OF_FILE, '').trim() === '') yield { part: 'note', place, text: '' };
    else if (line.isCut || text.length !== width) {
      const reason = `The line has ${line.isCut ? 'far more than' : text.length} characters instead of ${width}`;
      yield { part: 'unreadable', place, reason, text: beginning(text) };
    } else {
      isEnded = isEnded || (width === 240 ? text[7] : text[0]) === '9';
      yield* layout.read({ ...line, text });
    }
  }
  if (!layout) throw new UnreadableFile('The file is empty');
  yield* layout.end();
  if (!isEnded) throw new UnreadableFile('The file is cut off: its last record (type 9) is missing');
}

/** Some systems end a file with the sign of an older age for it. */
const END_OF_FILE = '\u001a';

function layoutOf(text: string, { isCut }: Line, profile: Profile) {
  if (!isCut && text.length === 240 && text[7] === '0') return new Cnab240(profile, text);
  if (!isCut && text.length === 750 && text.startsWith('0')) return { read: readPixRecord, end: () => [] };
  throw new UnreadableFile(
    'The first line is no header record of 240 or 750 characters, so the file is no CNAB 240 or 750',
  );
}

/**
 * A record of the PIX layout. Of its details no position is published but for the header, so that an amount in it would
 * be a guess: the ids are shown for whoever looks the payment up.
 */
function readPixRecord({ number, text }: Line): StatementPart[] {
  const place = `line ${number}`;
  if (text[0] === '0') {
    if (text[1] === '1') throw new UnreadableFile('The file holds orders to the bank (remessa), not what it did');
    const account = text
      .slice(54, 74)
      .trim()
      .replace(/^0+(?=\d)/, '');
    return [
      { part: 'head', head: { account: account || null, bank: text.slice(26, 34).trim() || null, currency: 'BRL' } },
      { part: 'note', place, text: beginning(text) },
    ];
  }
  if (text[0] === '9') return [{ part: 'note', place, text: beginning(text) }];
  const ids = certainIds(text).map(({ value }) => value);
  const found = ids.length > 0 ? ` Found in it: ${ids.join(', ')}` : '';
  const reason = `The positions of amount and date in a CNAB 750 detail differ per bank and are not known.${found}`;
  return [{ part: 'unreadable', place, reason, text: beginning(text) }];
}
