import type { Door } from '@/lib/access/doors';

/**
 * Which doors of the app are logged, read from its source: an action or handler that changes or reveals something logs it
 * itself, or asks where it was asked from for the verb that logs it in its own transaction. Pure.
 */

const LOGS = /\b(?:logged|loggedFile|loggedView|loggedChange|askedFrom|byViewer|record)\(/;
/** What a handler's path says of it: it hands something over. */
const HANDS_OVER = /(?:^|\/)(?:raw|file|export|rows)\/route\.ts$/;
const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Doors that are not logged though they answer to a person's deed, by `file name`, and why. */
export const NOT_LOGGED_HERE: Readonly<Record<string, string>> = {
  '(desk)/actions.ts chooseZone': 'a person’s own setting',
  '(desk)/actions.ts chooseLocale': 'a person’s own setting',
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
  'api/auth/[...all]/route.ts POST': 'the library’s own door: what signs in is logged by its hooks, in lib/access',
  'join/actions.ts joinDesk': 'lib/access/invitation.store logs it: nobody is signed in yet',
  'sign-in/actions.ts signIn': 'lib/access/sign-in logs it: nobody is signed in yet',
  'sign-in/actions.ts giveCode': 'lib/access/sign-in logs it: nobody is signed in yet',
  'sign-in/actions.ts startSso': 'it only leads to the other side; the sign-in is logged once it is one',
  'sign-in/language-action.ts chooseLanguage': 'a person’s own setting',
  '(desk)/support/actions.ts askSupport': 'it only looks, and shows what the person may see',
  '(desk)/support/actions.ts passToFinance': 'lib/support-case logs it in its own transaction',
  '(desk)/settings/audit/actions.ts checkChain': 'it only reads',
  '(desk)/settings/you/actions.ts changeOwnPassword': 'lib/access/own logs it once it is done',
  '(desk)/settings/you/codes-actions.ts setUpCodes': 'asks for nothing yet: switching them on is logged',
  '(desk)/settings/you/codes-actions.ts switchOnCodes': 'lib/access/own logs it once it is done',
  '(desk)/settings/you/codes-actions.ts switchOffCodes': 'lib/access/own logs it once it is done',
  '(desk)/settings/you/codes-actions.ts renewBackupCodes': 'lib/access/own logs it once it is done',
  '(desk)/private-actions.ts keepPrivate': 'it only makes an address',
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
