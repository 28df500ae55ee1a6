import { said } from '@/lib/language/said';
import { Cnab240 } from './cnab-240';
import { Cnab750 } from './cnab-750';
import { type Line, readLines } from './decode';
import type { Profile } from './profile';
import { beginning } from './reader';
import { isBlank } from './record-field';
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
    if (isBlank(text)) yield { part: 'note', place, text: '' };
    else if (line.isCut || text.length !== width) {
      const reason = line.isCut
        ? said('parsing.cnab.farMore', { width })
        : said('parsing.cnab.width', { characters: text.length, width });
      yield { part: 'unreadable', place, reason, text: beginning(text) };
    } else {
      isEnded = isEnded || (width === 240 ? text[7] : text[0]) === '9';
      yield* layout.read({ ...line, text });
    }
  }
  if (!layout) throw new UnreadableFile(said('parsing.file.empty'));
  yield* layout.end();
  if (!isEnded) throw new UnreadableFile(said('parsing.cnab.cutOff'));
}

function layoutOf(text: string, { isCut }: Line, profile: Profile) {
  if (!isCut && text.length === 240 && text[7] === '0') return new Cnab240(profile, text);
  if (!isCut && text.length === 750 && text.startsWith('0')) return new Cnab750(profile, text);
  throw new UnreadableFile(said('parsing.cnab.noHeader'));
}
