// `node bench/contracts.ts [rows]`: adding and building a generated download of 297 columns, against the engine's bare conversion.
import { rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { downloadCsv } from '../examples/contract-files.ts';
import { buildModels } from '../src/build/build.ts';
import { createProject } from '../src/build/create-project.ts';
import { ingestFile } from '../src/build/ingest.ts';
import { openDuckDb } from '../src/engine/duckdb.ts';
import type { Engine } from '../src/engine/engine.ts';
import { sqlText } from '../src/engine/sql-text.ts';
import { registry } from '../src/kinds/registry.ts';
import { projectPaths } from '../src/project/paths.ts';
import { openFile } from '../src/read/file.ts';
import { createReader } from '../src/read/reader.ts';
import { tempDir } from '../tests/support/temp-dir.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const width = 297;
const work = tempDir('bench-contracts');
const file = join(work, 'FY2026_invented_transactions_2026-05-31.csv');

const [header = '', sample = ''] = downloadCsv([
  {
    kind: 'award',
    piid: '70INVR26F00000001',
    vendor: 'NORTHERLY LANTERN SERVICES LLC (INVENTED)',
    uei: 'NRTHLNTRN001',
    date: '2026-03-16',
    obligation: '1000.00',
    description: 'LOCATION SERVICES',
  },
]).split('\n');
const names = header.trim().replaceAll('"', '').split(',');
const texts = sample.trim().replaceAll('"', '').split(',');

/** What differs from row to row: 200,000 awards, 20,000 vendors, amounts to the cent. */
const varied: Record<string, string> = {
  contract_transaction_unique_key: `'7012_-NONE-_70INVR26F' || lpad(cast(i % 200000 as varchar), 8, '0') || '_' || cast(i // 200000 as varchar) || '_-NONE-_0'`,
  contract_award_unique_key: `'CONT_AWD_70INVR26F' || lpad(cast(i % 200000 as varchar), 8, '0') || '_7012_-NONE-_-NONE-'`,
  award_id_piid: `'70INVR26F' || lpad(cast(i % 200000 as varchar), 8, '0')`,
  modification_number: `'P' || lpad(cast(i // 200000 as varchar), 5, '0')`,
  federal_action_obligation: `cast(cast((hash(i) % 10000000) / 100 as decimal(18, 2)) as varchar)`,
  action_date: `strftime(date '2025-10-01' + cast(i % 240 as integer), '%Y-%m-%d')`,
  recipient_uei: `'INV' || lpad(cast(i % 20000 as varchar), 9, '0')`,
  recipient_name: `'INVENTED VENDOR ' || cast(i % 20000 as varchar) || ' LLC'`,
};

async function generate(): Promise<void> {
  const columns = names.map((name, index) => `${varied[name] ?? sqlText(texts[index] ?? '')} as "${name}"`);
  for (let index = names.length; index < width; index++)
    columns.push(`'t' || cast(i % ${index} as varchar) as "filler_${index}"`);
  const connection = await (
    await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB', temp_directory: '' })
  ).connect();
  await connection.run(
    `copy (select ${columns.join(', ')} from range(${rows}) as r(i)) to ${sqlText(file)} (header, delimiter ',')`,
  );
  connection.closeSync();
}

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

/** The engine, with the CPU time that each model takes to be written. */
function timed(engine: Engine, times: Map<string, number>): Engine {
  return {
    ...engine,
    async writeParquet(select, path, options) {
      const before = process.cpuUsage();
      const rows = await engine.writeParquet(select, path, options);
      const { user, system } = process.cpuUsage(before);
      times.set(basename(path).replace(/-[0-9a-f]+[.].*$/, ''), (user + system) / 1e6);
      return rows;
    },
  };
}

const reader = createReader();
/** What any program has to do: every column to Parquet, hash the file, count its records. */
async function bare(): Promise<void> {
  await openFile(file, reader);
  const engine = await openDuckDb();
  const typed = Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`);
  await engine.writeParquet(
    `select * from read_csv(${sqlText(file)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${typed.join(', ')}})`,
    join(work, 'bare.parquet'),
    { rowGroupSize: 20_480 },
  );
  engine.close();
}

try {
  await generate();
  process.stdout.write(`${rows} rows, ${width} columns, ${(statSync(file).size / 1e9).toFixed(2)} GB\n`);
  const base = await measured('bare conversion, hash and count', bare);
  const project = join(work, 'project');
  createProject(project, { title: 'bench', template: 'empty' });
  const paths = projectPaths(project);
  const { signal } = new AbortController();
  const engine = await openDuckDb();
  const context = {
    paths,
    registry,
    reader,
    engine,
    keepOriginals: false,
    now: () => new Date('2026-11-21T12:00:00Z'),
    signal,
  };
  const add = await measured('add', () =>
    ingestFile(context, file, 'FY2026_invented_transactions_2026-05-31.csv', undefined),
  );
  process.stdout.write(`add / bare: ${(add / base).toFixed(2)} (budget 1.15)\n`);
  const times = new Map<string, number>();
  engine.close();
  const building = await openDuckDb({ spill: join(project, '.counterfoil', 'spill'), memoryMegabytes: 700 });
  await measured('models of every kind', () => buildModels(paths, registry, timed(building, times), signal));
  for (const [model, seconds] of [...times].sort((a, b) => b[1] - a[1]).slice(0, 8))
    process.stdout.write(`  ${model}: ${seconds.toFixed(2)} s CPU\n`);
  building.close();
} finally {
  reader.close();
  rmSync(work, { recursive: true, force: true });
}
