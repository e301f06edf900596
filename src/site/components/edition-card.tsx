import type { Child } from 'hono/jsx';
import { formatBytes, formatDate, formatNumber } from '../format.ts';
import { type Lang, words } from '../words.ts';
import { DefinitionList } from './definition-list.tsx';
import { Hash } from './hash.tsx';
import { Link } from './link.tsx';

/** One edition as the records know it. */
export interface EditionCardProps {
  lang: Lang;
  /** Name of the file as first obtained. */
  name: string;
  href?: string;
  otherNames?: string[];
  asOf: string | null;
  /** Where that date was taken from, in words. */
  asOfFrom: string;
  obtained?: string;
  hash: string;
  bytes: number;
  layout: string;
  /** Records kept. */
  records: number;
}

/** An edition in short: name, date and its origin, hash, size, layout. */
export function EditionCard(props: EditionCardProps) {
  const { lang, otherNames = [] } = props;
  const w = words(lang);
  const items: { term: string; description: Child | Child[] }[] = [
    { term: w.asOfColumn, description: props.asOf === null ? w.undated : formatDate(props.asOf, lang) },
    { term: w.asOfFrom, description: props.asOfFrom },
    { term: w.hash, description: <Hash value={props.hash} /> },
    { term: w.size, description: formatBytes(props.bytes, lang) },
    { term: w.layout, description: props.layout },
    { term: w.records, description: formatNumber(props.records, lang) },
  ];
  if (props.obtained !== undefined)
    items.push({ term: w.obtained, description: formatDate(props.obtained, lang) });
  if (otherNames.length > 0) items.push({ term: w.names, description: otherNames });
  return (
    <article class="edition">
      <h3>
        <Link href={props.href}>{props.name}</Link>
      </h3>
      <DefinitionList items={items} />
    </article>
  );
}
