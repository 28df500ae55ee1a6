import type { oas31 } from 'zod-openapi';
import { resolved } from './example';
import { curlOf, shownRequest } from './request';

/** A document as its page shows it: operations by group, parameters as rows, schemas as trees. Pure. */

type Schema = oas31.SchemaObject | oas31.ReferenceObject;

/** One schema, and what is in it. */
export type Node = {
  /** "string", "array of Line", "one of". */
  readonly type: string;
  /** The shared schema that it is, by name. */
  readonly shared: string | null;
  readonly isNullable: boolean;
  /** A shared schema all of whose members it has; `members` are the others. */
  readonly base: string | null;
  readonly description: string | null;
  /** The words that may stand there. */
  readonly words: readonly string[];
  readonly members: readonly Member[];
};
export type Member = Node & { readonly name: string; readonly isRequired: boolean };

export type ShownParameter = {
  readonly name: string;
  readonly place: string;
  readonly type: string;
  readonly description: string;
  readonly words: readonly string[];
  readonly usual: string | null;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
};

export type ShownAnswer = {
  readonly status: string;
  readonly description: string;
  /** Of JSON; `null` for files and for empty answers. */
  readonly node: Node | null;
  readonly files: readonly string[];
  /** Of an error: what stands in `error`. */
  readonly codes: readonly string[];
  readonly headers: readonly { readonly name: string; readonly description: string }[];
  readonly example: string | null;
};

export type ShownOperation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** The right in the key's scope; `null` where no key is asked for. */
  readonly right: string | null;
  readonly parameters: readonly ShownParameter[];
  readonly body: {
    readonly description: string;
    readonly type: string;
    readonly node: Node | null;
    readonly example: string | null;
  } | null;
  readonly curl: string;
  readonly answers: readonly ShownAnswer[];
};

export type Reference = {
  readonly description: string;
  readonly groups: readonly {
    readonly name: string;
    readonly description: string;
    readonly operations: readonly ShownOperation[];
  }[];
  readonly schemas: readonly { readonly name: string; readonly node: Node }[];
};

export function referenceOf(document: oas31.OpenAPIObject): Reference {
  const origin = document.servers?.[0]?.url ?? '';
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = item[method];
      return operation
        ? [{ tag: operation.tags?.[0], shown: shownOperation(document, method, path, operation, origin) }]
        : [];
    }),
  );
  return {
    description: document.info.description ?? '',
    groups: (document.tags ?? []).map(({ name, description = '' }) => ({
      name,
      description,
      operations: operations.filter(({ tag }) => tag === name).map(({ shown }) => shown),
    })),
    schemas: Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => ({
      name,
      node: nodeOf(document, schema),
    })),
  };
}

function shownOperation(
  document: oas31.OpenAPIObject,
  method: 'get' | 'post',
  path: string,
  operation: oas31.OperationObject,
  origin: string,
): ShownOperation {
  const request = shownRequest(method, path, operation);
  const [scheme] = operation.security ?? [];
  return {
    id: operation.operationId ?? `${method} ${path}`,
    method: request.method,
    path,
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    right: Object.values(scheme ?? {})[0]?.[0] ?? null,
    parameters: (operation.parameters ?? []).flatMap((one) => ('name' in one ? [shownParameter(document, one)] : [])),
    body: shownBody(document, operation, request.body?.text ?? null),
    curl: curlOf(request, origin),
    answers: Object.entries(operation.responses ?? {}).map(([status, response]) =>
      shownAnswer(document, status, response as oas31.ResponseObject),
    ),
  };
}

function shownParameter(document: oas31.OpenAPIObject, parameter: oas31.ParameterObject): ShownParameter {
  const schema = parameter.schema ? resolved(document, parameter.schema) : {};
  const node = nodeOf(document, schema);
  const item = schema.items && typeof schema.items === 'object' ? resolved(document, schema.items) : schema;
  const { minimum, maximum } = schema;
  const range = minimum !== undefined && maximum !== undefined ? `, ${minimum} to ${maximum}` : '';
  const excluding = /^\^!\?\((.*)\)\$$/.exec(item.pattern ?? '')?.[1]?.split('|');
  return {
    name: parameter.name,
    place: parameter.in,
    type: `${node.type}${range}`,
    description: parameter.description ?? '',
    words: (item.enum ?? excluding ?? []).map(String),
    usual: schema.default === undefined ? null : String(schema.default),
    isRequired: parameter.required === true,
    isDeprecated: parameter.deprecated === true,
  };
}

function shownBody(
  document: oas31.OpenAPIObject,
  { requestBody }: oas31.OperationObject,
  example: string | null,
): ShownOperation['body'] {
  if (!requestBody || !('content' in requestBody)) return null;
  const [type = '', media] = Object.entries(requestBody.content)[0] ?? [];
  const node = media?.schema ? nodeOf(document, media.schema) : null;
  return { description: requestBody.description ?? '', type, node: node?.members.length ? node : null, example };
}

function shownAnswer(document: oas31.OpenAPIObject, status: string, response: oas31.ResponseObject): ShownAnswer {
  const { 'application/json': json, ...files } = response.content ?? {};
  return {
    status,
    description: response.description,
    node: json?.schema ? nodeOf(document, json.schema) : null,
    codes: json?.schema ? codesOf(nodeOf(document, json.schema)) : [],
    files: Object.keys(files),
    headers: Object.entries(response.headers ?? {}).map(([name, header]) => ({
      name,
      description: header.description ?? '',
    })),
    example: json?.example === undefined ? null : JSON.stringify(json.example, null, 2),
  };
}

/** The one shape of errors has a code and its detail; of a choice of them each. */
function codesOf({ type, members }: Node): string[] {
  if (type === 'one of') return members.flatMap(codesOf);
  const code = members.find(({ name }) => name === 'error');
  return code && members.some(({ name }) => name === 'detail') ? [code.type.replaceAll('"', '')] : [];
}

/** A schema as a node; what is shared is named and not opened again. */
export function nodeOf(document: oas31.OpenAPIObject, schema: Schema): Node {
  const shared = '$ref' in schema && schema.$ref ? schema.$ref.replace('#/components/schemas/', '') : null;
  const whole = resolved(document, schema);
  const choices = whole.anyOf ?? whole.oneOf ?? [];
  const said = choices.filter((choice) => resolved(document, choice).type !== 'null');
  const isNullable = said.length < choices.length || (Array.isArray(whole.type) && whole.type.includes('null'));
  const [only] = said;
  if (only && said.length === 1) {
    const inner = nodeOf(document, only);
    return { ...inner, isNullable, description: whole.description ?? inner.description };
  }
  const common = { shared, isNullable, base: null, description: whole.description ?? null };
  if (shared !== null) return { ...common, type: shared, words: [], members: [] };
  if (said.length > 1)
    return {
      ...common,
      type: 'one of',
      words: [],
      members: said.map((choice, at) => memberOf(document, `${at + 1}`, choice, false)),
    };
  if (whole.items && typeof whole.items === 'object') {
    const item = nodeOf(document, whole.items);
    return { ...item, isNullable, type: `array of ${item.type}`, description: common.description ?? item.description };
  }
  const extended = extendedBy(document, whole);
  const members = Object.entries(whole.properties ?? {})
    .filter(([name]) => !extended?.names.includes(name))
    .map(([name, member]) => memberOf(document, name, member, whole.required?.includes(name) ?? false));
  const words = (whole.enum ?? []).filter((word) => word !== null).map(String);
  return { ...common, type: typeName(whole), base: extended?.base ?? null, words, members };
}

/** From here on it is worth a reader's while to look at two places. */
const LARGE = 8;

/** The shared schema that this one has every member of and more: it is named instead of being told once again. */
function extendedBy({ components }: oas31.OpenAPIObject, { properties }: oas31.SchemaObject) {
  const own = properties ?? {};
  const found = Object.entries(components?.schemas ?? {}).find(([, shared]) => {
    const theirs = Object.entries(('properties' in shared && shared.properties) || {});
    const isPart = theirs.every(([name, member]) => JSON.stringify(own[name]) === JSON.stringify(member));
    return theirs.length >= LARGE && theirs.length < Object.keys(own).length && isPart;
  });
  if (!found) return null;
  const [base, shared] = found;
  return { base, names: Object.keys(('properties' in shared && shared.properties) || {}) };
}

function memberOf(document: oas31.OpenAPIObject, name: string, schema: Schema, isRequired: boolean): Member {
  return { ...nodeOf(document, schema), name, isRequired };
}

function typeName(schema: oas31.SchemaObject): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  return (schema.format ?? types.join(' or ')) || 'anything';
}
