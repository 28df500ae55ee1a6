import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { classNames } from '@/components/ui/class-names';
import { HeadCell, type HeadSort } from './head-cell';
import { ACTIONS_WIDTH, PARTS, ROLES, TOOLS_WIDTH } from './table-parts';
import type { Columns } from './use-columns';
import type { Selection } from './use-selection';

type Props<Row> = {
  readonly columns: Columns<Row>;
  readonly sortOf: (columnId: string) => HeadSort | null;
  /** Of the rows that the box at the top chooses. */
  readonly ids: readonly string[];
  readonly selection: Selection;
  readonly fillerAt: number;
  readonly hasActions: boolean;
};

/** The widths of the columns, and their heads. */
export function TableHead<Row>({ columns, sortOf, ids, selection, fillerAt, hasActions }: Props<Row>) {
  const t = useTranslations('table');
  const { table, layout, change, visible } = columns;
  const headers = table.getFlatHeaders();
  return (
    <>
      <colgroup className="max-md:hidden">
        <col style={{ width: TOOLS_WIDTH }} />
        {visible.map(({ column }, i) => (
          <Fragment key={column.id}>
            {i === fillerAt && <col />}
            <col style={{ width: table.getColumn(column.id)?.getSize() }} />
          </Fragment>
        ))}
        {fillerAt === visible.length && <col />}
        {hasActions && <col style={{ width: ACTIONS_WIDTH }} />}
      </colgroup>
      <thead {...ROLES.group} className={PARTS.head}>
        <tr {...ROLES.row} aria-rowindex={1}>
          <th
            {...ROLES.head}
            aria-label={t('choose')}
            aria-colindex={1}
            className={classNames(PARTS.headCell, 'sticky left-0 z-10 pl-4')}
          >
            <ChooseAll ids={ids} selection={selection} />
          </th>
          {visible.map((place, i) => {
            const header = headers.find(({ id }) => id === place.column.id);
            return (
              <Fragment key={place.column.id}>
                {i === fillerAt && <FillerHead />}
                {header && (
                  <HeadCell
                    place={place}
                    header={header}
                    layout={layout}
                    change={change}
                    sort={sortOf(place.column.id)}
                    index={i + 2}
                  />
                )}
              </Fragment>
            );
          })}
          {fillerAt === visible.length && <FillerHead />}
          {hasActions && (
            <th
              {...ROLES.head}
              aria-colindex={visible.length + 2}
              className={classNames(PARTS.headCell, 'sticky right-0 z-10 px-0')}
            >
              <span className="sr-only">{t('actions')}</span>
            </th>
          )}
        </tr>
      </thead>
    </>
  );
}

function FillerHead() {
  return <td aria-hidden className={classNames(PARTS.headCell, 'px-0')} />;
}

function ChooseAll({ ids, selection }: { readonly ids: readonly string[]; readonly selection: Selection }) {
  const t = useTranslations('table');
  const count = ids.filter((id) => selection.selected.has(id)).length;
  return (
    <input
      type="checkbox"
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && count < ids.length;
      }}
      checked={ids.length > 0 && count === ids.length}
      onChange={(event) => selection.choose(ids, event.currentTarget.checked)}
      aria-label={t('selectAll')}
      className="block size-4 cursor-pointer accent-accent"
    />
  );
}
