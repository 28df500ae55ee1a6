import { FilterX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { TableColumn } from '@/components/table/column';

/** The columns, where the one named says of a row that has left the filter that it did. */
export function withGone<Row extends { readonly id: string }>(
  columns: readonly TableColumn<Row>[],
  columnId: string,
  gone: ReadonlySet<string>,
): readonly TableColumn<Row>[] {
  if (gone.size === 0) return columns;
  return columns.map((column) => {
    if (column.id !== columnId) return column;
    return { ...column, cell: (row) => (gone.has(row.id) ? <Gone>{column.cell(row)}</Gone> : column.cell(row)) };
  });
}

function Gone({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('live');
  return (
    <span
      title={t('gone.more')}
      className="block group-data-[density=compact]/table:flex group-data-[density=compact]/table:items-center"
    >
      {children}
      <span className="flex items-center gap-1 text-2xs leading-3 text-caution">
        <FilterX aria-hidden className="size-3 shrink-0" />
        <span className="group-data-[density=compact]/table:sr-only">{t('gone.word')}</span>
      </span>
    </span>
  );
}
