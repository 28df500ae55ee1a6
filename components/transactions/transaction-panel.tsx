'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef } from 'react';
import { KeySheet } from '@/components/keys/key-sheet';
import { useShortNotice } from '@/components/keys/short-notice';
import { LIST_KEYS, useListKeys } from '@/components/keys/use-list-keys';
import { Panel } from '@/components/panel/panel';
import type { PanelWords } from '@/components/panel/panel-body';
import type { PanelSource } from '@/components/panel/panel-content';
import { RowMenu } from '@/components/panel/row-menu';
import { showRow } from '@/components/panel/rows';
import type { PanelState } from '@/components/panel/use-panel';
import type { CellFilter } from '@/components/table/column';
import type { TableHandle } from '@/components/table/data-table';
import type { Selection } from '@/components/table/use-selection';
import { copyAloud } from '@/components/ui/copy-button';
import type { Translator } from '@/lib/language/catalogue';
import { rowActions } from './row-actions';
import { transactionHref } from './transaction-href';

type Props = {
  readonly source: PanelSource;
  readonly panel: PanelState;
  readonly table: RefObject<TableHandle | null>;
  readonly selection: Selection;
  /** The row whose menu is open. */
  readonly menuId: string | null;
  readonly setMenuId: (id: string | null) => void;
  readonly sheet: RefObject<HTMLDialogElement | null>;
  /** How many rows the page has. */
  readonly count: number;
  /** What the list can be narrowed to from a row. */
  readonly filtersOf: (id: string) => readonly CellFilter[];
  /** The list without the text searched for in it; `null` where none is. */
  readonly unsearchedHref: string | null;
};

/** The panel beside the list, the menu of a row, and the keys of both. */
export function TransactionPanel(props: Props) {
  const { source, panel, table, selection, menuId, setMenuId, sheet, count, filtersOf, unsearchedHref } = props;
  const t = useTranslations('transactions');
  const rooms = { t, table: useTranslations('table') };
  const router = useRouter();
  const { notice, say } = useShortNotice();
  const copyId = async (id: string) => {
    const isCopied = await copyAloud(id, { copied: t('copied.id'), notCopied: t('copied.idFailed') });
    if (isCopied) say(t('copied.idValue', { value: id }));
  };
  const copyLink = async (id: string) => {
    const value = `${window.location.origin}${transactionHref(id)}`;
    const isCopied = await copyAloud(value, { copied: t('copied.link'), notCopied: t('copied.linkFailed') });
    if (isCopied) say(t('copied.linkValue', { value }));
  };
  const showKeys = () => sheet.current?.showModal();
  useRowOfPanel(panel, table);
  useListKeys({
    ...{ table, panel, selection, showKeys, copyId, openMenu: setMenuId },
    openPage: (id) => router.push(transactionHref(id)),
    clearSearch: () => {
      if (unsearchedHref !== null) router.push(unsearchedHref, { scroll: false });
      return unsearchedHref !== null;
    },
  });
  return (
    <>
      <Panel source={source} panel={panel} count={count} hrefOf={transactionHref} words={panelWords(t)} />
      {menuId !== null && (
        <RowMenu
          rowId={menuId}
          label={t('row.menu')}
          groups={rowActions(menuId, filtersOf(menuId), { open: panel.open, copyId, copyLink }, rooms)}
          close={() => setMenuId(null)}
        />
      )}
      <KeySheet dialog={sheet} title={t('keys.title')} lines={LIST_KEYS} always={t('keys.always')} />
      {notice}
    </>
  );
}

function panelWords(t: Translator<'transactions'>): PanelWords {
  return {
    one: t('panel.one'),
    previous: t('panel.previous'),
    next: t('panel.next'),
    missing: t('panel.missing'),
    failed: t('panel.failed'),
  };
}

/** While the panel walks, its row stays in sight; once the panel is closed, that row has the focus again. */
function useRowOfPanel({ openId }: PanelState, table: RefObject<TableHandle | null>): void {
  const last = useRef(openId);
  useEffect(() => {
    if (openId !== null) showRow(openId);
    else if (last.current !== null) table.current?.focus(last.current);
    last.current = openId;
  }, [openId, table]);
}
