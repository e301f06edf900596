import { sayIn } from '../../language/say.ts';
import type { CellLike, ValueKind } from '../cell.ts';
import type { Lang } from '../words.ts';
import { Downloads } from './downloads.tsx';
import { Table } from './table.tsx';

export interface BigTableProps {
  lang: Lang;
  /** Unique on the page. */
  id: string;
  caption: string;
  /** Relative address of the site's root: addresses in the rows are from there. */
  root: string;
  columns: readonly { name: string; label: string; kind: ValueKind; link?: string; hidden?: boolean }[];
  /** The first rows, without the hidden columns. */
  rows: CellLike[][];
  total: number;
  /** The file with all rows, read a part at a time, and its size. */
  parquet: { href: string; bytes: number };
}

/** So many rows need no tall window. */
const few = 8;

/**
 * A table of any length: its first rows as they are, and what a script needs to show all of them out of a Parquet
 * file, of which it fetches only the parts on screen.
 */
export function BigTable(props: BigTableProps) {
  const { lang, id, columns, rows, total, parquet } = props;
  const say = sayIn(lang);
  const words = {
    rows: say`{shown} of {total} rows`,
    filter: say`Filter {column}`,
    filterHelp: say`Text: part of it. Numbers and dates: 10, >10, <10, 10..20.`,
    columns: say`Columns`,
    copy: say`Copy rows`,
    copied: say`Copied {count} rows`,
    reset: say`Show all`,
    loading: say`Reading …`,
    failed: say`The file could not be read; the first rows stand below.`,
    keys: say`Arrow keys move from cell to cell, Page Up and Page Down by screens, Enter follows a link or sorts.`,
  };
  return (
    <div class={`big-table${total <= few ? ' few' : ''}`}>
      <div class="stage">
        <div
          data-big-table={parquet.href}
          data-bytes={String(parquet.bytes)}
          data-total={String(total)}
          data-root={props.root}
          data-columns={JSON.stringify(columns)}
          data-words={JSON.stringify(words)}
          hidden
        />
        <Table
          lang={lang}
          id={id}
          caption={props.caption}
          columns={columns.filter(({ hidden }) => !hidden).map(({ label, kind }) => ({ label, kind }))}
          rows={rows}
          total={total}
        />
      </div>
      <Downloads
        lang={lang}
        files={[
          { label: 'Parquet', href: parquet.href, rows: total, bytes: parquet.bytes },
          { label: 'CSV', href: 'index.csv', rows: total },
        ]}
      />
    </div>
  );
}
