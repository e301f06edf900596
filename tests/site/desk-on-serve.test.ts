import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDemoProject } from '../../examples/make-project.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { judge } from '../../src/claims/judge.ts';
import type { Verdict } from '../../src/claims/verdict.ts';
import { run as runCheck } from '../../src/cli/check.ts';
import { siteOf } from '../../src/cli/site-of.ts';
import { run as runVerify } from '../../src/cli/verify.ts';
import { registry } from '../../src/kinds/registry.ts';
import { claimsYaml } from '../../src/site/bundles/desk/claims-yaml.ts';
import { type Answers, type Judging, judging } from '../../src/site/bundles/desk/judging.ts';
import { filtersOf, serverAt } from '../../src/site/bundles/desk/server.ts';
import { deskFiles } from '../../src/site/desk/files.ts';
import type { Started } from '../../src/site/serve/start.ts';
import { addTo, build, open, recordingEffects } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';
import { liveServer } from './support/live-server.ts';

/** Sentences of each kind, with the answers that a person gave, and what the verdict has to be. */
type Given = readonly [sentence: string, word: string, answers: Partial<Answers>];

const sentences: readonly Given[] = (
  [
    ['On 5 February 2026 the list had 320 agencies.', 'holds'],
    ['On 5 February 2026 the list had 395 agencies.', 'differs'],
    ['The list had 395 agencies.', 'differs', { asOf: '2026-02-05' }],
    ['The list had 320 agencies.', 'holds', { asOf: '2026-02-20' }],
    ['Florida has 53 agencies and Texas 50.', 'holds', { asOf: '2026-02-05' }],
    ['Florida has 53 agencies and Texas 51.', 'differs', { asOf: '2026-02-05' }],
    ['On 5 February 2026 the list had 200 task force agreements.', 'differs'],
    ['On 1 March 2020 there were 12 agencies.', 'not checkable'],
    ['Agencies grew by 1500% between 6 January 2025 and 5 February 2026.', 'holds'],
    ['Agencies grew by 900% between 6 January 2025 and 5 February 2026.', 'differs'],
    ['ICE had obligated $8.56 million.', 'holds'],
    ['ICE had obligated $8.56 million.', 'differs', { asOf: '2026-03-31' }],
    ['On 31 March 2026 ICE had obligated $8.1 million.', 'holds'],
    ['The ceiling was $145 million.', 'holds'],
    ['The ceiling was $145 million.', 'differs', { asOf: '2026-02-01' }],
    ['The ceiling was $120 million.', 'holds', { asOf: '2026-02-01' }],
    ['The ceiling was $120 million.', 'not checkable', { asOf: '2025-10-20' }],
    ['The ceiling grew by 20% between 20 January 2026 and 11 May 2026.', 'differs'],
    ['ICE worked with 3 companies on 31 March 2026.', 'holds'],
    ['ICE worked with 4 companies on 31 May 2026.', 'differs'],
    ['Northerly Lantern was paid $2.84 million.', 'holds', { where: { vendor: ['NRTHLNTRN001'] } }],
    ['Northerly Lantern was paid $8.56 million.', 'differs', { where: { vendor: ['NRTHLNTRN001'] } }],
    [
      'Northerly Lantern was paid $2.84 million in fiscal year 2026.',
      'holds',
      { where: { vendor: ['NRTHLNTRN001'] } },
    ],
    [
      'Northerly Lantern was paid $5.44 million.',
      'holds',
      { where: { vendor: ['NRTHLNTRN001', 'PBBLQRRY0002'] } },
    ],
    ['Northerly Lantern was paid $2.84 million in 2026.', 'differs', { where: { vendor: ['NRTHLNTRN001'] } }],
    ['ICE obligated $5.44 million for location services.', 'holds', { where: { family: ['26-SOL-INV-01'] } }],
    ['ICE obligated $8.56 million for location services.', 'holds', { whole: ['for location services'] }],
  ] as const
).map(([sentence, word, given = {}]): Given => [sentence, word, given]);

let project: string;
let files: string[];
let server: Started;
let live: Judging;
let published: Judging;
let bench: Awaited<ReturnType<typeof open>>;

const noValues = async () => {
  throw new Error('on serve the records are asked, not the published values');
};
const handed = (text: string) => JSON.parse(/^\w+\((.*)\);\n$/s.exec(text)?.[1] ?? '');

beforeAll(async () => {
  project = join(tempDir('desk'), 'project');
  await makeDemoProject(project);
  const released = join(project, 'released');
  const contracts = join(released, 'contracts');
  files = [
    ...readdirSync(released)
      .filter((name) =>
        /^(participating|pending|Participating).*(0106|02052026|03052025|11062025)/.test(name),
      )
      .map((name) => join(released, name)),
    ...readdirSync(contracts).map((name) => join(contracts, name)),
  ].sort();
  await addTo(project, files);
  await build(project);
  server = await liveServer(project);
  const given = async (path: string) => handed(await (await fetch(`${server.address}${path}`)).text());
  live = judging(
    await given('desk/desk.js'),
    await given('desk/names.js'),
    { values: noValues, parts: noValues },
    serverAt(`${server.address}api/v1/check`),
  );
  bench = await open(project);
  const made = new Map(deskFiles(await siteOf(bench)));
  const read = async (path: string) => handed(made.get(path)?.() ?? '');
  published = judging(await read('desk/desk.js'), await read('desk/names.js'), {
    values: (figure) => read(`desk/values/${figure}.js`),
    parts: (figure, dimension) => read(`desk/values/${figure}.${dimension}.js`),
  });
}, 120_000);

afterAll(async () => {
  await server?.close();
  bench?.close();
});

/** A verdict without the name of its claim. */
const plain = ({ id: _, claim: { id: __, published: ___, place: ____, ...claim }, ...verdict }: Verdict) => ({
  ...verdict,
  claim,
});

test.each(sentences)('the desk on serve says what the records say: %s', async (sentence, word, given) => {
  const answers: Answers = { chosen: {}, ...given };
  const all = await live.judgeAll(sentence, answers);
  expect(all.map(({ judged }) => judged.verdict.verdict)).toContain(word);
  for (const { claim, judged } of all) {
    const exact = await judge(bench, registry, claim);
    expect(plain(judged.verdict)).toEqual(plain(exact));
    expect(judged.untried).toBe(0);
  }
});

test.each(sentences)(
  'the published desk has the same verdict, or says that it does not hold the value: %s',
  async (sentence, word, given) => {
    const all = await published.judgeAll(sentence, { chosen: {}, ...given });
    expect(all.map(({ judged }) => judged.verdict.verdict)).toContain(word);
    for (const { claim, judged } of all) {
      const exact = await judge(bench, registry, claim);
      expect(judged.verdict.verdict).toBe(exact.verdict);
      expect(judged.verdict.why).toBe(exact.why);
      expect(judged.verdict.numbers).toEqual(exact.numbers);
      expect(judged.verdict.editions).toEqual(exact.editions);
      expect((judged.verdict.search?.tried ?? 0) + judged.untried).toBe(exact.search?.tried ?? 0);
    }
  },
);

test('what a sentence leaves open about names and purposes is asked by the desk, with what the records call them', () => {
  for (const desk of [live, published]) {
    const open = (sentence: string) => desk.bind(sentence, { chosen: {} });
    expect(open('Northerly Lantern was paid $2.84 million.')).toMatchObject({
      claims: [],
      questions: [
        {
          about: 'organisation',
          offers: [{ where: 'vendor=NRTHLNTRN001', name: 'NORTHERLY LANTERN SERVICES LLC (INVENTED)' }],
        },
      ],
    });
    expect(open('ICE obligated $5.44 million for location services.')).toMatchObject({
      claims: [],
      questions: [{ about: 'purpose', offers: [{ where: 'family=26-SOL-INV-01' }] }],
    });
  }
});

/** The answers as the options of the command line have them. */
const asOptions = ({ where = {}, ...answers }: Partial<Answers>) => ({ ...answers, where: filtersOf(where) });

test.each(sentences.filter((_, index) => [1, 11, 15, 20, 25].includes(index)))(
  'and what the command line says: %s',
  async (sentence, word, given) => {
    const effects = recordingEffects();
    const code = await runCheck({ sentence, file: files, json: true, ...asOptions(given) }, effects);
    const { verdicts } = JSON.parse(effects.out()) as { verdicts: Verdict[] };
    expect(code).toBe(word === 'differs' ? 1 : 0);
    const all = await live.judgeAll(sentence, { chosen: {}, ...given });
    expect(all.map(({ judged }) => plain(judged.verdict))).toEqual(verdicts.map(plain));
  },
  60_000,
);

test('a figure chosen for one number goes to the server with its place', async () => {
  const sentence = 'The 320 were listed on 5 February 2026.';
  const [number] = live.numbers(sentence);
  const chosen = { [number?.number.start ?? -1]: 'agreements.agencies' };
  const [only] = await live.judgeAll(sentence, { chosen });
  expect(only?.judged.verdict).toMatchObject({ verdict: 'holds', figure: 'agreements.agencies' });
  const wrong = await fetch(`${server.address}api/v1/check`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: `${sentence} ${sentence}`, chosen }),
  });
  expect(wrong.status).toBe(400);
});

test('claims that were saved are judged by verify as the desk showed them', async () => {
  const shown: { claim: Claim; verdict: Verdict }[] = [];
  for (const [sentence, , given] of sentences)
    for (const { claim, judged } of await live.judgeAll(sentence, { chosen: {}, ...given }))
      shown.push({ claim, verdict: judged.verdict });
  const text = claimsYaml(
    shown.map(({ claim }) => claim),
    { by: 'The Example Courier (invented)', on: '2026-06-05' },
  );
  writeFileSync(join(project, 'claims', 'invented.yaml'), text);
  writeFileSync(join(project, 'claims', 'invented-contracts.yaml'), 'claims: []\n');
  await build(project);
  const effects = recordingEffects();
  await runVerify({ project, json: true }, effects);
  const told = JSON.parse(effects.out()) as Verdict[] | { verdicts: Verdict[] };
  const verdicts = Array.isArray(told) ? told : told.verdicts;
  expect(verdicts.map(plain)).toEqual(shown.map(({ verdict }) => plain(verdict)));
}, 120_000);
