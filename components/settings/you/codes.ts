/** What came of a form about the second step; what is told once comes with it. */
export type CodesState = {
  readonly tone: 'positive' | 'negative' | null;
  readonly message: string | null;
  /** Only while it is being set up: the secret in groups of four, and its picture. */
  readonly setUp?: { readonly uri: string; readonly secret: string; readonly path: string; readonly size: number };
  readonly backupCodes?: readonly string[];
};

export type CodesAction = (before: CodesState, data: FormData) => Promise<CodesState>;
