// `node bench/searches.ts [rows]`: adding and counting a generated audit log, against the engine's bare conversion.
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { buildModels } from '../src/build/build.ts';
import { createProject } from '../src/build/create-project.ts';
import { ingestFile } from '../src/build/ingest.ts';
import { openWorkspace } from '../src/build/workspace.ts';
import { openDuckDb } from '../src/engine/duckdb.ts';
import { answer } from '../src/figures/answer.ts';
import { registry } from '../src/kinds/registry.ts';
import { projectPaths } from '../src/project/paths.ts';
import { countRecords } from '../src/read/count-records.ts';
import { createReader } from '../src/read/reader.ts';
import { tempDir } from '../tests/support/temp-dir.ts';
import { writeSearchesLog } from './searches-log.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const step = process.argv[3] ?? 'all';
const work = process.argv[4] ?? tempDir('bench-searches');
const file = join(work, 'Exampleton_CA_PD-Network-Audit.csv');
const columns = [
  'id',
  'name',
  'org',
  'networks',
  'devices',
  'frame',
  'plate',
  'reason',
  'case_no',
  'filters',
  'searched',
  'type',
  'prompt',
  'moderation',
];

async function measured(what: string, run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  process.stdout.write(
    `${what}: ${seconds.toFixed(2)} s CPU, ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most so far\n`,
  );
  return seconds;
}

/** What any program has to do: type the columns, write Parquet, hash the file, count its records. */
async function bare(): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', {
    temp_directory: '',
    memory_limit: '1000MB',
    threads: '2',
  });
  const connection = await instance.connect();
  const time = `try_strptime(searched, '%m/%d/%Y, %I:%M:%S %p UTC')`;
  await connection.run(
    `copy (select try_cast(id as uuid) as id, name, org, try_cast(networks as integer) as networks, devices, frame, plate, reason, case_no, filters, ${time} as searched, type, prompt, moderation
from read_csv('${file}', auto_detect=false, header=false, skip=1, delim=',', quote='"', escape='"', nullstr='', store_rejects=true, columns={${columns.map((name) => `'${name}': 'VARCHAR'`).join(', ')}}))
to '${join(work, 'bare.parquet')}' (format parquet, compression zstd)`,
  );
  connection.closeSync();
  instance.closeSync();
  await countRecords(file, { delimiter: ',', newline: 'lf' }, 'utf-8');
}

const paths = projectPaths(join(work, 'project'));
if (!existsSync(paths.config)) createProject(paths.root, { title: 'bench', template: 'empty' });

async function add(): Promise<void> {
  const engine = await openDuckDb();
  const reader = createReader();
  await ingestFile(
    {
      paths,
      registry,
      reader,
      engine,
      keepOriginals: false,
      now: () => new Date(),
      signal: new AbortController().signal,
    },
    file,
    'Exampleton_CA_PD-Network-Audit.csv',
    undefined,
  );
  reader.close();
  engine.close();
}

async function build(): Promise<void> {
  const engine = await openDuckDb();
  await buildModels(paths, registry, engine, new AbortController().signal);
  engine.close();
}

async function figures(): Promise<void> {
  const bench = await openWorkspace(paths, registry);
  for (const [id, by] of [
    ['searches.searches', 'reason_class'],
    ['searches.searches', 'month'],
    ['searches.organisations', 'state'],
    ['searches.rows', 'month'],
  ] as const) {
    const figure = registry.figure(id);
    if (figure) await measured(`  ${id} by ${by}`, () => answer(bench, figure, { where: {}, by: [by] }));
  }
  bench.close();
}

if (step === 'all' || step === 'make') await writeSearchesLog(file, rows);
process.stdout.write(`${rows} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB\n`);
const base = step === 'all' || step === 'bare' ? await measured('bare conversion, hash and count', bare) : 0;
if (step === 'all' || step === 'add') {
  const own = await measured('add', add);
  if (base > 0) process.stdout.write(`add / bare: ${(own / base).toFixed(2)} (at most 1.25)\n`);
}
if (step === 'all' || step === 'build') await measured('build (every model)', build);
if (step === 'all' || step === 'figures') await figures();
if (process.argv[4] === undefined) rmSync(work, { recursive: true, force: true });
