import type { Child } from 'hono/jsx';
import { type Cell, formatCell, statusesOf, type ValueKind } from '../cell.ts';
import { fill, type Lang, words } from '../words.ts';
import { Age, type RestsOn } from './age.tsx';
import { Link } from './link.tsx';
import { Shorthand } from './shorthand.tsx';
import { Value } from './value.tsx';

export interface HeadlineProps {
  lang: Lang;
  /** Unique on the page. */
  id: string;
  /** The figure's title. */
  title: string;
  /** Where the figure's own page is. */
  href?: string;
  value: Cell;
  kind?: ValueKind;
  /** "agencies"; left out where the value carries it (money, percent). */
  unit?: string;
  asOf: string;
  list?: RestsOn;
  /** The date by which the next edition is to be expected. */
  next?: string | undefined;
  caveats?: Child[];
  /** Address of the receipt. */
  receipt?: string;
  /** Why there is no value. */
  why?: string;
  /** A drawing the size of a word. */
  spark?: Child;
}

/** A figure in large: value, unit, date, the age of what it rests on, what to know, and its receipt. */
export function Headline(props: HeadlineProps) {
  const { lang, id, title, value, kind = 'number', unit, caveats = [] } = props;
  const w = words(lang);
  const shown = formatCell(value, kind, lang);
  const size = shown.length > 15 ? ' longer' : shown.length > 9 ? ' long' : '';
  return (
    <section class="headline" aria-labelledby={id}>
      <h3 id={id}>
        <Link href={props.href}>{title}</Link>
      </h3>
      <p class="figure">
        <span class={`big${size}`}>
          <Value cell={{ ...value, href: value.href ?? props.receipt }} kind={kind} lang={lang} />
        </span>
        {unit === undefined ? '' : <span class="unit"> {unit}</span>}
        {props.spark === undefined ? '' : <span class="spark-box">{props.spark}</span>}
      </p>
      <Shorthand lang={lang} used={statusesOf([value])} />
      {props.why === undefined ? null : <p class="note">{props.why}</p>}
      {props.asOf === '' ? null : <Age lang={lang} asOf={props.asOf} list={props.list} next={props.next} />}
      {caveats.length === 0 ? null : (
        <details>
          <summary>{w.shouldKnow}</summary>
          <ul>
            {caveats.map((caveat) => (
              <li>{caveat}</li>
            ))}
          </ul>
        </details>
      )}
      {props.receipt === undefined ? null : (
        <p class="note">
          <Link href={props.receipt}>
            {props.href === undefined ? w.receipt : fill(w.receiptFor, { what: title })}
          </Link>
        </p>
      )}
    </section>
  );
}
