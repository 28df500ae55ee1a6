/** Where the import of a statement stands: all of it is in the address, but for the file, which waits under its id. */
export const IMPORT_STEPS = ['file', 'profile', 'preview', 'import'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

export type ImportQuery = {
  readonly step: ImportStep;
  readonly account: string | null;
  readonly upload: string | null;
  /** The statement that the import made. */
  readonly statement: string | null;
};

export const IMPORT_PATH = '/reconciliation/statements/import';

/** Reads the address. A step that needs a file or an account which is not named is the first one. */
export function readImportQuery(search: URLSearchParams): ImportQuery {
  const step = IMPORT_STEPS.find((known) => known === search.get('step')) ?? 'file';
  const account = search.get('account');
  const upload = search.get('upload');
  const statement = search.get('statement');
  const isReady = account !== null && (upload !== null || statement !== null);
  return { step: isReady ? step : 'file', account, upload, statement };
}

/** The address that reads back as the same. */
export function importHref({ step = 'file', account, upload, statement }: Partial<ImportQuery>): string {
  const search = new URLSearchParams();
  if (step !== 'file') search.set('step', step);
  if (account) search.set('account', account);
  if (upload) search.set('upload', upload);
  if (statement) search.set('statement', statement);
  return search.size > 0 ? `${IMPORT_PATH}?${search}` : IMPORT_PATH;
}
