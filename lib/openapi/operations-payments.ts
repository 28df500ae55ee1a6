import { z } from 'zod';
import { MAX_QUERY_LENGTH } from '@/lib/search-text';
import { pageOf } from './leaves';
import { refundParameters, transactionParameters } from './list-parameters';
import type { Operation } from './operation';
import { pathId, query } from './parameters';
import { refundRow } from './refund';
import { searchAnswer } from './search';
import { transactionDetail, transactionSummary } from './transaction';

/** The payment that the examples speak of: the one of the message under `receiveWebhook`. */
export const EXAMPLE_ID = 'juno:redemption:95a4df41-d2c2-414a-a28a-1eda4bddb92b';
const UNKNOWN_PARAMETER = { query: { colour: 'red' } } as const;

export const PAYMENTS: readonly Operation[] = [
  {
    id: 'listTransactions',
    method: 'get',
    path: '/api/v1/transactions',
    group: 'Payments',
    right: 'browse',
    summary: 'List payments',
    description:
      'The list of the page Transactions, by the same filters. A parameter that is not known is an error, so that no typo passes for a filter.',
    parameters: transactionParameters,
    answers: { 200: { description: 'A page of payments.', schema: pageOf(transactionSummary) } },
    errors: [400],
    example: { query: { provider: 'juno', limit: '5' } },
    refused: { 400: { query: { status: 'done' } } },
  },
  {
    id: 'readTransaction',
    method: 'get',
    path: '/api/v1/transactions/{id}',
    group: 'Payments',
    right: 'ask',
    summary: 'Read one payment',
    description: 'A payment with its links and its events.',
    parameters: [pathId('Our id of the payment.')],
    answers: { 200: { description: 'The payment.', schema: transactionDetail } },
    errors: [404],
    example: { path: { id: EXAMPLE_ID } },
    refused: { 404: { path: { id: 'juno:issuance:nobody' } } },
  },
  {
    id: 'search',
    method: 'get',
    path: '/api/v1/search',
    group: 'Payments',
    right: 'ask',
    summary: 'Find by any id',
    description:
      'Finds an external reference or any identifier: exactly first, and only where nothing is exactly it, by beginnings, parts and slips. Each hit says which field matched.',
    parameters: [
      {
        ...query('q', `One value, at most ${MAX_QUERY_LENGTH} characters.`, z.string().min(1).max(MAX_QUERY_LENGTH)),
        isRequired: true,
      },
    ],
    answers: { 200: { description: 'What was found; nothing found is an empty answer.', schema: searchAnswer } },
    errors: [400],
    example: { query: { q: 'b845a6df36705812f14640da988698df' } },
    refused: { 400: { query: { q: '' } } },
  },
  {
    id: 'listRefunds',
    method: 'get',
    path: '/api/v1/refunds',
    group: 'Payments',
    right: 'browse',
    summary: 'List refunds',
    description: 'How money comes back, where it is now, and how its time compares with its limits.',
    parameters: [
      ...refundParameters,
      {
        ...query('view', 'Of the page Refunds; it changes nothing here.', z.enum(['board', 'table'])),
        isDeprecated: true,
      },
    ],
    answers: { 200: { description: 'A page of refunds.', schema: pageOf(refundRow) } },
    errors: [400],
    example: { query: { q: EXAMPLE_ID } },
    refused: { 400: UNKNOWN_PARAMETER },
  },
];
