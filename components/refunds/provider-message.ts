import { moneyText } from '@/lib/format';
import { type Reader, said, spoken } from '@/lib/language/said';
import { PROVIDER_FULL_NAMES, PROVIDERS, type Provider } from '@/lib/providers/catalogue';
import type { LadderStep, Refund } from '@/lib/refunds/refund';

export type ProviderMessage = { readonly provider: Provider; readonly count: number; readonly text: string };

/**
 * One message per provider that names every refund with all its ids: plain text, to be pasted into a ticket or a mail, in
 * the words of whoever sends it. The provider's own words and all moments stay as it told them.
 */
export function providerMessages(refunds: readonly Refund[], reader: Reader): ProviderMessage[] {
  return PROVIDERS.flatMap((provider) => {
    const own = refunds.filter((refund) => refund.provider === provider);
    const count = own.length;
    if (count === 0) return [];
    const to = spoken(said('refunds.letter.to', { provider: PROVIDER_FULL_NAMES[provider] }), reader);
    const opening = spoken(said('refunds.letter.opening', { count }), reader);
    const parts = [to, opening, ...own.map((refund, place) => entry(refund, place, reader))];
    return [{ provider, count, text: `${parts.join('\n\n')}\n` }];
  });
}

function entry(refund: Refund, place: number, reader: Reader): string {
  const { kind, amount, status, providerStatus, externalRef, refundOf, triggeredAt, movedAt, steps } = refund;
  const lines = [
    `${place + 1}. ${reader.t(`words.kind.${kind}`)} ${providerIdOf(refund.transactionId, refund.provider)}`,
    reader.t('refunds.letter.amount', {
      amount: amount ? moneyText(amount, reader.region) : reader.t('refunds.letter.amountUntold'),
    }),
    reader.t('refunds.letter.refund', {
      state: providerStatus ?? status ?? reader.t('refunds.letter.stateUntold'),
      begun: triggeredAt,
      changed: movedAt,
    }),
    externalRef && reader.t('refunds.letter.reference', { id: externalRef }),
    refundOf && reader.t('refunds.letter.returns', { id: providerIdOf(refundOf, refund.provider) }),
    ...steps.map((step) => stepLine(step, reader)),
  ];
  return lines.filter(Boolean).join('\n   ');
}

function stepLine({ step, providerStatus: state, id }: LadderStep, reader: Reader): string {
  return id === null
    ? reader.t('refunds.letter.stepWithoutId', { step, state })
    : reader.t('refunds.letter.step', { step, state, id });
}

/** Their id alone: ours is `juno:<kind>:<id>` for Juno, `<provider>:<id>` for the others. */
function providerIdOf(transactionId: string, provider: Provider): string {
  return transactionId
    .split(':')
    .slice(provider === 'juno' ? 2 : 1)
    .join(':');
}
