/** A value as it comes out of the engine: counts as numbers, money as exact decimal text, dates as ISO text. */
export type SqlValue = string | number | boolean | null | SqlValue[];
export type SqlRow = Record<string, SqlValue>;

/** How a Parquet file is written. `orderBy` is required of everything that must be the same bytes each time. */
export interface ParquetOptions {
  orderBy?: string;
  /** Rows in a group; smaller for wide tables, so that memory stays bounded. */
  rowGroupSize?: number;
}

/**
 * Where SQL runs. Every text handed to `query`, `define` and `writeParquet` is in the portable subset (see
 * `docs/decisions/0004-portable-sql.md`); the engine renders its macros.
 */
export interface Engine {
  readonly name: 'duckdb' | 'trino';
  /** Runs one SELECT and gives all its rows. For results that a person or a page reads, not for data. */
  query(sql: string): Promise<SqlRow[]>;
  /** Makes `name` stand for the SELECT. */
  define(name: string, select: string): Promise<void>;
  /** Makes `name` stand for Parquet files; an empty list gives no rows of the given columns. */
  defineFiles(
    name: string,
    files: readonly string[],
    columns: Readonly<Record<string, string>>,
  ): Promise<void>;
  /** Writes the rows of the SELECT to a Parquet file and returns how many there were. */
  writeParquet(select: string, path: string, options?: ParquetOptions): Promise<number>;
  /** Stops the running query. */
  interrupt(): void;
  close(): void;
}
