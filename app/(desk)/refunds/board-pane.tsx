import { RefundBoard } from '@/components/refunds/refund-board';
import {
  NoRefundMatches,
  NoRefundOpen,
  NoRefundOpenNote,
  RefundsTookTooLong,
} from '@/components/refunds/refund-states';
import { Card } from '@/components/ui/card';
import type { Stage } from '@/lib/refunds/board';
import { readBoard } from '@/lib/refunds/board.store';
import { countRefundFilters } from '@/lib/refunds/refund-query';
import { inTime } from '@/lib/snapshot.store';
import type { PaneProps } from './pane';
import { returnedThisMonth } from './returned';

/** The board, or why there is none to show. */
export async function BoardPane(props: PaneProps) {
  const { query } = props;
  const stages = await readStages(props);
  if (stages === 'too long') {
    return (
      <Card>
        <RefundsTookTooLong query={query} />
      </Card>
    );
  }
  const isFiltered = countRefundFilters(query.filters) > 0;
  const isEmpty = stages.every(({ count }) => count === 0);
  const isOpen = stages.some(({ column, count }) => column !== 'returned' && count > 0);
  const returned = isOpen || isFiltered ? null : await returnedThisMonth(props);
  if (isEmpty) {
    return <Card>{returned ? <NoRefundOpen returned={returned} /> : <NoRefundMatches />}</Card>;
  }
  return (
    <>
      {returned && <NoRefundOpenNote returned={returned} />}
      <RefundBoard stages={stages} query={query} />
    </>
  );
}

/** The columns, or that the database's own limit ended the reading; anything else goes to the error page. */
async function readStages({ environment, read, now }: PaneProps): Promise<Stage[] | 'too long'> {
  return inTime(readBoard(environment, read.filters, now));
}
