import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/project/config.ts';
import { describeError, UserError } from '../../src/project/errors.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { emptyProject } from '../support/projects.ts';

async function mistake(text: string): Promise<string> {
  const folder = emptyProject(text);
  try {
    await readConfig(projectPaths(folder));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.exit).toBe(2);
    return describeError(error).replaceAll(folder, '.');
  }
  throw new Error('the configuration was accepted');
}

const advice = 'Put it right in counterfoil.yaml and run the command again.';

/** The text of counterfoil.yaml, and exactly what the terminal shows. */
const mistakes: readonly (readonly [what: string, text: string, shown: string])[] = [
  [
    'an unknown key, with the nearest',
    'title: A\norginals: keep\n',
    `CF-CONFIG-002 ./counterfoil.yaml:2:1: Unknown key "orginals" in the file. Did you mean "originals"?\n  orginals: keep\n  ^\n  ${advice}`,
  ],
  [
    'an unknown key like no other',
    'title: A\nfrobnicate: 1\n',
    `CF-CONFIG-002 ./counterfoil.yaml:2:1: Unknown key "frobnicate" in the file. Known here: title, language, engine, trino, originals, notice, flags, references, address, contact, searches, serve, sources.\n  frobnicate: 1\n  ^\n  ${advice}`,
  ],
  [
    'a wrong type',
    'title: A\nnotice: 7\n',
    `CF-CONFIG-002 ./counterfoil.yaml:2:9: "notice" is 7; expected string.\n  notice: 7\n          ^\n  ${advice}`,
  ],
  [
    'a map where a list is meant',
    'title: A\nreferences:\n  one: a.csv\n',
    `CF-CONFIG-002 ./counterfoil.yaml:3:3: "references" is a map; expected array.\n    one: a.csv\n    ^\n  ${advice}`,
  ],
  [
    'a wrong type inside a list',
    'title: A\nreferences:\n  - a.csv\n  - 7\n',
    `CF-CONFIG-002 ./counterfoil.yaml:4:5: "references.1" is 7; expected string.\n    - 7\n      ^\n  ${advice}`,
  ],
  [
    'a value that is none of the known',
    'title: A\nlanguage: fr\n',
    `CF-CONFIG-002 ./counterfoil.yaml:2:11: "language" is "fr"; expected one of en, es.\n  language: fr\n            ^\n  ${advice}`,
  ],
  [
    'a key that is missing',
    'language: en\n',
    `CF-CONFIG-002 ./counterfoil.yaml:1:1: The file lacks the key "title".\n  language: en\n  ^\n  ${advice}`,
  ],
  [
    'a key twice',
    'title: A\ntitle: B\n',
    `CF-CONFIG-001 ./counterfoil.yaml:2:1: This is not YAML: Map keys must be unique\n  title: B\n  ^\n  ${advice}`,
  ],
  [
    'an alias',
    'title: &a A\nnotice: *a\n',
    `CF-CONFIG-001 ./counterfoil.yaml:2:9: Aliases (*name) are not used in these files.\n  notice: *a\n          ^\n  ${advice}`,
  ],
  [
    'a list where the file is a map',
    '- title\n',
    `CF-CONFIG-002 ./counterfoil.yaml:1:1: the file is a list; expected object.\n  - title\n  ^\n  ${advice}`,
  ],
  ['an empty file', '', `CF-CONFIG-002 ./counterfoil.yaml:1:1: The file lacks the key "title".\n  ${advice}`],
];

test.each(mistakes)('%s', async (_what, text, shown) => {
  expect(await mistake(text)).toBe(shown);
});

test('what is no YAML is said with its line', async () => {
  const shown = await mistake('title: A\nnotice: "open\n');
  expect(shown).toMatch(/^CF-CONFIG-001 \.\/counterfoil\.yaml:[23]:\d+: This is not YAML: /);
  expect(await mistake('title: A\n\tnotice: b\n')).toMatch(
    /^CF-CONFIG-001 \.\/counterfoil\.yaml:2:1: This is not YAML: /,
  );
  expect(await mistake('title: A\n---\ntitle: B\n')).toMatch(/^CF-CONFIG-001 \.\/counterfoil\.yaml:/);
});

test('a file that is too long is refused before it is read as YAML', async () => {
  expect(await mistake(`title: ${'a'.repeat(2_000_001)}\n`)).toMatch(
    /^CF-CONFIG-001 \.\/counterfoil\.yaml: The file is too long/,
  );
});

test('a folded value, a date and "no" stay text; defaults are filled in', async () => {
  const folder = emptyProject('title: "2026-01-26"\nnotice: >-\n  a\n  b\n');
  expect(await readConfig(projectPaths(folder))).toEqual({
    title: '2026-01-26',
    language: 'en',
    engine: 'duckdb',
    flags: {},
    originals: 'keep',
    notice: 'a b',
    references: [],
    contact: null,
    address: null,
    searches: { labels: null, layouts: [], links: null, organisations: [], zones: {}, packs: [] },
    serve: {},
    sources: [],
    trino: null,
  });
  const dated = emptyProject('title: 2026-01-26\nnotice: no\n');
  expect(await readConfig(projectPaths(dated))).toMatchObject({ title: '2026-01-26', notice: 'no' });
});

test('references are relative to the file, and must be there', async () => {
  const folder = emptyProject('title: A\nreferences: [lists/a.csv]\n');
  await expect(readConfig(projectPaths(folder))).rejects.toMatchObject({ code: 'CF-CONFIG-003', exit: 2 });
  const there = emptyProject('title: A\nreferences: [a.csv]\n');
  writeFileSync(join(there, 'a.csv'), '');
  expect((await readConfig(projectPaths(there))).references).toEqual([join(there, 'a.csv')]);
});
