import type { Said } from '@/lib/language/said';
import { inEnglish } from '@/lib/language/translator';

/** Why a provider's API gave nothing that can be used, in words for people. */
export const API_PROBLEMS = {
  not_set_up: 'No access to its API is configured',
  unreachable: 'Its API could not be reached',
  certificate: 'Its certificate could not be trusted',
  timed_out: 'Its API did not answer in time',
  rate_limited: 'Its API asked us to slow down',
  unauthorised: 'Its API did not accept our credentials',
  refused: 'Its API refused the request',
  server_error: 'Its API had an error of its own',
  not_understood: 'Its API answered something that cannot be read',
} as const satisfies Record<string, string>;
export type ApiProblem = keyof typeof API_PROBLEMS;

/** What went wrong out there, in a sentence that people may read: `said` is for them, the message for the log. */
export class ToldFailure extends Error {
  constructor(readonly said: Said) {
    super(inEnglish(said));
  }
}

/** A provider's API did not do what was asked. The sentence may be shown and logged: it holds no secret and no payload. */
export class ApiFailure extends ToldFailure {
  override readonly name = 'ApiFailure';

  constructor(
    readonly problem: ApiProblem,
    /** What happened, as a sentence that begins with the method and path that was asked for. */
    said: Said,
    /** The provider's own code and words for it, where it gave any. */
    readonly theirs: { readonly code: string | null; readonly message: string | null } | null = null,
    /** The HTTP status it answered with; `null` where nothing was answered. */
    readonly status: number | null = null,
  ) {
    super(said);
  }
}
