'use client';

import { Bookmark, Pencil, RotateCcw, Save, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTableLayout } from '@/components/table/layout-provider';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { TableLayout } from '@/lib/views/layout';
import type { SavedView } from '@/lib/views/view';
import { DeleteForm, RenameForm, SaveAsForm, SaveForm, type ViewActions } from './view-forms';

type Props = {
  /** The open view, where it is not one that ships with the desk. */
  readonly open: SavedView | null;
  readonly content: string;
  readonly layout: TableLayout | null;
  readonly isChanged: boolean;
  readonly actions: ViewActions;
  /** The list as the open view holds it. */
  readonly resetHref: string | null;
};

const SMALL = buttonClass({ look: 'ghost', size: 'small' });

/** What can be done with the list as a view, and with the view that is open. */
export function ViewMenu({ open, content, layout, isChanged, actions, resetHref }: Props) {
  const t = useTranslations('views');
  const table = useTableLayout();
  return (
    <div className="flex shrink-0 items-center gap-1 pb-1 max-md:hidden">
      {open && isChanged && resetHref && (
        <ButtonLink href={resetHref} look="ghost" size="small" onClick={() => open.layout && table.change(open.layout)}>
          <RotateCcw aria-hidden /> {t('menu.reset')}
        </ButtonLink>
      )}
      {open?.isMine && isChanged && (
        <Popover
          label={t('menu.saveThis', { name: open.name })}
          align="end"
          className="w-64 p-3"
          triggerClassName={SMALL}
          trigger={
            <>
              <Save aria-hidden /> {t('menu.save')}
            </>
          }
        >
          <p className="mb-3 text-xs text-ink-2">
            {open.isTeam ? t('menu.willHoldTeam', { name: open.name }) : t('menu.willHold', { name: open.name })}
          </p>
          <SaveForm action={actions.save} view={open} {...{ content, layout }} />
        </Popover>
      )}
      <Popover
        label={t('menu.saveAsView')}
        align="end"
        className="w-72 p-3"
        triggerClassName={SMALL}
        trigger={
          <>
            <Bookmark aria-hidden /> {t('menu.saveAs')}
          </>
        }
      >
        <SaveAsForm action={actions.save} {...{ content, layout }} />
      </Popover>
      {open?.isMine && <OwnMenus view={open} actions={actions} />}
    </div>
  );
}

function OwnMenus({ view, actions }: { readonly view: SavedView; readonly actions: ViewActions }) {
  const t = useTranslations('views');
  return (
    <>
      <Popover
        label={t('menu.rename', { name: view.name })}
        triggerLabel={t('menu.renameOrShare')}
        align="end"
        className="w-72 p-3"
        triggerClassName={SMALL}
        trigger={<Pencil aria-hidden />}
      >
        <RenameForm action={actions.save} view={view} />
      </Popover>
      <Popover
        label={t('menu.delete', { name: view.name })}
        triggerLabel={t('menu.deleteThis')}
        align="end"
        className="w-64 p-3"
        triggerClassName={SMALL}
        trigger={<Trash2 aria-hidden />}
      >
        <DeleteForm action={actions.drop} view={view} />
      </Popover>
    </>
  );
}
