/** The projector leaves this many times its own time to the webhooks, whose answers providers wait for. */
const SHARE_LEFT = 3;
const LONGEST_PAUSE_MS = 400;
/** Once a delivery has waited this long to be folded, the fold goes first. */
const BEHIND_MS = 2_000;

/**
 * How long to rest after a batch, in milliseconds. Resting costs nothing in the end: what arrives meanwhile makes the
 * next batch larger, and a row in a large batch is folded for half the price. Times in milliseconds since the epoch.
 */
export function pauseAfter({ began, ended, oldest }: { began: number; ended: number; oldest: Date | null }): number {
  const isBehind = oldest !== null && ended - +oldest > BEHIND_MS;
  return isBehind ? 0 : Math.min((ended - began) * SHARE_LEFT, LONGEST_PAUSE_MS);
}
