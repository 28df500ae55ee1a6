import type { Reader } from '@/lib/language/said';
import { PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
import type { ExceptionDetail } from '@/lib/reconciliation/view';
import { valuesText, valueText } from './exception-words';

/**
 * A message for the provider with every id of both sides filled in: plain text, to be pasted into a ticket or a mail. It
 * is in the reader's language, who signs it.
 */
export function exceptionMessage({ exception, line, leg }: Omit<ExceptionDetail, 'notes'>, reader: Reader): string {
  const values = valuesText(exception, reader);
  const reason = reader.t(`reasons.reason.${exception.reason}.label`).toLowerCase();
  const parts = [
    leg
      ? reader.t('exceptions.message.to', { provider: PROVIDER_FULL_NAMES[leg.provider] })
      : reader.t('exceptions.message.about', { rail: reader.t(`words.rail.${exception.rail}`) }),
    values
      ? reader.t('exceptions.message.lookValues', { reason, values })
      : reader.t('exceptions.message.look', { reason }),
    leg && payment(leg, reader),
    line && statementLine(line, reader),
    line && !leg && reader.t('exceptions.message.doYouKnow'),
    leg && !line && reader.t('exceptions.message.proof'),
    leg && line && reader.t('exceptions.message.whichSide'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function payment(leg: NonNullable<ExceptionDetail['leg']>, reader: Reader): string {
  const { money, direction, externalRef } = leg;
  const amount = money
    ? valueText(`${money.amount} ${money.currency ?? ''}`.trim(), reader)
    : reader.t('words.notTold');
  const sum = { amount, rail: reader.t(`words.rail.${leg.rail}`) };
  return [
    reader.t('exceptions.message.yourSide', { kind: reader.t(`words.kind.${leg.kind}`), id: leg.transactionId }),
    `   ${direction === 'in' ? reader.t('exceptions.message.amountIn', sum) : reader.t('exceptions.message.amountOut', sum)}`,
    `   ${reader.t('exceptions.message.time', { at: leg.occurredAt })}`,
    ...(externalRef ? [`   ${reader.t('exceptions.message.ourReference', { reference: externalRef })}`] : []),
    ...leg.ids.map((id) => idLine(id, reader)),
  ].join('\n');
}

function statementLine(line: NonNullable<ExceptionDetail['line']>, reader: Reader): string {
  const { text, bankReference } = line;
  const amount = valueText(`${line.amount} ${line.currency}`, reader);
  return [
    reader.t('exceptions.message.bankSide', { amount, day: line.bookedOn }),
    ...(text ? [`   ${reader.t('exceptions.message.text', { text })}`] : []),
    ...(bankReference ? [`   ${reader.t('exceptions.message.bankReference', { reference: bankReference })}`] : []),
    ...line.ids.map((id) => idLine(id, reader)),
  ].join('\n');
}

type Id = NonNullable<ExceptionDetail['line']>['ids'][number];

function idLine({ kind, value }: Pick<Id, 'kind' | 'value'>, reader: Reader): string {
  return `   ${reader.t(`legs.found.${kind}`)}: ${value}`;
}
