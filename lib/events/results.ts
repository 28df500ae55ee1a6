import { OUTCOMES } from './delivery';

/** What a list of deliveries can be narrowed to: what was made of them, or that nothing was made of them yet. */
export const RESULTS = [...OUTCOMES, 'waiting'] as const;
export type Result = (typeof RESULTS)[number];

export function isResult(text: string): text is Result {
  return (RESULTS as readonly string[]).includes(text);
}
