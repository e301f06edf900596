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
  return (
    <figure class="chart-figure" id={id}>
      <figcaption>
        <b>{message}</b>
        <span>{measure}</span>
      </figcaption>
      <div class="wide">{raw(draw(`${id}-wide`, 720))}</div>
      <div class="narrow">{raw(draw(`${id}-narrow`, 340))}</div>
      {props.children}
      <details>
        <summary>{words(lang).dataTable}</summary>
        <Table {...table} lang={lang} id={`${id}-table`} />
      </details>
      <Downloads lang={lang} files={downloads} />
    </figure>
  );
}
