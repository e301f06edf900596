import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import type { SqlRow } from '../../src/engine/engine.ts';
import { loadSite } from '../../src/site/data/load-site.ts';
import type { Site } from '../../src/site/site.ts';
import { type SiteFiles, siteFiles } from '../../src/site/site-files.ts';
import { exampleProject, openSite } from './support/example-site.ts';
import { addressesIn } from './support/read-site.ts';

const markup = `<img src=x onerror=alert(1)>"'&</td></script><script>alert(2)</script>`;
const script = 'javascript:alert(3)';

/** Columns of records as pages read them: every text that a publisher can write. */
const planted = ['name', 'agency_listed', 'county_text', 'corrected_why', 'type', 'model'];

let workspace: Workspace;
let files: SiteFiles;

/** A site whose records, names of files, claims and settings all carry markup. */
async function plantedSite(site: Site): Promise<Site> {
  const query = async (sql: string) => {
    const rows = await workspace.engine.query(sql);
    return rows.map((row): SqlRow => {
      const own = Object.entries(row).map(([name, value]) => {
        if (name === 'moa_url') return [name, script];
        return planted.includes(name) && typeof value === 'string' && !/group by/.test(sql)
          ? [name, `${value}${markup}`]
          : [name, value];
      });
      return Object.fromEntries(own) as SqlRow;
    });
  };
  const editions = workspace.editions.map((edition) => ({
    ...edition,
    names: edition.names.map((name) => `${name}${markup}`),
    sheet: edition.sheet === null ? null : `${edition.sheet}${markup}`,
    publisher: `${edition.publisher}${markup}`,
    contradiction: markup,
    notes: [markup],
    rejects: [{ row: 1, code: markup, sheet: markup }],
    problems: [{ column: markup, code: markup, count: 1, rows: [1] }],
  }));
  const verdicts = site.verdicts.map((verdict) => ({
    ...verdict,
    claim: {
      ...verdict.claim,
      sentence: `${verdict.claim.sentence}${markup}`,
      published: { by: markup, title: markup, url: script, on: '2026-01-01' },
      note: markup,
    },
    says: verdict.says.map((line) => `${line}${markup}`),
  }));
  const figures = site.figures.map((figure) => ({
    ...figure,
    title: `${figure.title}${markup}`,
    definition: markup,
    caveats: [markup],
  }));
  const bench = { ...workspace, editions, engine: { ...workspace.engine, query } };
  return loadSite({ ...site, bench, verdicts, figures, title: markup, notice: markup });
}

beforeAll(async () => {
  const opened = await openSite(await exampleProject());
  workspace = opened.workspace;
  files = siteFiles(await plantedSite(opened.site));
});

afterAll(() => workspace?.close());

test('markup from records, files, claims and settings is text on every page', () => {
  let carrying = 0;
  for (const path of files.paths.filter((name) => name.endsWith('.html'))) {
    const html = files.read(path) ?? '';
    if (html.includes('&lt;img src=x')) carrying += 1;
    expect(html.includes('<img'), path).toBe(false);
    expect(
      /<script>|<script (?!(?:type="module"|defer) src="[^"]*client\/[\w-]+\.js">)/.test(html),
      path,
    ).toBe(false);
    expect(/<[^>]* on\w+=/.test(html.replace(/"[^"]*"/g, '""')), path).toBe(false);
    for (const address of addressesIn(html))
      expect(address.includes('javascript:'), `${path} ${address}`).toBe(false);
  }
  expect(carrying).toBe(files.paths.filter((name) => name.endsWith('.html')).length);
});

test('the data carry it unchanged, as JSON and as CSV', () => {
  const json = JSON.parse(files.read('sources/index.json') ?? '{}') as {
    data: { sources: { editions: { names: string[] }[] }[] };
  };
  expect(json.data.sources[0]?.editions[0]?.names[0]).toContain(markup);
  const csv = files.read('claims/index.csv') ?? '';
  expect(csv).toContain(markup.replaceAll('"', '""'));
});
