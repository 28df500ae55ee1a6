import { formatMoney } from '@/lib/format';
import { KIND_LABELS, PROVIDER_FULL_NAMES, PROVIDERS, type Provider } from '@/lib/providers/catalogue';
import type { LadderStep, Refund } from '@/lib/refunds/refund';

export type ProviderMessage = { readonly provider: Provider; readonly count: number; readonly text: string };

/** One message per provider that names every refund with all its ids: plain text, to be pasted into a ticket or a mail. */
export function providerMessages(refunds: readonly Refund[]): ProviderMessage[] {
  return PROVIDERS.flatMap((provider) => {
    const own = refunds.filter((refund) => refund.provider === provider);
    if (own.length === 0) return [];
    const opening =
      own.length === 1
        ? 'Please tell us where the money of this refund is:'
        : `Please tell us where the money of these ${own.length} refunds is:`;
    const greeting = `To ${PROVIDER_FULL_NAMES[provider]}\n\n${opening}`;
    return [{ provider, count: own.length, text: `${[greeting, ...own.map(entry)].join('\n\n')}\n` }];
  });
}

function entry(refund: Refund, place: number): string {
  const { kind, amount, status, providerStatus, externalRef, refundOf, triggeredAt, movedAt, steps } = refund;
  const lines = [
    `${place + 1}. ${KIND_LABELS[kind]} ${providerIdOf(refund.transactionId, refund.provider)}`,
    `Amount: ${amount ? formatMoney(amount.amount, amount.currency).text : 'not told'}`,
    `Refund: ${providerStatus ?? status ?? 'state not told'}, begun ${triggeredAt}, last changed ${movedAt}`,
    externalRef && `Our reference: ${externalRef}`,
    refundOf && `Returns the deposit: ${providerIdOf(refundOf, refund.provider)}`,
    ...steps.map(stepLine),
  ];
  return lines.filter(Boolean).join('\n   ');
}

function stepLine({ step, providerStatus, id }: LadderStep): string {
  return `Step ${step}: ${providerStatus}, ${id === null ? 'no id received' : `id ${id}`}`;
}

/** Their id alone: ours is `juno:<kind>:<id>` for Juno, `<provider>:<id>` for the others. */
function providerIdOf(transactionId: string, provider: Provider): string {
  return transactionId
    .split(':')
    .slice(provider === 'juno' ? 2 : 1)
    .join(':');
}
