import type { Environment } from '@/lib/providers/catalogue';
import type { RefundQuery } from '@/lib/refunds/refund-query';
import type { TimeZone } from '@/lib/time-zones';

/** What board and table are given. */
export type PaneProps = {
  /** As it was asked, for links, and as it is read: with the environment that it is about. */
  readonly query: RefundQuery;
  readonly read: RefundQuery;
  readonly environment: Environment;
  readonly people: readonly string[];
  readonly zone: TimeZone;
  readonly now: Date;
};
