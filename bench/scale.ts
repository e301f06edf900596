// `node bench/scale.ts ROWS…`: made audit rows through the models of searches and four figures on both engines; needs
// `scripts/trino-cluster up`. Prints one JSON line a step: wall time, processor seconds of every process that took part.
// What the figures answer, and sums over every row of the models, have to be the same: where not, it says which and ends
// with 1. `--engine duckdb|trino` measures one of them; `--warm` runs the models twice on the cluster and says the second.
// On the cluster it also says which stages of many rows ran on one worker alone; last, wall and processor time of both
// and their ratio. Records can be made before: `--make` makes them and ends, and a run that finds them takes them and
// leaves them; `--clear` takes them away. A build on the cluster that failed is run once more, from where it ended.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lake, port } from '../scripts/trino/folders.mjs';
import { pidOf } from '../scripts/trino/processes.mjs';
import { nodes } from '../scripts/trino/settings.mjs';
import { checkLake } from '../src/build/lake.ts';
import { type Built, embeddedModels, materialise } from '../src/build/materialise.ts';
import { openDuckDb } from '../src/engine/duckdb.ts';
import { openTrino, type TrinoEngine } from '../src/engine/trino.ts';
import { connectTrino } from '../src/engine/trino-connection.ts';
import { answer } from '../src/figures/answer.ts';
import { createRelations } from '../src/figures/model.ts';
import { registry } from '../src/kinds/registry.ts';
import { searchRecords } from '../src/kinds/searches/shape.ts';
import type { Edition } from '../src/project/edition.ts';
import { UserError } from '../src/project/errors.ts';
import { type ProjectPaths, projectPaths } from '../src/project/paths.ts';
import { loneStages, serverNow } from '../tests/trino/support/lone-stages.ts';
import { makeScaleRecords } from './scale-records.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string' },
    warm: { type: 'boolean', default: false },
    make: { type: 'boolean', default: false },
    clear: { type: 'boolean', default: false },
  },
});
const all = createRelations(registry.models, registry.shapes);
const relations = createRelations(
  all.inOrder(['searches', 'network_searches', 'search_rows']).flatMap((name) => all.models.get(name) ?? []),
  [searchRecords],
);
const admin = connectTrino({
  server: `http://127.0.0.1:${port}`,
  catalog: 'system',
  schema: 'runtime',
  user: 'counterfoil',
});
const figures: [string, string[]][] = [
  ['searches.searches', ['month']],
  ['searches.organisations', []],
  ['searches.immigration_share', ['organisation']],
  ['searches.network_searches', ['network', 'year']],
];
/** Sums over every row of the models: where they agree, so do the rows, but for a chance of next to nothing. */
const sums: Record<string, string> = {
  search_listings: `select count(*) as n, count(month) as months, cast(sum(mod(event, 1000003)) as bigint) as events, cast(sum(mod(first_row, 1000003) * log_no) as bigint) as firsts,
    cast(sum(mod(label_no * 7 + length(reason_class), 1000003)) as bigint) as cells from search_listings`,
  search_events: `select count(*) as n, count(offence) as offences, cast(sum(mod(event, 1000003)) as bigint) as events, cast(sum(mod(first_row, 1000003)) as bigint) as firsts,
    cast(sum(logged_rows) as bigint) as logged, sum(case when shared then 1 else 0 end) as in_several, cast(sum(mod(said * 31 + label_no * 7 + networks + lookback_hours, 1000003)) as bigint) as cells from search_events`,
  search_keys: `select how, count(*) as n, cast(sum(mod(key_second, 1000003)) as bigint) as seconds, cast(sum(mod(event, 1000003)) as bigint) as events from search_keys group by how order by how`,
};

for (const rows of positionals.map(Number)) await run(rows);

/** What was asked -> its answer as text, and what building the models took. */
interface Measured {
  engine: string;
  answers: Map<string, string>;
  models: Used;
}

async function run(rows: number): Promise<void> {
  const name = `scale_${rows}`;
  const folder = join(lake, 'bench', name);
  const paths = projectPaths(folder);
  const made = join(folder, 'made.json');
  if (options.clear) {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  /** Made by a run before, whole: they are left as they were found. */
  const kept = existsSync(made);
  const tidy = () => rmSync(kept || options.make ? paths.derived : folder, { recursive: true, force: true });
  const stopped = () => {
    tidy();
    process.exit(130);
  };
  process.once('SIGINT', stopped).once('SIGTERM', stopped);
  try {
    const editions = await records(paths, rows, made, kept);
    if (options.make) return;
    const measured: Measured[] = [];
    if (options.engine !== 'trino') {
      // As a build opens it: 700 MB, and a folder for what does not fit.
      const embedded = await openDuckDb({ spill: join(paths.derived, 'spill'), memoryMegabytes: 700 });
      try {
        measured.push(await measure(embeddedModels(embedded, paths), rows, editions, paths));
      } finally {
        embedded.close();
        rmSync(paths.derived, { recursive: true, force: true });
      }
    }
    if (options.engine !== 'duckdb') measured.push(await onCluster(name, folder, rows, editions, paths));
    compare(rows, measured);
  } finally {
    process.off('SIGINT', stopped).off('SIGTERM', stopped);
    tidy();
  }
}

/** The records, made, or as a run before left them. */
async function records(paths: ProjectPaths, rows: number, made: string, kept: boolean): Promise<Edition[]> {
  const taken = clock();
  if (kept) {
    const editions = JSON.parse(readFileSync(made, 'utf8')) as Edition[];
    say({ rows, step: 'records of a run before', editions: editions.length });
    return editions;
  }
  rmSync(paths.root, { recursive: true, force: true });
  mkdirSync(paths.root, { recursive: true });
  const embedded = await openDuckDb();
  try {
    const editions = await makeScaleRecords(embedded, paths, rows);
    if (options.make) writeFileSync(made, JSON.stringify(editions));
    say({ rows, step: 'make', ...taken(), editions: editions.length });
    return editions;
  } finally {
    embedded.close();
  }
}

async function onCluster(
  name: string,
  folder: string,
  rows: number,
  editions: readonly Edition[],
  paths: ProjectPaths,
): Promise<Measured> {
  const trino = openTrino(
    { server: `http://127.0.0.1:${port}`, catalog: 'lake', schema: name, user: 'counterfoil' },
    { folder, location: `local:///bench/${name}` },
  );
  const built = { engine: trino, store: trino.models };
  try {
    await trino.prepare();
    // Of a run that was ended by force.
    await trino.models.sweep(new Set());
    if (options.warm) {
      await measure(built, rows, editions, paths, { tell: () => {} });
      await trino.models.sweep(new Set());
    }
    return await measure(built, rows, editions, paths, { schema: name, tries: 2 });
  } finally {
    await tidyCluster(trino);
  }
}

/** Takes the tables away where the cluster is still there. */
async function tidyCluster(trino: TrinoEngine): Promise<void> {
  await trino.models.sweep(new Set()).catch(() => {
    process.stderr.write('The tables on the cluster are left: the next run takes them away.\n');
  });
  trino.close();
}

/** Says where answers differ, and what one engine took against the other. */
function compare(rows: number, [first, second]: readonly Measured[]): void {
  if (!first) return;
  const differ = second
    ? [...first.answers].filter(([key, text]) => second.answers.get(key) !== text).map(([key]) => key)
    : [];
  say({ rows, step: 'answers', compared: second ? first.answers.size : 0, differ });
  if (differ.length > 0) process.exitCode = 1;
  if (!second) return;
  const cpu = (one: Measured) => one.models.cpu + (one.engine === 'trino' ? one.models.cluster : 0);
  say({
    rows,
    step: 'all models, one against the other',
    wall: [first, second].map((one) => one.models.wall),
    processor: [first, second].map((one) => seconds(cpu(one))),
    'wall, times': seconds(second.models.wall / first.models.wall),
    'processor, times': seconds(cpu(second) / cpu(first)),
  });
}

/** Builds the models, then asks the figures and the sums. */
async function measure(
  { engine, store }: Built,
  rows: number,
  editions: readonly Edition[],
  paths: ProjectPaths,
  { tell = say, schema, tries = 1 }: { tell?: (line: object) => void; schema?: string; tries?: number } = {},
): Promise<Measured> {
  const lone: object[] = [];
  /** Asking for stages is no part of the models. */
  const aside: Used = { wall: 0, cpu: 0, cluster: 0 };
  const timed: typeof store = {
    ...store,
    async write(name, model, signal) {
      const since = schema === undefined ? '' : await serverNow(admin);
      const one = clock();
      await store.write(name, model, signal);
      tell({ rows, engine: engine.name, step: name.replace(/[-_][0-9a-f]{16,}.*/, ''), ...one() });
      if (schema === undefined) return;
      // Now, since the server forgets statements after a quarter of an hour.
      const asking = clock();
      lone.push(...(await loneStages(admin, schema, since)));
      for (const [key, value] of Object.entries(asking())) aside[key as keyof Used] += value;
    },
  };
  const signal = new AbortController().signal;
  const whole = clock();
  for (let left = tries; ; ) {
    try {
      await materialise({ engine, store: timed }, relations, editions, paths, signal);
      break;
    } catch (error) {
      left -= 1;
      if (!(error instanceof UserError) || left === 0) throw error;
      tell({ rows, engine: engine.name, step: 'once more', why: error.message });
    }
  }
  const all = whole();
  const models = {
    wall: seconds(all.wall - aside.wall),
    cpu: seconds(all.cpu - aside.cpu),
    cluster: seconds(all.cluster - aside.cluster),
  };
  tell({ rows, engine: engine.name, step: 'all models', ...models });
  if (schema !== undefined) tell({ rows, engine: engine.name, step: 'stages on one worker', found: lone });
  const check = clock();
  await checkLake(engine, relations, editions, paths);
  tell({ rows, engine: engine.name, step: 'count rows', ...check() });
  const asking = clock();
  const answers = new Map<string, string>();
  for (const [id, by] of figures) {
    const figure = registry.figure(id);
    if (!figure) throw new Error(`no figure ${id}`);
    answers.set(id, JSON.stringify(await answer({ engine, relations, editions }, figure, { where: {}, by })));
  }
  tell({ rows, engine: engine.name, step: 'four figures', ...asking() });
  const summing = clock();
  for (const [model, sql] of Object.entries(sums))
    answers.set(`every row of ${model}`, JSON.stringify(await engine.query(sql)));
  tell({ rows, engine: engine.name, step: 'sums over every row', ...summing() });
  return { engine: engine.name, answers, models };
}

/** Seconds: on the wall, of this process's processor time, of the cluster's. */
interface Used {
  wall: number;
  cpu: number;
  cluster: number;
}

/** What was used since it was made. */
function clock(): () => Used {
  const [wall, cpu, cluster] = [performance.now(), process.cpuUsage(), clusterSeconds()];
  return () => {
    const used = process.cpuUsage(cpu);
    return {
      wall: seconds((performance.now() - wall) / 1000),
      cpu: seconds((used.user + used.system) / 1e6),
      cluster: seconds(clusterSeconds() - cluster),
    };
  };
}

/** Processor seconds that the processes of the cluster have used; of Linux, in hundredths. */
function clusterSeconds(): number {
  let ticks = 0;
  for (const node of nodes) {
    const pid = pidOf(node.name);
    if (pid === null) continue;
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks / 100;
}

function seconds(value: number): number {
  return Math.round(value * 100) / 100;
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
