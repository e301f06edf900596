import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeExampleProject } from '../../examples/make-project.ts';
import { openWorkspace, type Workspace } from '../../src/build/workspace.ts';
import { citedAddress } from '../../src/cli/cited-address.ts';
import { publishWorkspace } from '../../src/cli/publish.ts';
import { registry } from '../../src/kinds/registry.ts';
import { canonicalJson } from '../../src/project/canonical.ts';
import { checkpointText, parseCheckpoint } from '../../src/project/checkpoint.ts';
import { journalLines } from '../../src/project/journal.ts';
import { leafHash, treeHead } from '../../src/project/merkle.ts';
import {
  checkNote,
  generateNoteKey,
  type NoteSigner,
  noteSigner,
  noteVerifier,
} from '../../src/project/note.ts';
import { type ProjectPaths, projectPaths } from '../../src/project/paths.ts';
import { readSiteReleases } from '../../src/project/site-releases.ts';
import { removeEdition } from '../../src/project/store.ts';
import { logFiles } from '../../src/project/tiles.ts';
import { againstLog } from '../../src/seals/against-log.ts';
import { sealFigure } from '../../src/seals/make-seal.ts';
import { checkSeal } from '../../src/seals/portable/check.ts';
import type { OpenSeal } from '../../src/seals/portable/document.ts';
import { openSeal } from '../../src/seals/portable/open.ts';
import type { Started } from '../../src/site/serve/start.ts';
import { filesOf, remade } from '../seals/tamper.ts';
import { addTo, buildIn } from '../support/example-project.ts';
import { runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';
import { liveServer } from './support/live-server.ts';

let paths: ProjectPaths;
let workspace: Workspace;
let signer: NoteSigner;
let bytes: Uint8Array;
let seal: OpenSeal;
let own: string;
const address = 'https://records.example.org/watch/';

beforeAll(async () => {
  const folder = tempDir('published-log');
  await makeExampleProject(folder);
  paths = projectPaths(folder);
  const lists = readdirSync(join(folder, 'released')).filter((name) => /^part.*2025.*xlsx$/i.test(name));
  await addTo(
    paths,
    lists.slice(0, 2).map((name) => join(folder, 'released', name)),
  );
  await buildIn(paths);
  workspace = await openWorkspace(paths, registry);
  signer = (await noteSigner((await generateNoteKey('desk.example')).signer)) as NoteSigner;
  const { signal } = new AbortController();
  await publishWorkspace(workspace, paths.site, '2026-11-27', signal, signer);
  const figure = registry.figure('agreements.agencies');
  if (!figure) throw new Error('no figure');
  bytes = await sealFigure(
    {
      bench: workspace,
      registry,
      paths,
      project: 'Invented',
      program: 'counterfoil test',
      address: citedAddress(address, readSiteReleases(paths)),
    },
    figure,
    { where: {}, by: [] },
  );
  const files = filesOf(bytes);
  seal = (await openSeal(files)).seal as OpenSeal;
  own = new TextDecoder().decode(files.get('journal/checkpoint'));
}, 120_000);
afterAll(() => workspace.close());

const reader = (folder: string) => (path: string) =>
  existsSync(join(folder, path)) ? new Uint8Array(readFileSync(join(folder, path))) : undefined;
const log = () => join(paths.site, 'log');

describe('the journal beside a published site', () => {
  test('is a signed checkpoint with tiles and no entry, and no part of a dated copy', async () => {
    const note = readFileSync(join(log(), 'checkpoint'), 'utf8');
    const verifier = await noteVerifier(signer.verifier);
    if (!verifier) throw new Error('no verifier');
    expect(await checkNote(note, verifier)).toBe('good');
    expect(parseCheckpoint(note)?.size).toBe(journalLines(paths.journal).length);
    expect(readdirSync(join(log(), 'tile'))).toEqual(['0']);
    expect(existsSync(join(paths.site, 'releases', '2026-11-27', 'log'))).toBe(false);
  });

  test('holds the proofs of a seal', async () => {
    expect(await againstLog(seal, own, reader(log()), signer.verifier)).toEqual({
      problems: [],
      size: journalLines(paths.journal).length,
      signed: true,
    });
    const other = (await generateNoteKey('other.example')).verifier;
    expect((await againstLog(seal, own, reader(log()), other)).problems).toMatchObject([{ code: 'log' }]);
  });

  test('that was rewritten is not the one that the seal was made from', async () => {
    const lines = journalLines(paths.journal);
    const written = (changed: readonly string[]) => {
      const leaves = changed.map((line) => leafHash(new TextEncoder().encode(line)));
      const origin = parseCheckpoint(own)?.origin ?? '';
      const text = checkpointText({ origin, size: leaves.length, head: treeHead(leaves) });
      const files = logFiles(leaves, `${text}\n`);
      return (path: string) => files.get(path);
    };
    expect((await againstLog(seal, own, written(lines))).problems).toEqual([]);
    expect((await againstLog(seal, own, written([...lines, canonicalJson({ later: 1 })]))).problems).toEqual(
      [],
    );
    const last = lines.length - 1;
    for (const [changed, says] of [
      [lines.map((line, index) => (index === last ? `${line} ` : line)), /rewritten/],
      [lines.slice(0, -1), /older than the seal/],
    ] as const) {
      const { problems } = await againstLog(seal, own, written(changed));
      expect(problems[0]?.says).toMatch(says);
    }
    const without = (path: string) => (path.startsWith('tile') ? undefined : reader(log())(path));
    expect((await againstLog(seal, own, without)).problems[0]?.says).toMatch(/tiles/);
    expect((await againstLog(seal, own, () => undefined)).problems[0]?.says).toMatch(/no checkpoint/);
  });

  test('is asked by the command', async () => {
    const file = join(paths.root, 'one.seal.zip');
    writeFileSync(file, bytes);
    const good = await runCli(['verify', file, '--log', log()]);
    expect(good.stdout).toMatch(/entries of the published journal/);
    expect(good.code).toBe(0);
    const cut = join(tempDir('cut-log'), 'log');
    cpSync(log(), cut, { recursive: true });
    const [tile] = readdirSync(join(cut, 'tile', '0', '000.p'));
    const place = join(cut, 'tile', '0', '000.p', tile as string);
    const changed = readFileSync(place);
    changed[0] = (changed[0] as number) ^ 1;
    writeFileSync(place, changed);
    const bad = await runCli(['verify', file, '--log', cut]);
    expect(bad.stdout).toMatch(/log: its tiles do not give the head/);
    expect(bad.code).toBe(1);
  });
});

describe('the citation of a seal', () => {
  test('leads to the dated copy, and is refused where it leads elsewhere', async () => {
    const page = `${address}releases/2026-11-27/figures/agreements.agencies/index.html`;
    const files = filesOf(bytes);
    const read = (name: string) => new TextDecoder().decode(files.get(name));
    expect(seal.document.address).toBe(page);
    expect(read('citation.txt')).toContain(page);
    expect(read('citation.bib')).toContain(`\\url{${page}}`);
    expect(JSON.parse(read('citation.json'))).toMatchObject([{ URL: page }]);
    expect(
      existsSync(join(paths.site, 'releases', '2026-11-27', 'figures', 'agreements.agencies', 'index.html')),
    ).toBe(true);
    expect(await checkSeal(bytes)).toMatchObject({ valid: true, complete: true });
    const moved = await remade(
      bytes,
      ({ document }) => Object.assign(document, { address: 'https://elsewhere.example/' }),
      { pages: true },
    );
    expect((await checkSeal(moved)).problems.map(({ code }) => code)).toContain('page');
  });

  test('leads nowhere without an address, without a copy, and where the copy is of other editions', () => {
    const subject = { kind: 'figure', id: 'agreements.agencies' } as const;
    const releases = readSiteReleases(paths);
    const one = new Set([workspace.editions[0]?.edition as string]);
    expect(citedAddress(address, releases)(subject, one)).toMatch(/^https:/);
    expect(citedAddress(null, releases)(subject, one)).toBeUndefined();
    expect(citedAddress(address, [])(subject, one)).toBeUndefined();
    expect(citedAddress(address, releases)(subject, new Set(['other']))).toBeUndefined();
    const withdrawn = releases.map((release) => ({ ...release, withdrawn: '2026-11-28' }));
    expect(citedAddress(address, withdrawn)(subject, one)).toBeUndefined();
  });
});

describe('a server', () => {
  let server: Started;
  beforeAll(async () => {
    server = await liveServer(paths.root);
  }, 60_000);
  afterAll(() => server.close());
  const status = async (path: string) => (await fetch(`${server.address}${path}`)).status;

  test('gives every file of a dated copy as it lies there, and the log', async () => {
    const copy = join(paths.site, 'releases', '2026-11-27');
    const sums = readFileSync(join(copy, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    const some = sums.map((line) => line.slice(66)).filter((_, index) => index % 50 === 0);
    for (const path of [...some, 'SHA256SUMS', 'manifest.json', 'releases/index.html']) {
      const found = await fetch(`${server.address}releases/2026-11-27/${path}`);
      expect(found.status, path).toBe(200);
      expect(Buffer.from(await found.arrayBuffer()).equals(readFileSync(join(copy, path))), path).toBe(true);
    }
    expect(await status('releases/2026-11-27/')).toBe(200);
    expect(await status('releases/2026-11-27')).toBe(200);
    expect(await status('log/checkpoint')).toBe(200);
  });

  test('gives nothing else of the folder', async () => {
    writeFileSync(join(paths.site, 'releases', '2026-11-27', 'not-listed.txt'), 'no');
    for (const path of [
      'releases/2026-11-27/not-listed.txt',
      'releases/2026-11-27/..%2f..%2f..%2fcounterfoil.yaml',
      'releases/2026-11-27/%2e%2e/%2e%2e/%2e%2e/counterfoil.yaml',
      'releases/2026-11-28/index.html',
      'releases/.making-2026-11-27/index.html',
      '.counterfoil-site.json',
    ])
      expect(await status(path), path).toBe(404);
  });

  test('no longer gives a copy with an edition that has to go everywhere, before any publish', async () => {
    expect(await status('releases/2026-11-27/index.html')).toBe(200);
    const [first] = workspace.editions;
    removeEdition(paths, first?.edition as string, 'a test', new Date('2026-11-27T12:00:00Z'), true);
    expect(await status('releases/2026-11-27/index.html')).toBe(404);
  });
});
