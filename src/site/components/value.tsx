import { type CellLike, formatCell, toCell, type ValueKind } from '../cell.ts';
import type { Lang } from '../words.ts';
import { Link } from './link.tsx';

/** One value, a link to its receipt where it has one; absent and hidden ones as shorthand in brackets. */
export function Value(props: { cell: CellLike; kind?: ValueKind; lang: Lang }) {
  const cell = toCell(props.cell);
  const text = formatCell(cell, props.kind ?? 'number', props.lang);
  if (cell.href === undefined) return <>{text}</>;
  return (
    <Link href={cell.href} class={props.kind === 'text' ? undefined : 'value'}>
      {text}
    </Link>
  );
}
