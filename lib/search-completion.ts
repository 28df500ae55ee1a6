import { type Said, said } from '@/lib/language/said';
import { GRAMMAR } from '@/lib/transactions/grammar';

/** One way to go on with a text that is becoming a filter. */
export type Completion = {
  /** The whole text with it. */
  readonly text: string;
  /** What it adds: `status:` or `status:failed`. */
  readonly label: string;
  readonly description: Said;
};

const SHOWN = 8;

/** How the last word of a text may go on as an operator of the grammar, or as a value of one. Pure. */
export function completionsOf(text: string): Completion[] {
  const [, before = '', minus = '', word = ''] = /^(.*?)(-?)(\S*)$/s.exec(text) ?? [];
  if (word === '') return [];
  const colon = word.indexOf(':');
  if (colon >= 0) return valuesOf(before + minus, word.slice(0, colon), word.slice(colon + 1));
  return GRAMMAR.filter(({ operator }) => operator.startsWith(word.toLowerCase()))
    .slice(0, SHOWN)
    .map(({ operator, description, example }) => ({
      text: `${before}${minus}${operator}:`,
      label: `${minus}${operator}:`,
      description: said('controls.grammar.asIn', { meaning: description, example }),
    }));
}

/** After a comma the next value begins. */
function valuesOf(before: string, name: string, typed: string): Completion[] {
  const known = GRAMMAR.find(({ operator }) => operator === name.toLowerCase());
  if (!known) return [];
  const values = typed.split(',');
  const last = values.pop() ?? '';
  const chosen = values.map((value) => `${value},`).join('');
  return (known.values ?? [])
    .filter((value) => value.startsWith(last.toLowerCase()) && value !== last && !values.includes(value))
    .slice(0, SHOWN)
    .map((value) => ({
      text: `${before}${name}:${chosen}${value} `,
      label: `${name}:${chosen}${value}`,
      description: known.description,
    }));
}
