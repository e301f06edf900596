import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { TableData } from '../charts/data-table.ts';
import type { MapOptions } from '../maps/map-value.ts';
import { stateMap } from '../maps/state-map.ts';
import { tileMap } from '../maps/tile-map.ts';
import { type Lang, words } from '../words.ts';
import { DateSlider } from './date-slider.tsx';
import type { Download } from './downloads.tsx';
import { MapLegend } from './map-legend.tsx';
import { Table } from './table.tsx';

export interface MapFigureProps extends Omit<MapOptions, 'title'> {
  lang: Lang;
  message: string;
  /** Measure, place, period. */
  measure: string;
  /** The sentence for the date shown: "1,234 agencies in 40 states". */
  status: string;
  /** Label of the date shown. */
  date: string;
  /** Address of the frames (JSON twin) for the date slider, the number of dates, and the slider's script. */
  slider?: { frames: string; count: number };
  table: TableData;
  /** Whether the table is folded away under the map. */
  folded?: boolean;
  downloads?: Download[];
  children?: Child;
}

/** The map by state: geography on wide screens and paper, tiles on narrow ones; complete without a script. */
export function MapFigure(props: MapFigureProps) {
  const { lang, id, message, measure, slider, table, downloads = [] } = props;
  const w = words(lang);
  const options = { ...props, title: message };
  return (
    <figure class="chart-figure map-figure" id={id} data-map-frames={slider?.frames}>
      <figcaption>
        <b>{message}</b>
        <span>{measure}</span>
      </figcaption>
      {slider === undefined ? null : <DateSlider lang={lang} id={id} count={slider.count} />}
      <p class="map-status" aria-live="polite">
        <b data-map-date="">{props.date}</b> <span data-map-message="">{props.status}</span>
      </p>
      <div class="wide">{raw(stateMap({ ...options, id: `${id}-wide` }))}</div>
      <div class="narrow">{raw(tileMap({ ...options, id: `${id}-narrow` }))}</div>
      <MapLegend
        lang={lang}
        id={`${id}-legend`}
        classes={props.classes}
        unit={props.unit}
        zero={props.rest === 'zero'}
      />
      {props.children}
      {props.folded ? (
        <details>
          <summary>{w.dataTable}</summary>
          <Table {...table} lang={lang} id={`${id}-table`} downloads={downloads} sortable />
        </details>
      ) : (
        <Table {...table} lang={lang} id={`${id}-table`} downloads={downloads} sortable />
      )}
    </figure>
  );
}
