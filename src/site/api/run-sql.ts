/** What a SELECT came to. */
export interface SqlResult {
  columns: { name: string; type: string }[];
  rows: (string | number | boolean | null)[][];
  /** Whether there are more rows than the limit lets through. */
  truncated: boolean;
}

/** Runs one SELECT over the released tables alone. Throws CF-SQL-… where it is refused, fails or takes too long. */
export type RunSql = (sql: string) => Promise<SqlResult>;
