import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { dueAt, type FetchContext, fetchSource } from '../../src/build/fetch-sources.ts';
import { fetchLimits } from '../../src/fetch/client.ts';
import { readyMade } from '../../src/fetch/ready-made.ts';
import { type Source, sourcesOf } from '../../src/fetch/source.ts';
import { expectedNext } from '../../src/figures/expected.ts';
import { registry } from '../../src/kinds/registry.ts';
import { readConfig } from '../../src/project/config.ts';
import { readJournal } from '../../src/project/journal.ts';
import { type ProjectPaths, projectPaths } from '../../src/project/paths.ts';
import { readStore } from '../../src/project/store.ts';
import { exampleProject, fixedEffects } from '../support/example-project.ts';
import { runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';
import { type Behaviour, type Publisher, publisher, text } from './publisher.ts';

const open: Publisher[] = [];
const serve = async (pages: Record<string, Behaviour>) => {
  const one = await publisher(pages);
  open.push(one);
  return one;
};
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** An empty project. */
function emptyProject(config = 'title: Invented\n'): ProjectPaths {
  const paths = projectPaths(tempDir('sources'));
  mkdirSync(paths.records, { recursive: true });
  writeFileSync(paths.config, config);
  return paths;
}

const contextOf = (paths: ProjectPaths): FetchContext => ({
  paths,
  registry,
  effects: { ...fixedEffects(), env: {} },
  client: {
    userAgent: 'counterfoil/test (+desk@example.org)',
    limits: { ...fetchLimits, gapSeconds: 0, stallSeconds: 2, seconds: 30 },
    sleep: async () => {},
    random: () => 0.5,
  },
});

const source = (spec: Partial<Source> & { url: string }): Source => ({
  ...(sourcesOf([{ id: 'test', url: spec.url, allow: ['http', 'private'] }])[0] as Source),
  ...spec,
});

/** Two invented lists of participating agencies, as released. */
async function lists(): Promise<{ name: string; bytes: Buffer }[]> {
  const { root } = await exampleProject();
  const folder = join(root, 'released');
  const names = readdirSync(folder)
    .filter((name) => /^participating.*\.xlsx$/i.test(name))
    .sort();
  return [names[0] as string, names.at(-1) as string].map((name) => ({
    name,
    bytes: readFileSync(join(folder, name)),
  }));
}

const fetchedEntries = (paths: ProjectPaths) =>
  readJournal(paths.journal).flatMap((entry) => (entry.type === 'fetched' ? [entry] : []));

describe('a page whose links change names', () => {
  test('is read for its link; the file becomes an edition once, and the journal tells how it came', async () => {
    const [first, second] = (await lists()) as [
      { name: string; bytes: Buffer },
      { name: string; bytes: Buffer },
    ];
    let [now, asked] = [first, 0];
    const file: Behaviour = (request, response) => {
      asked++;
      const etag = `"${now.name}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.writeHead(200, { etag, 'set-cookie': 'session=1' }).end(now.bytes);
    };
    const host = await serve({
      '/287g': (_request, response) =>
        response
          .writeHead(200)
          .end(`<p><a href="/doc/${now.name}">List</a> <a href="/doc/other.pdf">Other</a></p>`),
      [`/doc/${first.name}`]: file,
      [`/doc/${second.name}`]: file,
    });
    const paths = emptyProject();
    const context = contextOf(paths);
    const ice = source({
      id: 'ice-participating',
      url: `${host.url}/287g`,
      how: 'page-link',
      link: 'participating[^/"]*\\.xlsx',
      editions: 'ice-participating',
    });
    expect(await fetchSource(context, ice)).toMatchObject({ outcome: 'new', editions: [expect.any(String)] });
    expect(await fetchSource(context, ice)).toMatchObject({ outcome: 'unchanged' });
    expect(fetchedEntries(paths).length).toBe(1);
    now = second;
    expect(await fetchSource(context, ice)).toMatchObject({ outcome: 'new' });
    expect(asked).toBe(3);
    expect(readStore(paths).map(({ names }) => names[0])).toEqual([first.name, second.name]);
    const entries = fetchedEntries(paths);
    expect(entries.at(-1)).toMatchObject({
      source: 'ice-participating',
      status: 200,
      chain: [`${host.url}/287g`, `${host.url}/doc/${second.name}`],
    });
    expect(JSON.stringify(entries)).not.toContain('session');
    expect(readdirSync(paths.derived).filter((name) => name.startsWith('fetching-'))).toEqual([]);
  });

  test('without such a link it says so, and nothing is changed', async () => {
    const host = await serve({ '/287g': text('<a href="/sign-in">Sign in</a>') });
    const paths = emptyProject();
    const found = await fetchSource(
      contextOf(paths),
      source({ url: `${host.url}/287g`, how: 'page-link', link: 'participating' }),
    );
    expect(found).toMatchObject({ outcome: 'failed', error: { code: 'CF-FETCH-014' } });
    expect(readJournal(paths.journal)).toEqual([]);
  });
});

describe('what is no edition', () => {
  test.each<[string, Behaviour]>([
    [
      'an error page with status 200',
      text('<!doctype html><html><title>Access denied</title></html>', { 'content-type': 'text/html' }),
    ],
    ['another table', text('a,b\n1,2\n', { 'content-type': 'text/csv' })],
    ['nothing', text('')],
    [
      'half a workbook',
      (_request, response) =>
        void lists().then(([one]) => response.writeHead(200).end(one?.bytes.subarray(0, 3000))),
    ],
  ])('%s never replaces a good one', async (_name, behaviour) => {
    const [good] = await lists();
    let broken = false;
    const host = await serve({
      '/list.xlsx': (request, response, body) =>
        broken ? behaviour(request, response, body) : response.writeHead(200).end(good?.bytes),
    });
    const paths = emptyProject();
    const context = contextOf(paths);
    const list = source({ url: `${host.url}/list.xlsx` });
    await fetchSource(context, list);
    const [store, journal] = [readStore(paths), readFileSync(paths.journal, 'utf8')];
    broken = true;
    expect(await fetchSource(context, list)).toMatchObject({
      outcome: 'failed',
      error: { code: 'CF-FETCH-017' },
    });
    expect(readStore(paths)).toEqual(store);
    expect(readFileSync(paths.journal, 'utf8')).toBe(journal);
  });

  test('a file that belongs to another source is added there, and said so', async () => {
    const [good] = await lists();
    const host = await serve({ '/pending.xlsx': text(good?.bytes ?? '') });
    const found = await fetchSource(
      contextOf(emptyProject()),
      source({ url: `${host.url}/pending.xlsx`, editions: 'ice-pending' }),
    );
    expect(found.says).toMatch(/belongs to ice-participating, not to ice-pending/);
  });
});

describe('USAspending', () => {
  test('a download is asked for, waited for, and fetched', async () => {
    const [good] = await lists();
    let polls = 0;
    const host = await serve({
      '/api/bulk': (request, response, body) => {
        const asked = JSON.parse(body) as { filters: { date_range: object; agencies: { name: string }[] } };
        expect(request.method).toBe('POST');
        expect(asked.filters.date_range).toEqual({ start_date: '2025-10-01', end_date: '2026-09-30' });
        response.writeHead(200).end(
          JSON.stringify({
            status_url: `${host.url}/api/status?file=1`,
            file_url: `${host.url}/files/actions.xlsx`,
            status: 'ready',
          }),
        );
      },
      '/api/status': (_request, response) =>
        response.writeHead(200).end(
          JSON.stringify({
            status: ++polls < 4 ? 'running' : 'finished',
            file_url: `${host.url}/files/actions.xlsx`,
          }),
        ),
      '/files/actions.xlsx': text(good?.bytes ?? ''),
    });
    const spending = source({
      url: `${host.url}/api/bulk`,
      how: 'usaspending-download',
      with: { agency: 'An invented agency', fiscal_year: '2026' },
    });
    expect(await fetchSource(contextOf(emptyProject()), spending)).toMatchObject({ outcome: 'new' });
    expect(polls).toBe(4);
  });

  test('a failed one is said', async () => {
    const host = await serve({
      '/api/bulk': (_request, response) =>
        response
          .writeHead(200)
          .end(JSON.stringify({ status_url: `${host.url}/s`, file_url: `${host.url}/f` })),
      '/s': text(JSON.stringify({ status: 'failed' })),
    });
    const found = await fetchSource(
      contextOf(emptyProject()),
      source({ url: `${host.url}/api/bulk`, how: 'usaspending-download' }),
    );
    expect(found).toMatchObject({ outcome: 'failed', error: { code: 'CF-FETCH-015' } });
  });

  const row = (id: number) => ({
    'Award ID': `A${id}`,
    Mod: '0',
    'Transaction Amount': 1,
    generated_internal_id: `CONT_AWD_${id}`,
  });
  const searchHost = (page: (number: number, asked: number) => unknown) => {
    let asked = 0;
    return serve({
      '/search': (_request, response, body) =>
        response
          .writeHead(200)
          .end(JSON.stringify(page((JSON.parse(body) as { page: number }).page, ++asked))),
    });
  };
  const pages = (number: number) => ({
    results: [row(number * 2), row(number * 2 + 1)],
    page_metadata: { hasNext: number < 3 },
  });

  test('pages are joined to one table (which no layout of today reads)', async () => {
    const host = await searchHost(pages);
    const found = await fetchSource(
      contextOf(emptyProject()),
      source({ url: `${host.url}/search`, how: 'usaspending-search', with: { fiscal_year: '2026' } }),
    );
    expect(
      host.asked
        .filter(({ path }) => path === '/search')
        .map(({ body }) => (JSON.parse(body) as { page: number }).page),
    ).toEqual([1, 2, 3, 1]);
    if (found.outcome === 'failed') expect(found.error?.code).toBe('CF-FETCH-017');
  });

  test.each<[string, (number: number, asked: number) => unknown]>([
    [
      'changes between two pages',
      (number, asked) =>
        asked % 4 === 0 ? { results: [row(99)], page_metadata: { hasNext: true } } : pages(number),
    ],
    ['shows a row on two pages', (number) => ({ results: [row(1)], page_metadata: { hasNext: number < 2 } })],
  ])('a result that %s is asked for three times, then left', async (_name, page) => {
    const host = await searchHost(page);
    const found = await fetchSource(
      contextOf(emptyProject()),
      source({ url: `${host.url}/search`, how: 'usaspending-search', with: { fiscal_year: '2026' } }),
    );
    expect(found).toMatchObject({ outcome: 'failed', error: { code: 'CF-FETCH-016' } });
    expect(
      host.asked.filter(({ body }) => body !== '' && (JSON.parse(body) as { page: number }).page === 1)
        .length,
    ).toBeGreaterThanOrEqual(3);
  });
});

describe('an Atom feed', () => {
  const feed = (entries: number[], next: string | null) =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${next === null ? '' : `<link rel="next" href="${next.replaceAll('&', '&amp;')}"/>`}${entries.map((id) => `<entry><id>urn:${id}</id></entry>`).join('')}</feed>`;

  test('is followed to its last page', async () => {
    const host = await serve({
      '/atom': (request, response) => {
        const start = Number(new URL(request.url ?? '', 'http://x').searchParams.get('start') ?? 0);
        response
          .writeHead(200)
          .end(feed([start, start + 1], start < 4 ? `/atom?q=a&start=${start + 2}` : null));
      },
    });
    const found = await fetchSource(
      contextOf(emptyProject()),
      source({ url: `${host.url}/atom?q=a&start=0`, how: 'atom' }),
    );
    expect(host.asked.filter(({ path }) => path.startsWith('/atom')).length).toBe(4);
    if (found.outcome === 'failed') expect(found.error?.code).toBe('CF-FETCH-017');
  });

  test('that leads in a circle, or is no feed, is left', async () => {
    const host = await serve({ '/circle': text(feed([1], '/circle')), '/page': text('<html>') });
    for (const path of ['/circle', '/page']) {
      expect(
        await fetchSource(contextOf(emptyProject()), source({ url: host.url + path, how: 'atom' })),
      ).toMatchObject({ outcome: 'failed', error: { code: 'CF-FETCH-015' } });
    }
  });
});

describe('other sources', () => {
  test('a portal’s file never lies on a disk: it is read from memory', async () => {
    const csv = 'a,b\n1,2\n';
    const host = await serve({
      '/portal': text(
        `<a download="search_audit.csv" href="data:text/csv,${encodeURIComponent(csv)}">Download</a>`,
      ),
    });
    const paths = emptyProject();
    const found = await fetchSource(
      contextOf(paths),
      source({ url: `${host.url}/portal`, how: 'data-link', link: 'search_audit', sensitive: true }),
    );
    expect(found).toMatchObject({ outcome: 'failed', error: { code: 'CF-FETCH-017' } });
    expect(existsSync(paths.derived)).toBe(false);
    expect(readdirSync('/dev/shm').filter((name) => name.startsWith('counterfoil-'))).toEqual([]);
  });

  test('a folder is looked through', async () => {
    const { root } = await exampleProject();
    const paths = emptyProject(
      `title: Invented\nsources:\n  - id: local\n    folder: ${join(root, 'released')}\n`,
    );
    const [local] = sourcesOf((await readConfig(paths)).sources);
    expect(await fetchSource(contextOf(paths), local as Source)).toMatchObject({ outcome: 'new' });
    expect(await fetchSource(contextOf(paths), local as Source)).toMatchObject({ outcome: 'unchanged' });
  });

  test('a key comes from the environment, and is asked for by its name', async () => {
    const found = await fetchSource(
      contextOf(emptyProject()),
      source({ url: 'https://api.example/', how: 'sam', keyFrom: 'SAM_API_KEY' }),
    );
    expect(found.error?.message).toContain('SAM_API_KEY');
  });
});

describe('the configuration', () => {
  test('every ready-made source says where its address is from and that nobody has confirmed it', () => {
    expect(new Set(readyMade.map(({ id }) => id)).size).toBe(readyMade.length);
    for (const one of readyMade) {
      expect(one.url).toMatch(/^https:\/\//);
      for (const key of ['title', 'publisher', 'licence', 'expect', 'known_from'] as const)
        expect(one[key]).not.toBe('');
      expect(one.confirmed === null || /^\d{4}-\d{2}-\d{2}$/.test(one.confirmed)).toBe(true);
    }
  });

  test('mistakes are named', () => {
    expect(() => sourcesOf([{ use: 'ice-participatin' }])).toThrow(/no ready-made source/);
    expect(() => sourcesOf([{ use: 'fpds-award' }])).toThrow(/needs "piid"/);
    expect(() => sourcesOf([{ id: 'x' }])).toThrow(/needs an id and an url/);
    expect(() => sourcesOf([{ id: 'x', url: 'https://x.org', link: '(' }])).toThrow(/pattern/);
    expect(sourcesOf([{ use: 'fpds-award', with: { piid: '70C&D' }, every: '2d' }])[0]).toMatchObject({
      everyHours: 48,
      url: expect.stringContaining('70C%26D'),
    });
  });

  test('a source is due after its rhythm, sooner after a failure, and when the clock was set back', () => {
    const one = source({ url: 'https://x.org', everyHours: 12 });
    const now = new Date('2026-11-21T12:00:00Z');
    const at = (iso: string, outcome: 'new' | 'failed' = 'new') =>
      dueAt(one, { test: { at: iso, outcome } }, now).toISOString();
    expect(at('2026-11-21T11:00:00Z')).toBe('2026-11-21T23:00:00.000Z');
    expect(at('2026-11-21T11:00:00Z', 'failed')).toBe('2026-11-21T12:00:00.000Z');
    expect(at('2027-01-01T00:00:00Z')).toBe(now.toISOString());
  });

  test('the next edition is expected by how they came so far', () => {
    const now = new Date('2026-02-20T10:00:00Z');
    expect(expectedNext(['2026-01-01', '2026-01-08', '2026-01-15', '2026-01-23'], now)).toEqual({
      last: '2026-01-23',
      everyDays: 7,
      next: '2026-01-30',
      lateDays: 21,
    });
    expect(expectedNext(['2026-01-01', '2026-01-08'], now)).toBeNull();
  });

  test('the command asks for a contact, lists sources, and fetches', async () => {
    const paths = emptyProject();
    expect((await runCli(['fetch', '--project', paths.root])).stderr).toContain('CF-FETCH-001');
    expect(JSON.parse((await runCli(['fetch', '--list', '--json'])).stdout).sources.length).toBe(
      readyMade.length,
    );
    const [good] = await lists();
    const host = await serve({ '/list.xlsx': text(good?.bytes ?? '') });
    writeFileSync(
      paths.config,
      `title: Invented\ncontact: desk@example.org\nsources:\n  - id: list\n    url: ${host.url}/list.xlsx\n    allow: [http, private]\n`,
    );
    const found = await runCli(['fetch', '--project', paths.root, '--gap', '0', '--json']);
    expect(JSON.parse(found.stdout)).toMatchObject({
      sources: [{ source: 'list', outcome: 'new', code: null }],
    });
    expect(found.code).toBe(0);
    expect(JSON.parse((await runCli(['fetch', '--project', paths.root, '--json'])).stdout)).toEqual({
      sources: [],
    });
  });
});
