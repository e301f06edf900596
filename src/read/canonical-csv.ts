import type { RawRow } from './raw-row.ts';

/**
 * One row as the engine reads it: `row`, `line`, `width` cells and, with links, `width` link targets. Every cell is
 * quoted and its quotes doubled (RFC 4180); null and the empty text are an empty unquoted cell. Ends in LF.
 */
export function canonicalLine(row: RawRow, width: number, links: boolean): string {
  let text = `${row.row},${row.line ?? ''}`;
  for (let index = 0; index < width; index++) text += `,${canonicalCell(row.cells[index])}`;
  if (links) for (let index = 0; index < width; index++) text += `,${canonicalCell(row.links?.[index])}`;
  return `${text}\n`;
}

function canonicalCell(cell: string | null | undefined): string {
  if (cell === null || cell === undefined || cell === '') return '';
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : `"${cell}"`;
}

/** The engine's table expression over canonical CSV at `path`. `maxLineBytes` bounds one record. */
export function canonicalSql(path: string, width: number, links: boolean, maxLineBytes: number): string {
  const columns = ["'row': 'BIGINT'", "'line': 'BIGINT'"];
  for (let index = 1; index <= width; index++) columns.push(`'c${index}': 'VARCHAR'`);
  if (links) for (let index = 1; index <= width; index++) columns.push(`'k${index}': 'VARCHAR'`);
  // Doubling every quote at worst doubles the record.
  return readCsv(
    path,
    columns,
    `new_line='\\n', parallel=false, allow_quoted_nulls=false, max_line_size=${maxLineBytes * 2 + 65_536}`,
  );
}

/** A `read_csv` call with everything said and nothing sniffed. */
export function readCsv(path: string, columns: readonly string[], more: string, delimiter = ','): string {
  return (
    `read_csv(${quoteText(path)}, auto_detect=false, header=false, delim=${quoteText(delimiter)}, quote='"', ` +
    `escape='"', comment='', nullstr='', compression='none', ${more}, columns={${columns.join(', ')}})`
  );
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
