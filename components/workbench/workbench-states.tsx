import { CircleCheck, FileUp, Landmark, Lock } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListTookTooLong, NoRowMatches, PageLinkRefused } from '@/components/ui/list-states';
import { formatCount } from '@/lib/format';
import {
  countWorkbenchFilters,
  unfilteredWorkbenchHref,
  type WorkbenchQuery,
  workbenchHref,
} from '@/lib/reconciliation/workbench-query';
import type { Progress } from '@/lib/reconciliation/workbench-view';

/** Why there is no line to work on: each cause is another screen. */
export function NoLines({ query, progress }: { readonly query: WorkbenchQuery; readonly progress: Progress }) {
  const { accounts, lines, byRules, byPeople } = progress;
  if (lines === 0) {
    const isNew = accounts === 0;
    return (
      <EmptyState
        icon={isNew ? Landmark : FileUp}
        title={isNew ? 'No account yet' : 'No lines yet'}
        actions={
          <ButtonLink href="/reconciliation/statements" look="primary">
            Import a statement
          </ButtonLink>
        }
      >
        Bank lines come from statements: a file of the bank, read and kept line by line.
      </EmptyState>
    );
  }
  if (byRules + byPeople >= lines) {
    return (
      <EmptyState icon={CircleCheck} title="Every imported line is matched">
        {formatCount(lines)} {lines === 1 ? 'line' : 'lines'}: {formatCount(byRules)} by rules, {formatCount(byPeople)}{' '}
        by hand.
      </EmptyState>
    );
  }
  if (countWorkbenchFilters(query) > 0) return <NoRowMatches title="No unmatched line fits" />;
  return (
    <EmptyState title="No more lines on this page">
      {formatCount(lines - byRules - byPeople)} are unmatched still.
    </EmptyState>
  );
}

export function MayNotReconcile() {
  return (
    <EmptyState icon={Lock} title="You may not match lines">
      Ask whoever looks after the desk for the right to reconcile.
    </EmptyState>
  );
}

/** The database gave up on a filter that would have read too much. */
export function LinesTookTooLong({ query }: { readonly query: WorkbenchQuery }) {
  return (
    <ListTookTooLong
      href={workbenchHref(query)}
      clearHref={unfilteredWorkbenchHref(query)}
      advice="add an account or a day"
    />
  );
}

/** A page link that belongs to another filter or order. */
export function LineCursorRefused({
  query,
  message,
}: {
  readonly query: WorkbenchQuery;
  readonly message: Parameters<typeof PageLinkRefused>[0]['message'];
}) {
  return (
    <PageLinkRefused href={workbenchHref({ ...query, list: { ...query.list, cursor: null } })} message={message} />
  );
}
