import type { Said } from '@/lib/language/said';
import type { Provider } from '@/lib/providers/catalogue';
import type { ListName } from '@/lib/providers/listing';
import type { DifferenceCounts } from './difference';
import type { Tally } from './tally';

/** One of the providers' lists, and how its comparison with our store is doing. */
export type ListReport = {
  readonly list: ListName;
  readonly provider: Provider;
  /** The settings without which it cannot be read; `null` when it can. */
  readonly missing: Said | null;
  /** When the latest comparison that came to this list began; `null`: never. */
  readonly lastComparedAt: Date | null;
  readonly tally: Tally | null;
  /** What went wrong in the latest run, as it was kept. */
  readonly problem: string | null;
  readonly nextAt: Date;
  readonly differences: DifferenceCounts;
};
