import type { Door } from '@/lib/access/doors';

/**
 * Which doors of the app are logged, read from its source: an action or handler that changes or reveals something logs it
 * itself, or asks where it was asked from for the verb that logs it in its own transaction. Pure.
 */

const LOGS = /\b(?:logged|loggedFile|loggedAll|loggedLedger|loggedView|askedFrom|byViewer|record)\(/;
/** What a handler's path says of it: it hands something over. */
const HANDS_OVER = /(?:^|\/)(?:raw|file|export|rows)\/route\.ts$/;
const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Doors that are not logged though they answer to a person's deed, by `file name`, and why. */
export const NOT_LOGGED: Readonly<Record<string, string>> = {
  '(desk)/actions.ts chooseZone': 'a person’s own setting',
  '(desk)/actions.ts signOut': 'sessions are logged where they begin and end, in lib/access',
  '(desk)/preference-actions.ts keepLetters': 'a person’s own setting',
  '(desk)/preference-actions.ts keepPanelWidth': 'a person’s own setting',
  '(desk)/search/actions.ts askSearch': 'it only looks, and shows what the person may see',
  '(desk)/search/find/route.ts POST': 'it only looks, and shows what the person may see',
  '(desk)/transactions/(list)/table-actions.ts keepLayout': 'a person’s own setting',
  '(desk)/transactions/(list)/table-actions.ts linkedRows': 'it only reads',
  '(desk)/transactions/[id]/panel.tsx transactionPanel': 'it only reads',
  '(desk)/reconciliation/statements/import/actions.ts setProfile':
    'how an own waiting file is read: kept only with its import',
  '(desk)/transactions/live/rows/route.ts GET': 'rows of a list on a screen, no file',
  'sign-in/actions.ts signIn': 'sessions are logged where they begin and end, in lib/access',
  '(desk)/settings/audit/actions.ts checkChain': 'it only reads',
};

/** Whether a door has to be logged: every action, what writes, and what hands a file over. */
export function isDeed({ file, kind, name }: Pick<Door, 'file' | 'kind' | 'name'>): boolean {
  if (kind === 'action') return true;
  if (kind === 'page' || /^api\/(?:webhooks|health|bench)\//.test(file)) return false;
  return !READS.includes(name) || HANDS_OVER.test(file);
}

export function isLogged(body: string): boolean {
  return LOGS.test(body);
}
