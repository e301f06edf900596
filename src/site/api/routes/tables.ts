import { columnsOf, leavingRows } from '../../../publication/leaving-rows.ts';
import { type PublishedTable, publishedTables, releasedRows } from '../../../publication/tables.ts';
import { cursorAt, pageOf } from '../cursor.ts';
import type { Holdings } from '../holdings.ts';
import { missing } from '../missing.ts';
import { paging } from '../parameters.ts';
import type { Ask, Parameter, Route, Schema } from '../route.ts';
import { listOf } from '../schemas/all.ts';
import { position } from './figures.ts';

const tableName: Parameter = {
  name: 'name',
  in: 'path',
  says: 'The name of the table.',
  schema: { type: 'string', maxLength: 80, pattern: '^[a-z][a-z0-9_]*$' },
  example: 'agencies',
};

const list: Route = {
  method: 'get',
  path: '/tables',
  id: 'listTables',
  summary: 'Every table that may be read: models of open records, released tables of the others',
  says: 'Of a kind whose rows never leave, its released tables are all there is.',
  parameters: paging,
  answer: listOf('TableSummary'),
  refuses: [410],
  example: '/tables',
  handle: (ask, holdings) =>
    pageOf(tablesOf(holdings).map(summaryOf), position(ask, holdings), ask.list, holdings.build),
};

const rows: Route = {
  method: 'get',
  path: '/tables/{name}/rows',
  id: 'tableRows',
  summary: 'The rows of a table, a page at a time',
  says: 'In the order in which the table is kept. Decimals are strings; an absent value is null. Rows of individuals and sole proprietors are left out, as many as "left_out" says: figures of money include them.',
  parameters: [tableName, ...paging],
  answer: pageOfRows(),
  refuses: [404, 410],
  example: '/tables/agencies/rows?limit=2',
  async handle(ask, holdings) {
    const table = tableCalled(ask, holdings);
    const at = position(ask, holdings);
    if (table.from === 'release')
      return { ...pageOf(releasedRows(table.table), at, ask.list, holdings.build), left_out: 0 };
    const { name, orderBy } = table.model;
    const { engine } = holdings.bench;
    return holdings.queue.run(async () => {
      const { where } = leavingRows(holdings.registry, await columnsOf(engine, name));
      const [counted] = await engine.query(
        `select count(*) as total, (select count(*) from ${name}) as rows_in_all from ${name} where ${where}`,
      );
      const items = await engine.query(
        `select * from ${name} where ${where} order by ${orderBy} limit ${at.limit} offset ${at.offset}`,
      );
      const total = counted?.['total'] as number;
      const end = at.offset + items.length;
      const next = end < total && items.length > 0 ? cursorAt(end, ask.list, holdings.build) : null;
      const left_out = (counted?.['rows_in_all'] as number) - total;
      return { build: holdings.build, total, left_out, items, next };
    });
  },
};

/** Rows of what is published. */
export const tableRoutes: readonly Route[] = [list, rows];

/** A page of rows, with how many rows of the table leave nowhere. */
function pageOfRows(): Schema {
  const { required, properties, ...rest } = listOf('TableRow') as {
    required: string[];
    properties: Record<string, Schema>;
  };
  const left_out = { type: 'integer', minimum: 0 };
  return { ...rest, required: [...required, 'left_out'], properties: { ...properties, left_out } };
}

function tablesOf({ registry, bench, releases }: Holdings): PublishedTable[] {
  return publishedTables(registry, bench.relations, releases);
}

function tableCalled(ask: Ask, holdings: Holdings): PublishedTable {
  const name = ask.path['name'] ?? '';
  const tables = tablesOf(holdings);
  const found = tables.find((table) => table.name === name);
  if (found) return found;
  throw missing(
    'table',
    name,
    tables.map((table) => table.name),
  );
}

function summaryOf(table: PublishedTable) {
  return { name: table.name, says: table.says, from: table.from };
}
