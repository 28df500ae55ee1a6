import type { oas31 } from 'zod-openapi';

/**
 * `anyOf [X, null]` as X whose types include null, wherever X is no reference: shorter by half, and what people and
 * generators of clients read best.
 */
export function withTypes(document: oas31.OpenAPIObject): oas31.OpenAPIObject {
  return rewritten(document) as oas31.OpenAPIObject;
}

function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value !== 'object' || value === null) return value;
  const whole: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, isExample(name) ? member : rewritten(member)]),
  );
  const inner = nullableOf(whole);
  if (!inner) return whole;
  const { anyOf: _, ...outer } = whole;
  const words = Array.isArray(inner.enum) ? { enum: [...inner.enum, null] } : {};
  return { ...inner, ...words, type: [inner.type, 'null'], ...outer };
}

/** Examples are values, whatever their members are called. */
function isExample(name: string): boolean {
  return name === 'example' || name === 'examples' || name === 'default';
}

function nullableOf({ anyOf }: Record<string, unknown>): Record<string, unknown> | null {
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return null;
  const [inner, none] = anyOf as Record<string, unknown>[];
  return inner && typeof inner.type === 'string' && none?.type === 'null' ? inner : null;
}
