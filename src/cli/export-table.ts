import type { Workspace } from '../build/workspace.ts';
import type { Engine, SqlRow } from '../engine/engine.ts';
import { sqlName } from '../engine/sql-text.ts';
import { answer, unitName } from '../figures/answer.ts';
import { chainSql } from '../figures/compile.ts';
import { parseQuery, type QueryText } from '../figures/query.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import { columnsOf, leavingRows } from '../publication/leaving-rows.ts';
import { openEditions, openFigures } from '../publication/open.ts';
import type { PublishedRelease } from '../publication/published.ts';
import { publishedTables, releasedRows } from '../publication/tables.ts';
import type { ColumnKind, DataColumn, DataTable, DataValue } from '../site/downloads/data-table.ts';

/** What is written out: its name, what it is in words, its rows. */
export interface Exported {
  title: string;
  about: [string, string][];
  table: DataTable;
}

/** Rows of one table at most: more belongs to the Parquet files of the project, or to SQL. */
const mostRows = 1_000_000;

/**
 * A figure's values or a table that may leave, by the one door: figures and models of open kinds, and the released tables
 * of the others.
 *
 * @throws UserError CF-EXPORT-001 for an unknown name, CF-EXPORT-002 for what leaves only as released tables,
 *   CF-EXPORT-003 for too many rows
 */
export async function exportedTable(
  workspace: Workspace,
  releases: readonly PublishedRelease[],
  id: string,
  text: QueryText,
): Promise<Exported> {
  const { registry, relations } = workspace;
  const bench = { ...workspace, editions: openEditions(registry, workspace.editions) };
  const figure = openFigures(registry).find((one) => one.id === id);
  if (figure) {
    const query = parseQuery(figure, text);
    const found = await answer(bench, figure, query);
    const shares = found.rows.some((row) => 'denominator' in row);
    const names = [...query.by, 'value', ...(shares ? ['numerator', 'denominator'] : [])];
    const says = (name: string) =>
      name === 'value'
        ? unitName(figure.unit)
        : (figure.dimensions[name]?.title ?? `the ${name} of the share`);
    const exact = figure.unit.kind !== 'count' ? ['value', 'numerator', 'denominator'] : [];
    const table = tableOf(
      names.map((name) => ({ name, says: says(name) })),
      found.rows,
      exact,
    );
    const about: [string, string][] = [
      ['Figure', figure.id],
      ['Definition', figure.definition],
      ['As of', found.as_of ?? '[x]'],
      ...Object.entries(query.where).map(([name, values]): [string, string] => [name, values.join(', ')]),
      ...(text.knownAt === undefined ? [] : [['Known at', text.knownAt] as [string, string]]),
      ...figure.caveats.map((caveat): [string, string] => ['You should know', caveat]),
      ...found.editions.map((one): [string, string] => [
        'Edition',
        `${one.name}, as of ${one.as_of}, SHA-256 ${one.sha256}`,
      ]),
    ];
    return { title: figure.title, about, table };
  }
  const tables = publishedTables(registry, relations, releases);
  const known = tables.find((table) => table.name === id);
  if (!known)
    throw unknown(
      workspace,
      id,
      tables.map(({ name }) => name),
    );
  const about: [string, string][] = [
    ['Table', known.name],
    ['Rows', known.says],
  ];
  if (known.from === 'release') {
    const rows = releasedRows(known.table);
    const names = [...known.table.by, 'through', 'count', 'status'];
    return {
      title: known.table.title,
      about,
      table: tableOf(
        names.map((name) => ({ name, says: name })),
        rows,
      ),
    };
  }
  const query = {
    ...(text.asOf === undefined ? {} : { asOf: text.asOf }),
    ...(text.knownAt === undefined ? {} : { knownAt: text.knownAt }),
  };
  const leaving = leavingRows(registry, await columnsOf(workspace.engine, known.name));
  const rows = await workspace.engine.query(
    `${chainSql([known.name, ...leaving.reads], query, relations)}select * from ${known.name} where ${leaving.where} order by ${known.model.orderBy} limit ${mostRows + 1}`,
  );
  if (rows.length > mostRows)
    throw new UserError(`${id} has more than ${mostRows.toLocaleString('en-US')} rows.`, {
      code: 'CF-EXPORT-003',
      exit: exitCodes.usage,
      hint: 'Ask for a figure of it with --by, or read the Parquet files in records/ and .counterfoil/models/.',
    });
  const names = Object.keys(rows[0] ?? { empty: null });
  return {
    title: known.name,
    about,
    table: tableOf(
      names.map((name) => ({ name, says: name })),
      rows,
      await decimalColumns(workspace.engine, known.name),
    ),
  };
}

/** Columns of exact decimals, which come as text. Asked of the engine in this process alone: others give text. */
async function decimalColumns(engine: Engine, model: string): Promise<string[]> {
  if (engine.name !== 'duckdb') return [];
  const columns = await engine.query(`describe ${sqlName(model)}`);
  return columns
    .filter((row) => String(row['column_type']).startsWith('DECIMAL'))
    .map((row) => String(row['column_name']));
}

function tableOf(
  columns: readonly { name: string; says: string }[],
  rows: readonly SqlRow[],
  exact: readonly string[] = [],
): DataTable {
  const cells = rows.map((row) => columns.map(({ name }): DataValue => plain(row[name])));
  const kindOf = (at: number): ColumnKind => {
    if (exact.includes(columns[at]?.name ?? '')) return 'decimal';
    const seen = cells.flatMap((row) => (row[at] === null ? [] : [row[at]]));
    return seen.length > 0 && seen.every((value) => typeof value === 'number')
      ? seen.every((value) => Number.isSafeInteger(value))
        ? 'count'
        : 'decimal'
      : 'text';
  };
  return { columns: columns.map((column, at): DataColumn => ({ ...column, kind: kindOf(at) })), rows: cells };
}

function plain(value: unknown): DataValue {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' || typeof value === 'string' ? value : String(value);
}

function unknown({ registry }: Workspace, id: string, tables: readonly string[]): UserError {
  const closed = registry.figure(id);
  if (closed) {
    const kind = id.slice(0, id.indexOf('.'));
    const released = tables.filter((name) => name.startsWith(`released_${kind}_`));
    return new UserError(`${closed.title} leaves only as released tables.`, {
      code: 'CF-EXPORT-002',
      exit: exitCodes.usage,
      hint:
        released.length === 0
          ? 'Nothing has been released yet; "counterfoil publish" does.'
          : `Export one of: ${released.join(', ')}.`,
    });
  }
  const names = [...openFigures(registry).map((figure) => figure.id), ...tables];
  const close = nearest(id, names);
  return new UserError(`There is no figure or table "${id}" that may leave.`, {
    code: 'CF-EXPORT-001',
    exit: exitCodes.usage,
    hint: close ? `Did you mean "${close}"?` : '"counterfoil figure" lists the figures.',
  });
}
