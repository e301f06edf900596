import { raw } from 'hono/html';
import { formatCell, toCell, type ValueKind } from '../cell.ts';
import { seriesTable } from '../charts/data-table.ts';
import { exactOf, type Point, runs } from '../charts/series.ts';
import { sparkline } from '../charts/sparkline.ts';
import { type Lang, words } from '../words.ts';
import { Link } from './link.tsx';
import { Table } from './table.tsx';

export interface SmallMultiplesProps {
  lang: Lang;
  /** Unique on the page. */
  id: string;
  /** The plain message. */
  message: string;
  /** Measure, place, period. */
  measure: string;
  /** `receipts`: where each point leads in the table beneath, in the order of the points. */
  items: readonly {
    key: string;
    label: string;
    href?: string;
    points: Point[];
    receipts?: readonly (string | undefined)[];
  }[];
  kind?: ValueKind;
}

/** The same small drawing for each of many, on one scale, each with its name and its last value; the table beneath. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const { lang, id, items, kind = 'number' } = props;
  const most = Math.max(1, ...items.flatMap(({ points }) => points.map(({ value }) => value ?? 0)));
  const series = items.map(({ label, points }) => ({ label, points }));
  const table = seriesTable(props.message, series, lang, kind);
  table.rows = table.rows.map(([date, ...cells]) => [
    date ?? null,
    ...cells.map((cell, i) => {
      const at = items[i]?.points.findIndex((point) => point.date === date) ?? -1;
      const href = items[i]?.receipts?.[at];
      return href === undefined || cell === null ? cell : { ...toCell(cell), href };
    }),
  ]);
  return (
    <figure
      class="chart-figure"
      id={id}
      data-date-label={words(lang).readOff}
      data-range-label={words(lang).range}
    >
      <figcaption>
        <b>{props.message}</b>
        <span>{props.measure}</span>
      </figcaption>
      {table.rows.length > 1 ? <div class="read-off" /> : null}
      <ul class="multiples">
        {items.map(({ key, label, href, points }) => {
          const last = runs(points).flat().at(-1);
          return (
            <li>
              <Link href={href}>{label}</Link>{' '}
              <b data-read-value>{formatCell(last === undefined ? null : exactOf(last), kind, lang)}</b>
              {raw(
                sparkline({
                  id: `${id}-${key}`,
                  lang,
                  title: label,
                  points,
                  most,
                  width: 160,
                  height: 52,
                  readOff: true,
                }),
              )}
            </li>
          );
        })}
      </ul>
      <details>
        <summary>{words(lang).dataTable}</summary>
        <Table {...table} lang={lang} id={`${id}-table`} />
      </details>
    </figure>
  );
}
