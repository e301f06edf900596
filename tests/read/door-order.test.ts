import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { renderMacros } from '../../src/engine/macros.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import { registry } from '../../src/kinds/registry.ts';
import { recogniseMapping } from '../../src/kinds/searches/mapping.ts';
import { doorSelect, type Layout } from '../../src/read/layout.ts';
import { tempDir } from '../support/temp-dir.ts';

/**
 * The door keeps the order of rows, because the place of a record in Parquet is the number of its row. A long `in` list
 * becomes a join in the engine, and a join loses the order; so does an aggregate, and a sort holds every row.
 */
let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine.close());

/** Every header that a door asks for has a column. */
class EveryColumn extends Map<string, number> {
  override get(header: string): number {
    if (!super.has(header)) super.set(header, this.size + 1);
    return super.get(header) as number;
  }

  override has(_header: string): boolean {
    return true;
  }
}

/** The door of a layout over a relation in which every column holds the text `v`. */
function doorOf(layout: Layout, from: string): string {
  const positions = new EveryColumn();
  const found = { layout, headerRow: 0, positions, unreadColumns: 0, noColumn: '\u0001' };
  const context = {
    edition: 'x',
    modified: '2026-01-01',
    holder: 'Exampleton CA PD',
    confirmed: new Map([['JD9', 'Joint Desk Nine']]),
  };
  doorSelect(found, 'raw', context);
  const columns = [...positions.values()].flatMap((place) => [`v as c${place}`, `v as k${place}`]);
  return renderMacros(
    doorSelect(
      found,
      `(select n as "row", cast(null as bigint) as line, ${columns.join(', ')} from ${from})`,
      context,
    ),
    'duckdb',
  );
}

const mapped = recogniseMapping(
  { layout: 'mapped', title: 'mapped', header: false, columns: { time: 1, organisation: 2, reason: 3 } },
  { preview: [['2026-01-01 01:00:00', 'a', 'b']], width: 3 },
)?.layout as Layout;

it.each([...registry.layouts, mapped].map((layout) => [`${layout.kind}, ${layout.id}`, layout] as const))(
  'no join, sort or aggregate at the door: %s',
  async (_name, layout) => {
    const sql = doorOf(layout, `(values (cast(1 as bigint), 'a'), (2, 'b')) as given (n, v)`);
    const plan = (await engine.query(`explain ${sql}`))
      .map((row) => Object.values(row).join('\n'))
      .join('\n');
    expect(plan).toContain('PROJECTION');
    expect(plan).not.toMatch(/JOIN|ORDER_BY|WINDOW|AGGREGATE/);
  },
);

const rows = 150_000;

it.each(
  registry.kinds.flatMap((kind) => kind.layouts.slice(0, 1)).map((layout) => [layout.kind, layout] as const),
)(
  'rows come out in the order of the file, on two threads: %s',
  async (_kind, layout) => {
    const folder = tempDir('order');
    const file = join(folder, 'rows.csv');
    writeFileSync(
      file,
      Array.from(
        { length: rows },
        (_, index) => `${index + 1},${['8', 'Texas', '01/02/2026', 'lookup'][index % 4]}\n`,
      ).join(''),
    );
    const out = join(folder, 'out.parquet');
    const csv = `read_csv(${sqlText(file)}, auto_detect=false, header=false, max_line_size=65536, buffer_size=131072, columns={'n': 'BIGINT', 'v': 'VARCHAR'})`;
    expect(await engine.writeParquet(doorOf(layout, csv), out)).toBe(rows);
    const [found] = await engine.query(
      `select count(*) as n, sum(case when "row" = file_row_number + 1 then 1 else 0 end) as kept from read_parquet(${sqlText(out)}, file_row_number = true)`,
    );
    expect(Number(found?.['kept'])).toBe(rows);
    expect(found?.['n']).toBe(rows);
  },
  180_000,
);
