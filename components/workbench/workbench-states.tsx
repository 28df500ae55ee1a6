import { CircleCheck, FileUp, Landmark, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListTookTooLong, NoRowMatches, PageLinkRefused } from '@/components/ui/list-states';
import {
  countWorkbenchFilters,
  unfilteredWorkbenchHref,
  type WorkbenchQuery,
  workbenchHref,
} from '@/lib/reconciliation/workbench-query';
import type { Progress } from '@/lib/reconciliation/workbench-view';

/** Why there is no line to work on: each cause is another screen. */
export function NoLines({ query, progress }: { readonly query: WorkbenchQuery; readonly progress: Progress }) {
  const t = useTranslations('workbench');
  const { accounts, lines, byRules, byPeople } = progress;
  if (lines === 0) {
    const isNew = accounts === 0;
    return (
      <EmptyState
        icon={isNew ? Landmark : FileUp}
        title={isNew ? t('state.noAccount') : t('state.noLines')}
        actions={
          <ButtonLink href="/reconciliation/statements" look="primary">
            {t('state.import')}
          </ButtonLink>
        }
      >
        {t('state.fromStatements')}
      </EmptyState>
    );
  }
  if (byRules + byPeople >= lines) {
    return (
      <EmptyState icon={CircleCheck} title={t('state.allMatched')}>
        {t('state.allMatchedBy', { lines, rules: byRules, people: byPeople })}
      </EmptyState>
    );
  }
  if (countWorkbenchFilters(query) > 0) return <NoRowMatches title={t('state.noneFits')} />;
  return (
    <EmptyState title={t('state.noMore')}>{t('state.stillFree', { count: lines - byRules - byPeople })}</EmptyState>
  );
}

export function MayNotReconcile() {
  const t = useTranslations('workbench');
  return (
    <EmptyState icon={Lock} title={t('state.mayNot')}>
      {t('state.mayNotAbout')}
    </EmptyState>
  );
}

/** The database gave up on a filter that would have read too much. */
export function LinesTookTooLong({ query }: { readonly query: WorkbenchQuery }) {
  const t = useTranslations('workbench');
  return (
    <ListTookTooLong
      href={workbenchHref(query)}
      clearHref={unfilteredWorkbenchHref(query)}
      advice={t('state.advice')}
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
