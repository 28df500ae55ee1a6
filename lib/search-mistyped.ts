import { withoutSeparators } from '@/lib/identifiers/typed-text';

/** What somebody may have meant who mistyped an identifier. Pure. */

/** Shorter texts resemble everything. */
export const MIN_MISTYPED = 6;
/** Longer than any identifier that is typed by hand. */
const MAX_MISTYPED = 80;

const DIGITS = '0123456789';
const HEX = `${DIGITS}abcdef`;
const UPPER = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/**
 * Every text that one slip of the finger turns into this one: a wrong, a missing, a surplus character, two neighbours
 * changed over. Characters are tried from the alphabet that the text itself is written in. Looked up by equality, so
 * they are found at once however many identifiers there are.
 */
export function oneSlipFrom(text: string): string[] {
  if (text.length < MIN_MISTYPED || text.length > MAX_MISTYPED) return [];
  const letters = alphabetOf(text);
  const slips = new Set<string>();
  for (let at = 0; at <= text.length; at++) {
    const before = text.slice(0, at);
    for (const letter of letters) {
      slips.add(before + letter + text.slice(at));
      if (at < text.length) slips.add(before + letter + text.slice(at + 1));
    }
    slips.add(before + text.slice(at + 1));
    if (at + 1 < text.length) slips.add(before + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2));
  }
  slips.delete(text);
  return [...slips];
}

/** More would take longer to look up than to compare. */
const MAX_TEXTS = 12_000;

/**
 * Every text in which two digits differ from this one. Numbered references are so alike that comparing finds all of
 * them; looked up by equality they are found at once. Empty for a text with so many digits that there are too many.
 */
export function twoDigitsFrom(text: string): string[] {
  const places = [...text.matchAll(/[0-9]/g)].map(({ index }) => index);
  if (text.length > MAX_MISTYPED || (places.length * (places.length - 1) * 81) / 2 > MAX_TEXTS) return [];
  const other = (at: number) => [...DIGITS].filter((digit) => digit !== text[at]);
  return places.flatMap((first, index) =>
    places
      .slice(index + 1)
      .flatMap((second) =>
        other(first).flatMap((one) =>
          other(second).map(
            (two) => text.slice(0, first) + one + text.slice(first + 1, second) + two + text.slice(second + 1),
          ),
        ),
      ),
  );
}

function alphabetOf(text: string): string {
  const bare = withoutSeparators(text);
  // A letter among digits is more often the slip than the rule.
  if (/^[0-9OoIlSB]+$/.test(bare)) return DIGITS;
  if (/^(?:0x)?[0-9a-fOolI]+$/.test(bare)) return HEX;
  return /[a-z]/.test(text) ? `${UPPER}${UPPER.slice(10).toLowerCase()}` : UPPER;
}

/** Characters that are read for one another; case is no difference either. */
const LOOKALIKES: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', s: '5', b: '8', z: '2' };

/** The text as a hurried eye sees it: `O` is `0`, `I` and `l` are `1`, case does not count. */
export function seenAs(text: string): string {
  return text.toLowerCase().replace(/[oilsbz]/g, (letter) => LOOKALIKES[letter] ?? letter);
}

/** In how many characters two texts differ (wrong, missing, surplus), lookalikes not counted; `most + 1` for more than `most`. */
export function slipsBetween(one: string, other: string, most: number): number {
  const [a, b] = [seenAs(one), seenAs(other)];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const diagonal = (above[column - 1] ?? 0) + (isSame ? 0 : 1);
      current.push(Math.min(diagonal, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > most) return most + 1;
    above = current;
  }
  return Math.min(above[b.length] ?? 0, most + 1);
}

/** How many slips a text of this length may hold and still be told from others. */
export function slipsAllowed(text: string): 0 | 1 | 2 {
  if (text.length < MIN_MISTYPED || text.length > MAX_MISTYPED) return 0;
  return text.length < 10 ? 1 : 2;
}

/**
 * The trigram similarity that a text still has with itself after so many slips: each touches up to three of its
 * trigrams. The store's index finds by it; `slipsBetween` judges.
 */
export function leastSimilarity(text: string): number {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const trigrams = words.reduce((sum, word) => sum + word.length + 1, 0);
  const touched = 3 * slipsAllowed(text) + 1;
  return Math.max(0.2, (trigrams - touched) / (trigrams + touched));
}
