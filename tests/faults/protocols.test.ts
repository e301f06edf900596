import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeExampleProject } from '../../examples/make-project.ts';
import { root } from '../support/root.ts';
import { tempDir } from '../support/temp-dir.ts';

const there = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

/** The calls by which a command writes below the project, as the kernel saw them, with ids taken out of the names. */
function callsOf(project: string, args: readonly string[]): string[] {
  const log = join(tempDir('strace'), 'log');
  const calls = 'mkdir,mkdirat,openat,fsync,fdatasync,rename,renameat,renameat2';
  const node = [process.execPath, join(root, 'bin', 'counterfoil.js'), ...args, '--project', project];
  const ran = spawnSync('strace', ['-f', '-y', '-o', log, '-e', `trace=${calls}`, ...node], {
    encoding: 'utf8',
  });
  expect(ran.status, ran.stderr).toBe(0);
  const base = realpathSync(project);
  const shorten = (path: string) =>
    path
      .slice(base.length + 1)
      .replace(/\.tmp-\d+$/, '.tmp')
      .replace(/models\/[a-z_]+-[0-9a-f]{24}/, 'models/<model>')
      .replace(/[0-9a-f]{64}/, '<hash>')
      .replace(/[0-9a-f]{16}(-\d+)?/, '<edition>') || '.';
  return readFileSync(log, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const call = /^\d+ +([a-z0-9]+)\(/.exec(line)?.[1];
      if (!call || / = -1 /.test(line) || /\.lock/.test(line)) return [];
      const paths = [...line.matchAll(/["<](\/[^">]*)[">]/g)].flatMap(([, path]) => path ?? []);
      const below = paths.filter((path) => path === base || path.startsWith(`${base}/`)).map(shorten);
      if (below.length === 0) return [];
      if (call === 'openat') return line.includes('O_CREAT') ? [`create ${below[0]}`] : [];
      return [`${call.replace(/at2?$/, '').replace('fdata', 'f')} ${below.join(' ')}`];
    });
}

const file = (path: string) => {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  return [`create ${path}.tmp`, `fsync ${path}.tmp`, `rename ${path}.tmp ${path}`, `fsync ${folder}`];
};
const journal = ['create records/journal.ndjson', 'fsync records/journal.ndjson', 'fsync records'];
const checkpoint = [...file('records/journal.hashes'), ...file('records/checkpoint')];

describe.skipIf(!there)('the write protocols of decisions 0021 and 0041, as the kernel sees them', () => {
  let project: string;
  beforeAll(async () => {
    project = tempDir('protocols');
    await makeExampleProject(project);
  });

  test('an edition, its original, the journal, the checkpoint; then a removal', () => {
    const [list] = readdirSync(join(project, 'released'))
      .filter((name) => /^participating.*xlsx$/i.test(name))
      .sort();
    const staged = 'records/.staged-<edition>';
    const original = 'originals/.tmp-<hash>';
    expect(callsOf(project, ['add', join(project, 'released', list as string)])).toEqual([
      'mkdir records',
      'fsync .',
      'fsync .',
      `mkdir ${staged}`,
      `create ${staged}/records.parquet`,
      'mkdir originals',
      'fsync .',
      `create ${original}`,
      `fsync ${original}`,
      `rename ${original} originals/<hash>.xlsx`,
      'fsync originals',
      ...file(`${staged}/_manifest.json`),
      `fsync ${staged}/records.parquet`,
      `fsync ${staged}`,
      `rename ${staged} records/<edition>`,
      'fsync records',
      ...journal,
      ...checkpoint,
    ]);

    const built = callsOf(project, ['build']);
    const model = file('.counterfoil/models/<model>.parquet');
    const [first] = built.flatMap((call, at) => (call === model[0] ? [at] : []));
    expect(built.slice(first, (first as number) + 4)).toEqual(model);
    // The checkpoint is of the reference file that the build has read.
    expect(built.slice(-16)).toEqual([
      ...file('.counterfoil/verdicts.json'),
      ...file('.counterfoil/build.json'),
      ...checkpoint,
    ]);

    const [edition] = readdirSync(join(project, 'records')).filter((name) => /^[0-9a-f]{16}$/.test(name));
    expect(callsOf(project, ['remove', edition as string])).toEqual([
      ...journal,
      'rename records/<edition> records/.removed-<edition>',
      ...checkpoint,
    ]);
  }, 120_000);
});
