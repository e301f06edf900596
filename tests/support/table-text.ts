import { DuckDBInstance } from '@duckdb/node-api';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const named = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Every cell of one relation as text, with the column names. */
async function relationText(
  connection: Awaited<ReturnType<DuckDBInstance['connect']>>,
  from: string,
): Promise<string> {
  const reader = await connection.runAndReadAll(`SELECT COLUMNS(*)::VARCHAR FROM ${from}`);
  const rows = reader.getRows().map((row) => row.join('\n'));
  return [...reader.columnNames(), ...rows].join('\n');
}

/** Every cell of every column of a Parquet file as text. */
export async function parquetText(path: string): Promise<string> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return await relationText(connection, `read_parquet(${quoted(path)})`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Every cell of every table of a DuckDB file as text. */
export async function databaseText(path: string): Promise<string> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`ATTACH ${quoted(path)} AS walked (READ_ONLY)`);
    const tables = await connection.runAndReadAll(
      "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'walked' ORDER BY ALL",
    );
    const texts: string[] = [];
    for (const [schema, table] of tables.getRows())
      texts.push(await relationText(connection, `walked.${named(String(schema))}.${named(String(table))}`));
    return texts.join('\n');
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
