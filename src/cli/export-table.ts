import type { Workspace } from '../build/workspace.ts';
import type { SqlRow } from '../engine/engine.ts';
import { sqlName } from '../engine/sql-text.ts';
import { answer, unitName } from '../figures/answer.ts';
import { chainSql, selectsEditions } from '../figures/compile.ts';
import { editionsRelation } from '../figures/model.ts';
import { isoDate, knownAt, parseQuery, type QueryText } from '../figures/query.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import { columnsOf, leavingRows, leftOutInWords } from '../publication/leaving-rows.ts';
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
 *   CF-EXPORT-003 for too many rows, CF-EXPORT-005 for a filter or date that a table does not know
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
    const whole = found.rows.every(({ value }) => value === null || /^-?\d+$/.test(String(value)));
    const kinds: Partial<Record<string, ColumnKind>> = {
      value: figure.unit.kind === 'count' && whole ? 'count' : 'decimal',
      numerator: 'decimal',
      denominator: 'decimal',
    };
    const table = tableOf(
      names.map((name) => ({ name, says: says(name), kind: kinds[name] ?? kindSeen(found.rows, name) })),
      found.rows,
    );
    const why = found.rows.flatMap((row) => ('why' in row && row.why !== undefined ? [String(row.why)] : []));
    const about: [string, string][] = [
      ['Figure', figure.id],
      ['Definition', figure.definition],
      ['As of', found.as_of ?? '[x]'],
      ...(query.until === undefined ? [] : [['Events until', query.until] as [string, string]]),
      ...(query.knownAt === undefined ? [] : [['Known at', query.knownAt] as [string, string]]),
      ...Object.entries(query.where).map(([name, values]): [string, string] => [name, values.join(', ')]),
      ...why.map((one): [string, string] => ['Without a value', one]),
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
    refuse(id, 'a released table, written as it was released', text, ['asOf', 'knownAt', ...ofFigures]);
    const rows = releasedRows(known.table);
    const names = [...known.table.by, 'through', 'count', 'status'];
    const columns = names.map((name) => ({ name, says: name, kind: name === 'count' ? count : 'text' }));
    return { title: known.table.title, about, table: tableOf(columns, rows) };
  }
  refuse(id, 'a table, written with all its rows', text, ofFigures);
  const query = {
    ...(text.asOf === undefined ? {} : { asOf: isoDate(text.asOf, 'as-of') }),
    ...(text.knownAt === undefined ? {} : { knownAt: knownAt(text.knownAt) }),
  };
  if (query.asOf !== undefined) about.push(['As of', query.asOf]);
  if (query.knownAt !== undefined) about.push(['Known at', query.knownAt]);
  const columns = await columnsAsked(workspace, known.name, query);
  const leaving = leavingRows(
    registry,
    columns.map(({ name }) => name),
  );
  // A table of all editions is asked on a day for the rows of those that there were.
  const byRow = selectsEditions(query) && !relations.readsEditions(known.name);
  if (byRow && !columns.some(({ name }) => name === 'edition'))
    refuse(id, 'a table that is the same on any day', text, ['asOf', 'knownAt']);
  const there = byRow ? `edition in (select edition from ${editionsRelation})` : 'true';
  const chain = chainSql(
    [known.name, ...leaving.reads, ...(byRow ? [editionsRelation] : [])],
    query,
    relations,
  );
  const [others] = await workspace.engine.query(
    `${chain}select count(*) as n from ${known.name} where ${there} and not (${leaving.where})`,
  );
  const leftOut = Number(others?.['n'] ?? 0);
  if (leftOut > 0) about.push(['Left out', leftOutInWords(leftOut)]);
  const rows = await workspace.engine.query(
    `${chain}select * from ${known.name} where ${there} and ${leaving.where} order by ${known.model.orderBy} limit ${mostRows + 1}`,
  );
  if (rows.length > mostRows)
    throw new UserError(`${id} has more than ${mostRows.toLocaleString('en-US')} rows.`, {
      code: 'CF-EXPORT-003',
      exit: exitCodes.usage,
      hint: 'Ask for a figure of it with --by, or read the Parquet files in records/ and .counterfoil/models/.',
    });
  const seen = columns.map(({ name, kind }) => ({ name, says: name, kind: kind ?? kindSeen(rows, name) }));
  return { title: known.name, about, table: tableOf(seen, rows) };
}

const count: ColumnKind = 'count';

/** What narrows a figure and no table. */
const ofFigures = ['until', 'where', 'by'] as const;

/** Refuses what a table cannot be asked by: a file of all rows must not look like a file of some. */
function refuse(id: string, what: string, text: QueryText, names: readonly (keyof QueryText)[]): void {
  const given = names.find((name) => text[name] !== undefined && text[name]?.length !== 0);
  if (given === undefined) return;
  const option = `--${given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new UserError(`${option} does not go with ${id}: it is ${what}.`, {
    code: 'CF-EXPORT-005',
    exit: exitCodes.usage,
    hint: 'Leave it out and filter the file, or export a figure.',
  });
}

/**
 * The columns of a model as it is asked for. The engine in this process says what each holds, of a table without rows,
 * too; of others the first row names them, on the dates asked for, else on any.
 */
async function columnsAsked(
  { engine, relations }: Workspace,
  model: string,
  query: { asOf?: string; knownAt?: string },
): Promise<{ name: string; kind?: ColumnKind }[]> {
  if (engine.name === 'duckdb') {
    const columns = await engine.query(`describe ${sqlName(model)}`);
    return columns.map((row) => ({
      name: String(row['column_name']),
      kind: kindOfType(String(row['column_type'])),
    }));
  }
  const [first] = await engine.query(
    `${chainSql([model], query, relations)}select * from ${sqlName(model)} limit 1`,
  );
  const names = first ? Object.keys(first) : await columnsOf(engine, model);
  return names.map((name) => ({ name }));
}

function kindOfType(type: string): ColumnKind {
  if (/^(DECIMAL|DOUBLE|FLOAT)/.test(type)) return 'decimal';
  return /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type) ? 'count' : 'text';
}

/** What a column holds, by its values: another engine gives decimals as text, and text they stay. */
function kindSeen(rows: readonly SqlRow[], name: string): ColumnKind {
  const seen = rows.flatMap((row) => (row[name] === null || row[name] === undefined ? [] : [row[name]]));
  if (seen.length === 0 || !seen.every((value) => typeof value === 'number')) return 'text';
  return seen.every((value) => Number.isSafeInteger(value)) ? 'count' : 'decimal';
}

function tableOf(columns: readonly DataColumn[], rows: readonly SqlRow[]): DataTable {
  return { columns, rows: rows.map((row) => columns.map(({ name }): DataValue => plain(row[name]))) };
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
