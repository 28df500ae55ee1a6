import type { Operation } from './operation';
import { DESK } from './operations-desk';
import { FILES } from './operations-files';
import { PAYMENTS } from './operations-payments';
import { RECONCILIATION } from './operations-reconciliation';

/** Everything that the API can be asked, in the order of its reference. */
export const OPERATIONS: readonly Operation[] = [...PAYMENTS, ...RECONCILIATION, ...FILES, ...DESK];
