import type { oas31 } from 'zod-openapi';

type Schema = oas31.SchemaObject | oas31.ReferenceObject;
type Document = oas31.OpenAPIObject;

/** What a reference within the document points at; throws where nothing is there. */
export function resolved(document: Document, schema: Schema): oas31.SchemaObject {
  if (!('$ref' in schema) || schema.$ref === undefined) return schema as oas31.SchemaObject;
  const name = schema.$ref.replace('#/components/schemas/', '');
  const found = document.components?.schemas?.[name];
  if (!found) throw new TypeError(`The reference ${schema.$ref} points at nothing.`);
  return found as oas31.SchemaObject;
}

/** A value that fits a schema, made of the examples of its leaves; of a choice the first. */
export function exampleOf(document: Document, asked: Schema): unknown {
  const schema = resolved(document, asked);
  if (schema.example !== undefined) return schema.example;
  if (schema.examples?.length) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.length) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return exampleOf(document, choice);
  if (schema.properties) {
    const members = Object.entries(schema.properties).filter(([name]) => schema.required?.includes(name));
    return Object.fromEntries(members.map(([name, member]) => [name, exampleOf(document, member)]));
  }
  if (schema.items && typeof schema.items === 'object') return [exampleOf(document, schema.items)];
  return schema.default ?? null;
}
