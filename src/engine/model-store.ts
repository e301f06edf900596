import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { syncPath } from '../project/durable.ts';
import { faultPoint } from '../project/fault-point.ts';
import type { Engine } from './engine.ts';
import { sqlText } from './sql-text.ts';

/**
 * Where the rows of built models are kept: Parquet files in a folder, or tables of a lake. What holds a model's rows is
 * made whole or not at all, and never changed afterwards; a build state names it.
 */
export interface ModelStore {
  /** What holds the rows of a model under a key. */
  nameOf(model: string, key: string): string;
  has(name: string): Promise<boolean>;
  write(name: string, model: WrittenModel, signal: AbortSignal): Promise<void>;
  /** Makes the model's name stand for what is kept under `name`. */
  use(model: string, name: string): Promise<void>;
  /** Removes all that is not wanted any more. */
  sweep(wanted: ReadonlySet<string>): Promise<void>;
}

/** Days from `first` to `last`, ISO. */
export interface Stretch {
  first: string;
  last: string;
}

/** The rows of a model: its SELECT and their order; for many rows a list of stretches of days, each written by itself. */
export interface WrittenModel {
  sql: string;
  orderBy: string;
  parts?:
    | {
        from: string;
        /** How many stretches a statement on a cluster takes for each worker; one where nothing is said. */
        together?: number;
        sql(stretches: readonly Stretch[]): string;
      }
    | undefined;
}

/** Models as Parquet files in `folder`, each written under a temporary name first. */
export function parquetModels(engine: Engine, folder: string): ModelStore {
  return {
    nameOf: (model, key) => `${model}-${key}.parquet`,
    has: async (name) => existsSync(join(folder, name)),
    async write(name, model, signal) {
      mkdirSync(folder, { recursive: true });
      const temporary = join(folder, `${name}.tmp`);
      try {
        rmSync(temporary, { recursive: true, force: true });
        if (model.parts) await writeParts(engine, model, model.parts, temporary, signal);
        else await engine.writeParquet(model.sql, temporary, { orderBy: model.orderBy });
        syncPath(temporary);
        faultPoint('rename');
        renameSync(temporary, join(folder, name));
        syncPath(folder);
      } catch (error) {
        rmSync(temporary, { recursive: true, force: true });
        throw error;
      }
    },
    use: (model, name) => engine.define(model, builtSelect(join(folder, name))),
    async sweep(wanted) {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder))
        if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}

/** The rows of a written model: a file, or a folder with one file a part. */
function builtSelect(path: string): string {
  const files = statSync(path).isDirectory() ? join(path, '*.parquet') : path;
  return `select * from read_parquet(${sqlText(files)})`;
}

/** Writes a model part by part, each ordered in itself; without any part one file without rows. */
async function writeParts(
  engine: Engine,
  model: WrittenModel,
  parts: NonNullable<WrittenModel['parts']>,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  mkdirSync(folder);
  const listed = await engine.query(
    `select @iso_date(first_day) as first, @iso_date(last_day) as last from ${parts.from} order by part`,
  );
  const files = listed.length === 0 ? [[]] : (listed as unknown as Stretch[]).map((stretch) => [stretch]);
  for (const [index, stretches] of files.entries()) {
    signal.throwIfAborted();
    const file = join(folder, `part-${String(index).padStart(5, '0')}.parquet`);
    await engine.writeParquet(parts.sql(stretches), file, { orderBy: model.orderBy });
    syncPath(file);
  }
}
