import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { type ModelStore, parquetModels } from '../engine/model-store.ts';
import { sqlDate, sqlText, sqlTextOrNull } from '../engine/sql-text.ts';
import { editionsSql } from '../figures/compile.ts';
import {
  allEditionsRelation,
  editionNamesRelation,
  editionsRelation,
  type Relations,
} from '../figures/model.ts';
import { type Edition, servesAnyDate } from '../project/edition.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { recordColumns } from '../read/layout.ts';
import { contentKey } from './content-key.ts';
import { recordsOf } from './lake.ts';

/** A version of the way in which models are written; raising it writes all of them again. */
const writerVersion = 1;

/** Model -> what holds its rows: a Parquet file in `.counterfoil/models`, or a table of the lake. */
export type BuiltModels = Record<string, string>;

/** The key of every relation's rows: for models the text, its order, and the keys of what it reads. */
export function relationKeys(relations: Relations, editions: readonly Edition[]): Map<string, string> {
  const keys = new Map<string, string>();
  const editionRows = allEditionsSql(editions);
  keys.set(allEditionsRelation, contentKey([editionRows]));
  keys.set(editionNamesRelation, contentKey([editionNamesSql(editions)]));
  keys.set(editionsRelation, contentKey([editionRows, editionsSql({})]));
  for (const [relation, shape] of relations.shapes) {
    const hashes = editions
      .filter((edition) => edition.shape === shape.name)
      .map((edition) => `${edition.edition}:${edition.recordsSha256}`);
    keys.set(relation, contentKey([relation, ...hashes.sort()]));
  }
  for (const name of relations.inOrder([...relations.models.keys()])) {
    const model = relations.models.get(name);
    if (!model) continue;
    keys.set(
      name,
      contentKey([
        writerVersion,
        name,
        model.sql,
        model.orderBy,
        model.parts?.from ?? null,
        ...relations.reads(name).map((read) => keys.get(read) ?? ''),
      ]),
    );
  }
  return keys;
}

/** The list of all editions as SQL; dates are typed, so that the engine can compare them. */
export function allEditionsSql(editions: readonly Edition[]): string {
  const date = (value: string | null) => (value === null ? 'cast(null as date)' : sqlDate(value));
  const rows = [...editions]
    .sort((a, b) => a.seq - b.seq || (a.edition < b.edition ? -1 : 1))
    .map(
      (edition) =>
        `(${[edition.edition, edition.source, edition.kind, edition.shape, edition.layout, edition.coverage].map(sqlText).join(', ')}, ${date(edition.asOf)}, ${servesAnyDate(edition)}, cast(${edition.dayPart} as double), ${edition.seq}, ${sqlText(edition.obtained)}, ${date(edition.firstEvent)}, ${date(edition.latestEvent)}, ${sqlTextOrNull(edition.period ?? null)})`,
    );
  const columns =
    'edition, source, kind, shape, layout, coverage, as_of, any_date, day_part, seq, obtained, first_event, latest_event, period';
  if (rows.length === 0) {
    return `select ${columns
      .split(', ')
      .map(
        (column) =>
          `cast(null as ${/as_of|event/.test(column) ? 'date' : column === 'seq' ? 'integer' : column === 'day_part' ? 'double' : column === 'any_date' ? 'boolean' : 'varchar'}) as ${column}`,
      )
      .join(', ')} where false`;
  }
  return `select ${columns} from (values ${rows.join(',\n')}) as listed (${columns})`;
}

/** How often each edition was given. */
function editionNamesSql(editions: readonly Edition[]): string {
  const rows = [...editions]
    .sort((a, b) => (a.edition < b.edition ? -1 : 1))
    .map(({ edition, names }) => `(${sqlText(edition)}, ${names.length})`);
  return rows.length === 0
    ? 'select cast(null as varchar) as edition, cast(null as integer) as times where false'
    : `select edition, times from (values ${rows.join(',\n')}) as named (edition, times)`;
}

/** Defines the records of every shape (or of those wanted) and the list of editions in the engine. */
export async function defineRecords(
  engine: Engine,
  relations: Relations,
  editions: readonly Edition[],
  paths: ProjectPaths,
  wanted?: ReadonlySet<string>,
): Promise<void> {
  for (const [relation, shape] of relations.shapes) {
    if (wanted && !wanted.has(relation)) continue;
    const files = editions
      .filter((edition) => edition.shape === shape.name)
      .map((edition) => recordsOf(paths, edition.edition, engine));
    await engine.defineFiles(relation, files, recordColumns(shape));
  }
  await engine.define(allEditionsRelation, allEditionsSql(editions));
  await engine.define(editionNamesRelation, editionNamesSql(editions));
  await engine.define(editionsRelation, editionsSql({}));
}

export interface MaterialiseResult {
  models: BuiltModels;
  /** Models whose rows had to be worked out; the others were there already. */
  written: string[];
}

/**
 * Writes the models whose keys are not kept yet. What earlier states name stays until the store is swept, so that a
 * reader of the last build keeps what it reads.
 */
export async function materialise(
  { engine, store }: Built,
  relations: Relations,
  editions: readonly Edition[],
  paths: ProjectPaths,
  signal: AbortSignal,
): Promise<MaterialiseResult> {
  const keys = relationKeys(relations, editions);
  const models: BuiltModels = {};
  const written: string[] = [];
  await defineRecords(engine, relations, editions, paths);
  for (const name of relations.inOrder([...relations.models.keys()])) {
    signal.throwIfAborted();
    const model = relations.models.get(name);
    if (!model) continue;
    if (model.view) {
      await engine.define(name, model.sql);
      continue;
    }
    const held = store.nameOf(name, keys.get(name) as string);
    if (!(await store.has(held))) {
      await store.write(held, model, signal);
      written.push(name);
    }
    await store.use(name, held);
    models[name] = held;
  }
  return { models, written };
}

/** An engine and where it keeps built models. */
export interface Built {
  engine: Engine;
  store: ModelStore;
}

/** The embedded engine's models: files of the project. */
export function embeddedModels(engine: Engine, paths: ProjectPaths): Built {
  return { engine, store: parquetModels(engine, modelFolder(paths)) };
}

/**
 * Makes the built models available in the engine without looking at the records.
 *
 * @param names the models that will be asked, with all that they read; without it every model
 */
export async function defineBuilt(
  { engine, store }: Built,
  relations: Relations,
  editions: readonly Edition[],
  paths: ProjectPaths,
  models: BuiltModels,
  names: readonly string[] = [...relations.models.keys()],
): Promise<void> {
  const needed = relations.inOrder(names);
  await defineRecords(
    engine,
    relations,
    editions,
    paths,
    new Set(needed.flatMap((name) => [...relations.reads(name)])),
  );
  for (const name of needed) {
    const held = models[name];
    const model = relations.models.get(name);
    if (held !== undefined) await store.use(name, held);
    else if (model?.view) await engine.define(name, model.sql);
  }
}

/** Where the embedded engine keeps built models. */
export function modelFolder(paths: ProjectPaths): string {
  return join(paths.derived, 'models');
}
