import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/project/config.ts';
import { UserError } from '../../src/project/errors.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { tempDir } from '../support/temp-dir.ts';

async function config(yaml: string, files: readonly string[] = []) {
  const root = tempDir('config');
  mkdirSync(join(root, 'packs'));
  for (const name of files) writeFileSync(join(root, name), '');
  const paths = projectPaths(root);
  writeFileSync(paths.config, `title: Invented\n${yaml}`);
  return { root, read: readConfig(paths).catch((error: unknown) => error) };
}

it('reads what a project says of its audit logs, with paths beside the file', async () => {
  const { root, read } = await config(
    'searches:\n  organisations:\n    - { files: "search_audit*.csv", label: Exampleton CA PD }\n  labels: labels.yaml\n  packs: [packs/own.yaml]\n',
    ['labels.yaml', 'packs/own.yaml'],
  );
  expect(await read).toMatchObject({
    searches: {
      organisations: [{ files: 'search_audit*.csv', label: 'Exampleton CA PD' }],
      labels: join(root, 'labels.yaml'),
      layouts: [],
      packs: [join(root, 'packs/own.yaml')],
    },
  });
});

it('says where a key is wrong, and which file is missing', async () => {
  const wrong = (await (await config('searches:\n  organisation: []\n')).read) as UserError;
  expect(wrong).toBeInstanceOf(UserError);
  expect(wrong).toMatchObject({ code: 'CF-CONFIG-002', place: { line: 3, column: 3 } });
  expect(wrong.message).toContain('Did you mean "organisations"?');
  const missing = (await (await config('searches: { layouts: [mine.yaml] }\n')).read) as UserError;
  expect(missing.code).toBe('CF-CONFIG-003');
  expect(missing.hint).toContain('"layouts"');
});
