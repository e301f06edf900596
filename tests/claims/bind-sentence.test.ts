import { describe, expect, test } from 'vitest';
import type { BindOptions } from '../../src/claims/bind-options.ts';
import { type Bound, bindSentence } from '../../src/claims/bind-sentence.ts';
import { mistakeOf } from '../../src/claims/check-claim.ts';
import { findDates } from '../../src/claims/sentence-dates.ts';
import { findNumbers } from '../../src/claims/sentence-numbers.ts';
import { registry } from '../../src/kinds/registry.ts';
import { states } from './support.ts';

const lists = ['2025-01-19', '2025-03-07', '2026-01-26', '2026-02-02', '2026-05-18'];
const bind = (sentence: string, answers: { figure?: string; asOf?: string; from?: string } = {}) =>
  bindSentence(sentence, {
    figures: registry.figures.filter((figure) => figure.id.startsWith('agreements.')),
    states,
    lists,
    ...answers,
  });

/** `agencies 2026-01-26 state=FL: 278`, one a claim; of several numbers `agencies 2026-01-26: FL 342, TX 296`. */
function short({ claims }: Bound): string[] {
  return claims.map((claim) => {
    const when = claim.change
      ? `${claim.change.from}..${claim.change.to} ${claim.change.in}`
      : (claim.as_of ?? 'latest');
    const where = Object.entries(claim.where).map(([name, values]) => ` ${name}=${values.join('+')}`);
    const numbers = claim.parts
      ? claim.parts.map((part) => `${part.where['state']?.join('+')} ${part.states}`).join(', ')
      : claim.states;
    return `${claim.figure?.replace('agreements.', '')} ${when}${where.join('')}: ${numbers}`;
  });
}

test.each<[string, string[]]>([
  ['39 states have signed up as of 26 January 2026.', ['states 2026-01-26: 39']],
  [
    'As of January 26, 2026, there were 1,168 participating agencies in 39 states.',
    ['agencies 2026-01-26: 1,168', 'states 2026-01-26: 39'],
  ],
  ['Before 20 January 2025 there were 135 participating agencies.', ['agencies 2025-01-19: 135']],
  ['Prior to January 20, 2025, 135 agencies took part.', ['agencies 2025-01-19: 135']],
  ['Before 2026, 1,000 agencies took part.', ['agencies 2025-12-31: 1,000']],
  ['By the end of January 2026 there were 1,400 agreements.', ['agreements 2026-01-31: 1,400']],
  [
    'The number of agreements surged 950% between January 19, 2025 and January 26, 2026.',
    ['agreements 2025-01-19..2026-01-26 percent: 950%'],
  ],
  [
    'Agencies grew by more than 700 percent from 2025-01-19 to 2026-01-26.',
    ['agencies 2025-01-19..2026-01-26 percent: more than 700 percent'],
  ],
  [
    'There was a 916% increase in agreements from 19 January 2025 to 26 January 2026.',
    ['agreements 2025-01-19..2026-01-26 percent: 916%'],
  ],
  [
    'Agencies fell 12 percent from 2026-01-05 to 2026-02-02.',
    ['agencies 2026-01-05..2026-02-02 percent: -12 percent'],
  ],
  [
    'Agreements grew tenfold from 19 January 2025 to 26 January 2026.',
    ['agreements 2025-01-19..2026-01-26 times: tenfold'],
  ],
  [
    'The number of agencies more than doubled between 2025-01-19 and 2025-03-17.',
    ['agencies 2025-01-19..2025-03-17 times: more than 2 times'],
  ],
  ['Agencies have doubled since 19 January 2025.', ['agencies 2025-01-19..2026-05-18 times: 2 times']],
  [
    'Florida has 342 participating agencies, Texas 296, Tennessee 63, Pennsylvania 58 and Alabama 52.',
    ['agencies latest: FL 342, TX 296, TN 63, PA 58, AL 52'],
  ],
  [
    'On 26 January 2026 there were 278 agencies in Florida, 227 in Texas and 54 in Pennsylvania.',
    ['agencies 2026-01-26: FL 278, TX 227, PA 54'],
  ],
  [
    'In Florida, 278 agencies hold 341 agreements as of 2026-01-26.',
    ['agencies 2026-01-26 state=FL: 278', 'agreements 2026-01-26 state=FL: 341'],
  ],
  [
    '278 of the 1,149 agencies on 26 January 2026 are in Florida.',
    ['agencies 2026-01-26 state=FL: 278', 'agencies 2026-01-26: 1,149'],
  ],
  ['West Virginia has 12 agencies and Virginia 5.', ['agencies latest: WV 12, VA 5']],
  [
    'On 26 January 2026, 505 agencies in Florida and Texas took part.',
    ['agencies 2026-01-26 state=FL+TX: 505'],
  ],
  [
    'There were 764 task force agreements on 26 January 2026.',
    ['agreements 2026-01-26 model=task-force: 764'],
  ],
  ['There are 3 pending agreements.', ['agreements latest status=pending: 3']],
  [
    'Thirty-nine states and two territories took part on 2026-01-26.',
    ['states 2026-01-26: Thirty-nine', 'territories 2026-01-26: two'],
  ],
  [
    'More than 1,100 local law enforcement agencies in 39 states had signed 287(g) agreements by Jan. 26, 2026.',
    ['agencies 2026-01-26: More than 1,100', 'states 2026-01-26: 39'],
  ],
  [
    'Under section 1357 of title 8, nearly 1,200 police departments took part on 2 Feb. 2026.',
    ['agencies 2026-02-02: nearly 1,200'],
  ],
  ['On 1/26/2026 there were 39 states.', ['states 2026-01-26: 39']],
  ['On May 18 there were 38 states.', []],
  [
    'On 20 May 2025 there were 40 states, and on 18 May 2026 38 states.',
    ['states 2025-05-20: 40', 'states 2026-05-18: 38'],
  ],
  [
    'There were 135 agencies in 21 states on 19 January 2025 and 1,149 on 26 January 2026.',
    ['agencies 2025-01-19: 135', 'states 2025-01-19: 21'],
  ],
  ['On 19 January 2025 there were 135 agencies, 1,149 on 26 January 2026.', []],
  ['Agencies with an agreement serve 32% of the population.', ['population_covered latest: 32%']],
  [
    'Between 1,100 and 1,200 agencies in Florida took part on 26 January 2026.',
    ['agencies 2026-01-26 state=FL: at least 1,100', 'agencies 2026-01-26 state=FL: at most 1,200'],
  ],
  [
    'There were 130-140 agreements on 2025-01-19.',
    ['agreements 2025-01-19: at least 130', 'agreements 2025-01-19: at most 140'],
  ],
  [
    'Agreements fell by 5 to 10 percent from 2026-01-05 to 2026-02-02.',
    [
      'agreements 2026-01-05..2026-02-02 percent: at most -5 percent',
      'agreements 2026-01-05..2026-02-02 percent: at least -10 percent',
    ],
  ],
  [
    'Agencies fell more than twelve percent from 2026-01-05 to 2026-02-02.',
    ['agencies 2026-01-05..2026-02-02 percent: less than -twelve percent'],
  ],
  [
    'There was a 5% drop in agreements from 2026-01-05 to 2026-02-02.',
    ['agreements 2026-01-05..2026-02-02 percent: -5%'],
  ],
  [
    'One hundred and fifty-one agreements and more than a thousand agencies on 26 January 2026.',
    ['agreements 2026-01-26: One hundred and fifty-one', 'agencies 2026-01-26: more than a thousand'],
  ],
  ['Half of the 1,149 agencies on 26 January 2026 are in Florida.', ['agencies 2026-01-26: 1,149']],
  [
    'Agreements rose by 1,237 between 2025-01-19 and 2026-01-26.',
    ['agreements 2025-01-19..2026-01-26 difference: 1,237'],
  ],
  [
    'The number of agencies fell by more than 40 from 2026-01-26 to 2026-02-02.',
    ['agencies 2026-01-26..2026-02-02 difference: less than -40'],
  ],
  [
    'The share of the population fell 3 percentage points from 2026-01-26 to 2026-02-02.',
    ['population_covered 2026-01-26..2026-02-02 difference: -3 percentage points'],
  ],
  [
    'An increase of 1,237 agreements from 2025-01-19 to 2026-01-26.',
    ['agreements 2025-01-19..2026-01-26 difference: 1,237'],
  ],
  ['1,100+ agencies took part on 2026-01-26.', ['agencies 2026-01-26: at least 1,100']],
  ['Washington, D.C. had 1 agency on 2026-01-26.', ['agencies 2026-01-26 state=DC: 1']],
  [
    'There were 5 agencies in Pennsylvania (Delaware County has none) on 2026-01-26.',
    ['agencies 2026-01-26 state=PA: 5'],
  ],
  ['On 26 January 2026 all but 11 states took part.', []],
  ['On 26 January 2026 there were not 39 states.', []],
  ['One in three agencies are in Florida.', []],
  ['Agencies have not doubled since 19 January 2025.', []],
  ['In January 2026, 300 new agreements were made.', ['new latest month=2026-01: 300']],
])('%s', (sentence, expected) => {
  const bound = bind(sentence);
  expect(short(bound)).toEqual(expected);
  for (const claim of bound.claims) expect(mistakeOf(claim, registry.figures)).toBeNull();
  if (expected.length === 0) expect(bound.questions.length).toBeGreaterThan(0);
});

test.each<[string, string, string, string[]]>([
  [
    'The program surged 950% in the first year, to 26 January 2026.',
    'date',
    'Which two dates does the change of 950% lie between?',
    ['2026-01-26'],
  ],
  [
    'On Jan. 26 there were 39 states.',
    'date',
    'Which year is meant by "Jan. 26"?',
    ['2025-01-26', '2026-01-26'],
  ],
  [
    'In January 2026, thirty-nine states took part.',
    'date',
    'Which day is meant by "January 2026"?',
    ['2026-01-01', '2026-01-31'],
  ],
  ['In 2025 there were 40 states.', 'date', 'Which day is meant by "In 2025"?', ['2025-01-01', '2025-12-31']],
  [
    'On 1/2/2026 there were 39 states.',
    'date',
    'Which day is meant by "1/2/2026"?',
    ['2026-01-02', '2026-02-01'],
  ],
  ['On 26 January 2026 there were 1,400.', 'figure', 'Which figure is 1,400 a number of?', []],
  ['On 26 January 2026 it cost $1.2 billion.', 'figure', 'Which figure is $1.2 billion a number of?', []],
  ['Nothing is counted here.', 'number', 'The sentence states no number.', []],
])('asked, never guessed: %s', (sentence, about, asks, choices) => {
  const bound = bind(sentence);
  expect(bound.claims).toEqual([]);
  expect(bound.questions[0]).toMatchObject({ about, asks });
  if (choices.length > 0) expect(bound.questions[0]?.choices).toEqual(choices);
});

describe('what a sentence says that no figure counts is asked, and not judged', () => {
  const day = 'on 26 January 2026';
  test.each<[string, string]>([
    // What is not so.
    [`11 states had no agreements ${day}.`, 'number'],
    [`39 states didn’t have agreements ${day}.`, 'number'],
    [`39 states were without agreements ${day}.`, 'number'],
    [`1,372 agreements were no longer in force ${day}.`, 'number'],
    ['Agreements didn’t rise 34% from 2026-01-26 to 2026-05-18.', 'number'],
    // Rates and averages.
    [`1,372 agreements a month were signed ${day}.`, 'number'],
    [`An average of 1,372 agreements were in force ${day}.`, 'number'],
    // What came on top.
    [`Another 1,372 agreements were in force ${day}.`, 'number'],
    [`1,372 more agreements were in force ${day}.`, 'number'],
    // Another state than the list's.
    [`1,372 agreements were cancelled ${day}.`, 'number'],
    // Days that are not named.
    ['In the past year 1,372 agreements were signed.', 'date'],
    ['Last year 1,372 agreements were in force.', 'date'],
    ['Since January 20, 2025, 1,372 agreements have been signed.', 'date'],
    ['The 2026 total was 1,372 agreements.', 'date'],
    // Restrictions that are not read.
    [`1,372 agreements with sheriffs were in force ${day}.`, 'organisation'],
    [`1,372 agreements in Miami-Dade County were in force ${day}.`, 'organisation'],
    [`There were 5 agencies in Delaware County, Pennsylvania ${day}.`, 'organisation'],
    [`1,372 agreements across the South were in force ${day}.`, 'organisation'],
    [`1,372 of the agencies and agreements were task force agreements ${day}.`, 'organisation'],
    [`The rest of the country had 1,372 agreements ${day}.`, 'number'],
    [`39 states and Guam had agreements ${day}.`, 'place'],
    [`Of the agreements in force, 764 are under the task force model ${day}.`, 'organisation'],
    [`The task force model accounts for 764 agreements ${day}.`, 'organisation'],
    // A number of something else.
    ['Texas requires sheriffs in its 254 counties to sign agreements.', 'number'],
    ['Only two of Maryland’s counties have agreements.', 'number'],
    ['Roughly 41 million people live in jurisdictions with agreements.', 'number'],
    [`ICE had 1,372 agreements, none of them in California, ${day}.`, 'place'],
    // No whole numbers.
    [`Two thirds of the agreements were in Florida ${day}.`, 'number'],
    [`There were not more than a few hundred, and never over 1,372, agreements ${day}.`, 'number'],
    [`There were 1 372 agreements ${day}.`, 'number'],
  ])('%s', (sentence, about) => {
    const bound = bind(sentence);
    expect(short(bound)).toEqual([]);
    expect(bound.questions.map((question) => question.about)).toContain(about);
  });

  test('a number of an earlier day is not held against the day of the other', () => {
    const { claims, questions } = bind('There were 1,372 agreements on January 26, 2026, up from 135.');
    expect(claims.map(({ states: text }) => text)).toEqual(['1,372']);
    expect(questions.map(({ asks }) => asks)).toEqual(['Which date does 135 belong to?']);
    const tenfold = bind('Agreements have grown more than tenfold, from 135 to 1,372, by January 26, 2026.');
    expect(short(tenfold)).toEqual(['agreements 2026-01-26: 1,372']);
    const ago = bind('There were 1,372 agreements on January 26, 2026, up from 135 a year earlier.');
    expect(short(ago)).toEqual(['agreements 2026-01-26: 1,372']);
    expect(ago.questions.map(({ asks }) => asks)).toEqual(['Which day is meant by "a year earlier"?']);
  });

  test.each<[string, string[]]>([
    [`More than three dozen states took part ${day}.`, ['states 2026-01-26: More than three dozen']],
    [
      `Not fewer than 1,372 agreements were in force ${day}.`,
      ['agreements 2026-01-26: Not fewer than 1,372'],
    ],
    [`Agreements exceeded 1,300 ${day}.`, ['agreements 2026-01-26: exceeded 1,300']],
    [`1,400 agreements or so were in force ${day}.`, ['agreements 2026-01-26: 1,400 or so']],
    [`There were 4 agreements pending ${day}.`, ['agreements 2026-01-26 status=pending: 4']],
    [
      `There were 161 agreements under the jail model ${day}.`,
      ['agreements 2026-01-26 model=jail-enforcement: 161'],
    ],
    [
      `There were 1,375 participating and pending agreements ${day}.`,
      ['agreements 2026-01-26 status=participating+pending: 1,375'],
    ],
    [`Task force agreements numbered 764 ${day}.`, ['agreements 2026-01-26 model=task-force: 764']],
    [`Texas and Florida had 287 and 341 agreements ${day}.`, ['agreements 2026-01-26: TX 287, FL 341']],
    [`1,372 287(g) agreements were in force ${day}.`, ['agreements 2026-01-26: 1,372']],
    [
      `50 agencies in Alabama and 63 in Tennessee had agreements ${day}.`,
      ['agencies 2026-01-26: AL 50, TN 63'],
    ],
    [`Only 39 states, not only a few, took part ${day}.`, ['states 2026-01-26: 39']],
    [`39 of the 50 states took part ${day}.`, ['states 2026-01-26: 39']],
    [`There were 287 agreements in TX ${day}.`, ['agreements 2026-01-26 state=TX: 287']],
    [`Florida had more agreements than Texas, with 341, ${day}.`, ['agreements 2026-01-26 state=FL: 341']],
    [`There were 1,372 agreements per ICE data ${day}.`, ['agreements 2026-01-26: 1,372']],
    [`1,372 agreements with ICE were in force ${day}.`, ['agreements 2026-01-26: 1,372']],
  ])('%s is read', (sentence, expected) => {
    const bound = bind(sentence);
    expect(short(bound)).toEqual(expected);
    for (const claim of bound.claims) expect(mistakeOf(claim, registry.figures)).toBeNull();
  });

  test.each<[string, string[]]>([
    ['ICE obligated $3 billion in calendar year 2024.', ['calendar_year=2024']],
    ['In the year 2024 ICE obligated $3 billion.', ['calendar_year=2024']],
    ['ICE obligated $3 billion in fiscal years 2023 and 2024.', []],
    ['ICE obligated $3 billion in the first quarter of fiscal year 2024.', []],
    ['ICE obligated $3 billion a month in FY2024.', []],
    ['ICE obligated $3 billion since October 1, 2024.', []],
    ['ICE obligated $3 billion over the past two years.', []],
    ['ICE obligated $3 billion in the last three months of 2025.', []],
    ['ICE obligated $3 billion in the first eight months of fiscal 2026.', []],
    ['ICE obligated $3 billion in the week of Jan. 5, 2026.', []],
    ['ICE obligated $3 billion in FY2024 for detention beds.', []],
    ['ICE obligated $3 billion in FY2024 to private prison companies.', []],
  ])('of money: %s', (sentence, expected) => {
    const { claims, questions } = bindSentence(sentence, { figures: registry.figures, states, lists });
    const told = claims.flatMap(({ where }) => [
      ...Object.entries(where).map(([name, values]) => `${name}=${values.join('+')}`),
    ]);
    expect(told).toEqual(expected);
    expect(questions.length > 0).toBe(expected.length === 0);
  });
});

test('the date is asked for first', () => {
  const { questions } = bind('The program surged 950% in the first year, to 26 January 2026.');
  expect(questions.map((question) => question.about)).toEqual(['date', 'figure']);
});

test('answers bind what was open', () => {
  const sentence = 'The program surged 950% in the first year, to 26 January 2026.';
  const answered = bind(sentence, { figure: 'agreements.agreements', from: '2025-01-19' });
  expect(answered.questions).toEqual([]);
  expect(short(answered)).toEqual(['agreements 2025-01-19..2026-01-26 percent: 950%']);
  expect(short(bind('On Jan. 26 there were 39 states.', { asOf: '2026-01-26' }))).toEqual([
    'states 2026-01-26: 39',
  ]);
  expect(short(bind('It was 1,400 on 2026-01-26.', { figure: 'agreements.agreements' }))).toEqual([
    'agreements 2026-01-26: 1,400',
  ]);
});

test('what is taken for granted is said', () => {
  expect(bind('39 states have signed up.').notes).toEqual([
    'The sentence names no date: the latest list is used.',
  ]);
  expect(bind('Agencies have doubled since 19 January 2025.').notes).toEqual([
    'The sentence names no later date: the latest list, of 2026-05-18, is used.',
  ]);
  expect(bind('There were 12 tribal and rural agencies on 2026-01-26.').notes).toEqual([
    'Not used: "rural", between 12 and agencies with an agreement.',
  ]);
});

test('a day of which no release of money is at hand is asked about: what is left of older years is no sum until then', () => {
  const of = (sentence: string, releases: readonly string[]) =>
    bindSentence(sentence, { figures: registry.figures, states, lists, releasesOf: () => releases });
  const sentence = 'By the end of FY2024, ICE had obligated $13 billion.';
  const asked = of(sentence, ['2017-09-30', '2026-08-22']);
  expect(asked.claims).toEqual([]);
  expect(asked.questions).toMatchObject([{ about: 'date', choices: ['2017-09-30', '2026-08-22'] }]);
  expect(of(sentence, ['2026-08-22']).claims).toEqual([]);
  for (const releases of [['2024-09-15', '2026-08-22'], ['2017-09-30'], []])
    expect(of(sentence, releases).claims[0]?.as_of).toBe('2024-09-30');
});

test('the latest list of a change is one of its figure, not of other records at hand', () => {
  const { claims, notes } = bindSentence('Agreements have doubled since 19 January 2025.', {
    figures: registry.figures,
    states,
    lists: [...lists, '2026-08-22'],
    listsOf: ({ sources }) => (sources.includes('ice-participating') ? lists : ['2026-08-22']),
  });
  expect(claims[0]?.change).toMatchObject({ from: '2025-01-19', to: '2026-05-18' });
  expect(notes).toEqual(['The sentence names no later date: the latest list, of 2026-05-18, is used.']);
});

test.each([
  ['26 January 2026', '2026-01-26'],
  ['the 26th of January 2026', '2026-01-26'],
  ['January 26, 2026', '2026-01-26'],
  ['Jan. 26, 2026', '2026-01-26'],
  ['Sept. 3, 2025', '2025-09-03'],
  ['2026-01-26', '2026-01-26'],
  ['before 1 March 2025', '2025-02-28'],
  ['before January 2025', '2024-12-31'],
  ['the end of February 2024', '2024-02-29'],
  ['30 February 2026', null],
])('date: %s', (text, expected) => {
  expect(findDates(`It was so on ${text}.`, lists).map((date) => date.day)).toEqual([expected]);
});

test.each([
  ['287(g) under section 287 of 8 U.S.C. 1357, form 10, the 3rd of a kind, 24/7', []],
  ['a three-year plan for one of the agencies', []],
  ['$90 million, 1.2 billion dollars and 12.5%', ['$90 million', '1.2 billion dollars', '12.5%']],
  ['from 135 to about 1,200', ['135', 'about 1,200']],
  ['10 or more', ['10 or more']],
])('numbers: %s', (text, expected) => {
  expect(findNumbers(text, []).map((number) => number.text)).toEqual(expected);
});

test.each<[string, string]>([
  ['The contract can cost up to 90 million dollars.', 'contracts.ceiling'],
  ['The contract could cost $90 million.', 'contracts.ceiling'],
  ['The deal may cost as much as $1.2 billion.', 'contracts.ceiling'],
  ['The contract costs up to $90 million.', 'contracts.ceiling'],
  ['The vehicle is worth up to $90 million.', 'contracts.ceiling'],
  ['The vehicles could be worth $1.4 billion.', 'contracts.ceiling'],
  ['The contract cost $90 million.', 'contracts.obligations'],
  ['The agency spent up to $90 million.', 'contracts.obligations'],
  ['ICE has obligated $19 million.', 'contracts.obligations'],
])('%s calls for %s', (sentence, figure) => {
  const { claims } = bindSentence(sentence, { figures: registry.figures, states, lists });
  expect(claims.map((claim) => claim.figure)).toEqual([figure]);
});

test.each<[string, Record<string, string[]>]>([
  ['ICE obligated $6.77 billion in fiscal year 2026.', { fiscal_year: ['2026'] }],
  ['In fiscal 2026, ICE obligated $6.77 billion.', { fiscal_year: ['2026'] }],
  ['FY26 obligations: $6.77 billion.', { fiscal_year: ['2026'] }],
  ['ICE obligated $6.77 billion in 2026.', { calendar_year: ['2026'] }],
  ['ICE obligated $500 million in January 2026.', { month: ['2026-01'] }],
])('the year of money is a filter, and no sum: %s', (sentence, where) => {
  const { claims, questions } = bindSentence(sentence, { figures: registry.figures, states, lists });
  expect(questions).toEqual([]);
  expect(claims.map((claim) => [claim.figure, claim.where])).toEqual([['contracts.obligations', where]]);
});

test('a ceiling is not what was added to it in a year: the day is asked for', () => {
  const asked = bindSentence('The ceiling was $1.4 billion in fiscal year 2026.', {
    figures: registry.figures,
    states,
    lists,
  });
  expect(asked.claims).toEqual([]);
  expect(asked.questions[0]?.choices).toEqual(['2025-10-01', '2026-09-30']);
});

test('the three largest are no number of vendors', () => {
  const { claims } = bindSentence('The three largest vendors received 40% of obligations.', {
    figures: registry.figures,
    states,
    lists,
  });
  expect(claims.map((claim) => [claim.figure, claim.states])).toEqual([
    ['contracts.concentration_top3', '40%'],
  ]);
});

test.each<[string, string[]]>([
  ['The Example Post says that ICE obligated $6.77 billion.', ['The Example Post']],
  ['ICE obligated $6.77 billion in fiscal year 2026.', []],
  ['The Department of Homeland Security obligated $6.77 billion.', []],
])('a name that is not read is said: %s', (sentence, unread) => {
  const { notes } = bindSentence(sentence, { figures: registry.figures, states, lists });
  expect(notes.flatMap((note) => /^Not used: "([^"]+)"\.$/.exec(note)?.[1] ?? [])).toEqual(unread);
});

describe('what can be read in two ways is asked', () => {
  test.each<[string, string[]]>([
    [
      'There were 8 times more agencies on 26 January 2026 than on 19 January 2025.',
      ['8 times as many', '9 times as many'],
    ],
    ['Five times more agencies took part.', ['5 times as many', '6 times as many']],
    ['There were 3 times fewer agencies on 26 January 2026 than on 19 January 2025.', []],
    [
      'From 1,300 to 1,400 agreements were in force on 26 January 2026.',
      ['between 1,300 and 1,400', 'rose from 1,300 to 1,400'],
    ],
  ])('%s', (sentence, ways) => {
    const { claims, questions } = bind(sentence);
    expect(claims).toEqual([]);
    expect(questions).toMatchObject([{ about: 'number', choices: ways }]);
  });

  test.each<[string, string[]]>([
    ['There were 8 times as many agencies on 26 January 2026 as on 19 January 2025.', ['8 times']],
    ['Agencies grew 8 times from 19 January 2025 to 26 January 2026.', ['8 times']],
    [
      'Between 1,300 and 1,400 agreements were in force on 26 January 2026.',
      ['at least 1,300', 'at most 1,400'],
    ],
    ['Agencies rose from 133 on 19 January 2025 to 1,149 on 26 January 2026.', ['133', '1,149']],
  ])('%s has one reading', (sentence, stated) => {
    const { claims } = bind(sentence);
    expect(claims.map(({ states: text }) => text)).toEqual(stated);
  });
});

describe('a number of one organisation is not held against all', () => {
  const contracts = registry.figures.filter(({ id }) => id.startsWith('contracts.'));
  const organisations = [
    { where: 'vendor=INVENTED0001', name: 'EXAMPLECORP HOLDINGS, LLC (INVENTED)' },
    { where: 'vendor=INVENTED0002', name: 'EXAMPLE SECURITY GROUP INC (INVENTED)' },
    { where: 'vendor=INVENTED0003', name: 'OTHERWISE LLC (INVENTED)' },
  ];
  const bound = (sentence: string, more: Partial<BindOptions> = {}) =>
    bindSentence(sentence, { figures: contracts, states, lists, organisations, ...more });

  test.each<[string, string]>([
    ['Example Security Group was awarded $300 million in fiscal year 2026.', 'Example Security Group'],
    ['Examplecorp was awarded $300 million.', 'Examplecorp'],
    ['ICE paid Examplecorp $300 million.', 'Examplecorp'],
    ['ICE obligated $5 million to Example Group.', 'Example Group'],
    ['Examplecorp’s contracts are worth up to $5 million.', 'Examplecorp'],
    ['The Examplecorp contract is worth up to $90 million.', 'Examplecorp'],
    ['CBP obligated $5 billion.', 'CBP'],
    ['The Border Patrol spent $5 million.', 'Border Patrol'],
  ])('%s', (sentence, name) => {
    const { claims, questions } = bound(sentence);
    expect(claims).toEqual([]);
    expect(questions.map(({ about, asks }) => [about, asks])).toEqual([
      ['organisation', expect.stringContaining(`a number of "${name}" alone?`)],
    ]);
  });

  test.each([
    'ICE obligated $6.77 billion in fiscal year 2026.',
    'Immigration and Customs Enforcement has spent $6.77 billion.',
    'By August ICE obligated $6 billion.',
    'The Trump administration obligated $6 billion.',
    'According to USAspending, $6 billion was obligated.',
    'In total, $6.77 billion was paid by ICE.',
    'DHS contracts are worth up to $5 billion.',
    'Federal contracts cost $5 million.',
    'ICE has 400 contracts.',
  ])('the publisher is no such organisation: %s', (sentence) => {
    const { claims, questions } = bound(sentence);
    expect(questions).toEqual([]);
    expect(claims).toHaveLength(1);
  });

  test('organisations of the records are offered, and the answer is a filter', () => {
    const sentence = 'ICE paid Examplecorp $300 million.';
    expect(bound(sentence).questions[0]?.choices).toEqual([
      'vendor=INVENTED0001 (EXAMPLECORP HOLDINGS, LLC (INVENTED))',
    ]);
    const { claims, questions } = bound(sentence, { where: { vendor: ['INVENTED0001'] } });
    expect(questions).toEqual([]);
    expect(claims.map(({ where }) => where)).toEqual([{ vendor: ['INVENTED0001'] }]);
  });

  test('of a number before it, where another follows, it is not the subject', () => {
    const { claims, questions } = bound(
      'ICE obligated $6.77 billion, of which Examplecorp received $300 million.',
    );
    expect(claims.map((claim) => claim.states)).toEqual(['$6.77 billion']);
    expect(questions.map(({ about }) => about)).toEqual(['organisation']);
  });

  test.each<[string, [string, Record<string, string[]>, string][]]>([
    [
      '37 of the 12,264 searches cited immigration.',
      [
        ['searches.immigration', {}, '37'],
        ['searches.searches', {}, '12,264'],
      ],
    ],
    [
      'Of 12,264 searches, 37 cited immigration.',
      [
        ['searches.searches', {}, '12,264'],
        ['searches.immigration', {}, '37'],
      ],
    ],
    ['Immigration was the stated reason for 37 searches.', [['searches.immigration', {}, '37']]],
    [
      'In 2025 the searches numbered 100 in Texas.',
      [['searches.searches', { year: ['2025'], state: ['TX'] }, '100']],
    ],
    ['Searches numbered 100 in 2025.', [['searches.searches', { year: ['2025'] }, '100']]],
    ['37 searches mentioned ICE.', []],
    ['37 searches cited a stolen car.', [['searches.searches', { offence: ['vehicle-theft'] }, '37']]],
    ['Texas agencies made 300 searches of California networks.', []],
    ['Exampleton PD’s network was searched 4,294 times.', []],
  ])('of searches: %s', (sentence, expected) => {
    const searches = registry.figures.filter(({ id }) => id.startsWith('searches.'));
    const { claims, questions } = bound(sentence, { figures: searches });
    expect(claims.map((claim) => [claim.figure, claim.where, claim.states])).toEqual(expected);
    expect(questions.length > 0).toBe(expected.length === 0);
  });

  test('a place is a place, and what bears its name is more', () => {
    const searches = registry.figures.filter(({ id }) => id.startsWith('searches.'));
    const of = (sentence: string) => bound(sentence, { figures: searches });
    expect(of('Agencies in Texas made 36 searches.').claims[0]?.where).toEqual({ state: ['TX'] });
    expect(of('Florida Highway Patrol made 36 searches.').claims).toEqual([]);
  });
});

test('a direction before a number is said not to be judged', () => {
  const told = (sentence: string) => bind(sentence).notes.filter((note) => note.includes('is not judged'));
  expect(told('The number of participating agencies fell to 1,372 as of 26 January 2026.')).toEqual([
    '"fell to" is not judged: only that it is 1,372, not what it was before.',
  ]);
  expect(told('Agreements have grown sharply to more than 1,400 as of 26 January 2026.')).toEqual([
    '"grown sharply to" is not judged: only that it is more than 1,400, not what it was before.',
  ]);
  expect(told('Agreements were down to 1,400 as of 26 January 2026.')).toHaveLength(1);
  expect(told('There were up to 1,400 agreements as of 26 January 2026.')).toEqual([]);
  expect(told('Agencies fell 12 percent from 2026-01-05 to 2026-02-02.')).toEqual([]);
  expect(told('1,400 agreements were added to the list as of 26 January 2026.')).toEqual([]);
});
