// `node bench/searches-models.ts [ROWS] [all]`: from the records of audit logs to searches counted once, and a page's
// figure over them; with "all" every figure by each of its dimensions. The records are made by SQL in the columns of the door, so that reading is not in the numbers.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { materialise } from '../src/build/materialise.ts';
import { openDuckDb } from '../src/engine/duckdb.ts';
import { type ModelStore, parquetModels } from '../src/engine/model-store.ts';
import { sqlText } from '../src/engine/sql-text.ts';
import { answer } from '../src/figures/answer.ts';
import { createRelations } from '../src/figures/model.ts';
import { registry } from '../src/kinds/registry.ts';
import { searches } from '../src/kinds/searches/kind.ts';
import type { Edition } from '../src/project/edition.ts';
import { projectPaths } from '../src/project/paths.ts';
import { recordsFile } from '../src/project/store.ts';
import { tempDir } from '../tests/support/temp-dir.ts';
import { describeMeasured } from './budgets.ts';

const rows = Number(process.argv[2] ?? 10_000_000);
const paths = projectPaths(join(tempDir('searches-models'), 'project'));
const logs = 12;

/** One month's log of one of two networks; half of the searches stand in both, one row in 160 twice. */
function recordsSql(log: number, edition: string): string {
  const month = Math.floor(log / 2);
  const from = month * Math.floor((rows / logs) * 1.5);
  return `select ${sqlText(edition)} as edition, cast(null as bigint) as "row", cast(null as bigint) as line, 'kept' as disposition, ${sqlText(log % 2 === 0 ? 'Ostervale CA PD' : 'Zellhaven TX PD')} as holder, 'network' as log,
  'Place' || cast(n % 3000 as varchar) || ' ' || (array['CA','TX','FL','IL','WA'])[n % 5 + 1] || ' PD' as org_text, 'present' as org_state,
  timestamp '2026-0${month + 1}-01 09:00:00' + to_hours(cast(n % 640 as integer)) as hour,
  cast(hash(n) >> 1 as bigint) as key_id, cast(hash(n + 1) >> 1 as bigint) as key_frame, cast(hash(n + 2) >> 1 as bigint) as key_second,
  cast(n % 5000 + 1 as integer) as networks, cast(n % 900 as integer) as devices, 'present' as devices_state, cast(n % 700 as integer) as lookback_hours,
  (array['lookup','search','convoy'])[n % 3 + 1] as search_type, 'empty' as moderation, case when n % 8 = 0 then 'empty' else 'present' end as reason_state,
  case when n % 8 = 0 then 'unreadable' when n % 200 = 1 then 'immigration' when n % 300 = 1 then 'department' else 'other' end as reason_class,
  'other' as offence, 'stolen' as reason_words, 'list' as reason_form, 'masked-vendor' as name_state, 'no-column' as user_state, 'masked-vendor' as plate_state,
  case when n % 3 = 0 then 'empty' else 'present' end as case_state, 'empty' as filters_state, 'empty' as prompt_state
from (select ${from} + (i - i // 160) + ${log % 2 === 0 ? 0 : Math.floor(rows / logs / 2)} as n from range(${Math.floor(rows / logs)}) as t(i))`;
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** The store, telling what each model cost. */
function timed(store: ModelStore): ModelStore {
  return {
    ...store,
    async write(name, model, signal) {
      const start = process.cpuUsage();
      await store.write(name, model, signal);
      process.stdout.write(
        `  ${cpuSince(start).toFixed(2)} s CPU  ${name.slice(0, name.lastIndexOf('-'))}\n`,
      );
    },
  };
}

try {
  const engine = await openDuckDb();
  const columns = Object.keys(searches.shapes[0]?.columns ?? {});
  const editions: Edition[] = [];
  for (let log = 0; log < logs; log += 1) {
    const edition = `bench-${log}`;
    const file = recordsFile(paths, edition);
    mkdirSync(dirname(file), { recursive: true });
    await engine.query(
      `copy (${recordsSql(log, edition)}) to ${sqlText(file)} (format parquet, compression zstd)`,
    );
    editions.push({
      edition,
      source: 'search-audits',
      kind: 'searches',
      shape: 'searches',
      layout: 'audit-14',
      coverage: 'window',
      asOf: '2026-07-01',
      dayPart: 0,
      seq: log,
      obtained: '2026-07-01T00:00:00Z',
      firstEvent: null,
      latestEvent: null,
      recordsSha256: edition,
      names: [edition],
      notes: [],
      problems: [],
      rejects: [],
    } as unknown as Edition);
  }
  if (columns.length === 0) throw new Error('searches have no columns');
  const wanted = registry.models.filter(
    (model) => searches.models.includes(model) || ['states', 'state_zones'].includes(model.name),
  );
  const relations = createRelations(wanted, searches.shapes);
  mkdirSync(paths.derived, { recursive: true });
  const before = process.resourceUsage().maxRSS;
  const start = process.cpuUsage();
  const store = timed(parquetModels(engine, join(paths.derived, 'models')));
  await materialise({ engine, store }, relations, editions, paths, new AbortController().signal);
  const cpu = cpuSince(start);
  const peak = process.resourceUsage().maxRSS;
  const [counted] = await engine.query('select count(*) as n from searches');
  process.stdout.write(
    `${rows.toLocaleString('en-US')} rows, ${Number(counted?.['n']).toLocaleString('en-US')} searches; size before ${Math.round(before / 1024)} MB\n`,
  );
  const scale = rows / 10_000_000;
  process.stdout.write(
    `${describeMeasured({ what: 'to searches counted once', value: cpu, budget: Math.round(60 * scale) / 10, unit: 's CPU' })}\n`,
  );
  process.stdout.write(
    `${describeMeasured({ what: 'largest size', value: peak / 1024, budget: 1024, unit: 'MB' })}\n`,
  );
  const some = [
    ['searches.searches', 'organisation'],
    ['searches.searches', 'reason_class'],
    ['searches.immigration', 'month'],
    ['searches.network_searches', 'network'],
  ] as const;
  const every = searches.figures.flatMap(({ id, dimensions }) =>
    Object.keys(dimensions).map((by) => [id, by] as const),
  );
  for (const [id, by] of process.argv[3] === 'all' ? every : some) {
    const figure = registry.figure(id);
    if (!figure) throw new Error(`no figure ${id}`);
    const from = process.cpuUsage();
    await answer({ engine, relations, editions }, figure, { where: {}, by: [by] });
    process.stdout.write(
      `${describeMeasured({ what: `${id} by ${by}`, value: cpuSince(from), budget: 0.3, unit: 's CPU' })}\n`,
    );
  }
  engine.close();
} finally {
  rmSync(dirname(paths.root), { recursive: true, force: true });
}
