// `node bench/scale.ts ROWS…`: made audit rows de-duplicated and counted on both engines; needs `scripts/trino-cluster up`.
// Prints one JSON line a measurement. The rows are numbers and invented names; nothing is kept.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lake, port } from '../scripts/trino/folders.mjs';
import { openDuckDb } from '../src/engine/duckdb.ts';
import type { Engine } from '../src/engine/engine.ts';
import { openTrino } from '../src/engine/trino.ts';

const columns = {
  edition: 'varchar',
  row: 'bigint',
  organisation: 'varchar',
  hour: 'timestamp',
  networks: 'integer',
  reason_text: 'varchar',
  key: 'varchar',
};

/** Every search once, whichever files carry it: the lowest edition and row stand for it. */
const distinct = `select organisation, day, key, reason, min(edition) as edition, min("row") as "row", count(*) as copies
from (
  select edition, "row", organisation, cast(hour as date) as day, key,
    case
      when @matches(@fold(reason_text), '\\b(immigration|ice|ero)\\b') then 'immigration'
      when @matches(@fold(reason_text), '\\b(stolen|theft|robbery)\\b') then 'property'
      when reason_text is null then 'unreadable'
      else 'other'
    end as reason
  from records_scale
) as r
group by organisation, day, key, reason`;
const figures = {
  'searches by month':
    'select @month_of(day) as month, count(*) as value from searches group by 1 order by month',
  organisations: 'select count(*) as value from (select distinct organisation from searches) as o',
  'share by organisation':
    "select organisation, sum(case when reason = 'immigration' then 1 else 0 end) as numerator, count(*) as denominator from searches group by 1 order by organisation",
};

for (const rows of process.argv.slice(2).map(Number)) {
  const name = `scale_${rows}`;
  const folder = join(lake, 'bench', name);
  const embedded = await openDuckDb({ memoryMegabytes: 2000 });
  const trino = openTrino(
    { server: `http://127.0.0.1:${port}`, catalog: 'lake', schema: name, user: 'counterfoil' },
    { folder, location: `local:///bench/${name}` },
  );
  try {
    const files = await made(embedded, folder, rows);
    await trino.prepare();
    await trino.defineFiles('records_scale', files, columns);
    await embedded.defineFiles('records_scale', files, columns);
    await trino.query('select count(*) as n from records_scale');
    const answers: string[] = [];
    for (const engine of [embedded, trino]) answers.push(await measure(engine, rows, folder));
    say({ rows, same: answers[0] === answers[1] });
  } finally {
    await trino.models.sweep(new Set());
    trino.close();
    embedded.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(engine: Engine, rows: number, folder: string): Promise<string> {
  const started = performance.now();
  if (engine.name === 'trino') {
    const { models } = engine as ReturnType<typeof openTrino>;
    await models.write('searches_1', { sql: distinct, orderBy: '' }, new AbortController().signal);
    await models.use('searches', 'searches_1');
  } else {
    await engine.writeParquet(distinct, join(folder, 'searches.parquet'));
    await engine.define('searches', `select * from read_parquet('${join(folder, 'searches.parquet')}')`);
  }
  const model = performance.now() - started;
  const found: unknown[] = [];
  for (const sql of Object.values(figures)) found.push(await engine.query(sql));
  say({
    rows,
    engine: engine.name,
    model_ms: Math.round(model),
    figures_ms: Math.round(performance.now() - started - model),
  });
  return JSON.stringify(found);
}

/** Files of a million rows, every tenth search in two of them. */
async function made(engine: Engine, folder: string, rows: number): Promise<string[]> {
  const started = performance.now();
  const each = Math.min(rows, 1_000_000);
  const files: string[] = [];
  for (let from = 0; from < rows; from += each) {
    const edition = `e${String(from / each).padStart(5, '0')}`;
    const file = join(folder, edition, 'records.parquet');
    mkdirSync(join(folder, edition), { recursive: true });
    // Each search is named by a number; a tenth of the numbers of a file stand in the file before, too.
    await engine.writeParquet(
      `select '${edition}' as edition, i + 1 as "row", 'org-' || (n % 997) as organisation,
  timestamp '2025-01-01 00:00:00' + interval (n % 8760) hour as hour, cast(n % 900 as integer) as networks,
  case n % 7 when 0 then 'ICE / ERO assist' when 1 then 'stolen vehicle' when 2 then null else 'welfare check ' || (n % 13) end as reason_text,
  md5(cast(n as varchar)) as key
from (select i, ${from} + i - case when i % 10 = 0 and ${from} > 0 then ${each} else 0 end as n from range(${each}) as r(i))`,
      file,
    );
    files.push(file);
  }
  say({ rows, made_ms: Math.round(performance.now() - started), files: files.length });
  return files;
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
