import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeDemoProject } from '../../examples/make-project.ts';
import { commands } from '../../src/cli/commands.ts';
import type { UserError } from '../../src/project/errors.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { readStore } from '../../src/project/store.ts';
import { addTo, bytesBelow, recordingEffects } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';
import { lakeFolder, trinoBlock } from './support/cluster.ts';
import { short } from './support/forms.ts';

// Every command, on the same records, with and without the two words `engine: trino`: nothing that a person sees may
// differ. The long form takes the demo project, and publishes it; the short form takes a few of its files.

const lake = lakeFolder('whole');
const here = tempDir('whole');
const there = lake.folder;

/** Files that are enough for every kind of record, and claims that can be judged on them. */
async function makeSmall(folder: string): Promise<void> {
  const demo = tempDir('demo');
  await makeDemoProject(demo);
  const released = join(folder, 'released');
  mkdirSync(join(folder, 'claims'), { recursive: true });
  mkdirSync(released, { recursive: true });
  cpSync(join(demo, 'counterfoil.yaml'), join(folder, 'counterfoil.yaml'));
  for (const name of ['invented-agencies.csv', 'policy.yaml']) cpSync(join(demo, name), join(folder, name));
  for (const name of ['participatingAgencies01072026pm.xlsx', 'participatingAgencies02052026am.xlsx'])
    cpSync(join(demo, 'released', name), join(released, name));
  for (const name of ['contracts', 'searches'])
    cpSync(join(demo, 'released', name), join(released, name), { recursive: true });
  writeFileSync(
    join(folder, 'claims', 'invented.yaml'),
    `claims:
  - id: states
    sentence: Agencies in 25 states were on the list of 5 February 2026.
    published: { by: The Example Courier (invented) }
    figure: agreements.states
    as_of: 2026-02-05
    states: "25"
  - id: vehicle-ceiling
    sentence: The contract can cost up to 90 million dollars.
    published: { by: The Example Courier (invented) }
    figure: contracts.ceiling
    where: { vehicle: 70INVR26D00000001 }
    states: up to $90 million
`,
  );
}

async function run(
  folder: string,
  name: string,
  options: object = {},
): Promise<{ code: number; out: string }> {
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name}`);
  const effects = recordingEffects({ cwd: folder });
  try {
    const code = await (await command.load()).run({ project: folder, json: true, ...options }, effects);
    return { code, out: effects.out().replaceAll(folder, 'PROJECT') };
  } catch (error) {
    throw new Error(`${name}: ${(error as UserError).message} ${(error as UserError).hint ?? ''}`);
  }
}

beforeAll(async () => {
  if (short) await makeSmall(here);
  else await makeDemoProject(here);
  const outcomes = await addTo(here, [join(here, 'released'), join(here, 'invented-agencies.csv')]);
  expect(outcomes.filter((one) => one.outcome === 'failed')).toEqual([]);
  cpSync(here, there, { recursive: true });
  const config = join(there, 'counterfoil.yaml');
  writeFileSync(config, readFileSync(config, 'utf8') + trinoBlock(lake));
  await run(here, 'build');
}, 300_000);

test('build says the same', async () => {
  const found = await run(there, 'build');
  const again = await run(here, 'build');
  expect(found.code).toBe(again.code);
  expect(readdirSync(join(there, '.counterfoil'))).not.toContain('models');
}, 1_200_000);

const kinds = () => new Set(readStore(projectPaths(here)).map((stored) => stored.manifest.kind));

const asked: [string, object][] = [
  ['figure', { id: 'agreements.agencies', by: ['state'] }],
  ['figure', { id: 'agreements.agencies', asOf: '2026-01-20' }],
  ['figure', { id: 'contracts.obligations' }],
  ['figure', { id: 'searches.searches', by: ['month'] }],
  ['trace', { id: 'agreements.agencies', where: ['state=FL'] }],
  ['trace', { id: 'contracts.obligations' }],
  ['verify', {}],
  ['changes', {}],
  ['flags', {}],
  ['status', {}],
  ['report', { network: 'Ostervale CA PD' }],
  ['seal', { id: 'states', out: 'claim.seal.zip' }],
];
test.each(asked)(
  '%s %o prints the same',
  async (name, options) => {
    expect(kinds()).toEqual(new Set(['agreements', 'contracts', 'reference', 'searches']));
    const [mine, theirs] = [await run(here, name, options), await run(there, name, options)];
    expect(theirs).toEqual(mine);
    expect(mine.out.length).toBeGreaterThan(20);
    if (name === 'seal')
      expect(readFileSync(join(there, 'claim.seal.zip'))).toEqual(readFileSync(join(here, 'claim.seal.zip')));
  },
  600_000,
);

// Some four hundred statements: minutes on a small cluster, and so in the long form alone.
test.skipIf(short)(
  'publish writes the same bytes',
  async () => {
    rmSync(join(here, 'site'), { recursive: true, force: true });
    await run(here, 'publish');
    await run(there, 'publish');
    const [mine, theirs] = [bytesBelow(join(here, 'site')), bytesBelow(join(there, 'site'))];
    expect([...theirs.keys()]).toEqual([...mine.keys()]);
    const differing = [...mine].filter(([path, bytes]) => !theirs.get(path)?.equals(bytes));
    expect(differing.map(([path]) => path)).toEqual([]);
    expect(mine.size).toBeGreaterThan(50);
  },
  3_000_000,
);
