import { readdirSync, readFileSync } from 'node:fs';
import type { Stretch } from '../engine/model-store.ts';
import type { Shape } from '../read/layout.ts';

/** A named SQL relation built from records or from other models. */
export interface Model {
  name: string;
  /** What one row is, from the file's first line. */
  says: string;
  /** The order in which its rows are written, so that the same rows are the same bytes. */
  orderBy: string;
  /** The SELECT. */
  readonly sql: string;
  /** Worked out anew whenever it is asked, and never written: where its rows are the records with a few columns more. */
  readonly view?: boolean;
  /** Written in stretches of days, so that memory stays flat. */
  readonly parts?: ModelParts;
  /** Of a view that is read as words: how a question reads it (`look-ups.ts`). */
  readonly narrow?: (words: ReadonlySet<string>, alike: boolean) => Narrowed;
  /** What it reads, where that is known without looking; else it is found in the SQL. */
  readonly reads?: readonly string[];
}

/** A view in the columns that a question names alone. */
export interface Narrowed {
  select: string;
  /** SQL that counts its rows: those that are alike may stand there as one, with how many there are. */
  count: string;
}

/** How a model is written in parts: its rows of any two parts have nothing to do with one another. */
export interface ModelParts {
  /** The model with a row a part: `part`, `first_day`, `last_day`. */
  from: string;
  /** How many stretches a statement on a cluster takes for each worker, where it holds few of their rows; else one. */
  together?: number;
  /** The SELECT of the rows of stretches of days, in their order; of none for an empty list. */
  sql(stretches: readonly Stretch[]): string;
}

/** Everything that SQL texts may name: models, and the records of each shape. */
export interface Relations {
  models: ReadonlyMap<string, Model>;
  shapes: ReadonlyMap<string, Shape>;
  /** Relations that a model reads directly, of those known here. */
  reads(name: string): readonly string[];
  /** Whether the rows depend on which editions are asked for, at any depth. */
  readsEditions(name: string): boolean;
  /** The models that `name` needs and itself, each after those it reads. */
  inOrder(names: readonly string[]): readonly string[];
}

/** The relation that lists the editions asked for; models that read it depend on the date asked for. */
export const editionsRelation = 'editions';

/** The relation that lists every edition, whatever is asked for. */
export const allEditionsRelation = 'all_editions';

/** The relation that says how often each edition was given: more than once, where the same bytes came under other names. */
export const editionNamesRelation = 'edition_names';

/** The relation with the records of a shape. */
export function recordsRelation(shape: Shape): string {
  return `records_${shape.name}`;
}

/** Reads every `.sql` file of a folder as a model named as the file. */
export function loadModels(folder: URL): Model[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => parseModel(name.slice(0, -'.sql'.length), readFileSync(new URL(name, folder), 'utf8')));
}

/**
 * Makes a model of SQL text that begins with `-- one row per …` and `-- order by: …`. `-- kept as: view` makes it one
 * that is not written. `-- in parts: <model>, <column>` makes it one that is written in stretches of days of that
 * column; `column = column` then stands where the condition on it goes, and `stretch_of(column)` for the number of the
 * stretch: rows are the same however many of them a statement takes. `-- stretches together: 8` says that a statement on
 * a cluster may take eight for each worker.
 */
export function parseModel(name: string, text: string): Model {
  const says = /^-- (one row per .+)$/m.exec(text)?.[1];
  const orderBy = /^-- order by: (.+)$/m.exec(text)?.[1];
  if (!says || !orderBy)
    throw new Error(`model ${name}: the first lines say "-- one row per …" and "-- order by: …"`);
  const sql = text
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join('\n')
    .trim();
  const view = /^-- kept as: view$/m.test(text);
  const found = /^-- in parts: ([a-z_]+), (.+)$/m.exec(text);
  const parts = found ? partsOf(sql, found[1] as string, found[2] as string) : undefined;
  const together = Number(/^-- stretches together: (\d+)$/m.exec(text)?.[1] ?? 1);
  if (parts && together > 1) parts.together = together;
  return {
    name,
    says,
    orderBy,
    sql: sql.replaceAll(/\bstretch_of\([a-z_.]+\)/g, '0'),
    ...(view ? { view } : {}),
    ...(parts ? { parts } : {}),
  };
}

function partsOf(template: string, from: string, column: string): ModelParts {
  const place = `${column} = ${column}`;
  if (!template.includes(place))
    throw new Error(`a model in parts says "${place}" where the condition on its days goes`);
  const begin = (day: string) => `timestamp '${isoDay(day)} 00:00:00'`;
  return {
    from,
    sql(stretches) {
      const [first, last] = [stretches[0], stretches.at(-1)];
      const within =
        first === undefined || last === undefined
          ? 'false'
          : `${column} >= ${begin(first.first)} and ${column} <= timestamp '${isoDay(last.last)} 23:59:59'`;
      const ends = stretches.slice(1).map((next, at) => `when ${column} < ${begin(next.first)} then ${at}`);
      const number = ends.length === 0 ? '0' : `case ${ends.join(' ')} else ${ends.length} end`;
      return template.replaceAll(place, within).replaceAll(`stretch_of(${column})`, number);
    },
  };
}

function isoDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Error(`not an ISO date: ${text}`);
  return text;
}

/** Puts models and shapes together. Throws on two of one name and on models that read one another in a circle. */
export function createRelations(models: readonly Model[], shapes: readonly Shape[]): Relations {
  const byName = new Map<string, Model>();
  for (const model of models) {
    if (byName.has(model.name)) throw new Error(`two models are called ${model.name}`);
    byName.set(model.name, model);
  }
  const known = new Set([
    ...byName.keys(),
    ...shapes.map(recordsRelation),
    editionsRelation,
    allEditionsRelation,
    editionNamesRelation,
  ]);
  const direct = new Map(
    [...byName].map(([name, model]) => [
      name,
      model.reads ?? [...relationsRead(model.sql, known), ...(model.parts ? [model.parts.from] : [])],
    ]),
  );
  const reads = (name: string) => direct.get(name) ?? [];

  const inOrder = (names: readonly string[]): string[] => {
    const done = new Set<string>();
    const visit = (name: string, path: readonly string[]): void => {
      if (!byName.has(name) || done.has(name)) return;
      if (path.includes(name))
        throw new Error(`models read one another in a circle: ${[...path, name].join(' -> ')}`);
      for (const read of reads(name)) visit(read, [...path, name]);
      done.add(name);
    };
    for (const name of names) visit(name, []);
    return [...done];
  };
  const dependent = new Set<string>([editionsRelation]);
  for (const name of inOrder([...byName.keys()])) {
    if (reads(name).some((read) => dependent.has(read))) dependent.add(name);
  }
  return {
    models: byName,
    shapes: new Map(shapes.map((shape) => [recordsRelation(shape), shape])),
    reads,
    readsEditions: (name) => dependent.has(name),
    inOrder,
  };
}

/** The known relations that come after FROM or JOIN in `sql`, in order, each once. */
export function relationsRead(sql: string, known: ReadonlySet<string>): string[] {
  // Every start of the program reads all models: texts and comments go, then two words are looked for.
  const bare = sql.replace(/--[^\n]*|'(?:[^']|'')*'/g, ' ');
  const found = new Set<string>();
  for (const [, name] of bare.matchAll(/\b(?:from|join)\s+([a-z_][a-z0-9_]*)/gi)) {
    if (name !== undefined && known.has(name)) found.add(name);
  }
  return [...found];
}
