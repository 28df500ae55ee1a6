import { useTranslations } from 'next-intl';
import { HeadCell } from '@/components/transactions/head-cell';
import { LinkedRow } from '@/components/transactions/linked-row';
import { PARTS, TABLE_PANE } from '@/components/transactions/table-layout';
import { classNames } from '@/components/ui/class-names';
import { type Beside, NOTHING_BESIDE } from '@/lib/reconciliation/beside';
import type { Rail } from '@/lib/reconciliation/leg';
import type { LegRow } from '@/lib/reconciliation/view';
import type { LegQuery } from '@/lib/reconciliation/view-query';
import type { TimeZone } from '@/lib/time-zones';
import { headOrder } from './head-order';
import { type LegCell, legColumns } from './leg-columns';
import { legHref, legsHref } from './rail-links';
import { RowKeys } from './row-keys';

type Props = {
  readonly rail: Rail;
  readonly rows: readonly LegRow[];
  readonly beside: ReadonlyMap<string, Beside>;
  readonly query: LegQuery;
  readonly zone: TimeZone;
};

const ROW =
  'max-md:[grid-template-areas:"when_amount""kind_direction""state_difference""who_who""id_id""line_line"] max-md:items-start';

/** One page of a rail’s legs. The order is the server's. */
export function LegTable({ rail, rows, beside, query, zone }: Props) {
  const t = useTranslations('reconciliation');
  const columns = legColumns(rail, t);
  return (
    <section aria-label={t('cell.legs')} className={TABLE_PANE}>
      <table {...PARTS.table}>
        <thead {...PARTS.head}>
          <tr {...PARTS.headRow}>
            {columns.map(({ name, head, sort, headClass }) => (
              <HeadCell
                key={name}
                {...headOrder(query.sort, sort, (next) => legsHref(rail, query, { sort: next }))}
                className={headClass}
              >
                {head}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <RowKeys>
          {rows.map((leg) => {
            const shown: LegCell = { leg, beside: beside.get(leg.id) ?? NOTHING_BESIDE, zone };
            return (
              <LinkedRow key={leg.id} href={legHref(leg.id)} className={ROW}>
                {columns.map(({ name, className, cell }) => (
                  <td {...PARTS.cell} key={name} className={classNames(PARTS.cell.className, className)}>
                    {cell(shown)}
                  </td>
                ))}
              </LinkedRow>
            );
          })}
        </RowKeys>
      </table>
    </section>
  );
}
