import type { SideTotal } from './view';

/** What one receiving CLABE has seen, by what providers tell: exact sums, `null` where no amount was told. */
export type ClabeFlow = {
  readonly clabe: string;
  /** Deposits that came in, of them those that a bank line shows, tokens minted for them, and money given back. */
  readonly came: readonly FlowTotal[];
  readonly seen: readonly FlowTotal[];
  readonly minted: readonly FlowTotal[];
  readonly returned: readonly FlowTotal[];
};
export type FlowTotal = Pick<SideTotal, 'currency' | 'count' | 'sum'>;
