import { type Reader, said } from '@/lib/language/said';
import { type Words, wordsOf } from './words';

/**
 * Where something stands in a file is kept with each line as a short English text: "line 12" and "row 12". What follows
 * or stands instead, "Ntry 3" or ", devolucao 1", names elements of the file in its own words.
 */

/** A kept place as words. */
export function placeWords(place: string): Words {
  const [, unit, number = '', rest = ''] = /^(line|row) (\d+)(.*)$/s.exec(place) ?? [];
  if (unit === 'line') return said('parsing.place.line', { number, rest });
  return unit === 'row' ? said('parsing.place.row', { number, rest }) : place;
}

/** A kept place for the reader. */
export function placeText(place: string, reader: Reader): string {
  return wordsOf(placeWords(place), reader);
}
