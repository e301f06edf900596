import type { Effects } from '../project/effects.ts';
import type { CommandOptions } from './commands.ts';

/** A table for a person: right-aligned where every cell is a number. */
export interface Column {
  key: string;
  title: string;
}

type Cell = string | number | boolean | null | undefined;

/**
 * Prints a command's result: one JSON document with `--json`; on a terminal a table; into a pipe one JSON object a
 * line.
 */
export function printResult(
  effects: Effects,
  options: CommandOptions,
  result: {
    document: unknown;
    columns: readonly Column[];
    rows: readonly object[];
    before?: string;
    after?: string;
  },
): void {
  if (options['json']) {
    effects.stdout.write(`${JSON.stringify(result.document, null, 1)}\n`);
  } else if (effects.interactive) {
    if (result.before) effects.stdout.write(`${result.before}\n`);
    if (result.rows.length > 0) effects.stdout.write(table(result.columns, result.rows));
    if (result.after) effects.stdout.write(`${result.after}\n`);
  } else {
    for (const row of result.rows) effects.stdout.write(`${JSON.stringify(row)}\n`);
  }
}

/** Prints lines for a person, or the document with `--json`. For commands whose result is prose. */
export function printText(
  effects: Effects,
  options: CommandOptions,
  document: unknown,
  lines: readonly string[],
): void {
  if (options['json']) effects.stdout.write(`${JSON.stringify(document, null, 1)}\n`);
  else effects.stdout.write(`${lines.join('\n')}\n`);
}

/** A remark beside the result. */
export function note(effects: Effects, text: string): void {
  effects.stderr.write(`${text}\n`);
}

/** The table as text, one line a row, two blanks between columns. */
export function table(columns: readonly Column[], rows: readonly object[]): string {
  const cells = rows.map((row) => columns.map(({ key }) => show((row as Record<string, Cell>)[key])));
  const numeric = columns.map((_, index) =>
    cells.every((row) => /^[-+]?[\d,.]*%?$/.test(row[index] as string)),
  );
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...cells.map((row) => (row[index] as string).length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) =>
        numeric[index] ? cell.padStart(widths[index] as number) : cell.padEnd(widths[index] as number),
      )
      .join('  ')
      .trimEnd();
  return `${[line(columns.map(({ title }) => title)), ...cells.map(line)].join('\n')}\n`;
}

function show(value: Cell): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' ? value.toLocaleString('en-US') : String(value);
}
