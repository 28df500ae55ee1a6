import { z } from 'zod';
import { PROVIDERS } from '@/lib/providers/catalogue';
import redemption from '@/lib/providers/juno/fixtures/redemption-refund-complete.json' with { type: 'json' };
import { health, notStored } from './desk';
import type { Operation } from './operation';

export const DESK: readonly Operation[] = [
  {
    id: 'receiveWebhook',
    method: 'post',
    path: '/api/webhooks/{provider}',
    group: 'Desk',
    right: null,
    summary: 'Where providers post',
    description:
      'Made durable byte for byte, then answered; read a few milliseconds later. Without a proof of the provider a message is taken in local mode only, and only from this machine. Nothing that could be a provider’s message is answered below 500 unless it is stored.',
    parameters: [
      {
        name: 'provider',
        in: 'path',
        description: 'Whose message it is.',
        schema: z.enum(PROVIDERS),
        isRequired: true,
      },
    ],
    body: { description: 'The provider’s message, at most 1 MiB.', type: 'application/json', schema: z.unknown() },
    answers: {
      200: {
        description: 'Stored. The body is empty.',
        headers: { 'x-concilia-delivery': 'The number it is stored under.' },
      },
      503: {
        description: 'Not taken, or refused and kept as refused: the provider keeps it and sends it again.',
        schema: notStored,
      },
    },
    errors: [],
    example: { path: { provider: 'juno' }, body: redemption },
    refused: {},
  },
  {
    id: 'readHealth',
    method: 'get',
    path: '/api/health',
    group: 'Desk',
    right: null,
    summary: 'How the desk is',
    description: 'For a balancer or a monitor: it tells nothing about anybody.',
    parameters: [],
    answers: {
      200: { description: 'The database answers.', schema: health },
      503: { description: 'The database does not answer.', schema: health },
    },
    errors: [],
    example: {},
    refused: {},
  },
  {
    id: 'readReference',
    method: 'get',
    path: '/api/v1/openapi.json',
    group: 'Desk',
    right: null,
    summary: 'This reference as OpenAPI 3.1',
    description: 'For tools that make clients of it. It is the same for everybody, so it asks for no key.',
    parameters: [],
    answers: { 200: { description: 'The document.', schema: z.looseObject({ openapi: z.literal('3.1.1') }) } },
    errors: [],
    example: {},
    refused: {},
  },
];
