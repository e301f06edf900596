import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import { bindSentence } from '../../src/claims/bind-sentence.ts';
import { judge } from '../../src/claims/judge.ts';
import type { Verdict } from '../../src/claims/verdict.ts';
import { registry } from '../../src/kinds/registry.ts';
import { states } from '../../src/reference/states.ts';
import { testProject } from './support/project.ts';

const header = 'ID,Org Name,Total Networks Searched,Reason,Search Time,Search Type';
const reasons: readonly [string, number][] = [
  ['immigration enforcement', 11],
  ['HSI', 6],
  ['stolen vehicle', 36],
];

/** 53 searches, 17 of them the holder's own; by the first network's log. The second lists the first 20 again. */
const all = reasons
  .flatMap(([reason, count]) => Array.from({ length: count }, () => reason))
  .map((reason, n) => {
    const org = n % 3 === 0 && n < 51 ? 'Exampleton CA PD' : 'Sampleville TX PD';
    const time = `01/${String(1 + (n % 28)).padStart(2, '0')}/2026, 08:00:00 PM UTC`;
    return `07bc3280-672d-4342-818d-e93e5c2c${1000 + n},${org},5,${reason},"${time}",lookup`;
  });
const log = (lines: readonly string[]) => `${[header, ...lines].join('\n')}\n`;

let work: Workspace;
beforeAll(async () => {
  const project = testProject();
  await project.addText('a.csv', log(all), 'Exampleton CA PD');
  await project.addText('b.csv', log(all.slice(0, 20)), 'Nowhere CA PD');
  work = await project.build();
}, 120_000);
afterAll(() => work.close());

async function verdictOn(sentence: string): Promise<Verdict> {
  const figures = registry.figures.filter(({ id }) => id.startsWith('searches.'));
  const { claims, questions } = bindSentence(sentence, { figures, states, lists: [] });
  expect(questions, sentence).toEqual([]);
  return judge(work, registry, { ...(claims[0] as Verdict['claim']), id: 'a', published: { by: 'a test' } });
}

/** Sentence, figure, value, verdict, and the readings of the first that fits. */
test.each<[string, string, string, string, string[]]>([
  ['The logs show 53 searches.', 'searches.searches', '53', 'holds', []],
  ['The logs show 73 searches.', 'searches.searches', '53', 'differs', ['rows']],
  ['Other agencies made 36 searches.', 'searches.searches', '36', 'holds', []],
  ['Other agencies made 53 searches.', 'searches.searches', '36', 'differs', []],
  ['There were 36 searches by other police departments.', 'searches.searches', '36', 'holds', []],
  ['The department itself made 17 searches.', 'searches.searches', '17', 'holds', []],
  ['Out-of-state agencies made 36 searches.', 'searches.searches', '36', 'holds', []],
  ['There were 36 searches.', 'searches.searches', '53', 'differs', ['others-only']],
  ['There were 73 entries in the logs.', 'searches.rows', '73', 'holds', []],
  ['There were 11 immigration-related searches.', 'searches.immigration', '11', 'holds', []],
  ['There were 17 immigration-related searches.', 'searches.immigration', '11', 'differs', ['wider-class']],
  ['There were 11 searches for immigration enforcement.', 'searches.immigration', '11', 'holds', []],
  ['There were 17 searches for ICE.', 'searches.immigration', '11', 'differs', ['wider-class']],
  ['11 searches cited immigration.', 'searches.immigration', '11', 'holds', []],
  ['2 agencies searched it for immigration.', 'searches.immigration_organisations', '2', 'holds', []],
  [
    '1 organisation searched it for immigration.',
    'searches.immigration_organisations',
    '2',
    'differs',
    ['others-only'],
  ],
  ['20.8% of searches were for immigration.', 'searches.immigration_share', '20.754717', 'holds', []],
  [
    '32.1% of searches were for immigration.',
    'searches.immigration_share',
    '20.754717',
    'differs',
    ['wider-class'],
  ],
  ['In January 2026 there were 53 searches.', 'searches.searches', '53', 'holds', []],
  ['There were 36 searches for stolen vehicles.', 'searches.searches', '36', 'holds', []],
  ['There were 53 searches for stolen vehicles.', 'searches.searches', '36', 'differs', []],
  ['There were 53 searches in 2026.', 'searches.searches', '53', 'holds', []],
  ['The network was searched 53 times.', 'searches.searches', '53', 'holds', []],
  ['It was searched 11 times for immigration.', 'searches.immigration', '11', 'holds', []],
  ['The logs list 53 searches that name immigration.', 'searches.immigration', '11', 'differs', []],
  ["Sheriff's offices made 4 searches.", 'searches.searches', '0', 'differs', []],
  ['In February 2026 there were 53 searches.', 'searches.searches', '0', 'differs', []],
])('"%s" is of %s', async (sentence, figure, value, word, readings) => {
  const found = await verdictOn(sentence);
  expect(found.figure).toBe(figure);
  expect(found.numbers.map((one) => one.value)).toEqual([value]);
  expect(found.verdict).toBe(word);
  const fits = found.search?.fits ?? [];
  if (readings.length === 0) return;
  // The verdict stays that of the words' own reading, whatever fits.
  expect(fits.map((one) => one.readings.map(({ id }) => id))).toContainEqual(readings);
});

test('whose searches a number is of is told by the words of its own part of the sentence', () => {
  const figures = registry.figures.filter(({ id }) => id.startsWith('searches.'));
  const bound = (sentence: string) =>
    bindSentence(sentence, { figures, states, lists: [] }).claims.map(({ states, where }) => [states, where]);
  const other = { whose: ['other'] };
  const own = { whose: ['own'] };
  expect(bound('Other agencies made 36 searches, the department itself 17 searches.')).toEqual([
    ['36', other],
    ['17', own],
  ]);
  expect(bound('There were 36 searches by other agencies and 17 searches of its own.')).toEqual([
    ['36', other],
    ['17', own],
  ]);
  expect(bound('Other agencies made 36 of the 53 searches.')).toEqual([
    ['36', other],
    ['53', {}],
  ]);
  expect(bound('Of 53 searches, 36 searches were by other agencies.')).toEqual([
    ['53', {}],
    ['36', other],
  ]);
  expect(bound('There were 53 searches. Other agencies made 36 searches.')).toEqual([
    ['53', {}],
    ['36', other],
  ]);
  // Of which others the word alone does not say: it is asked.
  expect(bindSentence('There were 36 other searches.', { figures, states, lists: [] })).toMatchObject({
    claims: [],
    questions: [{ about: 'number', asks: expect.stringContaining('"other"') }],
  });
});

test('what a number is restricted to is told, and what of the sentence was not read', () => {
  const figures = registry.figures.filter(({ id }) => id.startsWith('searches.'));
  const told = (sentence: string) => {
    const { claims, notes, questions } = bindSentence(sentence, { figures, states, lists: [] });
    return { claims: claims.map(({ figure, where }) => [figure, where]), notes, questions };
  };
  expect(told('In January 2026, 440 searches had no case number.')).toEqual({
    claims: [['searches.searches', { case_state: ['empty', 'placeholder'], month: ['2026-01'] }]],
    notes: [
      "440 is read as a number of these alone. State of the cell with the case number: empty, placeholder; Month, in the log holder's time zone: 2026-01.",
    ],
    questions: [],
  });
  expect(told('49% of the searches had no case number.').claims).toEqual([
    ['searches.without_case_number', {}],
  ]);
  expect(told('Of 900 searches, 145 were for immigration.').claims).toEqual([
    ['searches.searches', {}],
    ['searches.immigration', {}],
  ]);
  for (const [sentence, name] of [
    ['There were 120 searches by the U.S. Border Patrol.', 'U.S. Border Patrol'],
    ['Sampleville TX PD made 36 searches.', 'Sampleville TX PD'],
    ['Sampleville TX PD searched it 36 times.', 'Sampleville TX PD'],
  ])
    expect(told(sentence as string)).toMatchObject({
      claims: [],
      questions: [{ about: 'organisation', asks: expect.stringContaining(`"${name}" alone`) }],
    });
  for (const sentence of ['Other agencies made 36 searches.', 'There were 36 searches by other agencies.'])
    expect(told(sentence).notes.join(' ')).not.toContain('Not used');
  // A stretch of time that is no month and no year is asked about, never guessed.
  for (const sentence of [
    'Between January and March 2026 there were 900 searches.',
    'Since January 2026 there were 900 searches.',
    'By January 2026 there were 900 searches.',
    'In early 2026 there were 900 searches.',
  ])
    expect(told(sentence), sentence).toMatchObject({ claims: [], questions: [{ about: 'date' }] });
  expect(told('Agencies outside California made 36 searches.')).toMatchObject({
    claims: [],
    questions: [{ about: 'place', asks: expect.stringContaining('"outside California"') }],
  });
});

test('each reading is told in words, with what it counts', async () => {
  const found = await verdictOn('The logs show 73 searches.');
  expect(found.says.join(' ')).toContain('rows as logged, a search as often as logs list it');
});
