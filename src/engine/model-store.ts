import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncPath } from '../project/durable.ts';
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
  write(name: string, select: string, orderBy: string): Promise<void>;
  /** Makes the model's name stand for what is kept under `name`. */
  use(model: string, name: string): Promise<void>;
  /** Removes all that is not wanted any more. */
  sweep(wanted: ReadonlySet<string>): Promise<void>;
}

/** Models as Parquet files in `folder`, each written under a temporary name first. */
export function parquetModels(engine: Engine, folder: string): ModelStore {
  return {
    nameOf: (model, key) => `${model}-${key}.parquet`,
    has: async (name) => existsSync(join(folder, name)),
    async write(name, select, orderBy) {
      mkdirSync(folder, { recursive: true });
      const temporary = join(folder, `${name}.tmp`);
      try {
        await engine.writeParquet(select, temporary, { orderBy });
        syncPath(temporary);
        renameSync(temporary, join(folder, name));
        syncPath(folder);
      } catch (error) {
        rmSync(temporary, { force: true });
        throw error;
      }
    },
    use: (model, name) => engine.define(model, `select * from read_parquet(${sqlText(join(folder, name))})`),
    async sweep(wanted) {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name), { force: true });
    },
  };
}
