// `node bench/searches-many.ts [PARTS] [ROWS]`: adds one generated log after another (10 of 10 M rows unless said
// otherwise), each made on the fly and removed again, then builds every model of searches. Prints the cost of each part
// beside that of the first, and the largest size of the process; making the files is not in the numbers.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildModels } from '../src/build/build.ts';
import { createProject } from '../src/build/create-project.ts';
import { ingestFile } from '../src/build/ingest.ts';
import { openDuckDb } from '../src/engine/duckdb.ts';
import { registry } from '../src/kinds/registry.ts';
import { projectPaths } from '../src/project/paths.ts';
import { createReader } from '../src/read/reader.ts';
import { tempDir } from '../tests/support/temp-dir.ts';
import { describeMeasured } from './budgets.ts';
import { writeSearchesLog } from './searches-log.ts';

const parts = Number(process.argv[2] ?? 10);
const rows = Number(process.argv[3] ?? 10_000_000);
const work = process.argv[4]
  ? mkdtempSync(join(process.argv[4], 'searches-many-'))
  : tempDir('searches-many');
const paths = projectPaths(join(work, 'project'));
const signal = new AbortController().signal;

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
const size = () => process.resourceUsage().maxRSS / 1024;

async function add(part: number): Promise<number> {
  const file = join(work, `Exampleton${part}_CA_PD-Network-Audit.csv`);
  await writeSearchesLog(file, rows, part + 1);
  const bytes = statSync(file).size;
  const engine = await openDuckDb();
  const reader = createReader();
  const start = process.cpuUsage();
  const [outcome] = await ingestFile(
    { paths, registry, reader, engine, keepOriginals: false, now: () => new Date(), signal },
    file,
    file.slice(work.length + 1),
    undefined,
  );
  const cpu = cpuSince(start);
  reader.close();
  engine.close();
  rmSync(file);
  if (outcome?.outcome !== 'added') throw new Error(`part ${part}: ${JSON.stringify(outcome)}`);
  process.stdout.write(
    `part ${part}: ${(bytes / 1e9).toFixed(2)} GB, add ${cpu.toFixed(1)} s CPU, ${size().toFixed(0)} MB at most so far\n`,
  );
  return cpu;
}

try {
  createProject(paths.root, { title: 'bench', template: 'empty' });
  const costs: number[] = [];
  for (let part = 0; part < parts; part += 1) costs.push(await add(part));
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
  const line = { what: 'cost of a row beside the first part', value: mean / (costs[0] as number) };
  process.stdout.write(`${describeMeasured({ ...line, budget: 1.15, unit: 'times' })}\n`);
  process.stdout.write(
    `${describeMeasured({ what: 'largest size, add', value: size(), budget: 1536, unit: 'MB' })}\n`,
  );
  const engine = await openDuckDb();
  const start = process.cpuUsage();
  await buildModels(paths, registry, engine, signal);
  process.stdout.write(
    `every model over ${(parts * rows).toLocaleString('en-US')} rows: ${cpuSince(start).toFixed(1)} s CPU, ${size().toFixed(0)} MB at most so far\n`,
  );
  engine.close();
} finally {
  rmSync(work, { recursive: true, force: true });
}
