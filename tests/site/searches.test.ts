import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { run as publish } from '../../src/cli/publish.ts';
import type { ReleasePlan } from '../../src/figures/release.ts';
import { searches } from '../../src/kinds/searches/kind.ts';
import type { BaseRow } from '../../src/publication/cells.ts';
import type { Ledger } from '../../src/publication/ledger.ts';
import { type Release, readCounts } from '../../src/publication/release.ts';
import { audit } from '../publication/audit.ts';
import { addTo, build, bytesBelow, emptyProject, open, recordingEffects } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';
import { filesOf } from './support/read-site.ts';
import { monthLog, searchCanaries } from './support/search-logs.ts';

const steps: readonly [string, readonly string[]][] = [
  ['2026-01-15', ['2025-10', '2025-11', '2025-12', '2026-01']],
  ['2026-03-05', ['2026-02']],
  ['2026-05-03', ['2026-03', '2026-04']],
];

let project: string;
let base: readonly BaseRow[];
/** The site after each publish. */
const sites: Map<string, string>[] = [];

async function publishOn(date: string, out: string): Promise<void> {
  const effects = recordingEffects({ now: () => new Date(`${date}T12:00:00Z`) });
  expect(await publish({ project, out }, effects)).toBe(0);
}

beforeAll(async () => {
  project = emptyProject('title: Searches (invented)\n');
  const logs = tempDir('logs');
  const out = join(project, 'site');
  for (const [date, months] of steps) {
    const outcomes = await addTo(
      project,
      months.map((month) => monthLog(logs, month)),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(months.map(() => 'added'));
    await build(project);
    await publishOn(date, out);
    sites.push(filesOf(out));
  }
  const work = await open(project);
  base = (await readCounts(work.engine, searches.release as ReleasePlan)).base;
  work.close();
}, 180_000);

interface Line {
  table: string;
  cell: string;
  values: Record<string, string>;
  through: string;
  shown: number | string;
}

/** Every count in the CSV files of a site. */
function linesOf(site: ReadonlyMap<string, string>): Line[] {
  const found: Line[] = [];
  for (const [path, text] of site) {
    if (!path.startsWith('searches/') || !path.endsWith('.csv')) continue;
    const [head = '', ...rows] = text.trimEnd().split('\r\n');
    const columns = head.split(',');
    if (!columns.includes('status')) continue;
    if (columns[0] !== 'table') continue;
    for (const row of rows) {
      const cells = row.split(',');
      const at = (name: string) => cells[columns.indexOf(name)] ?? '';
      const values = Object.fromEntries(
        columns
          .slice(1, columns.indexOf('through'))
          .map((name) => [name, at(name)] as const)
          .filter(([, value]) => value !== ''),
      );
      const shown = at('status') === '' ? Number(at('searches')) : `[${at('status')}]`;
      if (at('status') !== '') expect(at('searches')).toBe('');
      const cell = [at('table'), ...Object.values(values), at('through')].join('|');
      found.push({ table: at('table'), cell, values, through: at('through'), shown });
    }
  }
  return found;
}

/** What a reader puts together from the files alone. */
function releaseOf(site: ReadonlyMap<string, string>): Release {
  const lines = [...new Map(linesOf(site).map((line) => [line.cell, line])).values()];
  const tables = [...new Set(lines.map((line) => line.table))].map((id) => ({
    id,
    title: id,
    by: [],
    rows: lines
      .filter((line) => line.table === id)
      .map(({ values, through, shown }) => ({ values, through: through || null, shown })),
  }));
  const months = [...new Set(lines.flatMap(({ values }) => values['month'] ?? []))].sort();
  return { months, tables } as unknown as Release;
}

test('three publishes release months as they close', () => {
  expect(sites.map((site) => releaseOf(site).months)).toEqual([
    ['2025-10', '2025-11', '2025-12'],
    ['2025-10', '2025-11', '2025-12', '2026-01'],
    ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
  ]);
});

test('every file shows a count in the same way', () => {
  for (const site of sites) {
    const seen = new Map<string, number | string>();
    for (const { cell, shown } of linesOf(site)) {
      expect(seen.get(cell) ?? shown, cell).toBe(shown);
      seen.set(cell, shown);
    }
    expect(seen.size).toBeGreaterThan(100);
    expect([...seen.values()]).toContain('[c]');
  }
});

test('the audit determines no hidden count from the files of three publishes', async () => {
  const findings = await audit(sites.map(releaseOf), base);
  expect(findings.length).toBeGreaterThan(10);
  expect(findings.filter(({ low, high }) => high - low < 9)).toEqual([]);
}, 180_000);

/**
 * The share of hidden counts of the first table: the least, as anyone can add it up from what larger groups show, and the
 * exact one.
 */
function sharesOf(site: ReadonlyMap<string, string>): [number, number] {
  const lines = [...new Map(linesOf(site).map((line) => [line.cell, line])).values()];
  const least = (table: string) =>
    lines
      .filter((line) => line.table === table)
      .reduce((sum, { shown }) => sum + (typeof shown === 'number' ? shown : shown === '[c]' ? 1 : 0), 0);
  const open = lines
    .filter(({ table }) => table === 'organisation-month')
    .reduce((sum, { shown }) => sum + (typeof shown === 'number' ? shown : 0), 0);
  const once = ['organisation-month', 'organisation-class-year', 'state-class-month', 'level-class-month'];
  const { months } = releaseOf(site);
  const all = base
    .filter(({ values }) => months.includes(values['month'] ?? ''))
    .reduce((sum, { n }) => sum + n, 0);
  const share = (whole: number) => ((whole - open) / whole) * 100;
  return [Math.floor(share(Math.max(...once.map(least)))), share(all)];
}

test('no count of 1 to 9, and no number in a page that is not a released one', () => {
  for (const site of sites) {
    const released = new Set(linesOf(site).map(({ shown }) => shown));
    for (const { shown } of linesOf(site))
      if (typeof shown === 'number') expect(shown === 0 || shown >= 10).toBe(true);
    for (const [path, html] of site) {
      if (!path.startsWith('searches/') || !path.endsWith('.html')) continue;
      if (path.startsWith('searches/flows/')) continue;
      for (const [, text = ''] of html.matchAll(/<td class="number"[^>]*>([^<]*)</g)) {
        if (/^\[[cx]\]$/.test(text)) continue;
        expect(released, `${path}: ${text}`).toContain(Number(text.replaceAll(',', '')));
      }
      // Words of a drawing: names of lines with their ends, and nothing else that is counted.
      for (const [, desc = ''] of html.matchAll(/<desc[^>]*>([^<]*)</g))
        for (const [, n = ''] of desc.matchAll(/([\d,]+) \(/g))
          expect(released).toContain(Number(n.replaceAll(',', '')));
      const shares = [...html.replace(/<footer[\s\S]*/, '').matchAll(/([^;>]{0,80}?)(\d+)%( to (\d+)%)?/g)];
      for (const [, before = '', low, , high] of shares) {
        expect(before, path).toMatch(/those of the first table hold (at least )?$/);
        const [least, exact] = sharesOf(site);
        expect(Number(low), path).toBeGreaterThanOrEqual(least);
        expect(Number(low), path).toBeLessThanOrEqual(exact);
        expect(Number(high ?? 100), path).toBeGreaterThanOrEqual(exact);
      }
    }
  }
});

test('flows are sums of released counts, with every hidden count left out and told', () => {
  for (const site of sites) {
    const lines = new Map(
      linesOf(site)
        .filter(({ table }) => table === 'network-organisation-year')
        .map((line) => [line.cell, line.shown]),
    );
    const all = [...lines.values()];
    const shown = all.reduce((sum: number, one) => sum + (typeof one === 'number' ? one : 0), 0);
    const hidden = all.filter((one) => one === '[c]').length;
    const [head = '', ...rows] = (site.get('searches/flows/index.csv') ?? '').trimEnd().split('\r\n');
    expect(head).toBe('between,from,to,year,through,shown,hidden_counts,status');
    for (const between of ['states', 'levels']) {
      const cells = rows.map((row) => row.split(',')).filter(([first]) => first === between);
      expect(cells.length).toBeGreaterThan(2);
      // A sum of nothing but hidden counts is no zero.
      for (const row of cells) expect(row[5] === '').toBe(row[7] === 'c');
      for (const row of cells.filter((one) => one[5] === '0')) expect(row[6]).toBe('0');
      expect(cells.reduce((sum, row) => sum + Number(row[5]), 0)).toBe(shown);
      expect(cells.reduce((sum, row) => sum + Number(row[6]), 0)).toBe(hidden);
    }
  }
});

test('a zero is said to be none in the logs at hand, on the page of each table and where marks are told', () => {
  const site = sites.at(-1) as Map<string, string>;
  for (const table of ['organisation-month', 'network-organisation-year'])
    expect(site.get(`searches/tables/${table}/index.html`)).toContain(
      '0 says that the logs at hand list none, not that nobody searched.',
    );
  expect(site.get('searches/method/index.html')).toContain('It does not say that nobody searched');
});

test('JSON files hold no value for a hidden count', () => {
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (value === null || typeof value !== 'object') return;
    const one = value as Record<string, unknown>;
    if ('status' in one && 'value' in one && 'values' in one)
      expect(one['status'] === null).toBe(one['value'] !== null);
    Object.values(one).forEach(visit);
  };
  for (const site of sites)
    for (const [path, text] of site) if (path.endsWith('.json')) visit(JSON.parse(text));
});

test('no cell text, second or id leaves, in any file', () => {
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}/;
  for (const site of sites) {
    for (const [path, text] of site) {
      for (const canary of searchCanaries)
        expect(text.toLowerCase().includes(canary.toLowerCase()), path).toBe(false);
      expect(text, path).not.toMatch(uuid);
      if (path.startsWith('searches/')) expect(text, path).not.toMatch(/\b\d{1,2}:\d{2}:\d{2}\b/);
      if (path.startsWith('searches/')) expect(text, path).not.toContain('stolen vehicle');
    }
  }
});

test('figures, receipts, editions and rows of searches have no page', () => {
  const [, , last] = sites;
  for (const path of (last as Map<string, string>).keys())
    expect(path).not.toMatch(/^(figures|receipts|editions)\/(?!index)/);
  expect((last as Map<string, string>).get('index.html')).toContain('Searches of plate-reader networks');
});

test('publishing again, later and without the derived part, changes no byte', async () => {
  const before = bytesBelow(join(project, 'site'));
  rmSync(join(project, '.counterfoil'), { recursive: true });
  await build(project);
  await publishOn('2026-09-30', join(project, 'site'));
  // April has closed by then only if the log covers it to its end.
  expect(
    [...bytesBelow(join(project, 'site'))]
      .filter(([path, bytes]) => !before.get(path)?.equals(bytes))
      .map(([path]) => path),
  ).toEqual([]);
}, 120_000);

test('a claim is judged on the released count, and is not checkable where that is hidden', async () => {
  const lines = linesOf(sites[2] as Map<string, string>).filter(
    ({ table }) => table === 'organisation-month',
  );
  const shown = lines.find((line) => typeof line.shown === 'number' && line.shown > 9) as Line;
  const hidden = lines.find((line) => line.shown === '[c]') as Line;
  const truth = base
    .filter((row) => ['organisation', 'month'].every((name) => row.values[name] === hidden.values[name]))
    .reduce((sum, row) => sum + row.n, 0);
  const claim = (id: string, { values }: Line, states: number) =>
    `- id: ${id}\n  sentence: An invented sentence.\n  published: { by: Nobody (invented) }\n  figure: searches.searches\n  where: { organisation: ${values['organisation']}, month: "${values['month']}" }\n  states: "${states}"\n`;
  mkdirSync(join(project, 'claims'), { recursive: true });
  writeFileSync(
    join(project, 'claims', 'claims.yaml'),
    `claims:\n${[
      claim('as-shown', shown, shown.shown as number),
      claim('not-as-shown', shown, (shown.shown as number) + 1),
      claim('as-hidden', hidden, truth),
    ].join('')}`.replaceAll(/^(?!claims)/gm, '  '),
  );
  await build(project);
  const out = join(tempDir('claims'), 'site');
  await publishOn('2026-09-30', out);
  const site = filesOf(out);
  const data = (id: string) => JSON.parse(site.get(`claims/${id}/index.json`) ?? '{}').data;
  expect(data('as-shown')).toMatchObject({ verdict: 'holds', editions: [], search: null });
  expect(data('not-as-shown')).toMatchObject({ verdict: 'differs', editions: [], search: null });
  expect(data('as-hidden')).toMatchObject({ verdict: 'not checkable', numbers: [] });
}, 120_000);

test('a ledger that cannot be read, or of another plan, stops publish before anything is written', async () => {
  const ledger = join(project, 'records', 'releases-searches.json');
  const kept = join(tempDir('ledger'), 'kept.json');
  copyFileSync(ledger, kept);
  const out = join(tempDir('other'), 'site');
  const effects = recordingEffects();
  writeFileSync(ledger, '{"schema": 1');
  await expect(publish({ project, out }, effects)).rejects.toMatchObject({ code: 'CF-RELEASE-002' });
  writeFileSync(ledger, readFileSync(kept, 'utf8').replaceAll('organisation-month|', 'gone|'));
  await expect(publish({ project, out }, effects)).rejects.toMatchObject({ code: 'CF-RELEASE-003' });
  writeFileSync(ledger, readFileSync(kept, 'utf8').replace('"plan":2', '"plan":1'));
  await expect(publish({ project, out }, effects)).rejects.toMatchObject({
    code: 'CF-RELEASE-003',
    message: expect.stringContaining('version 1'),
  });
  expect(existsSync(out)).toBe(false);
  copyFileSync(kept, ledger);
}, 60_000);

test('a release in which a hidden count can be worked out is not made', async () => {
  const ledger = join(project, 'records', 'releases-searches.json');
  const kept = readFileSync(ledger, 'utf8');
  // As if a careless program had shown every hidden count but one.
  const careless = JSON.parse(kept) as Ledger;
  let left = true;
  for (const one of careless.releases) {
    for (const [cell, shown] of Object.entries(one.shown)) {
      if (shown !== '[c]') continue;
      if (left) left = false;
      else one.shown[cell] = 0;
    }
  }
  writeFileSync(ledger, JSON.stringify(careless));
  const out = join(tempDir('unsafe'), 'site');
  await expect(publish({ project, out }, recordingEffects())).rejects.toMatchObject({
    code: 'CF-RELEASE-001',
  });
  expect(existsSync(out)).toBe(false);
  expect(readFileSync(ledger, 'utf8')).toBe(JSON.stringify(careless));
  writeFileSync(ledger, kept);
}, 60_000);

test('what is not published leaves no trace in the ledger', async () => {
  const ledger = join(project, 'records', 'releases-searches.json');
  const kept = readFileSync(ledger, 'utf8');
  rmSync(ledger);
  const taken = tempDir('taken');
  writeFileSync(join(taken, 'something.txt'), 'else');
  await expect(publish({ project, out: taken }, recordingEffects())).rejects.toMatchObject({
    code: 'CF-PUBLISH-001',
  });
  expect(existsSync(ledger)).toBe(false);
  writeFileSync(ledger, kept);
}, 60_000);
