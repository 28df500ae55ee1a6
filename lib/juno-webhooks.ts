import 'server-only';
import { env } from '@/lib/env';
import { junoClient } from '@/lib/provider-clients';
import { ApiFailure } from '@/lib/providers/failure';
import { callbackFault } from '@/lib/providers/juno/callback';
import type { JunoClient, JunoWebhook } from '@/lib/providers/juno/client.api';
import type { RegistrationAnswer } from './juno-registration';

/** Where Juno reaches this desk, by its own reckoning. */
export function junoCallback(): string {
  return `${env().APP_URL.replace(/\/+$/, '')}/api/webhooks/juno`;
}

/** Registers an address for Juno's transaction events: this desk's, unless another is named. */
export function registerJunoWebhook(named?: string): Promise<RegistrationAnswer> {
  const address = named ?? junoCallback();
  return ask(async (juno) => {
    const problem = callbackFault(address);
    if (problem) return { outcome: 'unusable_address', problem, isNamed: named !== undefined };
    const registration = await juno.registerWebhook(address);
    if (registration.outcome === 'registered') return { outcome: 'registered', address };
    if (registration.outcome === 'duplicate')
      return { outcome: 'duplicate', address, webhooks: await whatIsThere(juno) };
    return { outcome: 'refused', address, message: registration.message };
  });
}

export function listJunoWebhooks(): Promise<RegistrationAnswer> {
  return ask(async (juno) => ({ outcome: 'listed', webhooks: await juno.listWebhooks() }));
}

export function deleteJunoWebhook(id: string): Promise<RegistrationAnswer> {
  return ask(async (juno) => ({ outcome: await juno.deleteWebhook(id), id }));
}

/** The addresses in the way; without them the answer is still the answer. */
async function whatIsThere(juno: JunoClient): Promise<readonly JunoWebhook[] | null> {
  try {
    return await juno.listWebhooks();
  } catch (error) {
    if (error instanceof ApiFailure) return null;
    throw error;
  }
}

async function ask(question: (juno: JunoClient) => Promise<RegistrationAnswer>): Promise<RegistrationAnswer> {
  const juno = junoClient();
  if (!juno) return { outcome: 'not_set_up' };
  try {
    return await question(juno);
  } catch (error) {
    if (error instanceof ApiFailure) return { outcome: 'api_problem', problem: error.problem, message: error.message };
    throw error;
  }
}
