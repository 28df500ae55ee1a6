import { z } from 'zod';
import { createDocument, type oas31, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import { RIGHT_NAMES } from '@/lib/access/rights';
import { ERRORS } from './desk';
import { exampleOf } from './example';
import { exportManifest } from './files';
import { withTypes } from './nullable';
import { type Answer, errorsOf, GROUPS, type Operation, type Parameter } from './operation';
import { OPERATIONS } from './operations';
import { exceptionRow, legRow, lineRow, matchRow } from './reconciliation';
import { refundRow } from './refund';
import { identifier, transactionDetail, transactionSummary } from './transaction';

/** The reference of the API as an OpenAPI 3.1 document. Pure: the same for everybody, whoever asks. */

const DESCRIPTION = `Ask for what the desk knows, and hand it files.

**Keys.** Make one under Settings → Keys, or with \`npm run api-key -- --name NAME\`. Send it as \`Authorization: Bearer <key>\` or \`X-API-Key: <key>\`. Its scope is a list of rights (${RIGHT_NAMES.join(', ')}); each operation names the one it asks for.

**Money** is a decimal text with the digits it was given, never a JSON number. **Times** are ISO 8601 in UTC; what happened is told by the provider’s clock, what the desk did by ours. \`null\` is "not told", which is neither zero nor empty.

**Lists** come in pages. Send \`next_cursor\` as \`cursor\`, with the same filter and sort, until it is null: nothing is lost or repeated while others arrive.

**Errors** have one shape: \`error\` is a code for programs, \`detail\` says what to do. Answers may get new members: ignore those you do not know.`;

const COMPONENTS = {
  Transaction: transactionSummary,
  TransactionDetail: transactionDetail,
  Identifier: identifier,
  Refund: refundRow,
  Leg: legRow,
  Line: lineRow,
  Match: matchRow,
  Exception: exceptionRow,
  Manifest: exportManifest,
} as const;

const made = new Map<string, oas31.OpenAPIObject>();

/** `origin`: where the desk is, without a path. Made once: anybody may ask for it, as often as they like. */
export function apiDocument(origin: string): oas31.OpenAPIObject {
  const document = made.get(origin) ?? newDocument(origin);
  made.set(origin, document);
  return document;
}

function newDocument(origin: string): oas31.OpenAPIObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation) };
  }
  const document = createDocument(
    {
      openapi: '3.1.1',
      info: { title: 'Concilia', version: '1', description: DESCRIPTION },
      servers: [{ url: origin }],
      tags: Object.entries(GROUPS).map(([name, description]) => ({ name, description })),
      paths,
      components: {
        schemas: COMPONENTS,
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'The key, as `Authorization: Bearer <key>`.' },
          header: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'The same key in its own header.' },
        },
      },
    },
    { override: ({ jsonSchema }) => plain(jsonSchema) },
  ) as oas31.OpenAPIObject;
  return withExamples(withTypes(document));
}

/** Clients must bear members they do not know; and the pattern of a format says nothing more than its name. */
function plain(schema: { additionalProperties?: unknown; format?: unknown; pattern?: unknown }): void {
  if (schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.format !== undefined) delete schema.pattern;
}

function described(operation: Operation): ZodOpenApiOperationObject {
  const { id, group, right, summary, description, body, example } = operation;
  const responses = [
    ...Object.entries(operation.answers).map(([status, answer]) => [status, answered(answer)] as const),
    ...errorsOf(operation).map((status) => [status, refusal(ERRORS[status])] as const),
  ];
  return {
    operationId: id,
    tags: [group],
    summary,
    description,
    security: right === null ? [] : [{ bearer: [right] }, { header: [right] }],
    requestParams: {
      path: parameters(operation, 'path'),
      query: parameters(operation, 'query'),
      header: parameters(operation, 'header'),
    },
    ...(body && {
      requestBody: {
        description: body.description,
        required: true,
        content: { [body.type]: { ...(body.schema && { schema: body.schema }), example: example.body } },
      },
    }),
    responses: Object.fromEntries(responses),
  };
}

function parameters({ parameters, example }: Operation, place: Parameter['in']): z.ZodObject {
  const here = parameters.filter((parameter) => parameter.in === place);
  return z.object(
    Object.fromEntries(
      here.map(({ name, description, schema, isRequired, isDeprecated }) => {
        const told = place === 'path' ? example.path?.[name] : place === 'query' ? example.query?.[name] : undefined;
        const param = {
          description,
          ...(told !== undefined && { example: typed(schema, told) }),
          ...(isDeprecated && { deprecated: true }),
        };
        return [name, (isRequired ? schema : schema.optional()).meta({ param })];
      }),
    ),
  );
}

/** What stands in the address, as the parameter's own type. */
function typed(schema: z.ZodType, text: string): unknown {
  if (schema instanceof z.ZodArray) return text.split(',');
  if (schema instanceof z.ZodNumber) return Number(text);
  return schema instanceof z.ZodBoolean ? text === 'true' : text;
}

function answered({ description, schema, files, headers, link }: Answer): ZodOpenApiResponseObject {
  const media = schema ? { 'application/json': { schema } } : undefined;
  const content = files ? Object.fromEntries(files.map((type) => [type, {}])) : media;
  return {
    description,
    ...(content && { content }),
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, text]) => [
          name,
          { description: text, schema: { type: 'string' as const } },
        ]),
      ),
    }),
    ...(link && { links: { [link.operation]: { operationId: link.operation, parameters: { id: link.id } } } }),
  };
}

function refusal({ description, schema }: (typeof ERRORS)[keyof typeof ERRORS]): ZodOpenApiResponseObject {
  return { description, content: { 'application/json': { schema } } };
}

/** Each JSON answer with an example of itself. */
function withExamples(document: oas31.OpenAPIObject): oas31.OpenAPIObject {
  for (const item of Object.values(document.paths ?? {})) {
    for (const operation of [item.get, item.post]) {
      for (const response of Object.values(operation?.responses ?? {})) {
        const media = (response as oas31.ResponseObject).content?.['application/json'];
        if (media?.schema) media.example = exampleOf(document, media.schema);
      }
    }
  }
  return document;
}
