import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run as exportCommand } from '../../src/cli/export.ts';
import { run as figureCommand } from '../../src/cli/figure.ts';
import { run as verify } from '../../src/cli/verify.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { sqlText } from '../../src/engine/sql-text.ts';
import { exampleProject, recordingEffects } from '../support/projects.ts';
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

  test('lets nothing else through the door', async () => {
    const refused = (id: string) =>
      exportCommand({ id, project, out: join(folder, 'no') }, recordingEffects()).then(
        () => 'written',
        (error: { code: string }) => error.code,
      );
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
