/**
 * The process in which a stranger's SELECT runs: started for one statement, under limits of the operating system, in an
 * empty environment, in the folder of the database. It ends with its answer.
 */
import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  DuckDBTypeId,
  type Json,
} from '@duckdb/node-api';
import { gate, type ParsedSql } from './gate.ts';
import type { SqlAnswer, SqlQuestion } from './messages.ts';

const whole: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
]);

const question = JSON.parse(await textOf(process.stdin)) as SqlQuestion;
// Where the operating system sets no limit, the process watches itself: the engine works on other threads.
const watch = setInterval(() => {
  if (process.memoryUsage.rss() > question.residentMegabytes * 1e6) process.exit(90);
}, 10);
const answer = JSON.stringify(await answerTo(question));
clearInterval(watch);
process.stdout.write(answer.length > question.bytes ? JSON.stringify({ tooLarge: true }) : answer, () =>
  process.exit(0),
);

async function answerTo(asked: SqlQuestion): Promise<SqlAnswer> {
  const { file, memoryMegabytes } = asked;
  const instance = await DuckDBInstance.create(file, {
    access_mode: 'READ_ONLY',
    // Before external access is off: afterwards it is locked.
    temp_directory: '',
    enable_external_access: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    memory_limit: `${memoryMegabytes}MB`,
    threads: '1',
  });
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  await connection.run('set max_expression_depth = 200');
  await connection.run('set lock_configuration = true');
  const views = await connection.runAndReadAll(
    "select lower(view_name) from duckdb_views() where internal and schema_name <> 'information_schema'",
  );
  const reserved = new Set(views.getRows().map(([name]) => String(name)));
  return run(connection, asked, reserved).catch(failed);
}

async function run(
  connection: DuckDBConnection,
  { sql, tables, rows }: SqlQuestion,
  reserved: ReadonlySet<string>,
): Promise<SqlAnswer> {
  const parsed = await connection.runAndReadAll('select json_serialize_sql($1::varchar)', [sql]);
  const barred = gate(
    JSON.parse(String(parsed.getRowsJson()[0]?.[0])) as ParsedSql,
    new Set(tables),
    reserved,
  );
  if (barred) return { barred };
  // The engine's own word on what it is, beside the parser's.
  const statements = await connection.extractStatements(sql);
  const prepared = await statements.prepare(0);
  if (statements.count !== 1 || prepared.statementType !== 1)
    return { barred: { code: 'not-one-select', what: 'another kind of statement' } };
  const reader = await connection.streamAndReadUntil(sql, rows + 1);
  const types = reader.columnTypes();
  const found = reader.getRowsJson();
  return {
    result: {
      columns: reader.columnNames().map((name, index) => ({ name, type: String(types[index]) })),
      rows: found
        .slice(0, rows)
        .map((row) => row.map((value, index) => plain(value, types[index] as DuckDBType))),
      truncated: found.length > rows,
    },
  };
}

/** Whole numbers as numbers where one holds them exactly; decimals as text; lists and structs as JSON text. */
function plain(value: Json, type: DuckDBType): string | number | boolean | null {
  if (value === null) return null;
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'string' && whole.has(type.typeId)) {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  return value as string | number | boolean;
}

/** The engine's first line on the asker's own text; nothing that looks like a path is passed on. */
function failed(error: unknown): SqlAnswer {
  const message = error instanceof Error ? error.message : 'the statement failed';
  const [first = ''] = message.split('\n');
  return { failed: first.replaceAll(/\/[\w./-]+/g, '…').slice(0, 300) };
}

async function textOf(stream: NodeJS.ReadStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
