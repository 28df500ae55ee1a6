/** The preference under which a person keeps whether one-letter keys work. */
export const LETTERS = 'letters';

/** They work until somebody switches them off. */
export function readLetters(kept: unknown): boolean {
  return kept !== false;
}
