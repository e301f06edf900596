import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { openDuckDb } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import { sqlText } from '../engine/sql-text.ts';
import type { Relations } from '../figures/model.ts';
import { publishFolder, syncPath, writeDurably } from '../project/durable.ts';
import type { Edition } from '../project/edition.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { recordsFile } from '../project/store.ts';
import { recordColumns, type Shape } from '../read/layout.ts';
import type { Bucket } from './bucket.ts';
import { contentKey } from './content-key.ts';

/**
 * The file of an edition's records that an engine reads. The embedded engine knows a row by its place in the file; a
 * distributed one does not, so records without their row numbers lie a second time in `.counterfoil/lake/`.
 */
export function recordsOf(paths: ProjectPaths, edition: string, engine: Pick<Engine, 'name'>): string {
  const numbered = numberedFile(paths, edition);
  return engine.name === 'trino' && existsSync(numbered) ? numbered : recordsFile(paths, edition);
}

/**
 * Sees to it that every edition can be read by a distributed engine: its file is there with every column of its shape
 * and type (the server reads a column that is not there as null, without a word), and every row carries its number. Editions
 * that were looked at before are not looked at again, unless the file has another size or the shape other columns.
 *
 * @throws UserError CF-LAKE-001 where a file is missing or cannot be read, CF-LAKE-004 where a column is not there or of another type
 */
export async function prepareLake(
  paths: ProjectPaths,
  editions: readonly Edition[],
  shapes: readonly Shape[],
  bucket: Bucket | null = null,
): Promise<void> {
  let embedded: Engine | undefined;
  try {
    for (const edition of editions) {
      const file = statSync(recordsFile(paths, edition.edition), { throwIfNoEntry: false });
      if (!file) throw unreadable(paths, edition);
      const shape = shapes.find(({ name }) => name === edition.shape);
      const columns = shape ? recordColumns(shape) : {};
      const seen = join(
        dirname(numberedFile(paths, edition.edition)),
        `_seen-${contentKey([edition.recordsSha256, String(file.size), JSON.stringify(columns)]).slice(0, 16)}`,
      );
      if (existsSync(seen)) continue;
      embedded ??= await openDuckDb();
      await prepareEdition(embedded, paths, edition, columns).catch((error) => {
        throw error instanceof UserError ? error : unreadable(paths, edition);
      });
      mkdirSync(dirname(seen), { recursive: true });
      writeDurably(seen, '');
    }
  } finally {
    embedded?.close();
  }
  if (bucket) await fillBucket(paths, editions, bucket);
}

/** Puts the records of every edition into the bucket where they are not there yet; what was put is noted here. */
async function fillBucket(paths: ProjectPaths, editions: readonly Edition[], bucket: Bucket): Promise<void> {
  for (const edition of editions) {
    const file = recordsOf(paths, edition.edition, { name: 'trino' });
    const note = join(
      dirname(numberedFile(paths, edition.edition)),
      `_put-${contentKey([bucket.place, edition.recordsSha256, relative(paths.root, file)]).slice(0, 16)}`,
    );
    if (existsSync(note)) continue;
    await bucket.put(relative(paths.root, file).split(sep).join('/'), file);
    mkdirSync(dirname(note), { recursive: true });
    writeDurably(note, '');
  }
}

async function prepareEdition(
  engine: Engine,
  paths: ProjectPaths,
  edition: Edition,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  const file = recordsFile(paths, edition.edition);
  const there = await typesOf(engine, `select * from read_parquet(${sqlText(file)})`);
  const casts = Object.entries(columns).map(([name, type]) => `cast(null as ${type}) as "${name}"`);
  const wanted = casts.length === 0 ? [] : await typesOf(engine, `select ${casts.join(', ')}`);
  for (const [name, type] of wanted) {
    const found = new Map(there).get(name);
    if (found !== type) throw otherColumns(paths, edition, name, found === undefined);
  }
  const target = dirname(numberedFile(paths, edition.edition));
  rmSync(target, { recursive: true, force: true });
  const [found] = await engine.query(
    `select count(*) as n from read_parquet(${sqlText(file)}) where "row" is null`,
  );
  if (found?.['n'] === 0) return;
  const staged = `${target}.tmp`;
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  await writeNumbered(engine, file, join(staged, 'records.parquet'));
  publishFolder(staged, target);
}

/** The columns of a SELECT with their types. */
async function typesOf(engine: Engine, select: string): Promise<[name: string, type: string][]> {
  const rows = await engine.query(`describe ${select}`);
  return rows.map((row) => [row['column_name'] as string, row['column_type'] as string]);
}

/**
 * Counts the records of every edition where the distributed engine reads them and holds the counts to those of the
 * reading: a folder without its file has no rows there, and says nothing.
 *
 * @throws UserError CF-LAKE-001 where they differ
 */
export async function checkLake(
  engine: Engine,
  relations: Relations,
  editions: readonly Edition[],
  paths: ProjectPaths,
): Promise<void> {
  for (const [relation, shape] of relations.shapes) {
    const mine = editions.filter((edition) => edition.shape === shape.name);
    if (mine.length === 0) continue;
    const rows = await engine.query(`select edition, count(*) as n from ${relation} group by edition`);
    const counts = new Map(rows.map((row) => [row['edition'], row['n']]));
    for (const edition of mine) {
      const { records, rejected } = edition.accounting;
      if ((counts.get(edition.edition) ?? 0) !== records - rejected - edition.headerRows)
        throw unreadable(paths, edition);
    }
  }
}

/** Writes the records of `from` with their row numbers to `to`, in the same order. */
export async function writeNumbered(engine: Engine, from: string, to: string): Promise<number> {
  const rows = await engine.writeParquet(
    `select * exclude (file_row_number) replace (coalesce("row", file_row_number + 1) as "row") from (select * from read_parquet(${sqlText(from)}, file_row_number = true))`,
    to,
  );
  syncPath(to);
  return rows;
}

function numberedFile(paths: ProjectPaths, edition: string): string {
  return join(paths.derived, 'lake', edition, 'records.parquet');
}

function otherColumns(paths: ProjectPaths, edition: Edition, column: string, missing: boolean): UserError {
  const what = missing ? `they have no column "${column}"` : `their column "${column}" is of another type`;
  return new UserError(`The records of an edition were written by another version: ${what}.`, {
    code: 'CF-LAKE-004',
    exit: exitCodes.unreadable,
    place: { file: recordsFile(paths, edition.edition) },
    hint: `Take the edition out with "counterfoil remove ${edition.edition}" and add its file again with this version.`,
  });
}

function unreadable(paths: ProjectPaths, edition: Edition): UserError {
  return new UserError('The records of an edition are missing, or their file cannot be read.', {
    code: 'CF-LAKE-001',
    exit: exitCodes.unreadable,
    place: { file: recordsFile(paths, edition.edition) },
    hint: `Put records/ back from a copy, or take the edition out with "counterfoil remove ${edition.edition}" and add its file again.`,
  });
}
