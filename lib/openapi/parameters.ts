import { z } from 'zod';
import { TIME_ZONES } from '@/lib/time-zones';
import { namesOf } from './leaves';
import type { Parameter } from './operation';

/** The parameters of lists, made from what their readers know, so that none is described that is not read. */

type Reader = (text: string) => unknown;

/** The words of a reader that knows only some. */
export function wordsOf(read: Reader): readonly [string, ...string[]] | null {
  return 'words' in read && Array.isArray(read.words) && read.words.length > 0
    ? (read.words as [string, ...string[]])
    : null;
}

type Described<Names extends string> = Readonly<Record<Names, string>>;

/** Those that may repeat; a comma does the same. `excludes`: a `!` before a word turns it round. */
export function listParameters<N extends string>(
  readers: Readonly<Record<N, Reader>>,
  described: Described<N>,
  { excludes }: { readonly excludes: boolean },
): Parameter[] {
  return namesOf(readers).map((name) => {
    const words = wordsOf(readers[name]);
    const item = !words ? z.string() : excludes ? z.string().regex(excluding(words)) : z.enum(words);
    return query(name, described[name], z.array(item));
  });
}

function excluding(words: readonly string[]): RegExp {
  return new RegExp(`^!?(${words.join('|')})$`);
}

/** Those that stand once. */
export function singleParameters<N extends string>(
  readers: Readonly<Record<N, Reader>>,
  described: Described<N>,
): Parameter[] {
  return namesOf(readers).map((name) => {
    const words = wordsOf(readers[name]);
    return query(name, described[name], words ? z.enum(words) : z.string());
  });
}

export function flagParameters<N extends string>(names: readonly N[], described: Described<N>): Parameter[] {
  return names.map((name) => query(name, described[name], z.boolean()));
}

/** Order and page of a list; the first of the sorts holds where none is named. */
export function pageParameters(
  sorts: readonly [string, ...string[]],
  limits: { readonly usual: number; readonly most: number },
): Parameter[] {
  return [
    query('sort', 'A leading `-` is descending.', z.enum(sorts).meta({ default: sorts[0] })),
    limitParameter(limits),
    cursorParameter,
  ];
}

export function limitParameter({ usual, most }: { readonly usual: number; readonly most: number }): Parameter {
  return query('limit', 'Rows of a page.', z.number().int().min(1).max(most).meta({ default: usual }));
}

export const cursorParameter = query(
  'cursor',
  '`next_cursor` of the page before. It belongs to this filter and sort only.',
  z.string(),
);

export const zoneParameter = query(
  'tz',
  'The zone in which days without a time begin and end.',
  z.enum(namesOf(TIME_ZONES) as [string, ...string[]]).meta({ default: 'UTC' }),
);

export function query(name: string, description: string, schema: z.ZodType): Parameter {
  return { name, in: 'query', description, schema };
}

export function pathId(description: string): Parameter {
  return { name: 'id', in: 'path', description, schema: z.string(), isRequired: true };
}
