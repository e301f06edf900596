import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registry } from '../../src/kinds/registry.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { readStore } from '../../src/project/store.ts';
import { liveServer } from '../site/support/live-server.ts';
import { emptyProject } from '../support/projects.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';
import { walkBytes } from '../support/walk-bytes.ts';
import { killWhileAdding } from './support/kill-while-adding.ts';
import { canaries, poisonedFiles } from './support/poison.ts';

/** A project, a folder for all that the program may write besides, and the released files. */
function stage(): { project: string; elsewhere: string; released: string; said: string } {
  const base = tempDir('redaction');
  const folders = ['elsewhere', 'released', 'said'].map((name) => join(base, name));
  for (const folder of folders) mkdirSync(folder);
  const [elsewhere, released, said] = folders as [string, string, string];
  for (const [name, bytes] of poisonedFiles()) writeFileSync(join(released, name), bytes);
  return { project: emptyProject('title: Canaries (invented)\n'), elsewhere, released, said };
}

/** Asks a server for every published page and for what programs ask, and keeps what it said. Gives how many answers. */
async function serveAll(project: string, site: string, into: string): Promise<number> {
  mkdirSync(into);
  const server = await liveServer(project);
  const pages = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(html|json|csv)$/.test(entry.name))
    .map((entry) => relative(site, join(entry.parentPath, entry.name)));
  const asked = [
    ...pages,
    'api/v1/figures',
    'api/v1/figures/searches.searches/values',
    'api/v1/figures/searches.searches/receipt',
    'api/v1/figures/searches.rows/values?by=organisation',
    'api/v1/tables',
    'api/v1/editions',
    'api/v1/claims',
    'api/v1/changes',
    'records/journal.ndjson',
    'nowhere',
  ];
  try {
    for (const [number, path] of asked.entries()) {
      const found = await fetch(`${server.address}${path}`);
      const head = JSON.stringify([...found.headers]);
      const body = Buffer.from(await found.arrayBuffer());
      writeFileSync(join(into, `${number}`), Buffer.concat([Buffer.from(`${found.status} ${head}\n`), body]));
    }
  } finally {
    await server.close();
  }
  return asked.length;
}

describe('nothing of a person', () => {
  it('is written, said or published, whatever form a log comes in', async () => {
    const { project, elsewhere, released, said } = stage();
    let runs = 0;
    const run = async (...args: string[]): Promise<CliResult> => {
      const result = await runCli([...args], {
        cwd: project,
        timeout: 240_000,
        env: { TMPDIR: elsewhere, HOME: elsewhere, XDG_CACHE_HOME: elsewhere },
      });
      runs += 1;
      writeFileSync(join(said, `${runs}.txt`), `${result.stdout}\n${result.stderr}`);
      return result;
    };
    await run('add', released, '--project', project);
    const kept = readStore(projectPaths(project));
    expect(kept.length).toBeGreaterThan(14);
    const printed = kept.find(({ manifest }) => manifest.form === 'text');
    expect(printed?.manifest.accounting.kept).toBeGreaterThan(40);
    // Each by itself: named alone, what is no record is an error. Its own name is what the user typed.
    for (const name of ['event-logs.csv', 'unknown.csv', 'torn.xlsx', 'log.xml'])
      expect((await run('add', join(released, name), '--json')).code).toBe(3);
    for (const name of ['plain.csv', 'unknown.csv', 'no-header.csv', 'book.xlsx'])
      await run('layout', join(released, name), '--json');
    await run('check', '8 searches on 2 January 2025', join(released, 'plain.csv'));
    expect((await run('build')).code).toBe(0);
    await run('status', '--json');
    const figures = registry.figures.filter((one) => one.id.startsWith('searches.'));
    for (const figure of figures.slice(0, 3)) {
      await run('figure', figure.id, '--json');
      await run('trace', figure.id, '--json');
    }
    await run('figure', 'searches.rows', '--by', 'organisation', '--json');
    await run(
      'report',
      '--network',
      'exampleton-ca-pd',
      '--out',
      join(said, 'report.html'),
      '--worksheet',
      join(said, 'worksheet.csv'),
    );
    await run('changes', '--json');
    await run('seal', 'searches.searches', '--out', join(said, 'seal.zip'));
    await run('doctor', '--json');
    const published = await run('publish', '--out', join(said, 'site'));
    expect(published.code).toBe(0);

    const served = await serveAll(project, join(said, 'site'), join(said, 'served'));
    expect(served).toBeGreaterThan(30);

    const nameFree = (folder: string) => walkBytes(folder, canaries);
    expect((await nameFree(project)).findings).toEqual([]);
    expect((await nameFree(elsewhere)).findings).toEqual([]);
    const spoken = await nameFree(said);
    expect(spoken.files.length).toBeGreaterThan(runs);
    expect(spoken.findings).toEqual([]);
  }, 900_000);

  it('finds what is planted: the search itself can fail', async () => {
    const { released } = stage();
    const found = new Set(
      (await walkBytes(released, canaries)).findings.map(({ file }) => file.split('!')[0]),
    );
    for (const name of readdirSync(released))
      if (name !== 'torn.xlsx')
        expect(
          [...found].some((file) => file?.startsWith(name)),
          name,
        ).toBe(true);
    expect(readFileSync(join(released, 'utf16be.csv')).includes('8ZQX417')).toBe(false);
  });

  it('is left by a process that is killed while it adds', async () => {
    const outcome = await killWhileAdding(4, 7);
    expect(outcome).toEqual({ kills: 4, findings: [] });
  }, 300_000);
});
