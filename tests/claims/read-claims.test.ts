import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseClaims, readClaims } from '../../src/claims/read-claims.ts';
import { registry } from '../../src/kinds/registry.ts';
import { describePlace, UserError } from '../../src/project/errors.ts';
import { tempDir } from '../support/temp-dir.ts';

const read = (text: string) => parseClaims(text, 'claims/a.yaml', registry.figures);

const one = (lines: string) => `claims:
  - id: first
    sentence: A sentence.
    published: { by: a test }
${lines
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
`;

test('values become lists, numbers keep their digits, and the place is kept', async () => {
  const [claim] = await read(
    one(
      'figure: agreements.agencies\nwhere: { state: FL, model: [task-force, jail-enforcement] }\nas_of: 2026-01-26\nstates: 39.0',
    ),
  );
  expect(claim).toEqual({
    id: 'first',
    sentence: 'A sentence.',
    published: { by: 'a test' },
    figure: 'agreements.agencies',
    where: { state: ['FL'], model: ['task-force', 'jail-enforcement'] },
    as_of: '2026-01-26',
    states: '39.0',
    place: { file: 'claims/a.yaml', line: 2, column: 5 },
  });
});

test('all forms of the format', async () => {
  const text = `${one('figure: agreements.agencies\nas_of: 2026-01-26\nparts:\n  - { where: { state: FL }, states: 342 }\n  - { where: { state: TX }, states: "296" }\nnote: Two states.')}
  - id: second
    sentence: It grew.
    published: { by: a test, title: A title, url: "https://example.org/a", on: 2026-01-30 }
    figure: agreements.agreements
    change: { from: 2025-01-19, to: 2026-01-26, in: percent }
    until: 2026-01-20
    states: about 950%
  - id: third
    sentence: Nobody knows.
    published: { by: a test }
    settled_by: the minutes of the meeting
`;
  const claims = await read(text);
  expect(claims.map((claim) => claim.id)).toEqual(['first', 'second', 'third']);
  expect(claims[0]?.parts).toEqual([
    { where: { state: ['FL'] }, states: '342' },
    { where: { state: ['TX'] }, states: '296' },
  ]);
});

test.each<[string, string, string, RegExp]>([
  [
    'an unknown figure',
    'figure: agreements.agencys\nstates: 39',
    'CF-CLAIM-002 claims/a.yaml:5:13',
    /agreements\.agencies/,
  ],
  [
    'its second half alone',
    'figure: agencies\nstates: 39',
    'CF-CLAIM-002 claims/a.yaml:5:13',
    /agreements\.agencies/,
  ],
  [
    'an unknown dimension',
    'figure: agreements.agencies\nwhere: { stat: FL }\nstates: 39',
    'CF-CLAIM-003 claims/a.yaml:6:14',
    /"state"/,
  ],
  [
    'an unknown value',
    'figure: agreements.agencies\nwhere: { model: taskforce }\nstates: 39',
    'CF-CLAIM-004 claims/a.yaml:6:21',
    /task-force/,
  ],
  [
    'an unknown value of a part',
    'figure: agreements.agencies\nparts:\n  - { where: { state: FL }, states: 342 }\n  - { where: { state: TZ }, states: 296 }',
    'CF-CLAIM-004 claims/a.yaml:8:27',
    /state=/,
  ],
  [
    'no number',
    'figure: agreements.agencies\nstates: many',
    'CF-CLAIM-005 claims/a.yaml:6:13',
    /number alone/,
  ],
  [
    'a percentage of a count',
    'figure: agreements.agencies\nas_of: 2026-01-26\nstates: 9%',
    'CF-CLAIM-006 claims/a.yaml:7:13',
    /two dates/,
  ],
  [
    'a change without a percentage',
    'figure: agreements.agencies\nchange: { from: 2025-01-19, to: 2026-01-26, in: percent }\nstates: 950',
    'CF-CLAIM-006 claims/a.yaml:7:13',
    /950%/,
  ],
  [
    'dollars of agencies',
    'figure: agreements.agencies\nstates: $39',
    'CF-CLAIM-006 claims/a.yaml:6:13',
    /leave the \$ out/,
  ],
  [
    'no day of the calendar',
    'figure: agreements.agencies\nas_of: 2026-02-30\nstates: 39',
    'CF-CLAIM-007 claims/a.yaml:6:12',
    /year-month-day/,
  ],
  [
    'a change backwards',
    'figure: agreements.agencies\nchange: { from: 2026-01-26, to: 2025-01-19, in: times }\nstates: 2 times',
    'CF-CLAIM-007 claims/a.yaml:6:37',
    /in order/,
  ],
  [
    'a day up to which nothing is dated',
    'figure: agreements.officers\nuntil: 2026-01-26\nstates: 39',
    'CF-CLAIM-007 claims/a.yaml:6:12',
    /as_of/,
  ],
  [
    'two kinds of numbers',
    'figure: agreements.agencies\nstates: 5\nparts:\n  - { where: { state: FL }, states: 1 }\n  - { where: { state: TX }, states: 2 }',
    'CF-CLAIM-008 claims/a.yaml:8:7',
    /one claim for each/,
  ],
  [
    'two kinds of dates',
    'figure: agreements.agencies\nas_of: 2026-01-26\nchange: { from: 2025-01-19, to: 2026-01-26, in: times }\nstates: 2 times',
    'CF-CLAIM-008 claims/a.yaml:6:12',
    /from and to/,
  ],
  ['no figure', 'states: 5', 'CF-CLAIM-008 claims/a.yaml:2:5', /settled_by/],
  ['nothing stated', 'figure: agreements.agencies', 'CF-CLAIM-008 claims/a.yaml:2:5', /as printed/],
  ['an unknown key', 'figur: agreements.agencies\nstates: 5', 'CF-CONFIG-002 claims/a.yaml:5:5', /./],
  [
    'a date of another form',
    'figure: agreements.agencies\nas_of: 26 January 2026\nstates: 5',
    'CF-CONFIG-002 claims/a.yaml:6:12',
    /./,
  ],
])('%s is refused with its place', async (_, lines, place, hint) => {
  const error = (await read(one(lines)).catch((caught: unknown) => caught)) as UserError;
  expect(error).toBeInstanceOf(UserError);
  expect(`${error.code} ${describePlace(error.place)}`).toBe(place);
  expect(error.hint).toMatch(hint);
});

test('a folder is read in the order of names; one id twice is refused and the other place named', async () => {
  const folder = join(tempDir('claims'), 'claims');
  expect(await readClaims(folder, registry.figures)).toEqual([]);
  mkdirSync(folder);
  const body = one('figure: agreements.agencies\nstates: 39');
  writeFileSync(join(folder, 'b.yaml'), body);
  writeFileSync(join(folder, 'a.yml'), body.replace('first', 'earlier'));
  writeFileSync(join(folder, 'notes.txt'), 'not read');
  expect((await readClaims(folder, registry.figures)).map((claim) => claim.id)).toEqual(['earlier', 'first']);
  writeFileSync(join(folder, 'c.yaml'), body);
  const error = (await readClaims(folder, registry.figures).catch((caught: unknown) => caught)) as UserError;
  expect(`${error.code} ${describePlace(error.place)}`).toBe('CF-CLAIM-001 claims/c.yaml:2:9');
  expect(error.hint).toContain('claims/b.yaml, line 2');
});

test('an empty file and an empty list have no claims', async () => {
  expect(await read('claims: []\n')).toEqual([]);
});
