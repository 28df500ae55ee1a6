import { tokenOf } from '@/lib/kept-value';

/**
 * The parameters of lists into which a person types: the browser posts what stands in them, and the server, which knows
 * every kind of number, says what of it may stand in an address. Pure, and small enough for every page.
 */
export const TYPED_PARAMETERS = {
  legs: ['q', 'account'],
  lines: ['q'],
  exceptions: ['q'],
  workbench: ['q', 'find'],
  refunds: ['q'],
  received: ['find'],
  audit: ['who', 'object', 'address'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type TypedList = keyof typeof TYPED_PARAMETERS;

/** Whether something is typed into one of them that is not kept yet. */
export function hasTyped(list: TypedList, search: URLSearchParams): boolean {
  const names: readonly string[] = TYPED_PARAMETERS[list];
  return [...search].some(([name, text]) => names.includes(name) && text.trim() !== '' && !tokenOf(text.trim()));
}
