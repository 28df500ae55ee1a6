/** Values of filters that stand in no address: there a token stands for them, as `keepSearch` gives it. Pure. */

const KEPT = /^~([\w-]{16})$/;

/** What stands in a filter for a value that is kept under a token. */
export function keptValue(token: string): string {
  return `~${token}`;
}

/** The token of a value that is kept elsewhere; `null` for a value that is itself. */
export function tokenOf(value: string): string | null {
  return KEPT.exec(value)?.[1] ?? null;
}

/** What is shown for each kept value of an address, by what stands there for it. */
export type ShownKept = Readonly<Record<string, Shown>>;
type Shown = {
  /** In place of the value, in words. */
  readonly words: string;
  /** What its field holds: the value itself for whoever typed it, for others the words. */
  readonly typed: string;
  /** Nobody knows any more what it was. */
  readonly isForgotten: boolean;
};

/** A filter's value in words: itself, unless it is kept out of the address. */
export function wordsOf(value: string, kept: ShownKept): string {
  return kept[value]?.words ?? value;
}

/** What stands in the field of a filter. */
export function typedOf(value: string | null, kept: ShownKept): string {
  return value === null ? '' : (kept[value]?.typed ?? value);
}

/** What a field says, back as it stands in the address. */
export function untyped(text: string, kept: ShownKept): string {
  return Object.keys(kept).find((value) => kept[value]?.typed === text) ?? text;
}

export function isAnyForgotten(kept: ShownKept): boolean {
  return Object.values(kept).some(({ isForgotten }) => isForgotten);
}
