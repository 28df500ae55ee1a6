/** What may be kept in one minute. */
export type GateLimits = { readonly perMinute: number; readonly bytesPerMinute: number };

/**
 * Bounds what refusals cost before they reach the database: past the minute's limits they are only counted, so that a
 * flood of forged messages fills neither the disk nor the database's time. The clock is an argument.
 */
export class RefusalGate {
  private minute = 0;
  private kept = 0;
  private bytes = 0;
  private dropped = new Map<string, number>();

  constructor(private readonly limits: GateLimits) {}

  /** Whether this one may be kept; one that may not is counted under its cause. */
  admits(cause: string, sizeBytes: number, now: number): boolean {
    const minute = Math.floor(now / 60_000);
    if (minute !== this.minute) {
      this.minute = minute;
      this.kept = 0;
      this.bytes = 0;
    }
    const hasRoom = this.kept < this.limits.perMinute && this.bytes + sizeBytes <= this.limits.bytesPerMinute;
    if (!hasRoom) {
      this.count(cause);
      return false;
    }
    this.kept++;
    this.bytes += sizeBytes;
    return true;
  }

  /** Counts one that could not be kept for another reason. */
  count(cause: string): void {
    this.dropped.set(cause, (this.dropped.get(cause) ?? 0) + 1);
  }

  /** The counts since the last call, to be written down. */
  takeCounts(): ReadonlyMap<string, number> {
    const counts = this.dropped;
    this.dropped = new Map();
    return counts;
  }
}
