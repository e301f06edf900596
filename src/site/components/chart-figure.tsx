import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { TableData } from '../charts/data-table.ts';
import { type Lang, words } from '../words.ts';
import { type Download, Downloads } from './downloads.tsx';
import { Table } from './table.tsx';

export interface ChartFigureProps {
  lang: Lang;
  /** Unique on the page. */
  id: string;
  /** The plain message, by rule, without adjectives. */
  message: string;
  /** Measure, place, period. */
  measure: string;
  /** Draws for a width in px; called once for wide screens and paper, once for narrow ones. */
  draw: (id: string, width: number) => string;
  table: TableData;
  downloads?: Download[];
  /** What belongs beneath: numbered events, a note. */
  children?: Child;
}

/** A drawing with its two titles above and its numbers beneath. */
export function ChartFigure(props: ChartFigureProps) {
  const { lang, id, message, measure, draw, table, downloads = [] } = props;
  const w = words(lang);
  const wide = draw(`${id}-wide`, 720);
  const dated = wide.includes(' data-plot="');
  const items = wide.includes(' data-items="');
  return (
    <figure
      class="chart-figure"
      id={id}
      data-date-label={items && !wide.includes(' data-items="time"') ? w.readOffItem : w.readOff}
      data-highlight-label={w.highlight}
      data-range-label={w.range}
    >
      <figcaption>
        <b>{message}</b>
        <span>{measure}</span>
      </figcaption>
      <div class="wide">{raw(wide)}</div>
      <div class="narrow">{raw(draw(`${id}-narrow`, 340))}</div>
      {(dated || items) && table.rows.length > 1 ? (
        <div class={`read-off${dated && table.columns.length > 2 ? ' many' : ''}`} />
      ) : null}
      {props.children}
      <details>
        <summary>{w.dataTable}</summary>
        <Table {...table} lang={lang} id={`${id}-table`} sortable />
      </details>
      <Downloads lang={lang} files={downloads} />
    </figure>
  );
}
