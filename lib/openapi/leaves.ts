import { z } from 'zod';

/** The smallest parts of the API's answers. Every leaf has an example, so that whole answers can be shown. */

export const text = (description: string, example: string) => z.string().meta({ description, example });

/** Money is never a number: a JSON number loses digits. */
export const amount = (description: string, example: string) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .meta({ description, example });

export const instant = (description: string, example: string) => z.iso.datetime().meta({ description, example });

export const day = (description: string, example: string) => z.iso.date().meta({ description, example });

export const flag = (description: string, example: boolean) => z.boolean().meta({ description, example });

export const count = (description: string, example: number) => z.number().int().min(0).meta({ description, example });

export const word = <T extends string>(words: readonly T[], description: string, example: NoInfer<T>) =>
  z.enum(words as readonly [T, ...T[]]).meta({ description, example });

/** `null` where nobody told it. The example is the value's own, or `null` where the story of the examples has none. */
export function orNull<T extends z.ZodType>(schema: T, shown?: null) {
  const { description, example } = schema.meta() ?? {};
  return schema.nullable().meta({ description, example: shown === null ? null : example });
}

/** The names of a table, as words. */
export function namesOf<T extends string>(table: Readonly<Record<T, unknown>>): readonly T[] {
  return Object.keys(table) as T[];
}

/** Where the next page begins. */
export const nextCursor = z.string().nullable().meta({
  description: 'Send it as `cursor`, with the same filter and sort, for the next page; null on the last.',
  example: null,
});

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(row: T) => z.strictObject({ data: z.array(row), next_cursor: nextCursor });
