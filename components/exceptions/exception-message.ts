import { KIND_LABELS, PROVIDER_FULL_NAMES } from '@/lib/providers/catalogue';
import { RAILS } from '@/lib/reconciliation/leg';
import { REASONS } from '@/lib/reconciliation/reason';
import type { ExceptionDetail } from '@/lib/reconciliation/view';
import { FOUND_KINDS } from '@/lib/statements/found-ids';
import { RAIL_WORDS, valuesText, valueText } from './exception-words';

/** A message for the provider with every id of both sides filled in: plain text, to be pasted into a ticket or a mail. */
export function exceptionMessage({ exception, line, leg }: Omit<ExceptionDetail, 'notes'>): string {
  const values = valuesText(exception);
  const parts = [
    leg ? `To ${PROVIDER_FULL_NAMES[leg.provider]}` : `About a payment over ${RAIL_WORDS[exception.rail]}`,
    `Please look at this payment: ${REASONS[exception.reason].label.toLowerCase()}${values ? ` (${values})` : ''}.`,
    leg && payment(leg),
    line && statementLine(line),
    line &&
      !leg &&
      'Do you know this payment? If you do, please tell us its id and why we received no message about it.',
    leg && !line && 'Our bank does not show it. Please send us the proof of the transfer with its rail id.',
    leg && line && 'Please tell us which side is right, and correct yours if it is not.',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function payment(leg: NonNullable<ExceptionDetail['leg']>): string {
  return [
    `Your side: ${KIND_LABELS[leg.kind]} ${leg.transactionId}`,
    `   Amount: ${leg.money ? valueText(`${leg.money.amount} ${leg.money.currency ?? ''}`.trim()) : 'not told'}, ${leg.direction === 'in' ? 'to us' : 'from us'}, over ${RAILS[leg.rail]}`,
    `   Time: ${leg.occurredAt} (UTC)`,
    ...(leg.externalRef ? [`   Our reference: ${leg.externalRef}`] : []),
    ...leg.ids.map(({ kind, value }) => `   ${FOUND_KINDS[kind]}: ${value}`),
  ].join('\n');
}

function statementLine(line: NonNullable<ExceptionDetail['line']>): string {
  return [
    `Our bank’s side: ${valueText(`${line.amount} ${line.currency}`)}, booked on ${line.bookedOn}`,
    ...(line.text ? [`   Text: ${line.text}`] : []),
    ...(line.bankReference ? [`   Bank’s reference: ${line.bankReference}`] : []),
    ...line.ids.map(({ kind, value }) => `   ${FOUND_KINDS[kind]}: ${value}`),
  ].join('\n');
}
