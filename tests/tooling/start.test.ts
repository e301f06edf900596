import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../support/root.ts';
import { type CliOptions, runNode } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';

/** A clone with only what the start needs: the starter, a main file of our own, and the Node that came with npm. */
function clone(parts: { main: boolean; node: boolean }): string {
  const folder = tempDir('start');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  mkdirSync(join(folder, 'bin'));
  cpSync(join(root, 'bin', 'counterfoil.js'), join(folder, 'bin', 'counterfoil.js'));
  if (parts.main) {
    mkdirSync(join(folder, 'dist', 'cli'), { recursive: true });
    writeFileSync(
      join(folder, 'dist', 'cli', 'main.js'),
      `const [what, ...rest] = process.argv.slice(2);
       if (what === 'wait') {
         process.on('SIGTERM', () => { console.log('told'); process.exit(7); });
         setInterval(() => {}, 1000);
         console.log('ready');
       } else if (what === 'die') process.kill(process.pid, 'SIGKILL');
       else { console.log(JSON.stringify({ node: process.version, rest, env: process.env.COUNTERFOIL_REEXEC })); process.exitCode = Number(rest[0] ?? 0); }`,
    );
  }
  if (parts.node) {
    mkdirSync(join(folder, 'node_modules', 'node', 'bin'), { recursive: true });
    symlinkSync(process.execPath, join(folder, 'node_modules', 'node', 'bin', 'node'));
  }
  return folder;
}

/** An old Node of this machine, if there is one outside the clone. */
const oldNode = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .filter((path) => existsSync(path))
  .find((path) => {
    const version = spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim();
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major >= 20 && (major < 22 || (major === 22 && minor < 18));
  });
if (oldNode === undefined)
  process.stderr.write('\n!!! The start on an old Node is only simulated: this machine has none.\n\n');

/** Makes the Node that runs call itself old, but not the one it starts. */
const pretend = `data:text/javascript,${encodeURIComponent(
  "if (process.env.COUNTERFOIL_REEXEC === undefined) Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } })",
)}`;
const asOld = oldNode === undefined ? ['--import', pretend] : [];
const start = (folder: string, args: string[], options: CliOptions = {}, node = oldNode) =>
  runNode([...(node === oldNode ? asOld : []), join(folder, 'bin', 'counterfoil.js'), ...args], {
    node,
    ...options,
  });

describe('on an old Node', () => {
  let whole = '';
  beforeAll(() => {
    whole = clone({ main: true, node: true });
  });

  test('the program runs on the Node that came with the packages, with the same arguments', async () => {
    const { stdout, stderr, code } = await start(whole, ['show', '3', 'a b', '--json']);
    expect(JSON.parse(stdout)).toEqual({ node: process.version, rest: ['3', 'a b', '--json'] });
    expect(stderr).toBe('');
    expect(code).toBe(3);
  });

  test('a signal is passed on, and the exit code comes back', async () => {
    const { stdout, code } = await start(whole, ['wait'], {
      onStdout: (text, kill) => {
        if (text === 'ready\n') kill('SIGTERM');
      },
    });
    expect(stdout).toBe('ready\ntold\n');
    expect(code).toBe(7);
  });

  test('a program that was killed ends as one that was killed', async () => {
    expect((await start(whole, ['die'])).code).toBe(137);
  });

  test('without a current Node it says what to do, in two lines', async () => {
    const { stdout, stderr, code } = await start(clone({ main: true, node: false }), ['show']);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^CF-CLI-001 Node 2\d\.\S+ is too old: 22\.18 or later is needed\.\n {2}Run `npm ci`.*\n$/,
    );
    expect(code).toBe(2);
  });
});

describe('on a current Node', () => {
  test('the program runs in the same process', async () => {
    const { stdout, code } = await start(clone({ main: true, node: false }), ['show'], {}, process.execPath);
    expect(JSON.parse(stdout)).toEqual({ node: process.version, rest: [] });
    expect(code).toBe(0);
  });

  test('without dist it says what to do', async () => {
    const { stderr, code } = await start(clone({ main: false, node: false }), [], {}, process.execPath);
    expect(stderr).toMatch(/^CF-CLI-002 .*\n {2}Run `npm run prepare`.*\n$/);
    expect(code).toBe(2);
  });
});
