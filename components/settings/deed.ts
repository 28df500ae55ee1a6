/** What came of a form of the settings, in words; `shown` is a secret that is told this once. */
export type DeedState = {
  readonly tone: 'positive' | 'negative';
  readonly message: string;
  readonly shown?: string;
} | null;

/** A form of the settings and the action it posts to. */
export type DeedAction = (before: DeedState, data: FormData) => Promise<DeedState>;
