// `node bench/scale.ts ROWS…`: made audit rows through the models of searches and four figures on both engines; needs
// `scripts/trino-cluster up`. Prints one JSON line a step: wall time, processor seconds of every process that took part.
// What the figures answer, and sums over every row of the models, have to be the same: where not, it says which and ends
// with 1. `--engine duckdb|trino` measures one of them; `--warm` runs the models twice on the cluster and says the second.
// On the cluster it also says which stages of many rows ran on one worker alone.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lake, port } from '../scripts/trino/folders.mjs';
import { pidOf } from '../scripts/trino/processes.mjs';
import { nodes } from '../scripts/trino/settings.mjs';
import { checkLake } from '../src/build/lake.ts';
import { type Built, embeddedModels, materialise } from '../src/build/materialise.ts';
import { openDuckDb } from '../src/engine/duckdb.ts';
import { openTrino } from '../src/engine/trino.ts';
import { connectTrino } from '../src/engine/trino-connection.ts';
import { answer } from '../src/figures/answer.ts';
import { createRelations } from '../src/figures/model.ts';
import { registry } from '../src/kinds/registry.ts';
import { searchRecords } from '../src/kinds/searches/shape.ts';
import type { Edition } from '../src/project/edition.ts';
import { type ProjectPaths, projectPaths } from '../src/project/paths.ts';
import { loneStages, serverNow } from '../tests/trino/support/lone-stages.ts';
import { makeScaleRecords } from './scale-records.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string' }, warm: { type: 'boolean', default: false } },
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

for (const rows of positionals.map(Number)) {
  const name = `scale_${rows}`;
  const folder = join(lake, 'bench', name);
  const paths = projectPaths(folder);
  const embedded = await openDuckDb();
  try {
    const made = clock();
    const editions = await makeScaleRecords(embedded, paths, rows);
    say({ rows, step: 'make', ...made(), editions: editions.length });
    const answers: Answers[] = [];
    if (options.engine !== 'trino')
      answers.push(await measure(embeddedModels(embedded, paths), rows, editions, paths));
    if (options.engine !== 'duckdb') {
      const trino = openTrino(
        { server: `http://127.0.0.1:${port}`, catalog: 'lake', schema: name, user: 'counterfoil' },
        { folder, location: `local:///bench/${name}` },
      );
      await trino.prepare();
      await trino.models.sweep(new Set());
      if (options.warm) {
        await measure({ engine: trino, store: trino.models }, rows, editions, paths, () => {});
        await trino.models.sweep(new Set());
      }
      const since = await serverNow(admin);
      answers.push(await measure({ engine: trino, store: trino.models }, rows, editions, paths));
      say({
        rows,
        engine: 'trino',
        step: 'stages on one worker',
        found: await loneStages(admin, name, since),
      });
      await trino.models.sweep(new Set());
      trino.close();
    }
    const [first = new Map(), ...others] = answers;
    const differ = [...first].filter(([key, text]) => others.some((one) => one.get(key) !== text));
    say({
      rows,
      step: 'answers',
      compared: first.size,
      engines: answers.length,
      differ: differ.map(([key]) => key),
    });
    if (differ.length > 0) process.exitCode = 1;
  } finally {
    embedded.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was asked -> its answer as text. */
type Answers = Map<string, string>;

/** Builds the models, then asks the figures and the sums; gives the answers. */
async function measure(
  { engine, store }: Built,
  rows: number,
  editions: readonly Edition[],
  paths: ProjectPaths,
  tell: (line: object) => void = say,
): Promise<Answers> {
  const whole = clock();
  const timed: typeof store = {
    ...store,
    async write(name, model, signal) {
      const one = clock();
      await store.write(name, model, signal);
      tell({ rows, engine: engine.name, step: name.replace(/[-_][0-9a-f]{16,}.*/, ''), ...one() });
    },
  };
  const signal = new AbortController().signal;
  await materialise({ engine, store: timed }, relations, editions, paths, signal);
  tell({ rows, engine: engine.name, step: 'all models', ...whole() });
  const check = clock();
  await checkLake(engine, relations, editions, paths);
  tell({ rows, engine: engine.name, step: 'count rows', ...check() });
  const asking = clock();
  const found: Answers = new Map();
  for (const [id, by] of figures) {
    const figure = registry.figure(id);
    if (!figure) throw new Error(`no figure ${id}`);
    found.set(id, JSON.stringify(await answer({ engine, relations, editions }, figure, { where: {}, by })));
  }
  tell({ rows, engine: engine.name, step: 'four figures', ...asking() });
  const summing = clock();
  for (const [model, sql] of Object.entries(sums))
    found.set(`every row of ${model}`, JSON.stringify(await engine.query(sql)));
  tell({ rows, engine: engine.name, step: 'sums over every row', ...summing() });
  return found;
}

/** Wall and processor seconds since it was made: of this process, and of the cluster's. */
function clock(): () => { wall: number; cpu: number; cluster: number } {
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
