import { keptText, type Said, said } from '@/lib/language/said';

/** One summary of several sentences, one after the other; what a provider answered stays in its own words. */
export function summaryOf(sentences: readonly (Said | string)[]): string {
  const [first = '', ...others] = sentences;
  const whole = others.reduce((before, then) => said('jobs.then', { first: before, then }), first);
  return typeof whole === 'string' ? whole : keptText(whole);
}
