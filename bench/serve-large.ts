// A server over one synthetic table of searches, for `bench/serve.ts`: the figures of searches as they are declared, over a
// table that stands for their model. (`serve` itself gives no free counts of searches; released tables are small.)
import { DuckDBInstance } from '@duckdb/node-api';
import { openDuckDb } from '../src/engine/duckdb.ts';
import { createRegistry, type Kind } from '../src/figures/kind.ts';
import { createRelations } from '../src/figures/model.ts';
import { searches } from '../src/kinds/searches/kind.ts';
import type { Edition } from '../src/project/edition.ts';
import { createApi } from '../src/site/api/api.ts';
import { engineQueue } from '../src/site/api/engine-queue.ts';
import { startServer } from '../src/site/serve/start.ts';

const [file = '', rows = '10000000'] = process.argv.slice(2);

const pick = (values: readonly string[], of: string) =>
  `(['${values.join("', '")}'])[1 + cast(hash(i, '${of}') % ${values.length} as integer)]`;
const states = ['CA', 'TX', 'FL', 'WA', 'IL', 'GA', 'OH', 'AZ', 'NM', 'CO'];

async function makeTable(): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:', { memory_limit: '1500MB' })).connect();
  await connection.run(`copy (
    select i as event, 'e1' as edition, i + 1 as "row",
      'organisation-' || cast(hash(i, 'o') % 900 as varchar) as organisation,
      ${pick(states, 's')} as state,
      ${pick(['municipal', 'county', 'state', 'federal'], 'l')} as level,
      ${pick(['inside', 'outside', 'federal'], 'c')} as scope,
      ${pick(['own', 'other'], 'w')} as whose,
      ${pick(['immigration', 'department', 'other', 'other', 'other', 'unreadable'], 'r')} as reason_class,
      ${pick(['present', 'empty', 'placeholder'], 'rs')} as reason_state,
      ${pick(['free', 'list'], 'f')} as reason_form,
      ${pick(['theft', 'assault', 'other'], 'of')} as offence,
      strftime(date '2025-01-01' + cast(i * 365 / ${rows} as integer), '%Y-%m') as month,
      '2025' as year, cast(hash(i, 'h') % 24 as varchar) as hour_of_day,
      'America/Los_Angeles' as zone, 'lookup' as search_type,
      ${pick(['present', 'empty', 'placeholder', 'no-column'], 'cs')} as case_state,
      date '2025-01-01' + cast(i * 365 / ${rows} as integer) as day,
      cast(hash(i, 'n') % 300 as integer) as networks
    from range(${rows}) t(i)
  ) to '${file}' (format parquet, compression zstd, row_group_size 122880)`);
}

await makeTable();
const engine = await openDuckDb();
await engine.define('searches', `select * from read_parquet('${file}')`);
const model = { name: 'searches', says: 'one row per search', orderBy: 'event', sql: 'select 1' };
const figures = searches.figures.filter((figure) => figure.from === 'searches');
const kind: Kind = {
  id: 'bench',
  title: 'Bench',
  keepsOriginals: true,
  layouts: [],
  shapes: [],
  models: [model],
  figures,
};
const registry = createRegistry([kind], []);
const edition = {
  edition: 'e1',
  kind: 'bench',
  source: searches.figures[0]?.sources[0],
  names: ['invented'],
  sha256: '',
  asOf: '2025-12-31',
  coverage: 'window',
  seq: 1,
  dayPart: 2,
} as unknown as Edition;
const app = createApi({
  build: 'bench',
  title: 'Bench',
  notice: null,
  version: '0',
  bench: { engine, relations: createRelations([model], []), editions: [edition] },
  registry,
  verdicts: [],
  releases: [],
  flagSettings: {},
  queue: engineQueue(() => engine.interrupt(), { waiting: 100, runMs: 60_000 }),
});
const server = await startServer({
  hostname: '127.0.0.1',
  port: 0,
  lookEvery: 0,
  settings: { requestsPerSecond: 0 },
  source: { stamp: () => '', open: async () => ({ build: 'bench', app, close: () => engine.close() }) },
});
process.stdout.write(`${server.address}\n`);
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
