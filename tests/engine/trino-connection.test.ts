import { afterEach, expect, test } from 'vitest';
import { connectTrino, type TrinoOptions } from '../../src/engine/trino-connection.ts';
import type { UserError } from '../../src/project/errors.ts';
import { type Answer, type FakeTrino, fakeTrino } from './support/fake-trino.ts';

let server: FakeTrino | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function connect(script: Answer[], options: Partial<TrinoOptions> = {}) {
  server = await fakeTrino(script);
  return connectTrino({ server: server.url, catalog: 'lake', schema: 's', user: 'ours', ...options });
}

const started = { page: { id: 'q1', nextUri: '{next}', stats: { state: 'QUEUED' } } };
const failed = (errorName: string, message: string) => ({
  page: {
    id: 'q1',
    stats: { state: 'FAILED' },
    error: { errorName, errorType: 'EXTERNAL', message, errorCode: 1 },
  },
});

async function codeOf(work: Promise<unknown>): Promise<UserError> {
  try {
    await work;
  } catch (error) {
    return error as UserError;
  }
  throw new Error('it did not fail');
}

test('values come typed: exact whole numbers, decimals as text, times without empty zeros', async () => {
  const types = ['bigint', 'bigint', 'decimal(38,2)', 'date', 'timestamp(6)', 'array(bigint)', 'varchar'];
  const columns = types.map((type, index) => ({ name: `c${index}`, type }));
  const text = `{"id":"q1","columns":${JSON.stringify(columns)},"data":[[7,9007199254740993,"1.50","2026-01-26","2026-01-26 01:02:03.500000",[1,9007199254740993],null]]}`;
  const connection = await connect([started, { page: text }]);
  const { rows } = await connection.run('select 1');
  expect(rows).toEqual([
    {
      c0: 7,
      c1: '9007199254740993',
      c2: '1.50',
      c3: '2026-01-26',
      c4: '2026-01-26 01:02:03.5',
      c5: [1, '9007199254740993'],
      c6: null,
    },
  ]);
  expect(server?.headers[0]).toMatchObject({
    'x-trino-user': 'ours',
    'x-trino-time-zone': 'UTC',
    'x-trino-catalog': 'lake',
  });
});

test('a busy server and a line cut between two pages are tried again', async () => {
  const data = {
    page: { id: 'q1', columns: [{ name: 'n', type: 'bigint' }], data: [[1]], nextUri: '{next}' },
  };
  const end = { page: { id: 'q1', columns: [{ name: 'n', type: 'bigint' }], data: [[2]] } };
  const connection = await connect([
    { status: 503 },
    started,
    { status: 502 },
    'cut',
    data,
    { status: 504 },
    end,
  ]);
  expect((await connection.run('select 1')).rows).toEqual([{ n: 1 }, { n: 2 }]);
});

test('a statement whose line was cut as it was sent is not sent twice', async () => {
  const connection = await connect(['cut', started]);
  expect((await codeOf(connection.run('select 1'))).code).toBe('CF-TRINO-001');
  expect(server?.seen).toEqual(['POST /v1/statement']);
});

test('refused credentials, a server that is not there, and other answers', async () => {
  expect((await codeOf((await connect([{ status: 401 }])).run('select 1'))).code).toBe('CF-TRINO-002');
  await server?.close();
  expect((await codeOf((await connect([{ status: 418 }])).run('select 1'))).code).toBe('CF-TRINO-001');
  const gone = connectTrino({ server: 'http://127.0.0.1:9', catalog: 'c', schema: 's', user: 'u' });
  const error = await codeOf(gone.run('select 1'));
  expect(error.code).toBe('CF-TRINO-001');
  expect(error.exit).toBe(3);
});

test('the text of a failure is never passed on, since it can quote a cell', async () => {
  const cases: [string, string, string][] = [
    ['INVALID_CAST_ARGUMENT', "Cannot cast 'secret cell' to INT", 'CF-TRINO-005'],
    ['HIVE_BAD_DATA', 'secret cell', 'CF-TRINO-004'],
    ['HIVE_FILE_NOT_FOUND', 'secret cell', 'CF-TRINO-004'],
    ['PERMISSION_DENIED', 'secret cell', 'CF-TRINO-002'],
    ['EXCEEDED_LOCAL_MEMORY_LIMIT', 'secret cell', 'CF-TRINO-006'],
    ['HIVE_WRITER_DATA_ERROR', 'No space left on device: secret cell', 'CF-TRINO-006'],
    ['CATALOG_NOT_FOUND', 'secret cell', 'CF-TRINO-007'],
    ['HIVE_PARTITION_SCHEMA_MISMATCH', 'secret cell', 'CF-TRINO-008'],
    [
      'NOT_SUPPORTED',
      'Unsupported Trino column type (integer) for Parquet column (secret cell)',
      'CF-TRINO-008',
    ],
  ];
  for (const [name, message, code] of cases) {
    const error = await codeOf((await connect([started, failed(name, message)])).run('select 1'));
    expect(error.code).toBe(code);
    expect(`${error.message} ${error.hint}`).not.toContain('secret');
    expect(error.message).toContain(`${name}, statement q1`);
    await server?.close();
  }
});

test('a failure that comes with the first answer is seen', async () => {
  expect((await codeOf((await connect([failed('SYNTAX_ERROR', 'x')])).run('selec'))).code).toBe(
    'CF-TRINO-005',
  );
});

test('a lost worker: the statement is run again', async () => {
  const end = { page: { id: 'q2', columns: [{ name: 'n', type: 'bigint' }], data: [[2]] } };
  const connection = await connect([started, failed('REMOTE_HOST_GONE', 'x'), started, end]);
  expect((await connection.run('select 1')).rows).toEqual([{ n: 2 }]);
}, 20_000);

test('a statement that is stopped is stopped on the server too', async () => {
  const waiting: Answer[] = Array.from({ length: 2000 }, () => started);
  const connection = await connect(waiting);
  const running = codeOf(connection.run('select 1'));
  await new Promise((done) => setTimeout(done, 200));
  connection.interrupt();
  // The client steps over empty pages by itself: the server ends them.
  await new Promise((done) => setTimeout(done, 200));
  expect(server?.seen).toContain('DELETE /v1/query/q1');
  await server?.close();
  expect((await running).code).toBe('CF-TRINO-009');
}, 20_000);

test('a token goes with every request', async () => {
  const connection = await connect([started, { page: { id: 'q1', columns: [], data: [] } }], {
    token: 'abc',
  });
  await connection.run('select 1');
  expect(server?.headers.map((header) => header.authorization)).toEqual(['Bearer abc', 'Bearer abc']);
});

test('how a long statement gets on is told: state, splits, rows, stages', async () => {
  const stage = { subStages: [{ subStages: [] }, { subStages: [] }] };
  const stats = {
    state: 'RUNNING',
    totalSplits: 9,
    completedSplits: 4,
    processedRows: 1200,
    rootStage: stage,
  };
  const told: unknown[] = [];
  const connection = await connect(
    [
      { page: { id: 'q1', nextUri: '{next}', stats } },
      { page: { id: 'q1', stats: { ...stats, state: 'FINISHED' } }, after: 1500 },
    ],
    { progress: (progress) => told.push(progress) },
  );
  await connection.run('select 1');
  expect(told[0]).toEqual({ state: 'running', splits: 9, splitsDone: 4, rows: 1200, stages: 3 });
});

test('a full disk is said wherever in the causes it stands', async () => {
  const page = {
    id: 'q1',
    stats: { state: 'FAILED' },
    error: {
      errorName: 'HIVE_FILESYSTEM_ERROR',
      errorType: 'EXTERNAL',
      message: 'it did not go',
      errorCode: 1,
      failureInfo: { message: 'it did not go', cause: { message: 'No space left on device' } },
    },
  };
  const error = await codeOf((await connect([started, { page }])).run('select 1'));
  expect(error.code).toBe('CF-TRINO-006');
  expect(error.message).toContain('disk');
});

test('a statement whose second run would not come to the same is not run again after a lost worker', async () => {
  const connection = await connect([
    started,
    failed('REMOTE_HOST_GONE', 'x'),
    started,
    { page: { id: 'q2' } },
  ]);
  expect((await codeOf(connection.run('insert into t select 1', 'once'))).code).toBe('CF-TRINO-003');
  expect(server?.seen.filter((one) => one.startsWith('POST'))).toHaveLength(1);
});
