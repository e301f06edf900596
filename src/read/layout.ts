import { sqlText, sqlTextOrNull } from '../engine/sql-text.ts';
import type { Coverage } from '../project/edition.ts';
import { type ClosedWords, closedWords, dispositions } from './closed-words.ts';

/** What one kind of record looks like in Parquet: column names and their types, in order. */
export interface Shape {
  name: string;
  columns: Readonly<Record<string, string>>;
  /** Columns of these that hold one of a few words: anything else there is a fault, and the edition is not added. */
  words?: Readonly<Record<string, ClosedWords>>;
}

/** A value that may fail to parse: when the condition holds in the records, it is counted and listed. */
export interface ProblemRule {
  column: string;
  code: string;
  /** SQL over the record's columns. */
  when: string;
}

/**
 * One way a publisher arranges a kind's columns. A layout is a table: adding one is adding data and a fixture.
 * Headers are compared folded (lower case, single blanks, trimmed), never by position.
 */
export interface Layout {
  id: string;
  version: number;
  title: string;
  kind: string;
  shape: Shape;
  /** The recurring publication that files in this layout belong to. */
  source: string;
  publisher: string;
  coverage: Coverage;
  /** Folded headers that must all be there; the layout with the most of them wins. */
  requires: readonly string[];
  /** Besides, all of at least one of these groups, where the layout has several forms. */
  anyOf?: readonly (readonly string[])[];
  /** Known by its columns' content and count where a file has no header line. */
  headerless?: Headerless;
  /** Folded headers that must not be there. */
  forbids: readonly string[];
  /** Folded header -> other folded spellings of it that mean the same; the first one found is read. */
  aliases?: Readonly<Record<string, readonly string[]>>;
  /** Folded headers whose hyperlinks are read. */
  links: readonly string[];
  /**
   * Helpers that `columns` may name, in the same language: worked out once a row, and never kept. Of a list each may
   * name those before it.
   */
  prepare?: Readonly<Record<string, string>> | readonly Readonly<Record<string, string>>[];
  /**
   * Record column -> SQL over the raw row. `{header}` stands for a cell (null where the file has no such column),
   * `{header.link}` for its hyperlink, `{header.has}` for whether the file has such a column, `{modified}` for the
   * file's own date of change (null or a date), `{holder}` for the organisation whose file it is (null or a text),
   * `{confirmed column}` for what a person says that the text in a prepared column stands for (null without that).
   * What is not named here is dropped at the door.
   */
  columns: Readonly<Record<string, string>>;
  /** SQL over prepared and record columns: the row repeats the header in the middle of the file. */
  headerWhen?: string;
  /** SQL over prepared and record columns: the row's cells are not where the header says. */
  rejectWhen?: string;
  /** SQL over prepared and record columns: the row is withheld, counted, and nothing of it is kept. */
  withholdWhen: string;
  /** Record column that holds the event's date, for as-of checks and `--until`. */
  eventDate: string | null;
  /** SQL over the record's columns: the event's date is outside reason and says nothing about the edition's date. */
  eventOutsideReason: string;
  /**
   * Of `partition` coverage: SQL, an aggregate over the record's columns, that names what the file covers, e.g. an
   * agency and a fiscal year. Editions of one source and period replace one another. It runs on the embedded engine.
   */
  period?: string;
  problems: readonly ProblemRule[];
  /** What is noted on an edition as a whole: a sentence, and SQL of an aggregate over its kept records. */
  notes?: readonly { says: string; when: string }[];
}

/** How a file without a header line is known: the headers that it would have, and what some of its cells look like. */
export interface Headerless {
  /** Folded headers in the order of the columns. */
  headers: readonly string[];
  /** Headers whose every filled cell in the preview has this form; at least one row has all of them filled. */
  cells: Readonly<Record<string, RegExp>>;
}

/** A layout found in a preview: which record is the header, and which raw column each folded header is. */
export interface Recognised {
  layout: Layout;
  /** 0-based index of the header record, -1 where the file has none. */
  headerRow: number;
  /** Folded header -> 1-based raw column. */
  positions: ReadonlyMap<string, number>;
  /** Columns of the file that the layout does not read, named or not, that hold anything in their header. */
  unreadColumns: number;
  /** What stands in a cell whose column a part of the table does not have. */
  noColumn?: string;
  /** Of a file of trees: the paths that are read, in the order of their columns. */
  paths?: readonly string[];
}

/** Lower case, single blanks, trimmed: how headers are compared. */
export function foldHeader(text: string | null): string {
  return (text ?? '')
    .replace(/[\s\u00a0\ufeff]+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * Finds the layout of a table from its first records, by content alone. Among the layouts whose required headers are
 * all in one record, the one that reads the most columns wins. Null where none fits.
 */
export function recognise(
  preview: readonly (readonly (string | null)[])[],
  layouts: readonly Layout[],
): Recognised | null {
  for (const [headerRow, cells] of preview.entries()) {
    const plain = headerPositions(cells);
    const fitting = layouts
      .map((layout) => ({ layout, positions: withAliases(plain, layout) }))
      .filter(
        ({ layout, positions }) =>
          layout.requires.every((header) => positions.has(header)) &&
          (layout.anyOf?.some((group) => group.every((header) => positions.has(header))) ?? true) &&
          !layout.forbids.some((header) => positions.has(header)),
      );
    fitting.sort(
      (a, b) => b.layout.requires.length - a.layout.requires.length || (a.layout.id < b.layout.id ? -1 : 1),
    );
    const best = fitting[0];
    if (best) {
      const { layout, positions } = best;
      const read = new Set(headersRead(layout));
      const readPositions = new Set(
        [...positions].filter(([header]) => read.has(header)).map(([, position]) => position),
      );
      const unreadColumns = new Set(
        [...positions.values()].filter((position) => !readPositions.has(position)),
      ).size;
      return { layout, headerRow, positions, unreadColumns };
    }
  }
  return recogniseHeaderless(preview, layouts);
}

function recogniseHeaderless(
  preview: readonly (readonly (string | null)[])[],
  layouts: readonly Layout[],
): Recognised | null {
  for (const layout of layouts) {
    if (!layout.headerless) continue;
    const { headers, cells } = layout.headerless;
    const forms = Object.entries(cells).map(([header, form]) => ({ index: headers.indexOf(header), form }));
    const rows = preview.filter((row) => row.length === headers.length);
    const whole = rows.some((row) => forms.every(({ index }) => (row[index] ?? null) !== null));
    const fits = rows.every((row) =>
      forms.every(({ index, form }) => (row[index] ?? null) === null || form.test(row[index] as string)),
    );
    // A row or two of another width is dirt, not another layout.
    if (!whole || !fits || rows.length * 2 <= preview.length) continue;
    const positions = headerPositions(headers);
    const read = new Set(headersRead(layout));
    const unreadColumns = [...positions.keys()].filter((header) => !read.has(header)).length;
    return { layout, headerRow: -1, positions, unreadColumns };
  }
  return null;
}

/** The same for a file of trees: its columns are the paths that the layout reads, and no record of it is a header. */
export function bindPaths(found: Recognised): Recognised {
  const paths = [...new Set(headersRead(found.layout))];
  return {
    ...found,
    headerRow: -1,
    positions: new Map(paths.map((path, index) => [path, index + 1])),
    paths,
  };
}

function headerPositions(cells: readonly (string | null)[]): Map<string, number> {
  const positions = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const header = foldHeader(cell);
    if (header !== '' && !positions.has(header)) positions.set(header, index + 1);
  }
  return positions;
}

/** The positions with every alias under the header that it stands for. */
function withAliases(
  positions: ReadonlyMap<string, number>,
  { aliases }: Layout,
): ReadonlyMap<string, number> {
  if (aliases === undefined) return positions;
  const named = new Map(positions);
  for (const [header, spellings] of Object.entries(aliases)) {
    for (const spelling of spellings) {
      const position = named.get(spelling);
      if (position === undefined) continue;
      if (!named.has(header)) named.set(header, position);
    }
  }
  return named;
}

/** `{header}`; it begins with a letter, `#` or `../`, so that `{3}` in a pattern stays what it is. */
const placeholder = /\{([a-z#.][^{}]*)\}/g;

const confirmedPrefix = 'confirmed ';

/** SQL: the label that a person confirmed for a spelling; looked up by hash, whatever their number. */
function confirmedSql(column: string, confirmed: ReadonlyMap<string, string> | undefined): string {
  if (confirmed === undefined || confirmed.size === 0) return 'cast(null as varchar)';
  const list = (values: Iterable<string>) => [...values].map(sqlText).join(', ');
  return `list_extract([${list(confirmed.values())}], enum_code(try_cast(${column} as enum(${list(confirmed.keys())}))) + 1)`;
}

function stagesOf({ prepare }: Layout): readonly Readonly<Record<string, string>>[] {
  return prepare === undefined
    ? []
    : Array.isArray(prepare)
      ? prepare
      : [prepare as Readonly<Record<string, string>>];
}

function headersRead(layout: Layout): string[] {
  const all = [
    ...stagesOf(layout).flatMap((stage) => Object.values(stage)),
    ...Object.values(layout.columns),
  ].flatMap((sql) => [...sql.matchAll(placeholder)].map((match) => match[1] as string));
  return all
    .map((name) => name.replace(/\.(link|has)$/, ''))
    .filter((name) => name !== 'modified' && name !== 'holder' && !name.startsWith(confirmedPrefix));
}

/** What the door needs to know of the edition that is being read. */
export interface DoorContext {
  edition: string;
  /** ISO date of the file's last change, or null. */
  modified: string | null;
  /** The organisation whose file it is, where that is known from outside of it. */
  holder?: string | null;
  /** Spellings of organisations that a person has confirmed, with the label that is kept. */
  confirmed?: ReadonlyMap<string, string> | undefined;
}

/**
 * The door: the SELECT that turns raw rows into record rows. Join-free, so that order is kept. Every raw row leaves
 * one row: `kept` with its columns, or `withheld`, `rejected` or `blank` with nothing but its place.
 *
 * @param raw a relation with `row`, `line`, `c1 …` and `k1 …` (see `raw-relation.ts`)
 */
export function doorSelect(found: Recognised, raw: string, context: DoorContext): string {
  const { layout, positions } = found;
  const bind = (sql: string): string =>
    sql.replace(placeholder, (_whole, name: string) => {
      if (name === 'modified')
        return context.modified === null ? 'cast(null as date)' : `date ${sqlText(context.modified)}`;
      if (name === 'holder') return sqlTextOrNull(context.holder ?? null);
      if (name.startsWith(confirmedPrefix))
        return confirmedSql(name.slice(confirmedPrefix.length), context.confirmed);
      if (name.endsWith('.has')) {
        const position = positions.get(name.slice(0, -'.has'.length));
        if (position === undefined || found.noColumn === undefined) return String(position !== undefined);
        return `coalesce(c${position} <> ${sqlText(found.noColumn)}, true)`;
      }
      const link = name.endsWith('.link');
      const position = positions.get(link ? name.slice(0, -'.link'.length) : name);
      return position === undefined ? 'cast(null as varchar)' : `${link ? 'k' : 'c'}${position}`;
    });
  const named = [...new Set(headersRead(layout))].flatMap((header) => positions.get(header) ?? []);
  // Cases, not a chain of `and`: nearly every row is done at its first cell, and no expression stands twice (the engine
  // works out for all rows what it finds twice, whatever the condition). A text from '!' on begins with a sign.
  const blank =
    named.length === 0
      ? 'true'
      : `case ${named.map((position) => `when c${position} between '!' and '~' then false when length(@trim(c${position})) > 0 then false`).join(' ')} else true end`;
  const parsed = Object.entries(layout.columns).map(([name, sql]) => `${bind(sql)} as ${name}`);
  const isKept = `disposition = ${dispositions.word('kept')}`;
  const kept = Object.entries(layout.shape.columns).map(([name, type]) => {
    const constant = layout.columns[name] === '{holder}' ? context.holder : undefined;
    const words = constant == null ? layout.shape.words?.[name] : closedWords([constant]);
    return `cast(case when ${isKept} then ${name} end as ${words?.type ?? type}) as ${name}`;
  });
  const stages = stagesOf(layout);
  const source = stages.reduce((from, stage) => {
    const prepared = Object.entries(stage).map(([name, sql]) => `${bind(sql)} as ${name}`);
    return `(select *, ${prepared.join(',\n    ')} from ${from})`;
  }, raw);
  const carried = stages.flatMap((stage) => Object.keys(stage)).map((name) => `${name}, `);
  const { word } = dispositions;
  const cases = [
    `when is_blank then ${word('blank')}`,
    ...(layout.headerWhen === undefined
      ? []
      : [`when coalesce(${layout.headerWhen}, false) then ${word('header')}`]),
    ...(layout.rejectWhen === undefined
      ? []
      : [`when coalesce(${layout.rejectWhen}, false) then ${word('rejected')}`]),
    `when coalesce(${layout.withholdWhen}, false) then ${word('withheld')}`,
  ];
  return `
select ${closedWords([context.edition]).word(context.edition)} as edition, "row", line, disposition, ${kept.join(', ')}
from (
  select *, case ${cases.join(' ')} else ${word('kept')} end as disposition
  from (select "row", line, (${blank}) as is_blank, ${carried.join('')}${parsed.join(',\n    ')} from ${source})
)`;
}

/** Record columns as they lie in Parquet, the four common ones first. */
export function recordColumns(shape: Shape): Record<string, string> {
  return { edition: 'varchar', row: 'bigint', line: 'bigint', disposition: 'varchar', ...shape.columns };
}
