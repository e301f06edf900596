import { readFileSync } from 'node:fs';
import type { DataTable } from '../../../src/site/downloads/data-table.ts';
import { parquetOf } from '../../../src/site/downloads/parquet.ts';

/** An invented table of any length: names, states, counts, amounts, dates; some values absent. */
export function inventedTable(rows: number): DataTable {
  let seed = 1;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  return {
    columns: [
      { name: 'name', kind: 'text', says: 'an invented agency' },
      { name: 'state', kind: 'text', says: 'a state' },
      { name: 'count', kind: 'count', says: 'an invented count' },
      { name: 'amount', kind: 'decimal', says: 'invented dollars' },
      { name: 'day', kind: 'text', says: 'a date' },
    ],
    rows: Array.from({ length: rows }, (_, i) => [
      `Invented agency ${next(5000)}`,
      ['AL', 'FL', 'GA', 'TX', 'VA'][next(5)] ?? null,
      i % 97 === 0 ? null : next(1_000_000),
      `${next(10_000_000)}.${String(next(100)).padStart(2, '0')}`,
      `20${String(10 + next(16))}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`,
    ]),
  };
}

const columns = [
  { name: 'name', label: 'Agency', kind: 'text' },
  { name: 'state', label: 'State', kind: 'text' },
  { name: 'count', label: 'Count', kind: 'number' },
  { name: 'amount', label: 'Amount', kind: 'money' },
  { name: 'day', label: 'Date', kind: 'date' },
];

const words = {
  rows: '{shown} of {total} rows',
  filter: 'Filter {column}',
  filterHelp: 'Help.',
  columns: 'Columns',
  copy: 'Copy rows',
  copied: 'Copied {count} rows',
  reset: 'Show all',
  loading: 'Reading',
  failed: 'Failed',
  keys: 'Keys.',
};

/** The files of a page with that table alone, as `components/big-table.tsx` writes it, by address. */
export function tableSite(table: DataTable): Map<string, Uint8Array | string> {
  const parquet = parquetOf(table);
  const attribute = (value: unknown) => JSON.stringify(value).replaceAll('"', '&quot;');
  const css = ['tokens', 'base', 'components'].map((name) =>
    readFileSync(new URL(`../../../src/site/style/${name}.css`, import.meta.url), 'utf8'),
  );
  const first = table.rows
    .slice(0, 3)
    .map((row) => `<tr>${row.map((cell) => `<td>${cell ?? '[x]'}</td>`).join('')}</tr>`);
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Table</title><link rel="stylesheet" href="style.css"><main><section class="big-table"><div class="stage">
<div data-big-table="data.parquet" data-bytes="${parquet.length}" data-total="${table.rows.length}" data-root="" data-columns="${attribute(columns)}" data-words="${attribute(words)}" hidden></div>
<div class="table"><table><caption>Long table</caption><tbody>${first.join('')}</tbody></table></div></div></section></main><script type="module" src="client/big-table.js"></script></html>`;
  return new Map<string, Uint8Array | string>([
    ['/', page],
    ['/style.css', css.join('\n')],
    ['/data.parquet', parquet],
  ]);
}
