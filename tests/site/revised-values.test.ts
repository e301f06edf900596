import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { downloadCsv, type InventedAction } from '../../examples/contract-files.ts';
import { type PublishedValues, publishValues, readShown } from '../../src/build/published-values.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { addTo, build, bytesBelow, emptyProject } from '../support/projects.ts';
import { runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';

const none: PublishedValues = { schema: 1, shown: {}, revisions: [] };
const value = (text: string, editions: string[] = ['a'], day = '2026-01-26') => ({
  figure: 'agreements.agencies',
  day,
  value: text,
  editions,
});

describe('what was shown is remembered', () => {
  const first = publishValues(none, [value('1149')], 'counterfoil 1', '2026-02-01');

  test('the same value is no revision, nor is another day', () => {
    expect(first.revisions).toEqual([]);
    const again = publishValues(first, [value('1149')], 'counterfoil 2', '2026-03-01');
    expect(again.revisions).toEqual([]);
    expect(again.shown['agreements.agencies|2026-01-26']?.since).toBe('2026-02-01');
    const later = publishValues(
      first,
      [value('1200', ['a', 'b'], '2026-02-02')],
      'counterfoil 1',
      '2026-03-01',
    );
    expect(later.revisions).toEqual([]);
    // A day that is no longer shown keeps its last value.
    expect(later.shown['agreements.agencies|2026-01-26']?.value).toBe('1149');
  });

  test.each<[string, string[], ReadonlySet<string>]>([
    ['other files', ['a', 'b'], new Set()],
    ['we revised', ['a'], new Set()],
    ['we were wrong', ['a'], new Set(['counterfoil 2'])],
  ])('another value is one: %s', (cause, editions, wrong) => {
    const second = publishValues(first, [value('1150', editions)], 'counterfoil 2', '2026-03-01', { wrong });
    expect(second.revisions).toEqual([
      {
        figure: 'agreements.agencies',
        day: '2026-01-26',
        was: '1149',
        is: '1150',
        since: '2026-02-01',
        on: '2026-03-01',
        cause,
        editions: ['a'],
      },
    ]);
    const third = publishValues(second, [value('1150', editions)], 'counterfoil 2', '2026-04-01', { wrong });
    expect(third).toEqual(second);
  });

  test('parts are remembered of the latest day alone', () => {
    const part = (text: string, day = '2026-01-26', editions = ['a']) => ({
      ...value(text, editions, day),
      part: 'state=FL',
    });
    const key = 'agreements.agencies|2026-01-26|state=FL';
    const shown = publishValues(none, [value('1149'), part('278')], 'counterfoil 1', '2026-02-01');
    expect(shown.shown[key]?.value).toBe('278');
    const other = publishValues(shown, [value('1149'), part('277')], 'counterfoil 2', '2026-03-01');
    expect(other.revisions).toMatchObject([{ part: 'state=FL', was: '278', is: '277', cause: 'we revised' }]);
    const later = publishValues(
      other,
      [value('1149'), value('1200', ['a', 'b'], '2026-02-02'), part('290', '2026-02-02', ['a', 'b'])],
      'counterfoil 2',
      '2026-04-01',
    );
    expect(later.revisions).toEqual([]);
    expect(Object.keys(later.shown).sort()).toEqual([
      'agreements.agencies|2026-01-26',
      'agreements.agencies|2026-02-02',
      'agreements.agencies|2026-02-02|state=FL',
    ]);
  });

  test('what rested on an edition that has to go everywhere is forgotten', () => {
    const second = publishValues(first, [value('1150', ['b'])], 'counterfoil 1', '2026-03-01');
    const gone = new Set(['a']);
    expect(
      publishValues(second, [value('1150', ['b'])], 'counterfoil 1', '2026-04-01', { gone }),
    ).toMatchObject({
      revisions: [],
      shown: { 'agreements.agencies|2026-01-26': { value: '1150' } },
    });
  });
});

describe('the page of a figure', () => {
  const action = (piid: string, date: string, obligation: string): InventedAction => ({
    piid,
    date,
    obligation,
    vendor: 'INVENTED REVISION LLC',
    uei: 'INVENTEDREV1',
  });
  let project: string;
  const page = (name: string) =>
    readFileSync(join(project, 'site', 'figures', 'contracts.obligations', name), 'utf8');
  const publish = async () => expect((await runCli(['publish', '--project', project])).code).toBe(0);
  const give = async (name: string, actions: InventedAction[]) => {
    const folder = join(tempDir('given'), 'released');
    mkdirSync(folder);
    writeFileSync(join(folder, name), downloadCsv(actions));
    await addTo(project, [folder]);
    await build(project);
  };
  beforeAll(async () => {
    project = emptyProject();
    await give('FY2026_invented_transactions_2026-05-31.csv', [
      action('70REVS26C00000001', '2026-02-02', '100.00'),
    ]);
    await publish();
  }, 120_000);

  test('marks a value that is another than it showed for that day, and says what it was and why', async () => {
    expect(page('index.html')).not.toContain('[r]');
    // A file of another year that has the same date: the day stands, and its value moves.
    await give('FY2025_invented_transactions_2026-05-31.csv', [
      action('70REVS25C00000001', '2025-02-02', '20.50'),
    ]);
    await publish();
    const html = page('index.html');
    expect(html).toContain('$120.50 [r]');
    expect(html).toMatch(/it was \$100(\.00)?, as shown since/);
    expect(html).toContain('Other files count for this date than before');
    expect(page('index.csv').split('\r\n')[1]).toMatch(/,120\.50,r,/);
    const { revisions } = JSON.parse(page('index.json')).data;
    expect(revisions[0]).toMatchObject({
      day: '2026-05-31',
      was: '100.00',
      is: '120.50',
      cause: 'other files',
    });
    // Parts by dimensions with declared values are marked, too; those by vendor or award are not remembered.
    const parts = revisions.slice(1).map(({ part }: { part?: string }) => part);
    expect(parts).toContain('level=contract');
    expect(parts.join()).not.toMatch(/INVENTED|70REVS/);
    const row = (start: string) =>
      page('index.csv')
        .split('\r\n')
        .find((line) => line.startsWith(start));
    expect(row('level,contract,')).toMatch(/,120\.50,r,/);
    expect(row('vendor,INVENTEDREV1,')).toMatch(/,120\.50,,/);
    expect(html).toMatch(/Level: [^.]*contract[^.]*\. As of/);
    const kept = readFileSync(join(project, 'records', 'published-values.json'), 'utf8');
    expect(kept).toContain('level=contract');
    expect(kept).not.toMatch(/INVENTEDREV1|70REVS/);
    expect(readShown(projectPaths(project)).revisions.map(({ figure }) => figure)).toContain(
      'contracts.obligations',
    );
    // What was not revised is not marked.
    expect(
      readFileSync(join(project, 'site', 'figures', 'contracts.vendors', 'index.html'), 'utf8'),
    ).not.toContain('[r]');
  }, 120_000);

  test('is the same, byte for byte, when it is published again', async () => {
    const before = bytesBelow(join(project, 'site', 'figures'));
    await publish();
    expect(bytesBelow(join(project, 'site', 'figures'))).toEqual(before);
  }, 120_000);
});
