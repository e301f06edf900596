import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import { readStore, recordsFile } from '../../src/project/store.ts';
import { root } from '../support/root.ts';
import { testProject } from './support/project.ts';

const folder = join(root, 'tests', 'searches', 'dirt');

/** What adding a file of dirt comes to, as `expected.json` states it. */
async function outcomeOf(name: string): Promise<unknown> {
  const project = testProject();
  await project.addText('Exampleton_CA_PD-Network-Audit.csv', readFileSync(join(folder, name, 'input.csv')));
  const engine = await openDuckDb();
  try {
    const editions = [];
    for (const { manifest } of readStore(project.paths)) {
      const { layout, accounting, rejects, problems, notes, edition } = manifest;
      const rows = await engine.query(
        `select concat_ws(' | ', coalesce("row", file_row_number + 1), disposition, org_text, hour, networks, devices_state, lookback_hours, search_type, moderation, reason_class, offence, name_state, plate_state, case_state, filters_state, prompt_state) as row
from read_parquet(${sqlText(recordsFile(project.paths, edition))}, file_row_number = true) order by file_row_number`,
      );
      editions.push({
        layout,
        accounting,
        rejects: rejects.map(({ row, code }) => `${row}: ${code}`),
        problems: problems.map(({ column, code, count }) => `${column}: ${code}, ${count}`),
        notes,
        rows: rows.map((row) => row['row']),
      });
    }
    return editions;
  } finally {
    engine.close();
  }
}

describe('dirt of released logs', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    expect(await outcomeOf(name)).toEqual(
      JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')),
    );
  });
});
