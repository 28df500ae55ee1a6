import 'server-only';
import { type Said, spoken } from './language/said';
import { displayReader } from './reader';

/** What was not understood, and where; text is what is in no language yet. */
type Problem = { readonly parameter: string; readonly message: Said | string };

/** The same in the words of whoever asks, for the answer to a program or a page's own script. */
export async function spokenProblems(
  problems: readonly Problem[],
): Promise<{ readonly parameter: string; readonly message: string }[]> {
  const reader = await displayReader();
  return problems.map(({ parameter, message }) => ({
    parameter,
    message: typeof message === 'string' ? message : spoken(message, reader),
  }));
}
