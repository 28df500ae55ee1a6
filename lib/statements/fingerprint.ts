import { createHash } from 'node:crypto';
import { fromUnits, toUnits } from '@/lib/money';
import type { StatementLine } from './statement';
import { plain } from './table-columns';

/** What two readings of one payment agree in, and only then: 32 hexadecimal digits. Equal payments share it. */
export function fingerprintOf(line: StatementLine, accountId: string): string {
  const said = [
    accountId,
    line.bookedOn,
    fromUnits(toUnits(line.amount)),
    line.currency,
    plain(line.text),
    line.bankReference,
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
}
