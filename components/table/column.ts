import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';

export const TABLE_FEATURES = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

/** The same list narrowed to what a cell shows, or without it. */
export type CellFilter = {
  /** What is narrowed to: "Provider Juno". */
  readonly words: string;
  readonly include: string;
  /** `null` where a list cannot be asked for everything but this. */
  readonly exclude: string | null;
};

/** One column of a table, whatever its rows are. */
export type TableColumn<Row> = {
  readonly id: string;
  readonly label: string;
  /** In CSS pixels, until somebody changes it. */
  readonly width: number;
  readonly cell: (row: Row) => ReactNode;
  /** Set at the right, so that digits stand below digits. */
  readonly isNumeric?: boolean;
  /** Not shown until it is chosen. */
  readonly isOptional?: boolean;
  /** Its place in the card that a row is on a phone; without one it is left out there. */
  readonly card?: string;
  /** There its label goes before the value. */
  readonly isNamedInCard?: boolean;
  readonly filter?: (row: Row) => CellFilter | null;
};

/** What a layout must know of a column. */
export type ColumnShape = Pick<TableColumn<never>, 'id' | 'label' | 'width' | 'isOptional'>;
