import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { bindSentence } from '../../src/claims/bind-sentence.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { judge } from '../../src/claims/judge.ts';
import { parseClaims } from '../../src/claims/read-claims.ts';
import { coveredTemplate } from '../../src/claims/template.ts';
import { siteOf } from '../../src/cli/site-of.ts';
import { registry } from '../../src/kinds/registry.ts';
import { states } from '../../src/reference/states.ts';
import { claimsYaml } from '../../src/site/bundles/desk/claims-yaml.ts';
import { type Judging, judging } from '../../src/site/bundles/desk/judging.ts';
import { deskFiles } from '../../src/site/desk/files.ts';
import { sentencesOf } from '../../src/site/desk/paragraph.ts';
import type { Site } from '../../src/site/site.ts';
import { siteFiles } from '../../src/site/site-files.ts';
import { open, realProject } from '../support/projects.ts';
import { describeWithShared } from '../support/shared-data.ts';
import { exampleProject, openSite } from './support/example-site.ts';

/** The desk as a browser has it: by the files of the site alone, each read as text. */
function deskOf(site: Site): Judging {
  const handed = (text: string) => JSON.parse(/^\w+\((.*)\);\n$/s.exec(text)?.[1] ?? '');
  const files = new Map(deskFiles(site));
  const read = async (path: string) => handed(files.get(path)?.() ?? '');
  return judging(handed(files.get('desk/desk.js')?.() ?? ''), handed(files.get('desk/names.js')?.() ?? ''), {
    values: (figure) => read(`desk/values/${figure}.js`),
    parts: (figure, dimension) => read(`desk/values/${figure}.${dimension}.js`),
  });
}

/** The same claim by the records and by the desk: the same verdict and numbers; a reading of the desk is one of the records. */
async function compare(bench: Workspace, desk: Judging, claim: Claim): Promise<void> {
  const exact = await judge(bench, registry, claim);
  const { verdict, untried } = await desk.judge(claim);
  expect(verdict.verdict, claim.sentence).toBe(exact.verdict);
  expect(verdict.why).toBe(exact.why);
  expect(verdict.numbers).toEqual(exact.numbers);
  expect(verdict.editions).toEqual(exact.editions);
  expect(verdict.says[0]).toBe(exact.says[0]);
  expect((verdict.search?.tried ?? 0) + untried, claim.sentence).toBe(exact.search?.tried ?? 0);
  if (untried === 0) expect(verdict.says).toEqual(exact.says);
  const known = new Map(
    [...(exact.search?.fits ?? []), ...(exact.search?.alternatives ?? [])].map((one) => [one.says, one]),
  );
  for (const one of verdict.search?.alternatives ?? []) expect(one).toEqual(known.get(one.says));
  for (const one of verdict.search?.fits ?? [])
    if (known.has(one.says)) expect(one).toEqual(known.get(one.says));
}

describe('on the example lists', () => {
  let site: Site;
  let workspace: Workspace;
  let desk: Judging;
  beforeAll(async () => {
    ({ site, workspace } = await openSite(await exampleProject()));
    desk = deskOf(site);
  }, 120_000);
  afterAll(() => workspace?.close());

  test('every claim of the project gets its verdict', async () => {
    expect(site.verdicts.length).toBeGreaterThan(4);
    for (const { claim } of site.verdicts) await compare(workspace, desk, claim);
  });

  const sentences = [
    'On 5 February 2026 the list had 395 agencies.',
    'On 5 February 2026 there were 320 agencies.',
    'Between the lists, on 20 January 2026, 25 states took part.',
    'Florida has 53 agencies and Texas 50.',
    'The number of agencies grew by 1500% between 6 January 2025 and 5 February 2026.',
    'On 5 February 2026 the list had 200 task force agreements.',
    'More than 400 agreements were in force on 5 February 2026.',
    'On 1 March 2020 there were 12 agencies.',
    'Nothing here is a number.',
    'About 300 agencies have signed up.',
  ];
  test.each(sentences)('binds and judges as `check` does: %s', async (sentence) => {
    const lists = [
      ...new Set(workspace.editions.filter(({ kind }) => kind !== 'reference').map(({ asOf }) => asOf)),
    ].sort();
    const sources = new Set(workspace.editions.map(({ source }) => source));
    const figures = registry.figures.filter((figure) => figure.sources.some((source) => sources.has(source)));
    const bound = bindSentence(sentence, { figures, states, lists });
    const here = desk.bind(sentence, { chosen: {} });
    expect(here).toEqual(bound);
    for (const claim of bound.claims) await compare(workspace, desk, claim);
  });

  test('a number is offered figures, those near it first; a choice binds it', () => {
    const sentence = 'The 395 were listed on 5 February 2026.';
    expect(desk.bind(sentence, { chosen: {} }).claims).toEqual([]);
    const [first] = desk.numbers(sentence);
    expect(first?.figures.length).toBeGreaterThan(3);
    const chosen = { [first?.number.start ?? -1]: 'agreements.agreements' };
    expect(desk.bind(sentence, { chosen }).claims).toMatchObject([
      { figure: 'agreements.agreements', as_of: '2026-02-05', states: '395' },
    ]);
    const [agencies] = desk.numbers('The list had 395 agencies.');
    expect(agencies?.figures[0]?.id).toBe('agreements.agencies');
  });

  test('what no table holds is not checkable here, and says so', async () => {
    const { verdict } = await desk.judge({
      id: 'a',
      sentence: 'A sentence.',
      published: { by: 'a test' },
      figure: 'agreements.agreements',
      where: { state: ['FL'], model: ['task-force'] },
      states: '12',
    });
    expect(verdict.verdict).toBe('not checkable');
    expect(verdict.says[0]).toBe('not checkable: the value is not among those published here.');
  });

  test('saved claims are read by the program as they were bound', async () => {
    const bound = [
      ...desk.bind('Florida has 53 agencies and Texas 50.', { chosen: {} }).claims,
      ...desk.bind('The number of agencies grew by 1500% between 6 January 2025 and 5 February 2026.', {
        chosen: {},
      }).claims,
      ...desk.bind('On 5 February 2026 the list had 395 agencies.', { chosen: {} }).claims,
    ];
    const text = claimsYaml(bound, { by: 'The "Example": Courier # (invented)', on: '2026-02-06' });
    const read = await parseClaims(text, 'claims.yaml', registry.figures);
    const plain = ({ id: _, place: __, published: ___, ...claim }: Claim) => claim;
    expect(read.map(plain)).toEqual(bound.map(plain));
    expect(new Set(read.map(({ id }) => id)).size).toBe(3);
    expect(read[0]?.published).toEqual({ by: 'The "Example": Courier # (invented)', on: '2026-02-06' });
  });

  test('its script and its files are small', () => {
    const files = siteFiles(site);
    // What a sentence says and no figure counts is told apart by words: 8 kB more than before it was.
    expect(gzipSync(files.read('client/desk.js') ?? '').length).toBeLessThan(36_000);
    for (const [path, make] of deskFiles(site)) expect(gzipSync(make()).length, path).toBeLessThan(40_000);
  });
});

test('a paragraph is parted into sentences, and abbreviations part nothing', () => {
  expect(sentencesOf('The U.S. had 12 of them. On Feb. 5, 2026 there were 13!\nOr 1.5 million?')).toEqual([
    'The U.S. had 12 of them.',
    'On Feb. 5, 2026 there were 13!',
    'Or 1.5 million?',
  ]);
});

describeWithShared('published sentences about the real lists', ['agreements'], (lists) => {
  test('the desk gives the verdicts of the records', async () => {
    const bench = await open(await realProject(lists));
    const desk = deskOf(await siteOf(bench));
    const { claims } = await coveredTemplate('press-287g', registry.figures, bench.editions);
    expect(claims.length).toBeGreaterThanOrEqual(5);
    for (const claim of claims) await compare(bench, desk, claim);
    bench.close();
  }, 120_000);
});
