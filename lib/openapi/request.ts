import type { oas31 } from 'zod-openapi';

/** The requests that a document shows: as somebody types them, and as a program sends them. */

export type ShownRequest = {
  readonly method: string;
  /** With the query string, below the origin. */
  readonly path: string;
  /** `null` where none is sent. */
  readonly body: { readonly type: string; readonly text: string; readonly isJson: boolean } | null;
  readonly needsKey: boolean;
};

/** The example request of an operation, from the examples of its parameters and its body. */
export function shownRequest(method: string, path: string, operation: oas31.OperationObject): ShownRequest {
  const parameters = (operation.parameters ?? []).filter((one): one is oas31.ParameterObject => 'name' in one);
  const told = parameters.filter(({ example }) => example !== undefined);
  const filled = told
    .filter((one) => one.in === 'path')
    .reduce((sofar, { name, example }) => sofar.replace(`{${name}}`, encodeURIComponent(String(example))), path);
  const query = new URLSearchParams(
    told.filter((one) => one.in === 'query').map(({ name, example }) => [name, [example].flat().join(',')]),
  ).toString();
  return {
    method: method.toUpperCase(),
    path: query ? `${filled}?${query}` : filled,
    body: bodyOf(operation),
    needsKey: (operation.security ?? []).length > 0,
  };
}

function bodyOf({ requestBody }: oas31.OperationObject): ShownRequest['body'] {
  if (!requestBody || !('content' in requestBody)) return null;
  const [type, media] = Object.entries(requestBody.content)[0] ?? [];
  if (type === undefined || media?.example === undefined) return null;
  const isJson = type === 'application/json';
  return { type, isJson, text: isJson ? JSON.stringify(media.example, null, 2) : String(media.example) };
}

/** The same as a command. A file is named, not written out. */
export function curlOf({ method, path, body, needsKey }: ShownRequest, origin: string): string {
  return [
    `curl '${origin}${path}'`,
    ...(method === 'GET' || body ? [] : [`-X ${method}`]),
    ...(needsKey ? ['-H "Authorization: Bearer $KEY"'] : []),
    ...(body
      ? [`-H 'Content-Type: ${body.type}'`, body.isJson ? `-d '${quoted(body.text)}'` : '--data-binary @FILE']
      : []),
  ].join(' \\\n  ');
}

/** Within single quotation marks of a shell. */
function quoted(text: string): string {
  return text.replaceAll("'", "'\\''");
}
