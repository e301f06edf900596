import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../src/cli/add.ts';
import { run as figure } from '../../src/cli/figure.ts';
import { run as status } from '../../src/cli/status.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { readStore } from '../../src/project/store.ts';
import { build, emptyProject, open, recordingEffects } from '../support/projects.ts';
import { figureValue, groupsOf } from './support/project.ts';

/** `counterfoil add` of one file of this text, in a project with these files. */
async function add(
  project: Record<string, string>,
  name: string,
  text: string,
  options: Record<string, unknown> = {},
) {
  const folder = emptyProject(`title: A test\n${project['searches'] ?? ''}`);
  for (const [file, content] of Object.entries(project))
    if (file !== 'searches') writeFileSync(join(folder, file), content);
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in', name), text);
  const effects = recordingEffects({ cwd: folder });
  const error = await run(
    { file: [join('in', name)], project: folder, json: true, ...options },
    effects,
  ).then(
    () => undefined,
    (caught: unknown) => caught as { code: string; place?: Record<string, unknown>; hint?: string },
  );
  const [stored] = readStore(projectPaths(folder));
  return { folder, error, effects, manifest: stored?.manifest };
}

const portal = `"id","userId","searchDate","networkCount","reason"\n"07bc3280-672d-4342-818d-e93e5c2cdb10","***","2026-03-10T04:31:52.901Z","12","stolen vehicle"\n`;
const network = (label: string) =>
  `Org Name,Total Networks Searched,Time Frame,Search Time,Search Type\n${[label, 'Exampleton CA PD']
    .map((org, n) => `${org},12,,"01/20/2026, 0${n + 1}:00:00 AM UTC",lookup`)
    .join('\n')}\n`;

async function labels(folder: string) {
  await build(folder);
  const work = await open(folder);
  const found = await groupsOf(work, 'searches.rows', 'organisation');
  const all = await figureValue(work, 'searches.rows');
  work.close();
  return { found, all };
}

it('takes whose log it is from --organisation, and from counterfoil.yaml', async () => {
  const said = await add({}, 'search_audit.csv', portal, { organisation: ' Exampleton CA PD ' });
  expect((await labels(said.folder)).found).toEqual({ 'exampleton-ca-pd': 1 });
  const configured = await add(
    { searches: 'searches: { organisations: [{ files: "search_?udit*", label: Sampleville TX PD }] }\n' },
    'search_audit.csv',
    portal,
  );
  expect((await labels(configured.folder)).found).toEqual({ 'sampleville-tx-pd': 1 });
  const both = await add(
    { searches: 'searches: { organisations: [{ files: "*", label: Sampleville TX PD }] }\n' },
    'search_audit.csv',
    portal,
    { organisation: 'Exampleton CA PD' },
  );
  expect((await labels(both.folder)).found).toEqual({ 'exampleton-ca-pd': 1 });
});

it('refuses an organisation that has not the form of an account, and does not repeat it', async () => {
  const { error, effects } = await add({}, 'search_audit.csv', portal, { organisation: 'Jane Doe' });
  expect(error?.code).toBe('CF-CONFIG-011');
  expect(JSON.stringify(error) + effects.out() + effects.err()).not.toContain('Doe');
});

it('keeps labels that a person has confirmed, each under one name', async () => {
  const project = {
    searches: 'searches: { labels: labels.yaml }\n',
    'labels.yaml':
      'labels:\n  - { label: Joint Desk Nine, spellings: [JD9] }\n  - { label: Exampleton CA PD, spellings: [Exampleton CA Police] }\n',
  };
  expect((await labels((await add({}, 'a.csv', network('JD9'))).folder)).found).toEqual({
    'exampleton-ca-pd': 1,
    null: 1,
  });
  expect((await labels((await add(project, 'a.csv', network('JD9'))).folder)).found).toEqual({
    'exampleton-ca-pd': 1,
    'joint-desk-nine': 1,
  });
  const spelled = await labels((await add(project, 'a.csv', network('Exampleton CA Police'))).folder);
  expect(spelled.found).toEqual({ 'exampleton-ca-pd': 2 });
  const twice = await add(
    {
      ...project,
      'labels.yaml':
        'labels:\n  - { label: Desk A, spellings: [D] }\n  - { label: Desk B, spellings: [D] }\n',
    },
    'a.csv',
    network('JD9'),
  );
  expect(twice.error?.code).toBe('CF-CONFIG-010');
});

it('says on a terminal which group of a figure has no value, and into a pipe null', async () => {
  const { folder } = await add({}, 'audit.csv', network('JD9'));
  await build(folder);
  const shown = async (interactive: boolean) => {
    const effects = recordingEffects({ cwd: folder, interactive });
    await figure({ project: folder, id: 'searches.rows', by: ['organisation'] }, effects);
    return effects.out();
  };
  expect(await shown(true)).toMatch(/^\(not known\) +1$/m);
  expect(await shown(false)).toContain('{"organisation":null,"value":1}');
});

it('says of an added log what was listed, and what may be wrong with it as a whole', async () => {
  const odd = await add({}, 'audit.csv', network('JD9'), { json: false });
  expect(odd.effects.err()).toContain(
    'audit.csv: Values listed with the edition: 1 of organisation (label not accepted).',
  );
  expect(JSON.parse(odd.effects.out())).toMatchObject({
    problems: [{ column: 'organisation', code: 'label-not-accepted', count: 1 }],
    notes: [],
  });
  const many = `${network('Nowhere CA PD')}${'Nowhere CA PD,12,,"01/20/2026, 03:00:00 AM UTC",lookup\n'.repeat(4998)}`;
  const capped = await add({}, 'audit.csv', many, { json: false });
  const cap = 'The number of rows is round: the export may have been capped.';
  expect(capped.effects.err()).toContain(`audit.csv: ${cap}`);
  const effects = recordingEffects({ cwd: capped.folder });
  await status({ project: capped.folder, json: true }, effects);
  expect(JSON.parse(effects.out()).editions[0].notes).toContain(cap);
});

const unseen = `Queried,Who,Place,Nets,Why\n${[1, 2, 3].map((n) => `2026-01-20 0${n}:00:00,Jane Doe,Exampleton CA PD,${n},immigration`).join('\n')}\n`;
const mapping = `layout: vendor-x\ntitle: export of a vendor (invented)\ncolumns:\n  time: Queried\n  name: Who\n  organisation: " place"\n  networks: Nets\n  reason: Why\n`;

it('reads a layout that nobody has seen by a mapping file, and not without', async () => {
  const without = await add({}, 'export.csv', unseen);
  expect(without.manifest).toBeUndefined();
  const { folder, manifest } = await add(
    { searches: 'searches: { layouts: [x.yaml] }\n', 'x.yaml': mapping },
    'export.csv',
    unseen,
  );
  expect(manifest).toMatchObject({ layout: 'vendor-x', accounting: { kept: 3, header: 1 } });
  expect((await labels(folder)).found).toEqual({ 'exampleton-ca-pd': 3 });
  expect(readFileSync(join(folder, 'records', 'journal.ndjson'), 'utf8')).not.toContain('Doe');
});

it('lets a mapping for files of a name go before every layout', async () => {
  const text = network('Exampleton CA PD');
  const own = `layout: mine\ntitle: mine\nfiles: "odd*.csv"\ncolumns: { time: Search Time, organisation: Org Name }\n`;
  const project = { searches: 'searches: { layouts: [x.yaml] }\n', 'x.yaml': own };
  expect((await add(project, 'odd-1.csv', text)).manifest?.layout).toBe('mine');
  expect((await add(project, 'even.csv', text)).manifest?.layout).toBe('audit-5');
});

it('says where a mapping file is wrong', async () => {
  const { error, folder } = await add(
    {
      searches: 'searches: { layouts: [x.yaml] }\n',
      'x.yaml': mapping.replace('organisation', 'organisaton'),
    },
    'export.csv',
    unseen,
  );
  expect(error).toMatchObject({
    code: 'CF-CONFIG-002',
    place: { file: join(folder, 'x.yaml'), line: 6, column: 3 },
    message: expect.stringContaining('Did you mean "organisation"?'),
  });
});

it('reads a log as its mapping says also where rows of it were rejected', async () => {
  const cells = (n: number, reason: string) =>
    `07bc3280-672d-4342-818d-e93e5c2cdb${n},***,Exampleton CA PD,12,144,"01/01/2026, 01:00:00 AM UTC\n01/02/2026, 01:00:00 AM UTC",***,25-1,${reason},,"01/02/2026, 01:${n}:00 AM UTC",lookup,,`;
  const good = Array.from({ length: 20 }, (_, n) => cells(10 + n, 'immigration'));
  // Three rows with a blank cell before them are put right, and nothing else may be read in another way for it.
  const shifted = [40, 41, 42].map((n) => `,${cells(n, 'robbery')}`.replace(/,$/, ''));
  const text = `${[...good, ...shifted].join('\n')}\n`;
  const swapped =
    'layout: mine\ntitle: mine (invented)\nheader: false\nwidth: 14\nfiles: "*.csv"\ncolumns: { id: 1, name: 2, organisation: 3, networks: 4, devices: 5, frame: 6, plate: 7, caseNumber: 8, reason: 9, filters: 10, time: 11, type: 12, prompt: 13, moderation: 14 }\n';
  const { folder, manifest } = await add(
    { searches: 'searches: { layouts: [x.yaml] }\n', 'x.yaml': swapped },
    'export.csv',
    text,
  );
  expect(manifest).toMatchObject({ layout: 'mine', accounting: { kept: 23, rejected: 0 } });
  await build(folder);
  const work = await open(folder);
  expect(await groupsOf(work, 'searches.searches', 'reason_class')).toEqual({ immigration: 20, other: 3 });
  work.close();
});

it('tells months and hours of a network in the time zone that the project says', async () => {
  const text = `Org Name,Total Networks Searched,Time Frame,Search Time,Search Type\nExampleton County FL SO,12,,"02/01/2026, 05:30:00 AM UTC",lookup\n`;
  const at = async (searches: string) => {
    const { folder } = await add({ searches }, 'audit.csv', text, {
      organisation: 'Exampleton County FL SO',
    });
    await build(folder);
    const work = await open(folder);
    const found = await groupsOf(work, 'searches.searches', 'month');
    const zone = await groupsOf(work, 'searches.searches', 'zone');
    work.close();
    return [...Object.keys(found), ...Object.keys(zone)];
  };
  expect(await at('')).toEqual(['2026-02', 'America/New_York']);
  expect(await at('searches: { zones: { Exampleton County FL SO: America/Chicago } }\n')).toEqual([
    '2026-01',
    'America/Chicago',
  ]);
  // Another spelling of the same account.
  expect(
    await at('searches: { zones: { "Exampleton County Sheriff\'s Office (FL)": America/Chicago } }\n'),
  ).toEqual(['2026-01', 'America/Chicago']);
  await expect(
    at('searches: { zones: { Exampleton County FL SO: America/Pensacola } }\n'),
  ).rejects.toMatchObject({
    code: 'CF-CONFIG-016',
  });
  const twice = '{ Exampleton County FL SO: America/Chicago, EXAMPLETON COUNTY FL SO: America/New_York }';
  await expect(at(`searches: { zones: ${twice} }\n`)).rejects.toMatchObject({ code: 'CF-CONFIG-016' });
});

it('adds the text layer of a printed log, and counts what of it is damaged', async () => {
  const stamp = (hour: number) => `01/20/2026, ${String(hour).padStart(2, '0')}:00:00 AM UTC`;
  const record = (n: number) =>
    `07bc3280-672d-4342-818d-e93e5c2cdb${10 + n} Exampleton CA PD 12 144\n${stamp(1).replaceAll(' ', ' \n')}\n${stamp(n).replaceAll(' ', ' \n')} stolen\nvehicle ${stamp(n)} lookup allow`;
  const text = `ID Org Name Total\nNetworks Searched Total Devices Searched Time Frame Reason Search Time Search Type Moderation\n${record(2)}\n${record(3)}${record(4)}\n${record(5).replace(' 12 144', ' 12')}\n`;
  const { manifest } = await add({}, 'audit_pdf-text-layer_p1.txt', text);
  expect(manifest?.accounting).toMatchObject({ records: 5, kept: 3, rejected: 1, header: 1 });
});
