import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../scripts/floors.mjs';
import { commands as all } from '../../src/cli/commands.ts';
import { root } from '../support/root.ts';
import { runNode } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';

const check = (folder: string) => runNode([join(root, 'scripts', 'check-floors.mjs'), folder]);

/** A small house that keeps every rule, and the given files besides. */
function house(files: Record<string, string>): string {
  const folder = tempDir('floors');
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  const sound = {
    'src/project/errors.ts': 'export class Fault extends Error {}',
    'src/engine/engine.ts':
      "import { Fault } from '../project/errors.ts';\nexport const fault = (): Fault => new Fault();",
    'src/read/layout.ts':
      "import type { fault } from '../engine/engine.ts';\nexport interface Layout { fault: ReturnType<typeof fault> }",
    'src/kinds/one/layouts.ts':
      "import type { Layout } from '../../read/layout.ts';\nexport const one: Layout[] = [];",
    'src/kinds/two/layouts.ts': 'export interface Two { two: 2 }',
    'src/build/steps.ts': "import { one } from '../kinds/one/layouts.ts';\nexport const steps = one.length;",
  };
  for (const [name, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `${text}\n`);
  }
  return folder;
}

test('the house keeps its floors', async () => {
  const { stdout, code } = await check(root);
  expect(stdout).toMatch(/^floors: \d+ files read, 0 problems\n$/);
  expect(code).toBe(0);
});

test('a sound scratch house passes, and every file of it was read', async () => {
  expect((await check(house({}))).stdout).toBe('floors: 6 files read, 0 problems\n');
});

test('every command is known to the rule that keeps commands apart', () => {
  expect([...commands].sort()).toEqual(all.map(({ name }) => name).sort());
});

const cases: [what: string, file: string, text: string, rule: string][] = [
  [
    'a command that imports another',
    'src/cli/feed.ts',
    "import { run } from './verify.ts';\nexport const feed = run;",
    'commands-apart',
  ],
  [
    'an import of a higher floor',
    'src/engine/x.ts',
    "import { one } from '../kinds/one/layouts.ts';\nexport const x = one;",
    'floor-of-engine',
  ],
  [
    'an import for its type alone',
    'src/engine/x.ts',
    "import type { Layout } from '../read/layout.ts';\nexport type X = Layout;",
    'floor-of-engine',
  ],
  [
    'an import of one type among values',
    'src/project/x.ts',
    "import { type Layout } from '../read/layout.ts';\nexport type X = Layout;",
    'floor-of-project',
  ],
  ['a re-export', 'src/read/x.ts', "export * from '../kinds/one/layouts.ts';", 'floor-of-read'],
  [
    'an import at run time',
    'src/read/x.ts',
    "export const x = () => import('../kinds/one/layouts.ts');",
    'floor-of-read',
  ],
  [
    'an import in a .tsx file',
    'src/site/x.tsx',
    "import { main } from '../cli/main.ts';\nexport const X = () => <p>you import {main}</p>;",
    'floor-of-site',
  ],
  [
    'a neighbour on the same floor',
    'src/claims/x.ts',
    "import { two } from '../flags/two.ts';\nexport const x = two;",
    'floor-of-claims',
  ],
  [
    'a kind that imports a kind',
    'src/kinds/one/x.ts',
    "import type { Two } from '../two/layouts.ts';\nexport type X = Two;",
    'kinds-apart',
  ],
  [
    'claims that import a kind',
    'src/claims/x.ts',
    "import { one } from '../kinds/one/layouts.ts';\nexport const x = one;",
    'no-kind-by-name',
  ],
  [
    'flags that import a kind',
    'src/flags/x.ts',
    "import { one } from '../kinds/one/layouts.ts';\nexport const x = one;",
    'no-kind-by-name',
  ],
  [
    'publication that imports a kind',
    'src/publication/x.ts',
    "import { one } from '../kinds/one/layouts.ts';\nexport const x = one;",
    'no-kind-by-name',
  ],
  [
    'a page that imports a kind',
    'src/site/pages/x.tsx',
    "import { one } from '../../kinds/one/layouts.ts';\nexport const X = () => <p>{one.length}</p>;",
    'no-kind-by-name',
  ],
  [
    'a page for the browser that imports the program',
    'src/site/client/x.ts',
    "import { c } from '../cell.ts';\nexport const x = c;",
    'client-alone',
  ],
  ['a circle', 'src/read/x.ts', "import { y } from './y.ts';\nexport const x = () => y;", 'no-circle'],
  [
    'an import that leads nowhere',
    'src/read/x.ts',
    "import { gone } from './gone.ts';\nexport const x = gone;",
    'resolves',
  ],
  [
    'an import of a test',
    'src/read/x.ts',
    "import { t } from '../../tests/t.ts';\nexport const x = t;",
    'src-alone',
  ],
  [
    'typeof import, which the parser does not see',
    'src/engine/x.ts',
    "export type X = typeof import('../kinds/one/layouts.ts');",
    'typeof import',
  ],
  ['a room that is on no floor', 'src/attic/x.ts', 'export const x = 1;', 'on no floor'],
];

describe('is found:', () => {
  test.each(cases)('%s', async (_what, file, text, rule) => {
    const others = {
      'src/cli/main.ts': "export const main = 'main';",
      'src/cli/verify.ts': 'export const run = 1;',
      'src/flags/two.ts': 'export const two = 2;',
      'src/site/cell.ts': 'export const c = 1;',
      'src/read/y.ts':
        file === 'src/read/x.ts' && rule === 'no-circle'
          ? "import { x } from './x.ts';\nexport const y = () => x;"
          : 'export const y = 1;',
      'tests/t.ts': 'export const t = 1;',
    };
    const { stdout, code } = await check(house({ ...others, [file]: text }));
    expect(stdout).toContain(rule);
    expect(stdout).toContain(file);
    expect(code).toBe(1);
  });
});
