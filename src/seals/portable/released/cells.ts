import type { Filters, SealedCell, SealedTable } from './document.ts';

/** The cells of a table that answer a question, or why they do not. */
export type ChosenCells =
  | { cells: SealedCell[]; value: string; through: string | null }
  | { why: string; hidden: boolean };

/**
 * The cells that satisfy the filters, and their sum. Only shown cells are added up, all those that the question takes in:
 * whoever has the table can do the same, so that nothing is told that it does not tell. The time has to be named, since
 * the table has no month that is not released; and one value of the dimension in which a thing counts several times.
 */
export function chosenCells(
  table: Pick<SealedTable, 'title' | 'by' | 'time' | 'overlap'>,
  rows: readonly SealedCell[],
  where: Filters,
): ChosenCells {
  const none = (why: string) => ({ why, hidden: false });
  const names = Object.keys(where);
  const strange = names.find((name) => !table.by.includes(name));
  if (strange !== undefined) return none(`“${table.title}” does not tell ${strange}`);
  if (!names.includes(table.time)) return none(`“${table.title}” answers for a ${table.time} that is named`);
  const { overlap } = table;
  if (overlap !== null && table.by.includes(overlap) && where[overlap]?.length !== 1)
    return none(`“${table.title}” answers for one ${overlap} at a time: a search counts in each`);
  for (const value of where[table.time] ?? [])
    if (!rows.some(({ values }) => values[table.time] === value))
      return none(`nothing of the ${table.time} ${value} is in “${table.title}”: it is not released`);
  const cells = rows.filter(({ values }) => names.every((name) => where[name]?.includes(values[name] ?? '')));
  for (const [name, values] of Object.entries(where)) {
    const absent = values.find((value) => !cells.some((cell) => cell.values[name] === value));
    if (absent !== undefined) return none(`“${table.title}” has no such cell with ${name}=${absent}`);
  }
  const marked = (mark: string) => cells.filter(({ shown }) => shown === mark).length;
  const [hidden, absent] = [marked('[c]'), marked('[x]')];
  if (hidden > 0)
    return {
      why: `${hidden} of the ${cells.length} cells of “${table.title}” are hidden ([c])`,
      hidden: true,
    };
  if (absent > 0)
    return none(`${absent} of the ${cells.length} cells of “${table.title}” are not available ([x])`);
  if (cells.length === 0) return none(`“${table.title}” has no such cell`);
  const sum = cells.reduce((total, { shown }) => total + BigInt(shown as number), 0n);
  const partial = cells.flatMap(({ through }) =>
    through === null || through.endsWith('-12') ? [] : [through],
  );
  return { cells, value: String(sum), through: partial.sort().at(-1) ?? null };
}

/** The name of a cell within its table; cells stand in the order of these. */
export function cellName(table: Pick<SealedTable, 'by'>, cell: SealedCell): string {
  return [...table.by.map((name) => cell.values[name] ?? ''), cell.through ?? ''].join('|');
}
