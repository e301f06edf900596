import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countTests } from '../../scripts/count-tests.mjs';
import { findChromium } from '../../scripts/setup/chromium.mjs';
import { modulesProblem, nodeBinary } from '../../scripts/setup/modules.mjs';
import { root } from '../support/root.ts';
import { runNode } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';

function write(folder: string, files: Record<string, string>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('packages are installed again', () => {
  const lock = (packages: object) => JSON.stringify({ packages: { '': {}, ...packages } });
  const a = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } };
  const installed = (packages: object) =>
    write(tempDir('modules'), {
      'package-lock.json': lock({ ...a, 'node_modules/other-system': { version: '1.0.0', optional: true } }),
      'node_modules/.package-lock.json': lock(packages),
      'node_modules/a/package.json': '{}',
      [nodeBinary]: '',
    });

  test('not where they are what the lock file says', () => {
    expect(modulesProblem(installed(a))).toBeNull();
  });
  test('where there are none', () => {
    expect(modulesProblem(write(tempDir('modules'), { 'package-lock.json': lock(a) }))).toBe(
      'packages are not installed',
    );
  });
  test.each([
    ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-x' } }, 'not the version'],
    ['other bytes', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-y' } }, 'not the version'],
    ['one less', {}, 'node_modules/a is not installed'],
    ['one more', { ...a, 'node_modules/b': { version: '1.0.0' } }, 'no longer in package-lock.json'],
  ])('where there is %s', (_what, packages, problem) => {
    expect(modulesProblem(installed(packages))).toContain(problem);
  });
  test('where a folder was deleted, or the Node binary never came', () => {
    const folder = installed(a);
    rmSync(join(folder, 'node_modules', 'a'), { recursive: true });
    expect(modulesProblem(folder)).toBe('node_modules/a is missing');
    const another = installed(a);
    rmSync(join(another, nodeBinary));
    expect(modulesProblem(another)).toContain('Node binary');
  });
});

test('the lock file has an entry for every package it names, on every platform', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const missing: string[] = [];
  for (const [path, entry] of Object.entries<Record<string, Record<string, string>>>(packages)) {
    const names = Object.keys({
      ...entry.dependencies,
      ...entry.devDependencies,
      ...entry.optionalDependencies,
    });
    for (const name of names) {
      const folders =
        path === ''
          ? ['']
          : [
              path,
              ...path.split(/(?=\/node_modules\/)/).map((_, at, all) => all.slice(0, -at - 1).join('')),
              '',
            ];
      if (!folders.some((folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages))
        missing.push(`${path} -> ${name}`);
    }
  }
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

describe('building', () => {
  const scratch = () => {
    const folder = tempDir('build');
    for (const name of ['scripts', 'tsconfig.json', 'package.json'])
      cpSync(join(root, name), join(folder, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return write(folder, {
      'src/cli/main.ts': "import { x } from '../x.ts';\nconsole.log(x);\n",
      'src/x.ts': 'export const x: number = 4;\n',
      'src/model.sql': 'select 1\n',
      'src/site/client/tsconfig.json': JSON.stringify({
        compilerOptions: {
          target: 'ES2022',
          module: 'ES2022',
          lib: ['ES2022', 'DOM'],
          types: [],
          rootDir: '.',
          strict: true,
        },
      }),
      'src/site/client/slider.ts': 'export const title: string = document.title;\n',
      'src/site/style.css': 'p { margin: 0 }\n',
    });
  };
  const build = (folder: string, script = 'build.mjs') =>
    runNode([join(folder, 'scripts', script)], { cwd: folder });

  test('compiles, copies assets, compiles the client, and removes what has no source any more', async () => {
    const folder = scratch();
    write(folder, { 'dist/old/gone.js': 'stale' });
    expect((await build(folder)).code).toBe(0);
    const dist = (name: string) => join(folder, 'dist', name);
    expect((await runNode([dist('cli/main.js')])).stdout).toBe('4\n');
    expect(readFileSync(dist('model.sql'), 'utf8')).toBe('select 1\n');
    expect(existsSync(dist('site/style.css'))).toBe(true);
    expect(readFileSync(dist('site/client/slider.js'), 'utf8')).toContain('document.title');
    expect(existsSync(dist('site/client/tsconfig.json'))).toBe(false);
    expect(existsSync(dist('old'))).toBe(false);

    const untouched = statSync(dist('x.js')).mtimeMs;
    rmSync(join(folder, 'src/model.sql'));
    write(folder, { 'src/site/style.css': 'p { margin: 1px }\n' });
    expect((await build(folder)).code).toBe(0);
    expect(existsSync(dist('model.sql'))).toBe(false);
    expect(readFileSync(dist('site/style.css'), 'utf8')).toContain('1px');
    expect(statSync(dist('x.js')).mtimeMs).toBe(untouched);
  });

  test('a type error fails the build, and the next look builds again', async () => {
    const folder = scratch();
    write(folder, { 'src/x.ts': "export const x: number = 'four';\n" });
    const { code, stderr } = await build(folder);
    expect(code).toBe(1);
    expect(stderr).toContain('src/x.ts');
    expect(existsSync(join(folder, 'dist', '.stamp'))).toBe(false);
  });

  test('without the compiler it says so, and an install goes on', async () => {
    const folder = scratch();
    rmSync(join(folder, 'node_modules'));
    const installing = await runNode([join(folder, 'scripts', 'build.mjs')], {
      cwd: folder,
      env: { npm_command: 'ci' },
    });
    expect(installing.code).toBe(0);
    expect(installing.stderr).toContain('without --omit=dev');
    for (const command of ['run', 'run-script']) {
      const asked = await runNode([join(folder, 'scripts', 'build.mjs')], {
        cwd: folder,
        env: { npm_command: command },
      });
      expect(asked.code).toBe(1);
      expect(asked.stderr).toContain('without --omit=dev');
    }
  });
});

describe('the browser', () => {
  test('CHROME_PATH comes first, and nothing else is taken in its place', () => {
    const folder = write(tempDir('chrome'), { mine: '#!/bin/sh\n', google: '', chromium: '#!/bin/sh\n' });
    for (const name of ['mine', 'chromium']) chmodSync(join(folder, name), 0o755);
    expect(findChromium({ PATH: folder })).toBe(join(folder, 'chromium'));
    expect(findChromium({ PATH: folder, CHROME_PATH: join(folder, 'mine') })).toBe(join(folder, 'mine'));
    expect(findChromium({ PATH: folder, CHROME_PATH: join(folder, 'gone') })).toBeNull();
  });
});

test('without a browser, and without the right to install one, the tests do not begin', async () => {
  const program = `
    process.getuid = () => 1000;
    process.env.PATH = ${JSON.stringify(tempDir('empty'))};
    const { ensureChromium } = await import(${JSON.stringify(join(root, 'scripts', 'setup', 'chromium.mjs'))});
    ensureChromium();
    console.log('begun');`;
  const { stdout, stderr, code } = await runNode(['--input-type=module', '-e', program], {
    env: { CHROME_PATH: undefined },
  });
  expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
  expect(stderr).toMatch(
    /^No Chrome or Chromium was found.*\n {2}Install one \(on Debian: apt-get install chromium\)/,
  );
});

describe('the last line of .ci/run', () => {
  const report = (success: boolean, ...files: { status: string; tests: string[] }[]) =>
    JSON.stringify({
      success,
      testResults: files.map(({ status, tests }) => ({
        status,
        assertionResults: tests.map((test) => ({ status: test })),
      })),
    });
  test.each([
    [
      'all kinds',
      report(false, { status: 'failed', tests: ['passed', 'failed', 'pending', 'todo', 'skipped'] }),
      [1, 1, 3],
    ],
    ['a file that could not be loaded', report(false, { status: 'failed', tests: [] }), [0, 1, 0]],
    ['a failure outside any test', report(false, { status: 'passed', tests: ['passed'] }), [1, 1, 0]],
    ['no report', null, [0, 1, 0]],
  ] as const)('counts %s', (_what, text, [passed, failed, skipped]) => {
    expect(countTests(text)).toEqual({ passed, failed, skipped });
  });
});
