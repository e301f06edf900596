import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '../../src/build/workspace.ts';
import { siteOf } from '../../src/cli/site-of.ts';
import type { SqlRow } from '../../src/engine/engine.ts';
import { registry } from '../../src/kinds/registry.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { prepareReleases } from '../../src/publication/prepare.ts';
import { createApi } from '../../src/site/api/api.ts';
import { engineQueue } from '../../src/site/api/engine-queue.ts';
import { loadSite } from '../../src/site/data/load-site.ts';
import type { Site } from '../../src/site/site.ts';
import { type SiteFiles, siteFiles } from '../../src/site/site-files.ts';
import { addressesIn } from './support/read-site.ts';
import { publishedProject } from './support/whole-project.ts';

const markup = `<img src=x onerror=alert(1)>"'&</td></script><script>alert(2)</script>`;

/** Columns that hold no text of a publisher: keys, codes and dates by which pages find one another. */
const keys =
  /^(edition|source|kind|shape|layout|organisation|other|vendor|award|vehicle|family|parent_vehicle|agency_id|office_id|solicitation|subject|network|one|two|fips|state|county|unit|outcome|change|field|key_\d+|id_\w+|list_day|standing|status|part|place|level|result|coverage|period|axis|event|obtained|as_of|.*_(on|day|date|first|last|key|id|state)|day|due|month|year|model|type|notice_type|asked|a|b)$/;

let workspace: Workspace;
let files: SiteFiles;
let planted: Site;
const columns = new Set<string>();

const isCode = (value: string) => /^[\d.:TZ+-]*$|^[A-Z]{2}$|^[0-9a-f]{16,64}$/.test(value);

function plant(row: SqlRow): SqlRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value !== 'string' || keys.test(name) || isCode(value)) return [name, value];
      columns.add(name);
      return [name, `${value}${markup}`];
    }),
  ) as SqlRow;
}

beforeAll(async () => {
  const project = await publishedProject();
  workspace = await openWorkspace(projectPaths(project), registry);
  const releases = (await prepareReleases(workspace, null)).map((one) => one.published);
  const site = await siteOf(workspace, releases);
  const query = async (sql: string) => {
    const rows = await workspace.engine.query(sql);
    return /group by/.test(sql) ? rows : rows.map(plant);
  };
  const editions = site.bench.editions.map((edition) => ({
    ...edition,
    names: edition.names.map((name) => `${name}${markup}`),
    publisher: `${edition.publisher}${markup}`,
    notes: [markup],
    rejects: [{ row: 1, code: markup, sheet: markup }],
    problems: [{ column: markup, code: markup, count: 1, rows: [1] }],
  }));
  const verdicts = site.verdicts.map((verdict) => ({
    ...verdict,
    claim: { ...verdict.claim, sentence: `${verdict.claim.sentence}${markup}`, note: markup },
    says: verdict.says.map((line) => `${line}${markup}`),
  }));
  const searches = site.searches && {
    ...site.searches,
    definition: markup,
    caveats: [markup],
    networks: site.searches.networks.map((one) => ({
      ...one,
      name: `${one.name}${markup}`,
      coverage: one.coverage.map(({ title, says }) => ({
        title: `${title}${markup}`,
        says: `${says}${markup}`,
      })),
    })),
    names: new Map([...site.searches.names].map(([id, name]) => [id, `${name}${markup}`])),
  };
  const bench = { ...site.bench, editions, engine: { ...workspace.engine, query } };
  planted = await loadSite({ ...site, bench, verdicts, searches, title: markup, notice: markup });
  files = siteFiles(planted);
}, 300_000);

afterAll(() => workspace?.close());

test('markup in every text column of every kind is text on every page', () => {
  const pages = files.paths.filter((name) => name.endsWith('.html') && !/embed/.test(name));
  expect(pages.some((name) => name.startsWith('contracts/'))).toBe(true);
  expect(pages.some((name) => name.startsWith('searches/'))).toBe(true);
  for (const path of pages) {
    const html = files.read(path) ?? '';
    expect(html.includes('<img'), path).toBe(false);
    const scripts = html.match(/<script[^>]*>/g) ?? [];
    for (const tag of scripts)
      expect(tag, path).toMatch(/^<script (type="module"|defer) src="[^"<>]*client\/[\w-]+\.js">$/);
    expect(/<[^>]* on\w+=/.test(html.replace(/"[^"]*"/g, '""')), path).toBe(false);
    for (const address of addressesIn(html)) expect(address.includes('javascript:'), path).toBe(false);
  }
  expect(columns.size).toBeGreaterThan(20);
});

test('the interface for programs carries it as JSON that no browser takes for a page', async () => {
  const api = createApi({
    build: 'b',
    title: planted.title,
    notice: planted.notice,
    version: '0',
    bench: planted.bench,
    registry,
    verdicts: planted.verdicts,
    releases: planted.searches ? [planted.searches.release] : [],
    flagSettings: {},
    queue: engineQueue(() => {}, { waiting: 10, runMs: 60_000 }),
  });
  let carrying = 0;
  const ask = async (path: string) => {
    const found = await api.request(`/api/v1${path}`);
    expect(found.headers.get('content-type'), path).toMatch(/^application\/(problem\+)?json/);
    const text = await found.text();
    if (JSON.stringify(JSON.parse(text)).includes('<img src=x')) carrying += 1;
    return JSON.parse(text) as { items?: { name?: string; id?: string }[] };
  };
  for (const { id } of (await ask('/claims')).items ?? []) await ask(`/claims/${id}`);
  for (const { name } of (await ask('/tables?limit=1000')).items ?? [])
    await ask(`/tables/${name}/rows?limit=5`);
  for (const path of ['/openapi.json', '/editions', '/rejects', '/changes', '/changes/rows', '/flags'])
    await ask(path);
  await ask(`/figures/${encodeURIComponent(markup)}`);
  await ask(`/tables/${encodeURIComponent(markup)}/rows`);
  expect(carrying).toBeGreaterThan(30);
});
