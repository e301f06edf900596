import { type Exact, formatDate, formatMoney, formatNumber, formatPercent } from './format.ts';
import type { Lang } from './words.ts';

/** `c` hidden, `x` not available, `z` not applicable, `r` revised. Written `[c]`, `[x]`, `[z]`, `[r]`. */
export type Status = 'c' | 'x' | 'z' | 'r';

/** How a value is written. Percent takes a ratio: "0.25" is 25%. */
export type ValueKind = 'number' | 'money' | 'percent' | 'date' | 'text';

/** One value to show. Null is absent, never zero: it shows its status, `[x]` where none is given. */
export interface Cell {
  value: Exact | null;
  status?: Status;
  /** Where the value leads: for a number, its receipt. */
  href?: string;
}

/** What a table's row may hold; a bare value is a cell without a link. */
export type CellLike = Cell | Exact | null;

/** A bare value as a cell. */
export function toCell(cell: CellLike): Cell {
  return cell !== null && typeof cell === 'object' ? cell : { value: cell };
}

/** A value in words of the kind, without its status. */
export function formatValue(value: Exact, kind: ValueKind, lang: Lang): string {
  if (kind === 'text') return String(value);
  if (kind === 'date') return formatDate(String(value), lang);
  if (kind === 'money') return formatMoney(value, lang);
  if (kind === 'percent') return formatPercent(value, lang);
  return formatNumber(value, lang);
}

/** `1,234`, `[c]`, or `1,234 [r]`. */
export function formatCell(cell: CellLike, kind: ValueKind, lang: Lang): string {
  const { value, status } = toCell(cell);
  if (value === null || status === 'c') return `[${status ?? 'x'}]`;
  return `${formatValue(value, kind, lang)}${status ? ` [${status}]` : ''}`;
}

/** The statuses that some cells show, each once, in the order of the legend. */
export function statusesOf(cells: CellLike[]): Status[] {
  const seen = new Set(
    cells.map(toCell).map((cell) => cell.status ?? (cell.value === null ? 'x' : undefined)),
  );
  return (['c', 'x', 'z', 'r'] as const).filter((status) => seen.has(status));
}
