import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectEditions } from '../../src/build/build.ts';
import { run as exportCommand } from '../../src/cli/export.ts';
import { exportedTable } from '../../src/cli/export-table.ts';
import { run as figureCommand } from '../../src/cli/figure.ts';
import { run as verify } from '../../src/cli/verify.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import type { QueryText } from '../../src/figures/query.ts';
import { projectPaths } from '../../src/project/paths.ts';
import type { PublishedRelease } from '../../src/publication/published.ts';
import { exampleProject, open, recordingEffects } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';
import { zipEntries } from '../support/zip-entries.ts';

let project: string;
const folder = tempDir('export');
beforeAll(async () => {
  project = (await exampleProject()).folder;
}, 120_000);

async function exported(id: string, as: string, more: Record<string, unknown> = {}): Promise<Buffer> {
  const out = join(folder, `${id}.${as}`);
  expect(await exportCommand({ id, as, out, project, ...more }, recordingEffects())).toBe(0);
  return readFileSync(out);
}

describe('export', () => {
  test('gives the values of figure, in every form', async () => {
    const effects = recordingEffects();
    await figureCommand({ id: 'agreements.agencies', by: ['state'], json: true, project }, effects);
    const { rows } = JSON.parse(effects.out()) as { rows: { state: string; value: number }[] };
    const more = { by: ['state'] };
    const csv = (await exported('agreements.agencies', 'csv', more)).toString('utf8');
    const lines = ['state,value', ...rows.map(({ state, value }) => `${state},${value}`), ''];
    expect(csv).toBe(lines.join('\r\n'));
    expect(JSON.parse((await exported('agreements.agencies', 'json', more)).toString('utf8')).rows).toEqual(
      rows,
    );
    const zip = zipEntries(await exported('agreements.agencies', 'datapackage', more));
    expect(zip.map(({ name }) => name)).toEqual(['data.csv', 'datapackage.json']);
    expect(zipEntries(await exported('agreements.agencies', 'xlsx', more)).length).toBeGreaterThan(3);
    await exported('agreements.agencies', 'parquet', more);
    const engine = await openDuckDb();
    const read = await engine.query(
      `select state, value from read_parquet(${sqlText(join(folder, 'agreements.agencies.parquet'))})`,
    );
    engine.close();
    expect(read.map(({ state, value }) => ({ state, value: Number(value) }))).toEqual(rows);
  });

  test('gives a model of open records as of a day', async () => {
    const all = JSON.parse((await exported('changes_rows', 'json')).toString('utf8')).rows.length;
    const then = JSON.parse(
      (await exported('changes_rows', 'json', { asOf: '2025-06-01' })).toString('utf8'),
    );
    expect(then.rows.length).toBeGreaterThan(0);
    expect(then.rows.length).toBeLessThan(all);
  });

  const refused = (id: string, more: Record<string, unknown> = {}) =>
    exportCommand({ id, project, out: join(folder, 'no'), ...more }, recordingEffects()).then(
      () => 'written',
      (error: { code: string }) => error.code,
    );

  test('refuses for a table what a table cannot be asked by: no file of all rows looks like one of some', async () => {
    const narrowed = [{ where: ['state=FL'] }, { by: ['state'] }, { until: '2025-06-01' }];
    for (const more of narrowed) expect(await refused('agencies', more)).toBe('CF-EXPORT-005');
    expect(await refused('agencies', { where: [], by: [] })).toBe('written');
  });

  test('writes a released table as it was released, and refuses every date and filter of it', async () => {
    const rows = [
      { values: { month: '2025-01' }, through: null, shown: 12 },
      { values: { month: '2025-02' }, through: null, shown: '[c]' },
    ];
    const table = { id: 'months', title: 'Searches by month (invented)', by: ['month'], rows };
    const releases = [{ kind: 'searches', tables: [table] }] as unknown as PublishedRelease[];
    const workspace = await open(project);
    const asked = (text: QueryText) => exportedTable(workspace, releases, 'released_searches_months', text);
    const made = await asked({ where: [], by: [] });
    expect(made.table.columns.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      'month: text',
      'through: text',
      'count: count',
      'status: text',
    ]);
    expect(made.table.rows).toEqual([
      ['2025-01', null, 12, ''],
      ['2025-02', null, null, 'c'],
    ]);
    for (const text of [{ asOf: '2025-06-01' }, { knownAt: '2025-06-01' }, { where: ['month=2025-01'] }])
      await expect(asked(text)).rejects.toMatchObject({ code: 'CF-EXPORT-005' });
    workspace.close();
  });

  test('reads the dates of a table as those of a figure: a day is known to its end, another word is none', async () => {
    const rows = async (more: Record<string, unknown>) =>
      JSON.parse((await exported('agencies', 'json', more)).toString('utf8')).rows.length;
    const added = projectEditions(projectPaths(project)).map(({ obtained }) => obtained.slice(0, 10));
    expect(await rows({ knownAt: added.sort().at(-1) })).toBe(await rows({}));
    expect(await refused('agencies', { asOf: 'garbage' })).toBe('CF-FIGURE-004');
    expect(await refused('agencies', { knownAt: 'garbage' })).toBe('CF-FIGURE-004');
  });

  test('on a day a table of all lists has the rows of those that there were; one that knows no day refuses it', async () => {
    const rows = async (more: Record<string, unknown>) =>
      JSON.parse((await exported('agreements_listed', 'json', more)).toString('utf8')).rows as {
        edition: string;
      }[];
    const until = projectEditions(projectPaths(project)).filter(({ asOf }) => asOf <= '2025-06-01');
    const then = await rows({ asOf: '2025-06-01' });
    expect(then.length).toBeGreaterThan(0);
    expect(then.length).toBeLessThan((await rows({})).length);
    const ids = until.map(({ edition }) => edition);
    for (const { edition } of then) expect(ids).toContain(edition);
    for (const more of [{ asOf: '2025-06-01' }, { knownAt: '2999-01-01' }])
      expect(await refused('counties', more)).toBe('CF-EXPORT-005');
  });

  test('says what was asked, and names the columns of a table without rows', async () => {
    const about = async (id: string, more: Record<string, unknown>) =>
      Object.fromEntries(JSON.parse((await exported(id, 'json', more)).toString('utf8')).about);
    const table = await about('agencies', { asOf: '2025-06-01', knownAt: '2999-01-01' });
    expect(table).toMatchObject({ 'As of': '2025-06-01', 'Known at': '2999-01-01T23:59:59.999Z' });
    expect(await about('agreements.new', { until: '2025-06-01' })).toMatchObject({
      'Events until': '2025-06-01',
    });
    const before = await about('agreements.agencies', { asOf: '2001-01-01' });
    expect(before['Without a value']).toContain('2001-01-01');
    const none = JSON.parse((await exported('agencies', 'json', { asOf: '2001-01-01' })).toString('utf8'));
    const all = JSON.parse((await exported('agencies', 'json')).toString('utf8'));
    expect(none.rows).toEqual([]);
    expect(none.columns).toEqual(all.columns);
  });

  test('lets nothing else through the door', async () => {
    expect(await refused('searches.searches')).toBe('CF-EXPORT-002');
    for (const id of ['searches', 'search_rows', 'records_searches', 'editions', 'agreements.agencys'])
      expect(await refused(id)).toBe('CF-EXPORT-001');
  });
});

describe('verify', () => {
  const verdicts = async (more: Record<string, unknown>) => {
    const effects = recordingEffects();
    await verify({ project, json: true, ...more }, effects);
    return (JSON.parse(effects.out()) as { verdicts: { id: string; verdict: string }[] }).verdicts;
  };

  test('judges on what was known then, and on what there was on a day', async () => {
    const now = await verdicts({});
    const known = await verdicts({ knownAt: '2999-01-01' });
    expect(known.map(({ id, verdict }) => [id, verdict])).toEqual(
      now.map(({ id, verdict }) => [id, verdict]),
    );
    for (const never of [{ knownAt: '2001-01-01' }, { asOf: '2001-01-01' }]) {
      const found = await verdicts(never);
      expect(new Set(found.map(({ verdict }) => verdict))).toEqual(new Set(['not checkable']));
    }
  });
});
