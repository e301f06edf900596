import { describe, expect, test } from 'vitest';
import type { BindOptions } from '../../src/claims/bind-options.ts';
import { bindSentence } from '../../src/claims/bind-sentence.ts';
import { registry } from '../../src/kinds/registry.ts';
import { states } from './support.ts';

const purposes = [
  { where: 'family=26-SOL-INVENTED', name: 'SKIP TRACING SERVICES' },
  { where: 'product=S206', name: 'HOUSEKEEPING- GUARD' },
  { where: 'product=V119', name: 'TRANSPORTATION/TRAVEL/RELOCATION- TRANSPORTATION: OTHER' },
];
const of = (kind: string) => registry.figures.filter(({ id }) => id.startsWith(kind));
const bound = (sentence: string, kind: string, more: Partial<BindOptions> = {}) =>
  bindSentence(sentence, { figures: of(kind), states, lists: [], purposes, ...more });

/** Sentence, number that is asked about, the words that say what for, filters offered. */
const asked: readonly [string, string, string, string[]][] = [
  [
    'ICE obligated $300 million for skip tracing.',
    '$300 million',
    'for skip tracing',
    ['family=26-SOL-INVENTED (SKIP TRACING SERVICES)'],
  ],
  ['ICE spent $40 million on detention in fiscal year 2026.', '$40 million', 'on detention', []],
  ['$40 million was obligated for case management.', '$40 million', 'for case management', []],
  ['For detention, ICE obligated $40 million.', '$40 million', 'For detention', []],
  ['ICE spent $121 million to house migrants.', '$121 million', 'to house migrants', []],
  ['Detention contracts are worth up to $40 million.', 'up to $40 million', 'Detention', []],
  [
    'There are 13 skip tracing vendors.',
    '13',
    'skip tracing',
    ['family=26-SOL-INVENTED (SKIP TRACING SERVICES)'],
  ],
  [
    'Spending on guard services rose by 20% between 20 January 2026 and 11 May 2026.',
    '20%',
    'on guard services',
    ['product=S206 (HOUSEKEEPING- GUARD)'],
  ],
  [
    'The ceiling is $1.2 billion for transport of detainees.',
    '$1.2 billion',
    'for transport of detainees',
    ['product=V119 (TRANSPORTATION/TRAVEL/RELOCATION- TRANSPORTATION: OTHER)'],
  ],
];
test.each(asked)('what money was for is asked: %s', (sentence, number, phrase, choices) => {
  const { claims, questions, notes } = bound(sentence, 'contracts.');
  expect(claims).toEqual([]);
  expect(questions).toEqual([
    {
      about: 'purpose',
      asks: `Is ${number} a number of what is "${phrase}" alone? It is not held against all.`,
      choices,
      offers: expect.any(Array),
      by: expect.arrayContaining(['family', 'product', 'industry']),
      phrase,
    },
  ]);
  expect(notes.join(' ')).not.toContain('Not used');
});

describe('both answers', () => {
  const sentence = 'ICE obligated $300 million for skip tracing.';
  test('a filter that tells what for', () => {
    const { claims, questions } = bound(sentence, 'contracts.', { where: { family: ['26-SOL-INVENTED'] } });
    expect(questions).toEqual([]);
    expect(claims).toMatchObject([{ where: { family: ['26-SOL-INVENTED'] } }]);
  });
  test('whose it is answers nothing of what it is for', () => {
    const { claims, questions } = bound(sentence, 'contracts.', { where: { vendor: ['INVENTED0001'] } });
    expect(claims).toEqual([]);
    expect(questions).toMatchObject([{ about: 'purpose' }]);
  });
  test('what it is for answers nothing of whose it is', () => {
    const both = 'ICE paid Examplecorp $300 million for skip tracing.';
    const where = { family: ['26-SOL-INVENTED'] };
    expect(bound(both, 'contracts.').questions.map(({ about }) => about)).toEqual([
      'organisation',
      'purpose',
    ]);
    expect(bound(both, 'contracts.', { where: { product: ['S206'] } }).questions).toMatchObject([
      { about: 'organisation', phrase: 'Examplecorp', by: expect.arrayContaining(['vendor']) },
    ]);
    expect(bound(both, 'contracts.', { where }).questions).toEqual([]);
  });
  test('all of it, in words', () => {
    const { claims, questions, notes } = bound(sentence, 'contracts.', { whole: ['for skip tracing'] });
    expect(questions).toEqual([]);
    expect(claims).toMatchObject([{ where: {} }]);
    expect(notes).toContain(
      '"for skip tracing" restricts nothing, as you said: $300 million is held against all.',
    );
    expect(bound(sentence, 'contracts.', { whole: ['for detention'] }).questions).toHaveLength(1);
  });
});

test('a number before it that is told apart is not restricted', () => {
  const { claims, questions } = bound(
    'ICE obligated $6.77 billion, of which $300 million was for skip tracing.',
    'contracts.',
  );
  expect(claims.map(({ states }) => states)).toEqual(['$6.77 billion']);
  expect(questions).toMatchObject([{ asks: expect.stringContaining('$300 million') }]);
  expect(bound('ICE obligated $300 million in 400 contracts for skip tracing.', 'contracts.')).toMatchObject({
    claims: [],
    questions: [{ about: 'purpose' }, { about: 'purpose' }],
  });
});

test.each([
  'ICE obligated $6 billion for fiscal year 2026.',
  'ICE obligated $6 billion for the first time.',
  'By August ICE obligated $6 billion for its contracts.',
  'ICE has 400 contracts with 300 companies.',
  'ICE awarded 400 new contracts.',
  'The agency spent up to $90 million.',
  '12 offers were received on contracts.',
  'Federal contracts cost $5 million.',
])('no purpose: %s', (sentence) => {
  const { claims, questions } = bound(sentence, 'contracts.');
  expect(questions).toEqual([]);
  expect(claims.length).toBeGreaterThan(0);
});

describe('what searches were for', () => {
  test.each([
    ['Agencies made 36 searches for stolen vehicles.', 'vehicle-theft'],
    ['The network was searched 53 times for protests.', 'protest'],
    ['There were 36 searches about burglaries.', 'burglary'],
    ['There were 36 vehicle theft searches.', 'vehicle-theft'],
  ])('a family of the rules in so many words is a filter, and is said: %s', (sentence, offence) => {
    const { claims, questions, notes } = bound(sentence, 'searches.');
    expect(questions).toEqual([]);
    expect(claims).toMatchObject([{ where: { offence: [offence] } }]);
    expect(notes.join(' ')).toContain(`Offence family of the stated reason: ${offence}.`);
  });

  test('a part of a family is asked about', () => {
    expect(bound('There were 12 searches for a murder.', 'searches.')).toMatchObject({
      claims: [],
      questions: [{ about: 'purpose', choices: ['offence=homicide'] }],
    });
  });

  test('each number has its own', () => {
    const { claims, questions } = bound(
      'There were 36 searches about protests and 12 about abortion.',
      'searches.',
    );
    expect(claims).toMatchObject([{ states: '36', where: { offence: ['protest'] } }]);
    expect(questions).toMatchObject([
      { asks: expect.stringContaining('12'), choices: ['offence=reproductive-care (reproductive care)'] },
    ]);
  });

  test('words of the rules stand for families that there are', () => {
    const families = of('searches.').flatMap(({ dimensions }) => dimensions['offence'] ?? []);
    expect(families.length).toBeGreaterThan(0);
    for (const { purposes: said, values } of families)
      for (const family of Object.keys(said ?? {})) expect(values).toContain(family);
  });
});

test('"as of May 2026" is a day of it, and no sum of that month', () => {
  const { claims, questions } = bound('Total obligations were $6 billion as of May 2026.', 'contracts.');
  expect(claims).toEqual([]);
  expect(questions).toMatchObject([{ about: 'date', choices: ['2026-05-01', '2026-05-31'] }]);
});

test.each([
  'The companies are to work through a backlog of about 1.5 million.',
  'The contracts rest on a database of 20,000.',
])('a number of another noun takes up no earlier word: %s', (sentence) => {
  const { claims, questions } = bound(sentence, 'contracts.');
  expect(claims).toEqual([]);
  expect(questions).toMatchObject([{ about: 'figure', asks: expect.stringContaining('a number of?') }]);
});

test.each([
  ['ICE gave the contracts a ceiling of $1.2 billion.', 'contracts.ceiling'],
  ['ICE spent a total of $5 million.', 'contracts.obligations'],
  ['Obligations came to a record sum of $5 million.', 'contracts.obligations'],
])('"of" behind a word of the figure, or behind a sum, changes nothing: %s', (sentence, figure) => {
  expect(bound(sentence, 'contracts.').claims).toMatchObject([{ figure }]);
});
