import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeExampleProject } from '../../examples/make-project.ts';
import { checkUp } from '../../src/build/doctor.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { publishWorkspace } from '../../src/cli/publish.ts';
import { registry } from '../../src/kinds/registry.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { nextReleaseName, readSiteReleases, siteReleasesPath } from '../../src/project/site-releases.ts';
import { removeEdition } from '../../src/project/store.ts';
import { addTo, buildIn, fixedEffects } from '../support/example-project.ts';
import { tempDir } from '../support/temp-dir.ts';
import { addressesIn, filesOf, isExternal, resolve } from './support/read-site.ts';

let root: string;
let site: string;

async function publish(): Promise<{ release: string; written: number; removed: number }> {
  const paths = projectPaths(root);
  const workspace = await openWorkspace(paths, registry);
  try {
    const done = await publishWorkspace(workspace, site, '2026-11-27', new AbortController().signal);
    return { ...done, release: done.release?.name as string };
  } finally {
    workspace.close();
  }
}

async function remove(edition: string, everywhere: boolean): Promise<void> {
  removeEdition(projectPaths(root), edition, 'a test', new Date('2026-11-27T12:00:00Z'), everywhere);
  await buildIn(projectPaths(root));
}

const copy = (release: string, ...path: string[]) => join(site, 'releases', release, ...path);
const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const sumsOf = (release: string) =>
  readFileSync(copy(release, 'SHA256SUMS'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => [line.slice(0, 64), line.slice(66)] as const);

beforeAll(async () => {
  const folder = tempDir('dated');
  await makeExampleProject(folder);
  const paths = projectPaths(folder);
  root = paths.root;
  site = paths.site;
  const lists = readdirSync(join(root, 'released')).filter((name) => /^part.*2025.*xlsx$/i.test(name));
  await addTo(
    paths,
    lists.slice(0, 3).map((name) => join(root, 'released', name)),
  );
  await buildIn(paths);
});

describe('dated copies', () => {
  test('a publish is kept whole, with checksums that agree, and costs names alone', async () => {
    const { release } = await publish();
    expect(release).toBe('2026-11-27');
    const sums = sumsOf(release);
    expect(sums.length).toBeGreaterThan(200);
    const published = [...filesOf(site).keys()].filter(
      (path) => !/^(releases|log)\//.test(path) && path !== '.counterfoil-site.json',
    );
    expect(sums.map(([, path]) => path)).toEqual([...published].sort());
    for (const [sha256, path] of sums) {
      expect(digest(copy(release, path)), path).toBe(sha256);
      expect(statSync(copy(release, path)).ino, path).toBe(statSync(join(site, path)).ino);
    }
    const manifest = JSON.parse(readFileSync(copy(release, 'manifest.json'), 'utf8'));
    expect(manifest.content).toBe(digest(copy(release, 'SHA256SUMS')));
    expect(manifest.previous).toBeNull();
    expect(manifest.files.map((one: { sha256: string; path: string }) => [one.sha256, one.path])).toEqual(
      sums,
    );
    expect(manifest.editions.length).toBe(4);
  });

  test('every link of a copy stays in the copy, or leads to what is said about copies', async () => {
    const { release } = await publish();
    const files = filesOf(site, true);
    const inside = `releases/${release}/`;
    for (const [name, html] of files) {
      if (!name.startsWith(inside) || !name.endsWith('.html')) continue;
      for (const address of new Set(addressesIn(html))) {
        if (isExternal(address)) continue;
        const { path } = resolve(name, address);
        expect(files.has(path), `${name}: ${address}`).toBe(true);
        const about = name === `${inside}releases/index.html`;
        expect(
          path.startsWith(inside) || (about && path.startsWith('releases/')),
          `${name}: ${address}`,
        ).toBe(true);
      }
    }
  });

  test('publishing again without a change makes no new one and touches nothing', async () => {
    const { release } = await publish();
    const before = statSync(copy(release, 'releases', 'index.html'));
    const again = await publish();
    expect(again).toMatchObject({ release, written: 0, removed: 0 });
    expect(statSync(copy(release, 'releases', 'index.html')).mtimeMs).toBe(before.mtimeMs);
    expect(readSiteReleases(projectPaths(root)).length).toBe(1);
  });

  test('a copy that is missing is made again under its name', async () => {
    const { release } = await publish();
    const before = readFileSync(copy(release, 'manifest.json'), 'utf8');
    rmSync(copy(release), { recursive: true });
    expect((await publish()).release).toBe(release);
    expect(readFileSync(copy(release, 'manifest.json'), 'utf8')).toBe(before);
    rmSync(site, { recursive: true });
    expect((await publish()).release).toBe(release);
  });

  test('another site is another copy; the first stays byte for byte and says what came after', async () => {
    const first = (await publish()).release;
    const sums = sumsOf(first);
    const [edition] = projectEditionIds();
    await remove(edition as string, false);
    const second = (await publish()).release;
    expect(second).toBe(`${first}-2`);
    for (const [sha256, path] of sums) expect(digest(copy(first, path)), path).toBe(sha256);
    const about = JSON.parse(readFileSync(copy(first, 'releases', 'index.json'), 'utf8')).data.releases[0];
    expect(about).toMatchObject({ release: first, next: second, removed: 1, withdrawn: null });
    expect(readFileSync(copy(first, 'releases', 'index.html'), 'utf8')).toContain(
      `../../${second}/index.html`,
    );
    const manifest = JSON.parse(readFileSync(copy(second, 'manifest.json'), 'utf8'));
    expect(manifest.previous).toEqual({ release: first, content: digest(copy(first, 'SHA256SUMS')) });
  });

  test('what has to go everywhere is withdrawn, and the name is not given again', async () => {
    const before = readSiteReleases(projectPaths(root));
    const [edition] = projectEditionIds();
    await remove(edition as string, true);
    const { release } = await publish();
    expect(release).toBe(`${before[0]?.release}-3`);
    for (const one of before) {
      const left = [...filesOf(copy(one.release)).keys()];
      expect(left).toEqual(['index.html', 'index.json']);
      expect(readFileSync(copy(one.release, 'index.html'), 'utf8')).toContain(one.content);
    }
    const walked = [...filesOf(site, true)].filter(([, text]) => text.includes(edition as string));
    // A correction names the files that a verdict rested on, by their hashes.
    expect(walked.map(([name]) => name).filter((name) => !/(^|\/)claims\//.test(name))).toEqual([]);
  });

  test('doctor finds a copy that was edited, and a file of it that is gone', async () => {
    const { release } = await publish();
    const look = () => checkUp(projectPaths(root), registry, fixedEffects(), { rebuild: false });
    expect((await look()).findings.filter(({ what }) => what === 'copy')).toEqual([]);
    expect((await look()).copies).toBe(1);
    const page = copy(release, 'index.html');
    const bytes = readFileSync(page);
    rmSync(page);
    expect((await look()).complete).toBe(false);
    writeFileSync(page, 'other');
    expect((await look()).findings).toContainEqual({
      kind: 'broken',
      what: 'copy',
      where: `site/releases/${release}/index.html`,
      says: 'a file of a dated copy has other bytes than were published',
    });
    writeFileSync(page, bytes);
  });

  test('a list that cannot be read ends the publish before anything is written', async () => {
    const path = siteReleasesPath(projectPaths(root));
    const good = readFileSync(path);
    writeFileSync(path, good.subarray(0, 100));
    await expect(publish()).rejects.toMatchObject({ code: 'CF-RELEASE-004', exit: 3 });
    writeFileSync(path, good);
    expect(existsSync(join(site, '.counterfoil-publishing'))).toBe(false);
  });
});

test('a name is never given twice', () => {
  const given = ['2026-11-27', '2026-11-27-2'].map((release) => ({ release })) as never[];
  expect(nextReleaseName(given, '2026-11-27')).toBe('2026-11-27-3');
  expect(nextReleaseName(given, '2026-11-28')).toBe('2026-11-28');
});

function projectEditionIds(): string[] {
  return JSON.parse(readFileSync(siteReleasesPath(projectPaths(root)), 'utf8')).releases.at(-1).editions;
}
