import type { ValueKind } from '../../cell.ts';
import type { DataTable, DataValue } from '../../downloads/data-table.ts';
import type { Site } from '../../site.ts';

/** A column of a long table as people see it. */
export interface TableColumn {
  name: string;
  /** Its heading, in English; pages say it in their language. */
  label: string;
  kind: Extract<ValueKind, 'text' | 'number' | 'money' | 'date'>;
  /** The column with the address, from the root, that a cell leads to; that column is not shown. */
  link?: string;
  /** True for a column of addresses. */
  hidden?: boolean;
}

/** A long table that the site shows whole: rows of an open kind, each of which some page shows already. */
export interface SiteTable {
  id: string;
  title: string;
  /** What one row is. */
  says: string;
  columns: readonly TableColumn[];
  rows: (site: Site) => DataValue[][];
}

/** A column with what it says of a row. */
export interface ColumnOf<Row> extends TableColumn {
  of: (row: Row, site: Site) => DataValue;
}

/** A table from its rows and, column by column, what is said of each: a heading and its value stand in one place. */
export function siteTable<Row>(table: {
  id: string;
  title: string;
  says: string;
  from: (site: Site) => Iterable<Row>;
  columns: readonly ColumnOf<Row>[];
}): SiteTable {
  const { from, columns, ...about } = table;
  return {
    ...about,
    columns: columns.map(({ of: _of, ...column }) => column),
    rows: (site) => Array.from(from(site), (row) => columns.map((column) => column.of(row, site))),
  };
}

/** A column of addresses, which are not shown. */
export function address<Row>(name: string, label: string, of: ColumnOf<Row>['of']): ColumnOf<Row> {
  return { name, label, kind: 'text', hidden: true, of };
}

const kinds = { text: 'text', date: 'text', number: 'count', money: 'decimal' } as const;

/** The table as downloads write it. */
export function dataOf(table: SiteTable, site: Site): DataTable {
  return {
    columns: table.columns.map(({ name, label, kind }) => ({ name, kind: kinds[kind], says: label })),
    rows: table.rows(site),
  };
}
