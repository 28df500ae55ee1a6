import { type Said, said } from '@/lib/language/said';
import type { ApiProblem } from '@/lib/providers/failure';
import type { JunoWebhook } from '@/lib/providers/juno/client.api';

/** What came of asking Juno about the addresses it posts to. */
export type RegistrationAnswer =
  | { readonly outcome: 'registered'; readonly address: string }
  /** `webhooks` are those in the way; `null` when Juno did not list them. */
  | { readonly outcome: 'duplicate'; readonly address: string; readonly webhooks: readonly JunoWebhook[] | null }
  /** `isNamed`: somebody typed the address, it is not the desk’s own. */
  | { readonly outcome: 'unusable_address'; readonly problem: Said | string; readonly isNamed: boolean }
  | { readonly outcome: 'refused'; readonly address: string; readonly message: string }
  | { readonly outcome: 'listed'; readonly webhooks: readonly JunoWebhook[] }
  | { readonly outcome: 'deleted'; readonly id: string }
  | { readonly outcome: 'not_found'; readonly id: string }
  | { readonly outcome: 'not_set_up' }
  | { readonly outcome: 'api_problem'; readonly problem: ApiProblem; readonly message: Said | string };

/** The answer as a person would give it. */
export function registrationInWords(answer: RegistrationAnswer): Said {
  switch (answer.outcome) {
    case 'registered':
      return said('acknowledgements.juno.registered', { address: answer.address });
    case 'duplicate':
      return duplicateInWords(answer.address, answer.webhooks);
    case 'unusable_address':
      return answer.isNamed
        ? said('acknowledgements.juno.unusable', { problem: answer.problem })
        : said('acknowledgements.juno.unusableOwn', { problem: answer.problem });
    case 'refused':
      return said('acknowledgements.juno.refused', { address: answer.address, message: answer.message });
    case 'listed':
      return listInWords(answer.webhooks);
    case 'deleted':
      return said('acknowledgements.juno.deleted', { id: answer.id });
    case 'not_found':
      return said('acknowledgements.juno.notFound', { id: answer.id });
    case 'not_set_up':
      return said('acknowledgements.juno.notSetUp', { missing: said('acknowledgements.needed.juno') });
    case 'api_problem':
      return said(`acknowledgements.juno.problem.${answer.problem}`, { message: answer.message });
  }
}

/** Whether what was asked for was done. */
export function isDone({ outcome }: RegistrationAnswer): boolean {
  return outcome === 'registered' || outcome === 'listed' || outcome === 'deleted';
}

function duplicateInWords(address: string, webhooks: readonly JunoWebhook[] | null): Said {
  if (webhooks === null || webhooks.length === 0) return said('acknowledgements.juno.duplicate');
  if (webhooks.some(({ callbackUrl }) => callbackUrl === address))
    return said('acknowledgements.juno.duplicateSame', { address });
  const known = webhooks.map(({ id, callbackUrl }) => `${callbackUrl} (${id})`).join(', ');
  return said('acknowledgements.juno.duplicateKnown', { known });
}

function listInWords(webhooks: readonly JunoWebhook[]): Said {
  return webhooks.length === 0
    ? said('acknowledgements.juno.noneListed')
    : said('acknowledgements.juno.listed', { count: webhooks.length });
}
