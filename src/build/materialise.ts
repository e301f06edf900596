import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { sqlDate, sqlText, sqlTextOrNull } from '../engine/sql-text.ts';
import { editionsSql } from '../figures/compile.ts';
import { allEditionsRelation, editionsRelation, type Model, type ModelParts, type Relations } from '../figures/model.ts';
import { syncPath } from '../project/durable.ts';
import type { Edition } from '../project/edition.ts';
import { faultPoint } from '../project/fault-point.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { recordsFile } from '../project/store.ts';
import { recordColumns } from '../read/layout.ts';
import { contentKey } from './content-key.ts';

/** A version of the way in which models are written; raising it writes all of them again. */
const writerVersion = 1;

/** Relation -> the Parquet file, relative to `.counterfoil/models`, that holds its rows. */
export type BuiltModels = Record<string, string>;

/** The key of every relation's rows: for models the text, its order, and the keys of what it reads. */
export function relationKeys(relations: Relations, editions: readonly Edition[]): Map<string, string> {
  const keys = new Map<string, string>();
  const editionRows = allEditionsSql(editions);
  keys.set(allEditionsRelation, contentKey([editionRows]));
  keys.set(editionsRelation, contentKey([editionRows, editionsSql({})]));
  for (const [relation, shape] of relations.shapes) {
    const hashes = editions.filter((edition) => edition.shape === shape.name).map((edition) => `${edition.edition}:${edition.recordsSha256}`);
    keys.set(relation, contentKey([relation, ...hashes.sort()]));
  }
  for (const name of relations.inOrder([...relations.models.keys()])) {
    const model = relations.models.get(name);
    if (!model) continue;
    keys.set(name, contentKey([writerVersion, name, model.sql, model.orderBy, model.parts?.from ?? null, ...relations.reads(name).map((read) => keys.get(read) ?? '')]));
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
        `(${[edition.edition, edition.source, edition.kind, edition.shape, edition.layout, edition.coverage].map(sqlText).join(', ')}, ${date(edition.asOf)}, cast(${edition.dayPart} as double), ${edition.seq}, ${sqlText(edition.obtained)}, ${date(edition.firstEvent)}, ${date(edition.latestEvent)}, ${sqlTextOrNull(edition.period ?? null)})`,
    );
  const columns = 'edition, source, kind, shape, layout, coverage, as_of, day_part, seq, obtained, first_event, latest_event, period';
  if (rows.length === 0) {
    return `select ${columns.split(', ').map((column) => `cast(null as ${/as_of|event/.test(column) ? 'date' : column === 'seq' ? 'integer' : column === 'day_part' ? 'double' : 'varchar'}) as ${column}`).join(', ')} where false`;
  }
  return `select ${columns} from (values ${rows.join(',\n')}) as listed (${columns})`;
}

/** Defines the records of every shape and the list of editions in the engine. */
export async function defineRecords(engine: Engine, relations: Relations, editions: readonly Edition[], paths: ProjectPaths): Promise<void> {
  for (const [relation, shape] of relations.shapes) {
    const files = editions.filter((edition) => edition.shape === shape.name).map((edition) => recordsFile(paths, edition.edition));
    await engine.defineFiles(relation, files, recordColumns(shape));
  }
  await engine.define(allEditionsRelation, allEditionsSql(editions));
  await engine.define(editionsRelation, editionsSql({}));
}

export interface MaterialiseResult {
  models: BuiltModels;
  /** Models whose rows had to be worked out; the others were there already. */
  written: string[];
}

/**
 * Writes the models whose keys have no file yet, each under a temporary name first. Files of earlier states stay until
 * `sweepModels`, so that a reader of the last build keeps what it reads.
 */
export async function materialise(
  engine: Engine,
  relations: Relations,
  editions: readonly Edition[],
  paths: ProjectPaths,
  signal: AbortSignal,
): Promise<MaterialiseResult> {
  const folder = modelFolder(paths);
  mkdirSync(folder, { recursive: true });
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
    const file = `${name}-${keys.get(name)}.parquet`;
    const path = join(folder, file);
    if (!existsSync(path)) {
      const temporary = `${path}.tmp`;
      try {
        rmSync(temporary, { recursive: true, force: true });
        if (model.parts) await writeParts(engine, model, model.parts, temporary, signal);
        else await engine.writeParquet(model.sql, temporary, { orderBy: model.orderBy });
        syncPath(temporary);
        faultPoint('rename');
        renameSync(temporary, path);
      } catch (error) {
        rmSync(temporary, { recursive: true, force: true });
        throw error;
      }
      written.push(name);
    }
    await engine.define(name, builtSelect(path));
    models[name] = file;
  }
  syncPath(folder);
  return { models, written };
}

/** Makes the built models available in the engine without looking at the records. */
export async function defineBuilt(engine: Engine, relations: Relations, editions: readonly Edition[], paths: ProjectPaths, models: BuiltModels): Promise<void> {
  await defineRecords(engine, relations, editions, paths);
  for (const name of relations.inOrder([...relations.models.keys()])) {
    const file = models[name];
    const model = relations.models.get(name);
    if (file !== undefined) await engine.define(name, builtSelect(join(modelFolder(paths), file)));
    else if (model?.view) await engine.define(name, model.sql);
  }
}

/** The rows of a written model: a file, or a folder with one file a part. */
function builtSelect(path: string): string {
  const files = statSync(path).isDirectory() ? join(path, '*.parquet') : path;
  return `select * from read_parquet(${sqlText(files)})`;
}

/** Writes a model part by part, each ordered in itself; without any part one file without rows. */
async function writeParts(engine: Engine, model: Model, parts: ModelParts, folder: string, signal: AbortSignal): Promise<void> {
  mkdirSync(folder);
  const listed = await engine.query(`select @iso_date(first_day) as first, @iso_date(last_day) as last from ${parts.from} order by part`);
  const days = listed.length === 0 ? [null] : (listed as { first: string; last: string }[]);
  for (const [index, stretch] of days.entries()) {
    signal.throwIfAborted();
    const file = join(folder, `part-${String(index).padStart(5, '0')}.parquet`);
    await engine.writeParquet(parts.sql(stretch), file, { orderBy: model.orderBy });
    syncPath(file);
  }
}

/** Removes model files that the build just finished does not name. */
export function sweepModels(paths: ProjectPaths, models: BuiltModels): void {
  const wanted = new Set(Object.values(models));
  for (const name of readdirSync(modelFolder(paths))) {
    if (!wanted.has(name)) rmSync(join(modelFolder(paths), name), { recursive: true, force: true });
  }
}

function modelFolder(paths: ProjectPaths): string {
  return join(paths.derived, 'models');
}
