import { type CellLike, statusesOf, toCell, type ValueKind } from '../cell.ts';
import type { Column, TableData } from '../charts/data-table.ts';
import { formatNumber } from '../format.ts';
import { fill, type Lang, words } from '../words.ts';
import { type Download, Downloads } from './downloads.tsx';
import { Scroll } from './scroll.tsx';
import { Shorthand } from './shorthand.tsx';
import { Value } from './value.tsx';

export interface TableProps extends TableData {
  lang: Lang;
  /** Unique on the page. */
  id: string;
  /** JSON, CSV and other twins. */
  downloads?: Download[];
  /** Rows there are in all, when the table shows only the first of them. */
  total?: number;
  /** One line beneath. */
  note?: string;
  /** An id for each row, so that it can be linked to. */
  anchors?: readonly string[];
  /** True: a script may add buttons to the headings. */
  sortable?: boolean;
}

const right: ValueKind[] = ['number', 'money', 'percent'];

function kindOf(column: Column | undefined): ValueKind {
  return column?.kind ?? 'number';
}

/** What a sort goes by, where it is not the text that is shown. */
function sortKey(cell: CellLike, kind: ValueKind): string | undefined {
  const { value, status } = toCell(cell);
  if (kind === 'text') return undefined;
  return value === null || status === 'c' ? '' : String(value);
}

/**
 * A table with a caption, its first column naming the rows. Wider than the screen it scrolls inside a region that
 * the keyboard reaches.
 */
export function Table(props: TableProps) {
  const { lang, id, columns, rows, downloads = [], total, note, sortable } = props;
  const w = words(lang);
  const side = (i: number) => {
    const kind = kindOf(columns[i]);
    return columns[i]?.long
      ? 'long'
      : right.includes(kind)
        ? 'number'
        : kind === 'date'
          ? 'nowrap'
          : undefined;
  };
  return (
    <div class="table">
      <Scroll labelledBy={`${id}-caption`}>
        <table
          id={id}
          data-sortable={sortable ? '' : undefined}
          data-sort-label={sortable ? w.sortBy : undefined}
        >
          <caption id={`${id}-caption`}>{props.caption}</caption>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th scope="col" class={side(i)}>
                  {column.label}
                  {column.unit === undefined ? '' : <span class="unit"> {column.unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr id={props.anchors?.[at]}>
                {row.map((cell, i) => {
                  const kind = kindOf(columns[i]);
                  const value = <Value cell={cell} kind={kind} lang={lang} />;
                  // A date that heads a row is told to scripts too, which read drawings off by it.
                  const key = sortable || (i === 0 && kind === 'date') ? sortKey(cell, kind) : undefined;
                  return i === 0 ? (
                    <th scope="row" class={side(i)} data-sort={key}>
                      {value}
                    </th>
                  ) : (
                    <td class={side(i)} data-sort={key}>
                      {value}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Shorthand lang={lang} used={statusesOf(rows.flat())} />
      {total !== undefined && total > rows.length ? (
        <p class="note">
          {fill(w.rowsOf, { shown: formatNumber(rows.length, lang), total: formatNumber(total, lang) })}
        </p>
      ) : null}
      {note === undefined ? null : <p class="note">{note}</p>}
      <Downloads lang={lang} files={downloads} />
    </div>
  );
}
