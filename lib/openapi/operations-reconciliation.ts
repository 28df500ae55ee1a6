import { pageOf } from './leaves';
import { exceptionParameters, legParameters, lineParameters, matchParameters } from './list-parameters';
import type { Operation } from './operation';
import { exceptionRow, legRow, lineRow, matchRow } from './reconciliation';

const UNKNOWN_PARAMETER = { query: { colour: 'red' } } as const;

export const RECONCILIATION: readonly Operation[] = [
  {
    id: 'listLegs',
    method: 'get',
    path: '/api/v1/legs',
    group: 'Reconciliation',
    right: 'browse',
    summary: 'List legs',
    description: 'A leg is one movement of a payment that a bank or a chain could see, with where it stands.',
    parameters: legParameters,
    answers: { 200: { description: 'A page of legs.', schema: pageOf(legRow) } },
    errors: [400],
    example: { query: { rail: 'spei', limit: '20' } },
    refused: { 400: UNKNOWN_PARAMETER },
  },
  {
    id: 'listLines',
    method: 'get',
    path: '/api/v1/lines',
    group: 'Reconciliation',
    right: 'browse',
    summary: 'List lines of statements',
    description: 'What banks, and the own ledger, wrote.',
    parameters: lineParameters,
    answers: { 200: { description: 'A page of lines.', schema: pageOf(lineRow) } },
    errors: [400],
    example: { query: { account: 'banorte-mxn', limit: '20' } },
    refused: { 400: UNKNOWN_PARAMETER },
  },
  {
    id: 'listMatches',
    method: 'get',
    path: '/api/v1/matches',
    group: 'Reconciliation',
    right: 'browse',
    summary: 'List matches',
    description: 'Lines and legs that belong together, and why; the latest first.',
    parameters: matchParameters,
    answers: { 200: { description: 'A page of matches.', schema: pageOf(matchRow) } },
    errors: [400],
    example: { query: { undone: 'false', limit: '20' } },
    refused: { 400: UNKNOWN_PARAMETER },
  },
  {
    id: 'listExceptions',
    method: 'get',
    path: '/api/v1/exceptions',
    group: 'Reconciliation',
    right: 'browse',
    summary: 'List exceptions',
    description: 'What does not agree, and who works on it. Resolved ones only where their state is asked for.',
    parameters: exceptionParameters,
    answers: { 200: { description: 'A page of exceptions.', schema: pageOf(exceptionRow) } },
    errors: [400],
    example: { query: { severity: 'high,medium,low', limit: '20' } },
    refused: { 400: UNKNOWN_PARAMETER },
  },
];
