import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pidOf } from '../../scripts/trino/processes.mjs';
import type { UserError } from '../../src/project/errors.ts';
import { root } from '../support/root.ts';
import { freshTrino } from './support/cluster.ts';

const cluster = (command: string) =>
  spawnSync(process.execPath, [join(root, 'scripts', 'trino', 'cluster.mjs'), command], { encoding: 'utf8' });

/** A statement that takes a while: 10^9 pairs. */
const digits =
  'select 0 as n union all select 1 union all select 2 union all select 3 union all select 4 union all select 5 union all select 6 union all select 7 union all select 8 union all select 9';
const long = `with d as (${digits}), m as (select a.n + 10 * b.n + 100 * c.n + 1000 * e.n as n from d as a cross join d as b cross join d as c cross join d as e)
select count(*) as n, sum(x.n * y.n) as s from m as x cross join m as y cross join d as z where mod(x.n + y.n + z.n, 7) = 3`;

afterAll(() => {
  cluster('up');
}, 300_000);

test('a statement is stopped here and on the server', async () => {
  const engine = await freshTrino('stop');
  const running = engine.query(long).then(
    () => undefined,
    (error) => error as UserError,
  );
  await new Promise((done) => setTimeout(done, 2000));
  engine.interrupt();
  expect((await running)?.code).toBe('CF-TRINO-009');
  engine.close();
});

test('a worker is killed while a table is written: no half table, and the statement finishes on the other', async () => {
  const engine = await freshTrino('worker');
  const writing = engine.models
    .write('long_1', { sql: long, orderBy: '' }, new AbortController().signal)
    .then(
      () => undefined,
      (error) => error as UserError,
    );
  await new Promise((done) => setTimeout(done, 4000));
  process.kill(pidOf('worker-2') as number, 'SIGKILL');
  const error = await writing;
  // Tried again on the worker that is left, or said; never a table with some of the rows.
  if (error === undefined) {
    await engine.models.use('long', 'long_1');
    expect(await engine.query('select count(*) as n from long')).toEqual([{ n: 1 }]);
  } else {
    expect(error.code).toBe('CF-TRINO-003');
    expect(await engine.models.has('long_1')).toBe(false);
  }
  cluster('up');
  await engine.models.write('long_2', { sql: 'select 1 as n', orderBy: '' }, new AbortController().signal);
  expect(await engine.models.has('long_2')).toBe(true);
  engine.close();
}, 300_000);

test('the coordinator goes: a clear error; what was finished is there when it is back', async () => {
  const engine = await freshTrino('coordinator');
  await engine.models.write('kept_1', { sql: 'select 1 as n', orderBy: '' }, new AbortController().signal);
  const running = engine.models
    .write('lost_1', { sql: long, orderBy: '' }, new AbortController().signal)
    .then(
      () => undefined,
      (error) => error as UserError,
    );
  await new Promise((done) => setTimeout(done, 3000));
  process.kill(pidOf('coordinator') as number, 'SIGKILL');
  expect((await running)?.code).toBe('CF-TRINO-001');
  cluster('down');
  cluster('up');
  const again = await engine.models.has('kept_1');
  expect(again).toBe(true);
  await engine.models.use('kept', 'kept_1');
  expect(await engine.query('select n from kept')).toEqual([{ n: 1 }]);
  await engine.models.write('lost_1', { sql: 'select 2 as n', orderBy: '' }, new AbortController().signal);
  engine.close();
}, 400_000);
