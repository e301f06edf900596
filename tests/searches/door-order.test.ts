import { expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { renderMacros } from '../../src/engine/macros.ts';
import { searchLayouts } from '../../src/kinds/searches/layouts.ts';
import { doorSelect } from '../../src/read/layout.ts';

it('no layout makes a join or a sort at the door: both lose the order of rows or hold them all', async () => {
  const engine = await openDuckDb();
  for (const layout of searchLayouts) {
    const positions = new Map(layout.requires.map((header, index) => [header, index + 1]));
    const raw = `(select cast(null as bigint) as "row", cast(null as bigint) as line, ${layout.requires.map((_, index) => `v as c${index + 1}`).join(', ')} from (values ('a'), ('b')) as given (v))`;
    const sql = renderMacros(
      doorSelect({ layout, headerRow: 0, positions, unreadColumns: 0 }, raw, {
        edition: 'x',
        modified: null,
        holder: 'Exampleton CA PD',
      }),
      'duckdb',
    );
    const plan = (await engine.query(`explain ${sql}`))
      .map((row) => Object.values(row).join('\n'))
      .join('\n');
    expect(plan).not.toMatch(/JOIN|ORDER_BY|WINDOW|AGGREGATE/);
  }
  engine.close();
});
