import type { TrinoConnection } from '../../../src/engine/trino-connection.ts';

/** A stage of a statement whose rows all went through one of several workers. */
export interface LoneStage {
  statement: string;
  /** Its number in the statement; 0 is the last. */
  stage: number;
  workers: number;
  rows: number;
  /** Share of the rows that the busiest worker had. */
  share: number;
}

/** Rows below which a stage may run in one place: sending them about would cost more. */
export const fewRows = 50_000;

/**
 * The stages of this program's statements, since a moment, in which one worker had more than `most` of the rows: all but
 * the last, and those of few rows. The server keeps what it says of tasks for some minutes only.
 *
 * @param since as the server's clock says it, e.g. '2026-01-31 12:00:00'
 */
export async function loneStages(
  connection: Pick<TrinoConnection, 'run'>,
  schema: string,
  since: string,
  most = 0.9,
): Promise<LoneStage[]> {
  const { rows } = await connection.run(`with parts as (
  select t.query_id, cast(split_part(t.stage_id, '.', 2) as integer) as stage, t.node_id, sum(t.processed_input_rows) as n
  from system.runtime.tasks as t
  group by 1, 2, 3
),
stages as (
  select query_id, stage, count(*) as workers, sum(n) as n, max(n) as biggest
  from parts where stage > 0
  group by 1, 2
)
select substr(q.query, 1, 160) as statement, s.stage, s.workers, s.n, cast(s.biggest as double) / s.n as share
from stages as s
join system.runtime.queries as q on q.query_id = s.query_id
where q.created >= timestamp '${since} UTC' and q.state = 'FINISHED' and q.source = 'counterfoil'
  and strpos(q.query, '${schema}') > 0 and strpos(q.query, 'system.runtime') = 0
  and s.n >= ${fewRows} and cast(s.biggest as double) / s.n > ${most}
order by q.created, s.stage`);
  return rows.map((row) => ({
    statement: row['statement'] as string,
    stage: row['stage'] as number,
    workers: row['workers'] as number,
    rows: row['n'] as number,
    share: row['share'] as number,
  }));
}

/** The server's clock, for `since`. */
export async function serverNow(connection: Pick<TrinoConnection, 'run'>): Promise<string> {
  const { rows } = await connection.run("select date_format(now(), '%Y-%m-%d %H:%i:%s') as now");
  return rows[0]?.['now'] as string;
}
