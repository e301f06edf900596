import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { UserError } from '../project/errors.ts';
import type { Stretch } from './model-store.ts';
import { sqlText } from './sql-text.ts';
import type { TrinoSchema } from './trino-schema.ts';
import { writingMany } from './trino-session.ts';

/** A model that is written in stretches. `write` hands the rows of a SELECT, made ready for the server, on. */
export interface PartedModel {
  name: string;
  sql(stretches: readonly Stretch[]): string;
  write(select: string, into: (ready: string) => Promise<unknown>): Promise<void>;
}

/** Waits in milliseconds before a stretch is tried again that lost a worker. */
const pauses = [2000, 10_000];
const column = 'lake_part';

/**
 * Writes the stretches as partitions of the table `<name>_parts`, and when all are whole makes the view `<name>` over
 * them: that is the moment from which the model is there. Several stretches go in one statement; where the workers
 * have not enough memory for them, half as many. What an earlier build finished is taken as it is.
 *
 * @param size stretches in a statement, at first
 */
export async function writeParts(
  schema: TrinoSchema,
  model: PartedModel,
  stretches: readonly Stretch[],
  size: number,
  signal: AbortSignal,
): Promise<void> {
  const table = `${model.name}_parts`;
  const full = `${schema.name}.${table}`;
  await makeTable(schema, model, table);
  const done = await finished(schema, table);
  const whole: string[] = [];
  let most = size;
  for (let from = 0; from < stretches.length; ) {
    signal.throwIfAborted();
    const before = done.find((one) => one.first === stretches[from]?.first);
    const end = stretches.findIndex((one) => one.last === before?.last);
    if (before && end >= from) {
      whole.push(before.part);
      from = end + 1;
      continue;
    }
    const next = stretches.findIndex((one, at) => at > from && done.some(({ first }) => first === one.first));
    const to = Math.min(from + most, next < 0 ? stretches.length : next) - 1;
    try {
      whole.push(await writePart(schema, full, stretches.slice(from, to + 1), model));
      from = to + 1;
    } catch (error) {
      if (to === from || !lacksMemory(error)) throw error;
      most = Math.ceil((to - from + 1) / 2);
    }
  }
  const { rows } = await schema.run(
    `select column_name from ${schema.catalog}.information_schema.columns where table_schema = ${sqlText(schema.schema)} and table_name = ${sqlText(table)} order by ordinal_position`,
  );
  const columns = rows.map((row) => `"${row['column_name']}"`).filter((name) => name !== `"${column}"`);
  await schema.createView(
    model.name,
    `select ${columns.join(', ')} from ${full} where ${column} in (${whole.map(sqlText).join(', ')})`,
  );
}

/** The table without rows, where it is not there yet. */
async function makeTable(schema: TrinoSchema, model: PartedModel, table: string): Promise<void> {
  if (await schema.has(table)) return;
  await model.write(model.sql([]), (ready) =>
    schema.create(
      table,
      `select model.*, cast('' as varchar) as ${column} from (\n${ready}\n) as model where false`,
      `, ${schema.form === 'hive' ? 'partitioned_by' : 'partitioning'} = array['${column}']`,
    ),
  );
}

/** The partitions that are whole: the server lists a partition when its files are all there. */
async function finished(schema: TrinoSchema, table: string): Promise<(Stretch & { part: string })[]> {
  const listed = schema.form === 'hive' ? column : `partition.${column}`;
  const { rows } = await schema.run(
    `select ${listed} as ${column} from ${schema.name}."${table}$partitions"`,
  );
  return rows
    .map((row) => row[column] as string)
    .sort()
    .map((part) => {
      const [first = '', last = ''] = part.split('_');
      return { part, first, last };
    });
}

/** Writes one stretch under a name of its own at each try, so that no try adds to the rows of another. */
async function writePart(
  schema: TrinoSchema,
  table: string,
  stretches: readonly Stretch[],
  model: PartedModel,
): Promise<string> {
  for (let tries = 0; ; tries++) {
    const part = `${stretches[0]?.first}_${stretches.at(-1)?.last}_${randomBytes(4).toString('hex')}`;
    try {
      await model.write(model.sql(stretches), (ready) =>
        schema.run(
          `insert into ${table}\nselect model.*, ${sqlText(part)} as ${column} from (\n${ready}\n) as model`,
          'once',
          writingMany(schema),
        ),
      );
      return part;
    } catch (error) {
      const pause = pauses[tries];
      if (pause === undefined || !(error instanceof UserError) || error.code !== 'CF-TRINO-003') throw error;
      await wait(pause);
    }
  }
}

/** Whether a statement failed for want of memory, which fewer rows at a time may mend. */
function lacksMemory(error: unknown): boolean {
  return error instanceof UserError && /\((EXCEEDED_\w*MEMORY\w*|CLUSTER_OUT_OF_MEMORY),/.test(error.message);
}
