import type { SqlResult } from '../api/run-sql.ts';

/** What the child is told, as JSON on its standard input. */
export interface SqlQuestion {
  sql: string;
  /** The database file, in the child's own folder, so that no path can be told. */
  file: string;
  tables: readonly string[];
  rows: number;
  bytes: number;
  memoryMegabytes: number;
  residentMegabytes: number;
}

/** What it answers, as JSON on its standard output. */
export type SqlAnswer =
  | { result: SqlResult }
  | { barred: { code: 'not-one-select' | 'not-published'; what: string } }
  | { failed: string }
  | { tooLarge: true };
