import type { Child } from 'hono/jsx';
import { type CellLike, statusesOf, toCell, type ValueKind } from '../cell.ts';
import { type Classes, classOf } from '../maps/classes.ts';
import { type Lang, words } from '../words.ts';
import { type Download, Downloads } from './downloads.tsx';
import { Link } from './link.tsx';
import { MapLegend } from './map-legend.tsx';
import { Scroll } from './scroll.tsx';
import { Shorthand } from './shorthand.tsx';
import { Value } from './value.tsx';

/** One side of a matrix: who gives, or who is given. */
export interface MatrixPlace {
  key: string;
  label: string;
  href?: string;
}

export interface MatrixProps {
  lang: Lang;
  /** Unique on the page. */
  id: string;
  /** The plain message. */
  message: string;
  /** Measure, place, period. */
  measure: string;
  /** What the rows are ("From"), and what the columns are ("To"). */
  sides: { rows: string; columns: string };
  rows: readonly MatrixPlace[];
  columns: readonly MatrixPlace[];
  /** A value by the keys of its row and its column; undefined where there is no such pair (`[z]`). */
  cell: (row: string, column: string) => CellLike | undefined;
  /** Sums, each computed elsewhere: of a row, of a column, of all. Left out where they would give a hidden cell away. */
  totals?: {
    label: string;
    row: (key: string) => CellLike;
    column: (key: string) => CellLike;
    all: CellLike;
  };
  /** Lower ends of the classes by which cells are shaded; hidden and absent cells are hatched. */
  classes: Classes;
  /** What is counted: "searches". */
  unit: string;
  downloads?: Download[];
  children?: Child;
}

/** Beyond so many columns their names stand upright. */
const upright = 8;

/**
 * Flows between places as a table of shaded numbers: every pair can be read off, none crosses another. The table is
 * its own twin. A cell says its number; the shade only leads the eye.
 */
export function Matrix(props: MatrixProps) {
  const { lang, id, rows, columns, totals, classes, sides } = props;
  const kind = classes.kind ?? 'number';
  const pairs = rows.flatMap((row) => columns.map((column) => cellOf(props, row.key, column.key)));
  const sums = totals === undefined ? [] : [totals.all, ...rows.map(({ key }) => totals.row(key))];
  return (
    <figure class="chart-figure" id={id}>
      <figcaption>
        <b>{props.message}</b>
        <span>{props.measure}</span>
      </figcaption>
      <Scroll labelledBy={`${id}-caption`}>
        <table class={columns.length > upright ? 'matrix upright' : 'matrix'}>
          <caption id={`${id}-caption`} class="visually-hidden">
            {props.message}. {props.measure}
          </caption>
          <thead>
            <tr>
              <td />
              <th scope="colgroup" colspan={columns.length} class="side">
                {sides.columns}
              </th>
              {totals === undefined ? null : <td />}
            </tr>
            <tr>
              <th scope="col">{sides.rows}</th>
              {columns.map((column) => (
                <th scope="col" class="number">
                  <span>
                    <Link href={column.href}>{column.label}</Link>
                  </span>
                </th>
              ))}
              {totals === undefined ? null : (
                <th scope="col" class="number total">
                  <span>{totals.label}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">
                  <Link href={row.href}>{row.label}</Link>
                </th>
                {columns.map((column) => (
                  <Pair lang={lang} cell={cellOf(props, row.key, column.key)} classes={classes} />
                ))}
                {totals === undefined ? null : <Sum lang={lang} cell={totals.row(row.key)} kind={kind} />}
              </tr>
            ))}
          </tbody>
          {totals === undefined ? null : (
            <tfoot>
              <tr>
                <th scope="row">{totals.label}</th>
                {columns.map((column) => (
                  <Sum lang={lang} cell={totals.column(column.key)} kind={kind} />
                ))}
                <Sum lang={lang} cell={totals.all} kind={kind} />
              </tr>
            </tfoot>
          )}
        </table>
      </Scroll>
      <MapLegend
        lang={lang}
        id={`${id}-legend`}
        classes={classes}
        unit={props.unit}
        absent={words(lang).noNumber}
      />
      <Shorthand lang={lang} used={statusesOf([...pairs, ...sums])} />
      {rows.length === 0 || columns.length === 0 ? <p class="note">{words(lang).emptyDescription}</p> : null}
      {props.children}
      <Downloads lang={lang} files={props.downloads ?? []} />
    </figure>
  );
}

/** A pair that cannot be is not applicable, which is neither absent nor zero. */
function cellOf(props: MatrixProps, row: string, column: string): CellLike {
  return props.cell(row, column) ?? { value: null, status: 'z' };
}

function Pair(props: { lang: Lang; cell: CellLike; classes: Classes }) {
  const { value, status } = toCell(props.cell);
  const hidden = value === null || status === 'c';
  const shade = status === 'z' ? 'kz' : hidden ? 'kx' : `k${classOf(Number(value), props.classes)}`;
  return (
    <td class={`number cell ${shade}`}>
      <Value cell={props.cell} kind={props.classes.kind ?? 'number'} lang={props.lang} />
    </td>
  );
}

function Sum(props: { lang: Lang; cell: CellLike; kind: ValueKind }) {
  return (
    <td class="number total">
      <Value cell={props.cell} kind={props.kind} lang={props.lang} />
    </td>
  );
}
