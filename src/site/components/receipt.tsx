import type { Child } from 'hono/jsx';
import type { Cell, ValueKind } from '../cell.ts';
import { formatDate } from '../format.ts';
import { type Lang, words } from '../words.ts';
import { CopyText } from './copy-text.tsx';
import { DefinitionList } from './definition-list.tsx';
import { Hash } from './hash.tsx';
import { Link } from './link.tsx';
import { Table, type TableProps } from './table.tsx';
import { Value } from './value.tsx';

/** The evidence for one value of one figure. */
export interface ReceiptProps {
  lang: Lang;
  /** Unique on the page. */
  id: string;
  value: Cell;
  kind?: ValueKind;
  unit?: string;
  /** The figure's definition, one sentence or two. */
  definition: string;
  /** The filter that was asked for: "state is FL". */
  filter?: string;
  asOf: string;
  sql: string;
  editions: { name: string; href?: string; hash: string; asOf: string | null }[];
  /** The rows that were counted, with their file, sheet and row. */
  rows: Omit<TableProps, 'lang' | 'id'>;
  /** "0.1.0". */
  version: string;
  children?: Child;
}

/** A receipt: the value, its definition, the SQL, the editions with their hashes, the rows. */
export function Receipt(props: ReceiptProps) {
  const { lang, id, editions } = props;
  const w = words(lang);
  const items: { term: string; description: Child | Child[] }[] = [
    {
      term: w.counted,
      description: (
        <b>
          <Value cell={props.value} kind={props.kind} lang={lang} /> {props.unit ?? ''}
        </b>
      ),
    },
    { term: w.asOfColumn, description: formatDate(props.asOf, lang) },
    { term: w.definition, description: props.definition },
    ...(props.filter === undefined ? [] : [{ term: w.filter, description: props.filter }]),
    { term: w.program, description: `Counterfoil ${props.version}` },
  ];
  return (
    <section class="receipt" aria-labelledby={id}>
      <h2 id={id}>{w.receipt}</h2>
      <DefinitionList items={items} />
      <h3>{w.editions}</h3>
      <ul class="editions">
        {editions.map((edition) => (
          <li>
            <Link href={edition.href}>{edition.name}</Link>
            {edition.asOf === null ? '' : `, ${formatDate(edition.asOf, lang)}`} <Hash value={edition.hash} />
          </li>
        ))}
      </ul>
      <h3>{w.rows}</h3>
      <Table {...props.rows} lang={lang} id={`${id}-rows`} />
      {props.children}
      <h3>{w.sql}</h3>
      <p class="note">{w.sqlNote}</p>
      <CopyText lang={lang} text={props.sql} code />
    </section>
  );
}
