import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleNotice } from '../../examples/make-project.ts';
import { publishSite } from '../../src/site/publish/publish-site.ts';
import { copyOf } from '../support/projects.ts';
import { runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';
import { add, exampleProject, openSite, publish } from './support/example-site.ts';
import { addressesIn, filesOf, isExternal, resolve } from './support/read-site.ts';

let project: string;
let out: string;
let files: Map<string, string>;
let pages: [string, string][];

beforeAll(async () => {
  project = await exampleProject();
  out = join(project, 'site');
  await publish(project, out);
  files = filesOf(out);
  pages = [...files].filter(([name]) => name.endsWith('.html'));
});

test('there is a page for every state, agency, claim, edition, figure and receipt', () => {
  const count = (pattern: RegExp) => pages.filter(([name]) => pattern.test(name)).length;
  expect(count(/^states\/[A-Z]{2}\/index/)).toBe(56);
  expect(count(/^agencies\/[^/]+\/index/)).toBeGreaterThan(100);
  expect(count(/^claims\/[^/]+\/index/)).toBe(6);
  expect(count(/^editions\/[0-9a-f]{16}\/index/)).toBeGreaterThan(15);
  expect(count(/^figures\/agreements\.\w+\/index/)).toBeGreaterThanOrEqual(7);
  expect(count(/^receipts\/agreements\.agencies\/\d{4}-\d\d-\d\d\/index/)).toBeGreaterThan(10);
});

test('every link inside leads to a file, and every anchor to something on it', () => {
  const ids = new Map<string, Set<string>>();
  const idsOf = (path: string) => {
    const known =
      ids.get(path) ??
      new Set([...(files.get(path) ?? '').matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? ''));
    ids.set(path, known);
    return known;
  };
  const broken: string[] = [];
  for (const [name, html] of pages) {
    for (const address of new Set(addressesIn(html))) {
      if (isExternal(address)) continue;
      const { path, anchor } = resolve(name, address);
      if (!files.has(path)) broken.push(`${name}: ${address}`);
      else if (anchor !== undefined && !idsOf(path).has(anchor))
        broken.push(`${name}: ${address} has no such place`);
    }
  }
  expect(broken.slice(0, 10)).toEqual([]);
});

test('links are relative and name files, so that the site opens from any folder', () => {
  for (const [name, html] of pages) {
    for (const address of addressesIn(html)) {
      expect(address.startsWith('/'), `${name}: ${address}`).toBe(false);
      if (!isExternal(address)) expect(resolve(name, address).path, `${name}: ${address}`).toMatch(/\.\w+$/);
    }
  }
});

test('every page has its JSON and CSV twin, and names them', () => {
  for (const [name, html] of pages.filter(([path]) => /(^|\/)index\.html$/.test(path))) {
    const base = name.slice(0, -'html'.length);
    const json = JSON.parse(files.get(`${base}json`) ?? 'null') as {
      page: string;
      notice: string;
      data: object;
    };
    expect(json?.page, name).toBe(name);
    expect(json.notice).toBe(exampleNotice);
    expect(files.get(`${base}csv`), name).toMatch(/^\w+(,\w+)*\r\n/);
    expect(html).toContain('type="application/json" href="index.json"');
    expect(html).toContain('type="text/csv" href="index.csv"');
  }
});

test('every page says that the example is invented', () => {
  for (const [name, html] of pages) expect(html.includes(exampleNotice), name).toBe(true);
});

test('every number of a figure in a table links to a receipt that exists', () => {
  const checked = pages.filter(([name]) => /^(index|(figures|states|claims|receipts\/index)\b)/.test(name));
  let links = 0;
  for (const [name, html] of checked) {
    // What became of the rows of an edition is told by the edition's own page.
    const figures = html.replace(/<table id="accounting-table".*?<\/table>/gs, '');
    for (const [, cell = ''] of figures.matchAll(/<td class="number"[^>]*>(.*?)<\/td>/gs)) {
      const shown = cell.replace(/<[^>]+>/g, '');
      if (!/\d/.test(shown)) continue;
      const href = / href="([^"]+)"/.exec(cell)?.[1] ?? '';
      expect(resolve(name, href).path, `${name}: ${shown}`).toMatch(
        /^receipts\/[^/]+\/[^/]+\/([a-z_]+\/(\d+\/)?)?index\.html$/,
      );
      links += 1;
    }
  }
  expect(links).toBeGreaterThan(1000);
});

test('a receipt counts its rows a second time to the same number', () => {
  const receipts = [...files].filter(([name]) => /^receipts\/[^/]+\/[^/]+\/index\.json$/.test(name));
  expect(receipts.length).toBeGreaterThan(50);
  for (const [name, text] of receipts) {
    const { data } = JSON.parse(text) as {
      data: {
        parts: { value: unknown; recount: unknown; total: number; rows: unknown[] }[];
        compact: boolean;
      };
    };
    for (const part of data.parts) {
      expect(String(part.recount), name).toBe(String(part.value));
      if (!data.compact) expect(part.rows.length, name).toBe(part.total);
    }
  }
  for (const [name, html] of pages) expect(html.includes('The two counts differ'), name).toBe(false);
});

test('the anchor of a state on a receipt has the rows of that state', () => {
  const [name, html] = pages.find(([path]) => /^receipts\/agreements\.agreements\/2026/.test(path)) as [
    string,
    string,
  ];
  const bodies = [...html.matchAll(/<tbody id="state-([A-Z]{2})">(.*?)<\/tbody>/gs)];
  expect(bodies.length).toBeGreaterThan(5);
  for (const [, code, body = ''] of bodies) {
    const value = Number(/scope="rowgroup"[^>]*>[^<]*: (\d+)</.exec(body)?.[1]);
    expect([...body.matchAll(/<tr id="r-/g)].length, `${name} ${code}`).toBe(value);
  }
});

test('captions are unique on a page, since they name its regions; so are ids', () => {
  const twice = (found: string[]) => found.filter((one, index) => found.indexOf(one) !== index);
  for (const [name, html] of pages) {
    const captions = [...html.matchAll(/<caption[^>]*>(.*?)<\/caption>/gs)].map((match) => match[1] ?? '');
    expect(twice(captions), name).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(new Set(ids).size, `${name} ${twice(ids).slice(0, 3)}`).toBe(ids.length);
  }
});

test('nothing is asked of another host, and there is no clock', () => {
  for (const [name, text] of files) {
    expect(text, name).not.toMatch(/<(script|link|img|iframe|image)[^>]+(src|href)="https?:/);
    expect(text.includes(new Date().toISOString().slice(0, 10)), name).toBe(false);
  }
});

describe('publishing again', () => {
  test('writes nothing where nothing changed', async () => {
    expect(await publish(project, out)).toMatchObject({ written: 0, removed: 0, files: files.size });
  });

  test('in another time zone and language gives the same bytes', async () => {
    const copy = join(tempDir('publish'), 'project');
    cpSync(project, copy, { recursive: true });
    rmSync(join(copy, 'site'), { recursive: true });
    const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    for (const command of ['build', 'publish']) {
      const run = await runCli([command, '--project', copy], { env });
      expect(run.stderr.includes('CF-'), run.stderr).toBe(false);
    }
    const again = filesOf(join(copy, 'site'));
    expect([...again.keys()]).toEqual([...files.keys()]);
    // What is said about dated copies is about the day.
    for (const [name, text] of again)
      if (!name.startsWith('releases/')) expect(text === files.get(name), name).toBe(true);
  });

  test('after one new edition touches only what changed', async () => {
    const last = 'pendingAgencies';
    const few = /^(participatingAgencies0[12]\d{2}2026|pendingAgencies)/;
    const some = await exampleProject((name) => few.test(name) && !name.startsWith(last));
    const folder = join(tempDir('publish'), 'out');
    await publish(some, folder);
    const before = filesOf(folder);
    const times = new Map([...before.keys()].map((name) => [name, statSync(join(folder, name)).mtimeMs]));
    await add(
      some,
      readdirSync(join(some, 'released'))
        .filter((name) => name.startsWith(last))
        .slice(-1),
    );
    const done = await publish(some, folder);
    const after = filesOf(folder);
    const changed = [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
    expect(done.written).toBe(changed.length);
    for (const [name, time] of times) {
      // A tile of the journal that is not full is followed by a wider one.
      if (!after.has(name)) expect(name).toMatch(/^log\/tile\/.+\.p\/\d+$/);
      else if (!changed.includes(name)) expect(statSync(join(folder, name)).mtimeMs, name).toBe(time);
    }
    const data = changed.filter((name) => /^agencies\/[^/]+\/index\.(json|csv)$/.test(name));
    expect(data).toEqual([]);
  });
});

describe('the folder', () => {
  test('one that holds something else is refused and left alone', async () => {
    const folder = tempDir('publish');
    writeFileSync(join(folder, 'thesis.txt'), 'mine');
    await expect(publish(project, folder)).rejects.toMatchObject({ code: 'CF-PUBLISH-001', exit: 2 });
    expect(filesOf(folder)).toEqual(new Map([['thesis.txt', 'mine']]));
  });

  test('files of others in a published folder stay, changed ones are put right, stale ones go', async () => {
    const folder = copyOf(out);
    writeFileSync(join(folder, 'CNAME'), 'example.org');
    writeFileSync(join(folder, 'index.html'), 'broken');
    mkdirSync(join(folder, 'agencies', 'gone'));
    writeFileSync(join(folder, 'agencies', 'gone', 'index.html'), 'stale');
    const manifest = join(folder, '.counterfoil-site.json');
    const known = JSON.parse(readFileSync(manifest, 'utf8')) as { files: string[] };
    known.files.push('agencies/gone/index.html', '../outside.txt');
    writeFileSync(manifest, JSON.stringify(known));
    writeFileSync(join(folder, '..', 'outside.txt'), 'not ours');
    expect(await publish(project, folder)).toMatchObject({ written: 1, removed: 1 });
    expect(existsSync(join(folder, 'agencies', 'gone'))).toBe(false);
    expect(readFileSync(join(folder, 'CNAME'), 'utf8')).toBe('example.org');
    expect(readFileSync(join(folder, '..', 'outside.txt'), 'utf8')).toBe('not ours');
  });

  test('stopped half way it is as it was, without leftovers', async () => {
    const folder = copyOf(out);
    writeFileSync(join(folder, 'index.html'), 'from before');
    const { site, workspace } = await openSite(project);
    const stop = new AbortController();
    const running = publishSite(site, folder, stop.signal);
    setImmediate(() => setImmediate(() => stop.abort()));
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    workspace.close();
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('from before');
    expect(existsSync(join(folder, '.counterfoil-publishing'))).toBe(false);
    expect(filesOf(folder).size).toBe(files.size);
  });

  test('what a broken run left is put right by the next', async () => {
    const folder = join(tempDir('publish'), 'out');
    mkdirSync(join(folder, '.counterfoil-publishing'), { recursive: true });
    writeFileSync(join(folder, '.counterfoil-publishing', '0'), 'half');
    await publish(project, folder);
    expect(filesOf(folder).size).toBe(files.size);
    expect(existsSync(join(folder, '.counterfoil-publishing'))).toBe(false);
  });
});
