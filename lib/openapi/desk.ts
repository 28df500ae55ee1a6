import { z } from 'zod';
import { count, instant, orNull, text, word } from './leaves';

/** What the desk says about itself, and the one shape of its errors. */

export const health = z.strictObject({
  status: word(['ok', 'unavailable'], 'Whether the desk can do its work.', 'ok'),
  database: word(['up', 'down'], 'Whether the database answers.', 'up'),
  waiting_to_fold: orNull(count('Deliveries that are stored and not read yet.', 0)),
  waiting_since: orNull(instant('Since when the oldest of them waits.', '2026-02-07T13:32:07.000Z'), null),
});

export const notStored = z.strictObject({
  stored: z.literal(false).meta({ example: false }),
  error: text('Why, in one sentence.', 'Not stored. Please send it again.'),
});

const problem = z.strictObject({
  parameter: text('The parameter’s name; `q` for something within its text.', 'colour'),
  message: text('What is wrong with it.', 'This parameter does not exist.'),
});

const sentence = (error: string, detail: string) =>
  z.strictObject({
    error: z.literal(error).meta({ example: error }),
    detail: text('What to do about it.', detail),
  });

const badParameter = z.strictObject({
  error: z.literal('bad_parameter').meta({ example: 'bad_parameter' }),
  detail: z.array(problem).min(1).meta({ description: 'Everything that was not understood. Nothing was done.' }),
});

/** Every error by its status; the code in `error` is for programs, `detail` for people. */
export const ERRORS = {
  400: {
    description: 'A parameter or the body was not understood; nothing was done.',
    schema: z.union([badParameter, sentence('bad_body', '✖ Invalid input: expected string')]),
  },
  401: {
    description: 'No key, or one that is unknown, revoked or expired.',
    schema: sentence('unauthorized', 'Send an API key as "Authorization: Bearer <key>".'),
  },
  403: {
    description: 'The key’s scope lacks the right.',
    schema: sentence('forbidden', 'This key’s scope lacks "browse". Make one that has it under Settings.'),
  },
  404: { description: 'There is no such thing.', schema: sentence('not_found', 'No transaction has this id.') },
  413: {
    description: 'The file is larger than 200 MiB.',
    schema: sentence('too_large', 'The file is larger than 200 MiB. Export a shorter period, or several.'),
  },
  422: {
    description: 'The file cannot be imported as it is; nothing of it was.',
    schema: z.union([
      z.strictObject({
        error: z.literal('doubtful').meta({ example: 'doubtful' }),
        detail: z.array(text('One doubt.', 'The order of day and month is not certain.')).meta({
          description: 'What a person should look at: import it on the desk once, and the next goes by itself.',
        }),
      }),
      sentence('unreadable', 'The file has no headings.'),
      sentence('no_lines', 'No line was found in the file.'),
      sentence('empty', 'The file is empty: there is not one byte in it.'),
    ]),
  },
  429: {
    description: 'Twenty files wait to be imported already.',
    schema: sentence('too_many', 'Twenty files wait to be imported already.'),
  },
  500: {
    description: 'Something failed on our side; nothing was changed.',
    schema: sentence('internal', 'Something failed on our side. Nothing was changed.'),
  },
} as const;
export type ErrorStatus = keyof typeof ERRORS;
