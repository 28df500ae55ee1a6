/** A seeded stream of chance (mulberry32): the same seed gives the same sample on every machine. */
export type Random = ReturnType<typeof createRandom>;

/** `seed` is any text; streams of different seeds have nothing to do with each other. */
export function createRandom(seed: string) {
  let state = 0x9e3779b9;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193) >>> 0;
  /** From 0 to below 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number, both ends included. */
  const integer = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const of = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(integer(0, alphabet.length - 1))).join('');
  const hex = (length: number): string => of('0123456789abcdef', length);
  return {
    next,
    integer,
    hex,
    digits: (length: number): string => of('0123456789', length),
    /** Letters and digits, as PIX ids end with. */
    text: (length: number): string => of('0123456789abcdefghijklmnopqrstuvwxyz', length),
    chance: (probability: number): boolean => next() < probability,
    pick: <List extends readonly [unknown, ...unknown[]]>(list: List): List[number] =>
      list[integer(0, list.length - 1)],
    uuid: (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-${of('89ab', 1)}${hex(3)}-${hex(12)}`,
    /**
     * Hundredths of a currency unit between two amounts in whole units, small ones likelier than large; two in five are
     * round, as people type them.
     */
    cents: (least: number, most: number): number => {
      const units = least * (most / least) ** next();
      if (!(next() < 0.4)) return Math.max(least * 100, Math.round(units * 100));
      const step = units > 10_000 ? 1000 : units > 1000 ? 100 : 10;
      return Math.max(least, Math.round(units / step) * step) * 100;
    },
  };
}
