/** Which connector keeps tables. */
export type TableForm = 'hive' | 'iceberg';

/** Settings that go with one statement. */
export type TrinoSession = Readonly<Record<string, string>>;

/**
 * For a statement that writes rows: every worker writes what it worked out. By default the server sends all rows to one
 * worker first and takes more of them only when that one has written 120 MB.
 */
export const writing: TrinoSession = {
  redistribute_writes: 'false',
  scale_writers: 'false',
  use_preferred_write_partitioning: 'false',
};

/**
 * For a statement that writes millions of rows, one a group: besides, no sums on each worker before the rows are sent
 * to where their group is, since nearly all groups are of one row, and no statistics of columns, which cost a fifth.
 */
export function writingMany({ catalog, form }: { catalog: string; form: TableForm }): TrinoSession {
  const statistics = form === 'hive' ? 'column' : 'extended';
  return {
    ...writing,
    prefer_partial_aggregation: 'false',
    [`${catalog}.collect_${statistics}_statistics_on_write`]: 'false',
  };
}
