import type { FoundKind } from './found-ids';

/** A run of letters and digits, and where it stands. */
export type Atom = { readonly text: string; readonly start: number; readonly end: number };

/** An id somewhere in a text; `at` is where it begins. */
export type Hit = { readonly kind: FoundKind; readonly value: string; readonly at: number };

const ATOM = /[0-9A-Za-z\u00c0-\u024f]+/g;

/**
 * A text as its runs of letters and digits. Every rule looks at atoms through `at`, a bounded number of them from each
 * place, and `reads` counts it: so that a test can say that the work grows with the text and not with its square.
 */
export class Atoms {
  readonly #list: readonly Atom[];
  /** How often a rule looked at an atom. */
  reads = 0;

  constructor(readonly text: string) {
    this.#list = [...text.matchAll(ATOM)].map(({ 0: found, index }) => ({
      text: found,
      start: index,
      end: index + found.length,
    }));
  }

  get length(): number {
    return this.#list.length;
  }

  at(i: number): Atom | undefined {
    this.reads++;
    return this.#list[i];
  }

  /** The characters between an atom and the one before it, at most three; `null` before the first. */
  gapBefore(i: number): string | null {
    const [before, atom] = [this.at(i - 1), this.at(i)];
    return before && atom ? this.text.slice(before.end, Math.min(atom.start, before.end + 3)) : null;
  }

  /** How far an atom is from the one before it. */
  distanceBefore(i: number): number {
    const [before, atom] = [this.at(i - 1), this.at(i)];
    return before && atom ? atom.start - before.end : Number.POSITIVE_INFINITY;
  }

  /** Whether the atoms from `i` on are separated by exactly these characters, one each. */
  areJoinedBy(i: number, marks: string): boolean {
    for (const [k, mark] of [...marks].entries()) if (this.gapBefore(i + k + 1) !== mark) return false;
    return true;
  }

  /** The text from one atom to another, as written. */
  written(from: number, to: number): string {
    const [first, last] = [this.at(from), this.at(to)];
    return first && last ? this.text.slice(first.start, last.end) : '';
  }
}

/** An atom in capitals without accents, as words are compared. */
export function plainWord(atom: Atom): string {
  if (atom.end - atom.start > 20) return '';
  return atom.text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
}

export function areDigits(text: string): boolean {
  return /^\d+$/.test(text);
}
