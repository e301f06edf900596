import { raw } from 'hono/html';
import type { ValueKind } from '../cell.ts';
import { type ReadingClass, readingsStrip, sign } from '../charts/readings-strip.ts';
import { type Exact, plural } from '../format.ts';
import { el } from '../svg.ts';
import { fill, type Lang, words } from '../words.ts';
import { Scroll } from './scroll.tsx';
import { Value } from './value.tsx';

/** A reading that was tried, with what it gives. */
export interface ReadingRow {
  label: string;
  value: Exact | null;
  class: ReadingClass;
  /** The reading that the words call for. */
  worded?: boolean;
  /** One sentence: why a fair person might mean it. */
  why: string;
  /** Whether it gives the stated value; left out where none is stated. */
  fits?: boolean;
  asOf: string | null;
  receipt?: string;
}

export interface ReadingsProps {
  lang: Lang;
  id: string;
  /** The sentence that was checked, for the drawing's title. */
  title: string;
  /** The value that a sentence states; left out where no sentence is checked. */
  stated?: Exact;
  kind?: ValueKind;
  readings: ReadingRow[];
  /** How many were tried and how many fit; left out where the page says so itself. */
  tried?: number;
  fit?: number;
  /** Share of arbitrary numbers in the span that would have found a reading, already in words: "1 in 4". */
  chance?: string;
  /** True when that share is above 1 in 5. */
  weak?: boolean;
}

/** The strip of readings and the table under it, with how many were tried and what a match is worth. */
export function Readings(props: ReadingsProps) {
  const { lang, id, kind = 'number', readings, stated, tried, fit = 0 } = props;
  const w = words(lang);
  const marks = readings.flatMap((r) => (r.value === null ? [] : [{ ...r, value: Number(r.value) }]));
  const strip = (suffix: string, width: number) =>
    raw(
      readingsStrip({
        id: `${id}-${suffix}`,
        lang,
        title: props.title,
        marks,
        ...(stated === undefined ? {} : { stated: Number(stated) }),
        kind,
        width,
      }),
    );
  const shape = (name: ReadingClass, worded: boolean) =>
    raw(
      el(
        'svg',
        { viewBox: '0 0 14 14', width: 14, height: 14, 'aria-hidden': 'true', class: 'strip' },
        el('g', { class: `mark ${name}${worded ? ' worded' : ''}` }, sign(name, 7, 7, 5)),
      ),
    );
  return (
    <div class="readings" id={`${id}-readings`} data-date-label={w.readOffItem}>
      {tried === undefined ? null : (
        <p>
          {plural(tried, w.readingsTried, lang)}; {plural(fit, w.readingsFit, lang)}{' '}
          {fit === 0 ? w.noReading : ''}{' '}
          {props.chance === undefined ? '' : fill(w.chance, { chance: props.chance })}{' '}
          {props.weak ? w.weak : ''}
        </p>
      )}
      {marks.length === 0 ? null : (
        <>
          <div class="wide">{strip('wide', 720)}</div>
          <div class="narrow">{strip('narrow', 340)}</div>
          {marks.length > 1 ? <div class="read-off" /> : null}
        </>
      )}
      <div class="table">
        <Scroll labelledBy={`${id}-caption`}>
          <table id={`${id}-table`}>
            <caption id={`${id}-caption`}>{w.readings}</caption>
            <thead>
              <tr>
                <th scope="col">{w.reading}</th>
                <th scope="col" class="number">
                  {w.value}
                </th>
                {stated === undefined ? null : <th scope="col">{w.fits}</th>}
                <th scope="col">{w.readingClass}</th>
                <th scope="col">{w.asOfColumn}</th>
                <th scope="col">{w.why}</th>
              </tr>
            </thead>
            <tbody>
              {readings.map((r) => (
                <tr class={r.worded ? 'worded' : undefined}>
                  <th scope="row">
                    {r.label}
                    {r.worded ? <b class="tag">{` · ${w.worded}`}</b> : ''}
                  </th>
                  <td class="number">
                    <Value
                      cell={{ value: r.value, href: r.value === null ? undefined : r.receipt }}
                      kind={kind}
                      lang={lang}
                    />
                  </td>
                  {stated === undefined ? null : <td>{r.fits ? w.yes : w.no}</td>}
                  <td class="nowrap">
                    {shape(r.class, r.worded === true)} {w[r.class]}
                  </td>
                  <td class="nowrap">
                    <Value cell={r.asOf} kind="date" lang={lang} />
                  </td>
                  <td class="prose">{r.why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </div>
  );
}
