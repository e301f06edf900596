import { existsSync, mkdirSync, rmSync } from 'node:fs';
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
 * Sees to it that every edition can be read by a distributed engine: its file is there, and every row carries its
 * number. Editions that were looked at before are not looked at again.
 *
 * @throws UserError CF-LAKE-001 where a file is missing or cannot be read
 */
export async function prepareLake(
  paths: ProjectPaths,
  editions: readonly Edition[],
  bucket: Bucket | null = null,
): Promise<void> {
  let embedded: Engine | undefined;
  try {
    for (const edition of editions) {
      if (!existsSync(recordsFile(paths, edition.edition))) throw unreadable(paths, edition);
      const seen = join(
        dirname(numberedFile(paths, edition.edition)),
        `_seen-${contentKey([edition.recordsSha256]).slice(0, 16)}`,
      );
      if (existsSync(seen)) continue;
      embedded ??= await openDuckDb();
      await prepareEdition(embedded, paths, edition).catch(() => {
        throw unreadable(paths, edition);
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

async function prepareEdition(engine: Engine, paths: ProjectPaths, edition: Edition): Promise<void> {
  const file = recordsFile(paths, edition.edition);
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

function unreadable(paths: ProjectPaths, edition: Edition): UserError {
  return new UserError('The records of an edition are missing, or their file cannot be read.', {
    code: 'CF-LAKE-001',
    exit: exitCodes.unreadable,
    place: { file: recordsFile(paths, edition.edition) },
    hint: `Put records/ back from a copy, or take the edition out with "counterfoil remove ${edition.edition}" and add its file again.`,
  });
}
