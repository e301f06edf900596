import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeExampleProject } from '../../examples/make-project.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { run as feedCommand } from '../../src/cli/feed.ts';
import { publishWorkspace } from '../../src/cli/publish.ts';
import { changesFeed } from '../../src/export/feed-sources.ts';
import { registry } from '../../src/kinds/registry.ts';
import { type ProjectPaths, projectPaths } from '../../src/project/paths.ts';
import { readStore, removeEdition } from '../../src/project/store.ts';
import { addTo, buildIn } from '../support/example-project.ts';
import { recordingEffects } from '../support/projects.ts';
import { runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';

interface Entry {
  id: string;
  title: string;
  text: string;
  url: string | undefined;
  updated: string;
}

let paths: ProjectPaths;

async function publish(today: string): Promise<void> {
  const workspace = await openWorkspace(paths, registry);
  try {
    await publishWorkspace(workspace, paths.site, today, new AbortController().signal);
  } finally {
    workspace.close();
  }
}

/** The entries of a feed as an independent parser reads them. */
function entriesOf(path: string): Entry[] {
  const { format, feed } = parseFeed(readFileSync(join(paths.site, path), 'utf8')) as {
    format: string;
    feed: Record<string, unknown>;
  };
  type Any = Record<string, unknown>;
  if (path.endsWith('.atom')) {
    expect(format).toBe('atom');
    return ((feed['entries'] ?? []) as Any[]).map((entry) => ({
      id: entry['id'] as string,
      title: (entry['title'] as { value: string }).value,
      text: (entry['content'] as { value: string }).value,
      url: (entry['links'] as { href: string }[] | undefined)?.[0]?.href,
      updated: entry['updated'] as string,
    }));
  }
  expect(format).toBe('json');
  return ((feed['items'] ?? []) as Any[]).map((item) => ({
    id: item['id'] as string,
    title: item['title'] as string,
    text: item['content_text'] as string,
    url: item['url'] as string | undefined,
    updated: String(item['date_published']),
  }));
}

const feeds = () =>
  readdirSync(join(paths.site, 'feeds'), { recursive: true })
    .map((name) => `feeds/${name}`)
    .filter((name) => /\.(atom|json)$/.test(name))
    .sort();

beforeAll(async () => {
  paths = projectPaths(tempDir('site-feeds'));
  await makeExampleProject(paths.root);
  writeFileSync(
    paths.config,
    `${readFileSync(paths.config, 'utf8')}address: https://desk.example.org/records\n`,
  );
  const lists = readdirSync(join(paths.root, 'released'))
    .filter((name) => /^part.*xlsx$/i.test(name))
    .sort();
  await addTo(
    paths,
    lists.slice(0, 6).map((name) => join(paths.root, 'released', name)),
  );
  await buildIn(paths);
  await publish('2026-11-27');
}, 120_000);

describe('feeds beside the site', () => {
  test('say that their entries are told in English', () => {
    const read = (name: string) => readFileSync(join(paths.site, name), 'utf8');
    expect(read('feeds/all.atom')).toContain('<entry xml:lang="en">');
    expect(read('feeds/all.atom')).not.toContain('<entry>');
    const items = (JSON.parse(read('feeds/all.json')) as { items: { language: string }[] }).items;
    expect(new Set(items.map(({ language }) => language))).toEqual(new Set(['en']));
  });

  test('are of everything, of a source, of organisations; the two forms say the same', () => {
    const names = feeds();
    expect(names).toContain('feeds/all.atom');
    expect(names).toContain('feeds/sources/ice-participating.json');
    expect(names.filter((name) => name.startsWith('feeds/organisations/')).length).toBeGreaterThan(10);
    for (const name of names.filter((one) => one.endsWith('.atom'))) {
      const [atom, json] = [entriesOf(name), entriesOf(name.replace(/atom$/, 'json'))];
      expect(atom.length, name).toBeGreaterThan(0);
      expect(
        atom.map(({ id, title, text, url }) => ({ id, title, text, url })),
        name,
      ).toEqual(json.map(({ id, title, text, url }) => ({ id, title, text, url })));
    }
  });

  test('an organisation has a feed of all that is told of it, where those of its source and of everything are cut', async () => {
    const workspace = await openWorkspace(paths, registry);
    const entries = await changesFeed(workspace, 'ice-participating', 5);
    workspace.close();
    const told = new Set<string>();
    for (const name of feeds().filter((one) => /organisations.*atom$/.test(one)))
      for (const { id, url } of entriesOf(name)) {
        told.add(id);
        expect(url).toMatch(/^https:\/\/desk\.example\.org\/records\/agencies\//);
      }
    expect(told).toEqual(
      new Set(entries.flatMap(({ id, about }) => (about?.organisation === undefined ? [] : [id]))),
    );
    const near = entries.filter(({ further }) => further !== true).map(({ id }) => id);
    for (const name of ['feeds/all.atom', 'feeds/sources/ice-participating.atom'])
      expect(new Set(entriesOf(name).map(({ id }) => id))).toEqual(new Set(near));
    expect(near.length).toBeLessThan(entries.length);
  });

  test('the page for addresses that lead nowhere begins its links at the address of the site', () => {
    const page = readFileSync(join(paths.site, '404.html'), 'utf8');
    expect(page).toContain('<link rel="stylesheet" href="/records/style.css">');
    expect(page).toContain('href="/records/index.html"');
  });

  test('are named by the pages', () => {
    const home = readFileSync(join(paths.site, 'index.html'), 'utf8');
    expect(home).toContain('type="application/atom+xml"');
    expect(home).toContain('href="feeds/all.atom"');
    expect(home).toContain('<a href="feeds/all.json">JSON Feed</a>');
    const sources = readFileSync(join(paths.site, 'sources/index.html'), 'utf8');
    expect(sources).toContain('<a href="../feeds/sources/ice-participating.atom">Atom</a>');
    const organisation = feeds().find((name) => /organisations.*atom$/.test(name)) as string;
    const id = organisation.slice('feeds/organisations/'.length, -'.atom'.length);
    expect(readFileSync(join(paths.site, 'agencies', id, 'index.html'), 'utf8')).toContain(
      `<a href="../../${organisation}">Atom</a>`,
    );
  });

  test('the command gives one of an organisation', async () => {
    const organisation = feeds().find((name) => /organisations.*json$/.test(name)) as string;
    const id = organisation.slice('feeds/organisations/'.length, -'.json'.length);
    const { code } = await runCli(['build', '--project', paths.root]);
    expect(code).toBe(0);
    const { stdout } = await runCli(['feed', '--organisation', id, '--as', 'json', '--project', paths.root]);
    const told = (JSON.parse(stdout) as { items: { id: string }[] }).items.map((item) => item.id);
    await buildIn(paths);
    for (const { id: known } of entriesOf(organisation)) expect(told).toContain(known);
  });

  test('the command refuses a source or claim that there is not, and what no feed is of', async () => {
    const refused = (more: Record<string, unknown>) =>
      feedCommand({ project: paths.root, ...more }, recordingEffects()).then(
        () => 'written',
        (error: { code: string }) => error.code,
      );
    expect(await refused({ source: 'ice-participatin' })).toBe('CF-CHANGE-001');
    expect(await refused({ claim: 'no-such-claim' })).toBe('CF-CLAIM-010');
    expect(await refused({ claim: 'no-such-claim', source: 'ice-participating' })).toBe('CF-FEED-002');
    expect(await refused({ source: 'ice-participating' })).toBe('written');
  });
});

test('a verdict that moved since it was published leaves a notice on its page, in its feed, and for good', async () => {
  const page = (id: string) =>
    JSON.parse(readFileSync(join(paths.site, 'claims', id, 'index.json'), 'utf8')).data as {
      verdict: string;
      corrections: { cause: string; on: string; says: string }[];
    };
  const ids = readdirSync(join(paths.site, 'claims'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(ids.flatMap((id) => page(id).corrections)).toEqual([]);
  const before = new Map(ids.map((id) => [id, page(id).verdict]));
  for (const { manifest } of readStore(paths)) removeEdition(paths, manifest.edition, 'a test', new Date(0));
  await buildIn(paths);
  await publish('2026-11-28');
  const moved = ids.filter((id) => before.get(id) !== page(id).verdict);
  expect(moved.length).toBeGreaterThan(0);
  for (const id of moved) {
    expect(page(id).corrections).toEqual([
      expect.objectContaining({ cause: 'the publisher changed', on: '2026-11-28', since: '2026-11-27' }),
    ]);
    expect(readFileSync(join(paths.site, 'claims', id, 'index.html'), 'utf8')).toContain('id="corrections"');
    expect(entriesOf(`feeds/claims/${id}.atom`).map(({ title }) => title)).toEqual([`Correction: ${id}`]);
  }
  const notices = moved.map((id) => page(id).corrections);
  await publish('2026-11-29');
  expect(moved.map((id) => page(id).corrections)).toEqual(notices);
}, 120_000);
