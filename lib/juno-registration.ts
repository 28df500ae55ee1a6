import { API_PROBLEMS, type ApiProblem } from '@/lib/providers/failure';
import type { JunoWebhook } from '@/lib/providers/juno/client.api';

/** What came of asking Juno about the addresses it posts to. */
export type RegistrationAnswer =
  | { readonly outcome: 'registered'; readonly address: string }
  /** `webhooks` are those in the way; `null` when Juno did not list them. */
  | { readonly outcome: 'duplicate'; readonly address: string; readonly webhooks: readonly JunoWebhook[] | null }
  | { readonly outcome: 'unusable_address'; readonly problem: string }
  | { readonly outcome: 'refused'; readonly address: string; readonly message: string }
  | { readonly outcome: 'listed'; readonly webhooks: readonly JunoWebhook[] }
  | { readonly outcome: 'deleted'; readonly id: string }
  | { readonly outcome: 'not_found'; readonly id: string }
  | { readonly outcome: 'not_set_up'; readonly missing: string }
  | { readonly outcome: 'api_problem'; readonly problem: ApiProblem; readonly message: string };

/** The answer as a person would give it. */
export function registrationInWords(answer: RegistrationAnswer): string {
  switch (answer.outcome) {
    case 'registered':
      return `Juno posts to ${answer.address} from now on.`;
    case 'duplicate':
      return duplicateInWords(answer.address, answer.webhooks);
    case 'unusable_address':
      return `Not registered. ${answer.problem}`;
    case 'refused':
      return `Juno did not register ${answer.address}. It says: ${answer.message}`;
    case 'listed':
      return listInWords(answer.webhooks);
    case 'deleted':
      return `Registration ${answer.id} is deleted. Juno posts there no more.`;
    case 'not_found':
      return `Juno knows no registration ${answer.id}. List them to see which there are.`;
    case 'not_set_up':
      return `No access to Juno’s API is configured: set ${answer.missing}.`;
    case 'api_problem':
      return problemInWords(answer.problem, answer.message);
  }
}

/** Whether what was asked for was done. */
export function isDone({ outcome }: RegistrationAnswer): boolean {
  return outcome === 'registered' || outcome === 'listed' || outcome === 'deleted';
}

function duplicateInWords(address: string, webhooks: readonly JunoWebhook[] | null): string {
  if (webhooks === null || webhooks.length === 0)
    return 'Not registered: an address is registered already. List the addresses, and delete that one first.';
  if (webhooks.some(({ callbackUrl }) => callbackUrl === address))
    return `${address} is registered already: there is nothing to do.`;
  const known = webhooks.map(({ id, callbackUrl }) => `${callbackUrl} (${id})`).join(', ');
  return `Not registered: an address is registered already: ${known}. Juno takes one for each kind of event; delete it first.`;
}

function listInWords(webhooks: readonly JunoWebhook[]): string {
  if (webhooks.length === 0) return 'No address is registered with Juno: it posts nothing.';
  return webhooks.length === 1 ? 'One address is registered.' : `${webhooks.length} addresses are registered.`;
}

function problemInWords(problem: ApiProblem, message: string): string {
  if (problem === 'unauthorised')
    return `Juno did not accept our credentials: check JUNO_API_KEY and JUNO_API_SECRET, and that they are for this environment (JUNO_ENVIRONMENT). ${message}`;
  return `${API_PROBLEMS[problem].replace(/^Its/, 'Juno’s')}. ${message}`;
}
