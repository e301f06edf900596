import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describePlace } from '../../src/project/errors.ts';
import { nearest } from '../../src/project/nearest.ts';
import { findProject } from '../../src/project/paths.ts';
import { emptyProject } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';

describe('nearest', () => {
  test.each([
    ['sate', ['state', 'model'], 'state'],
    ['stat', ['state', 'stats'], 'state'],
    ['x', ['state'], undefined],
    ['state', [], undefined],
    ['FL', ['FL', 'GA'], 'FL'],
    ['agreements.agency', ['agreements.agencies', 'agreements.agreements'], 'agreements.agencies'],
    ['completely different', ['agreements.agencies'], undefined],
  ])('%s of %j is %s', (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  test('of two that differ in case alone it is the word itself', () => {
    expect(nearest('U', ['u', 'U'])).toBe('U');
  });

  test('a known word is its own nearest, whatever else is known', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (known, index) => {
        const word = known[index % known.length] as string;
        expect(nearest(word, known)).toBe(word);
      }),
    );
  });
});

describe('findProject', () => {
  test('is the nearest folder at or above', () => {
    const folder = emptyProject();
    mkdirSync(join(folder, 'a', 'b'), { recursive: true });
    expect(findProject(join(folder, 'a', 'b'), undefined).root).toBe(folder);
    expect(findProject('/', folder).root).toBe(folder);
    expect(findProject(join(folder, 'a'), '..').root).toBe(folder);
  });
  test('says where it looked', () => {
    const empty = tempDir();
    expect(() => findProject(empty, undefined)).toThrow(
      expect.objectContaining({ code: 'CF-PROJECT-001', exit: 2 }),
    );
    const inside = join(emptyProject(), 'a');
    mkdirSync(inside);
    expect(() => findProject(inside, '.')).toThrow(`There is no counterfoil.yaml in ${inside}.`);
  });
});

test.each([
  [undefined, ''],
  [{ file: 'a.yaml', line: 3, column: 5 }, 'a.yaml:3:5'],
  [{ file: 'a.yaml', line: 3 }, 'a.yaml:3'],
  [{ file: 'a.xlsx', sheet: 'Sheet1', row: 4 }, 'a.xlsx, sheet "Sheet1", row 4'],
  [{ file: 'a.csv' }, 'a.csv'],
  [{}, ''],
])('the place %j is shown as %j', (place, text) => {
  expect(describePlace(place)).toBe(text);
});
